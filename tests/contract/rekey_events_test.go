package contract_test

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// line is an event as the wire has it.
type line struct {
	ID, ApplicationID, TenantID, UserID, ActorKind, ActorID, Action, Outcome string
	Surface, RequestID, Source, TicketID, Detail, PreviousHash, Hash         string
	At                                                                       time.Time
	Sequence                                                                 int64
}

// stored is the event that a third party reads from a line.
func (l line) stored(t *testing.T) *models.Event {
	t.Helper()
	e := &models.Event{
		ID: l.ID, At: l.At, ApplicationID: l.ApplicationID, TenantID: l.TenantID, UserID: l.UserID, ActorKind: models.ActorKind(l.ActorKind),
		ActorID: l.ActorID, Action: models.Action(l.Action), Outcome: models.Outcome(l.Outcome), Surface: l.Surface, RequestID: l.RequestID, Source: l.Source,
		TicketID: l.TicketID, Detail: l.Detail, Sequence: l.Sequence,
	}
	for text, into := range seed.InOrder(map[string]*[]byte{l.PreviousHash: &e.PreviousHash, l.Hash: &e.Hash}) {
		var err error
		if *into, err = hex.DecodeString(text); err != nil {
			t.Fatal(err)
		}
	}
	return e
}

type eventPage struct {
	Items      []line
	NextCursor string
}

func (n native) events(query string) []line {
	n.T.Helper()
	var p eventPage
	n.must(200, http.MethodGet, "/v1/events?limit=200&"+query, nil).JSON(n.T, &p)
	return p.Items
}

// export reads an export to its end.
func (n native) export(t *testing.T, query string) []line {
	t.Helper()
	a := n.must(200, http.MethodGet, "/v1/events/export?"+query, nil)
	var out []line
	for text := range strings.Lines(a.Body) {
		var l line
		if err := json.Unmarshal([]byte(text), &l); err != nil {
			t.Fatal(err)
		}
		out = append(out, l)
	}
	return out
}

func ids(lines []line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, l.ID)
	}
	return out
}

// whole checks that lines are whole chains, as a third party would.
func whole(t *testing.T, lines []line, chains int) {
	t.Helper()
	walks := map[string]*trail.Walk{}
	for _, l := range lines {
		w, ok := walks[l.TenantID]
		if !ok {
			w = &trail.Walk{TenantID: l.TenantID}
			walks[l.TenantID] = w
		}
		if bad := w.Step(l.stored(t)); bad != nil {
			t.Fatalf("event %+v: %+v", l, bad)
		}
	}
	if len(walks) != chains {
		t.Errorf("%d chains, want %d", len(walks), chains)
	}
}

// S91: who did what to whom, when, from where, and what came of it.
func TestRekeyEventsNameActorAndAction(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, began := asOwner(w), w.Clock.Now()
		ada, bob := w.Person("ada"), w.Person("bob")
		w.Clock.Advance(time.Hour)
		noon := w.Clock.Now()
		set := harness.Call{Method: http.MethodPut, Path: "/api/web/v1/users/" + ada.ID + "/passwords", Token: n.token,
			Header: map[string]string{"X-Request-Id": "req-1"}, Body: j{"password": harness.NewPassword, "emailPassword": false}}
		must(w, set, http.StatusOK)
		key := resetKey(w, ada)
		w.Clock.Advance(time.Minute)
		must(w, redeem(resetPath, unknownKey, harness.NewPassword), http.StatusBadRequest)
		must(w, harness.Call{Method: http.MethodPost, Path: "/api/Users/authenticate", Body: j{"userName": "ada", "password": "wrong"}}, http.StatusUnauthorized)
		must(w, redeem(resetPath, key, "a password that nobody has yet"), http.StatusOK)

		var one line
		w.Step("one change is one event, with all of it", func(t *testing.T) {
			changes := n.events("userId=" + ada.ID + "&action=password.set")
			if len(changes) != 1 {
				t.Fatalf("%d events of one change: %+v", len(changes), n.events("userId="+ada.ID))
			}
			one = changes[0]
			want := line{
				ID: one.ID, ApplicationID: w.Tenant.ApplicationID, TenantID: w.Tenant.ID, UserID: ada.ID, ActorKind: "api_key", ActorID: one.ActorID,
				Action: "password.set", Outcome: "done", Surface: "entrust", RequestID: "req-1", Source: "127.0.0.1", At: noon,
				Sequence: one.Sequence, PreviousHash: one.PreviousHash, Hash: one.Hash, Detail: one.Detail,
			}
			if one.ActorID == "" || one != want {
				t.Errorf("%+v, want %+v", one, want)
			}
		})
		w.Check("it is read by itself, whatever the letters of its id", func(t *testing.T) {
			if a := n.must(200, http.MethodGet, "/v1/events/"+strings.ToUpper(one.ID), nil); a.Field(t, "hash") != one.Hash {
				t.Errorf("read by itself: %s", a.Body)
			}
		})
		n.refuses(refusal{"an event that there is not", 404, "event_not_found", http.MethodGet, "/v1/events/" + ada.ID, nil, nil})
		n.filtersEvents(bob, began, noon)
		for _, query := range []string{"order=up", "userId=x", "action=", "action=A", "outcome=%20", "from=yesterday", "tenantId=x", "to="} {
			n.refuses(refusal{"a query like " + query, 400, "malformed_request", http.MethodGet, "/v1/events?" + query, nil, nil})
		}
		for _, method := range []string{http.MethodDelete, http.MethodPatch, http.MethodPut, http.MethodPost} { // S94
			for name, path := range seed.InOrder(map[string]string{
				"the events": "/v1/events", "an event": "/v1/events/" + one.ID, "the export": "/v1/events/export", "the checkpoints": "/v1/audit/checkpoints",
			}) {
				n.refuses(refusal{method + " of " + name, 405, "method_not_allowed", method, path, nil, nil})
			}
		}
	})
}

// filtersEvents of the default tenant, with what each filter has to keep.
func (n native) filtersEvents(bob *harness.Person, began, noon time.Time) {
	n.T.Helper()
	own := "tenantId=" + n.Tenant.ID
	all := n.events(own)
	ticket := all[slices.IndexFunc(all, func(e line) bool { return e.TicketID != "" })].TicketID
	at := func(when time.Time) string {
		return url.QueryEscape(when.In(time.FixedZone("", 3600)).Format(time.RFC3339Nano))
	}
	for _, c := range []struct {
		name, query string
		keep        func(line) bool
	}{
		{"of a user", "userId=" + bob.ID, func(e line) bool { return e.UserID == bob.ID }},
		{"of a user, in other letters", "userId=" + strings.ToUpper(bob.ID), func(e line) bool { return e.UserID == bob.ID }},
		{"of a ticket", "ticketId=" + ticket, func(e line) bool { return e.TicketID == ticket }},
		{"of an outcome", "outcome=refused", func(e line) bool { return e.Outcome == "refused" }},
		{"of an action", "action=user.create", func(e line) bool { return e.Action == "user.create" }},
		{"from a moment on", "from=" + at(noon), func(e line) bool { return !e.At.Before(noon) }},
		{"before a moment", "to=" + at(noon), func(e line) bool { return e.At.Before(noon) }},
		{"between two moments", "from=" + at(began) + "&to=" + at(noon.Add(time.Microsecond)), func(e line) bool { return !e.At.After(noon) }},
	} {
		n.Check("events "+c.name, func(t *testing.T) {
			expect := slices.DeleteFunc(slices.Clone(all), func(e line) bool { return !c.keep(e) })
			if got := n.events(own + "&" + c.query); !slices.Equal(got, expect) || len(got) == 0 || len(got) == len(all) {
				t.Errorf("%s: %d events, want %d of %d", c.query, len(got), len(expect), len(all))
			}
		})
	}
	n.Check("the oldest first is the newest first, reversed", func(t *testing.T) {
		slices.Reverse(all)
		if got := n.events("order=asc&" + own); !slices.Equal(got, all) {
			t.Errorf("%v", ids(got))
		}
	})
}

// Pages hold every event once, in both orders, while others happen.
func TestRekeyEventsArePaged(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		for i := range 5 {
			w.Person(fmt.Sprint("anna", i))
			if i%2 == 0 {
				w.Clock.Advance(time.Millisecond)
			}
		}
		for _, order := range []string{"desc", "asc"} {
			want := ids(n.events("action=user.create&order=" + order))
			var got []string
			cursor := ""
			for i := range 40 {
				var p eventPage
				n.must(200, http.MethodGet, "/v1/events?limit=2&action=user.create&order="+order+cursor, nil).JSON(t, &p)
				got = append(got, ids(p.Items)...)
				if cursor = "&cursor=" + p.NextCursor; p.NextCursor == "" || i == 30 {
					break
				}
				if i < 3 {
					w.Clock.Advance(time.Second)
					id := w.Person(fmt.Sprint("meanwhile", order, i)).ID
					if order == "asc" { // it comes behind what was read
						want = append(want, n.events("userId=" + id)[0].ID)
					}
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: pages hold %v, want %v", order, got, want)
			}
		}
	})
}

// Each boundary sees the events of the tenants it reaches; the platform's own chain is
// for callers of the platform.
func TestRekeyEventsWithinTheBoundary(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		sibling, foreign := w.Sibling("Sibling"), w.NewTenant("Foreign", false, models.DefaultSettings())
		owner := asOwner(w)
		app := owner.must(201, http.MethodPost, "/v1/applications", j{"name": "Of no tenant"}).Field(t, "id")
		own := w.Tenant.ApplicationID
		owner.must(200, http.MethodPatch, "/v1/applications/"+own, j{"name": "Ours"}) // an event of an application, but of no tenant
		w.Clock.Advance(2 * time.Hour)
		w.Deliver()
		everything := owner.events("order=asc")
		all := []string{"", w.Tenant.ID, sibling.ID, foreign.ID}
		for _, c := range []struct {
			name string
			key  keys.CreateAPIKeyInput
			sees []string
		}{
			{"platform", keys.CreateAPIKeyInput{Boundary: models.BoundaryPlatform}, all},
			{"application", keys.CreateAPIKeyInput{Boundary: models.BoundaryApplication, ApplicationID: own}, []string{w.Tenant.ID, sibling.ID}},
			{"another application", keys.CreateAPIKeyInput{Boundary: models.BoundaryApplication, ApplicationID: app}, nil},
			{"tenant", keys.CreateAPIKeyInput{Boundary: models.BoundaryTenant, ApplicationID: own, TenantID: sibling.ID}, []string{sibling.ID}},
			{"inclusion list", keys.CreateAPIKeyInput{Boundary: models.BoundaryTenantInclusion, ApplicationID: own, TenantIDs: []string{w.Tenant.ID}}, []string{w.Tenant.ID}},
			{"exclusion list", keys.CreateAPIKeyInput{Boundary: models.BoundaryTenantExclusion, ApplicationID: own, TenantIDs: []string{w.Tenant.ID}}, []string{sibling.ID}},
		} {
			c.key.Permissions = []string{"events:read"}
			n := native{w, w.KeyWith(c.key).Key.Reveal()}
			sees := slices.Sorted(slices.Values(c.sees))
			w.Check("a key of the boundary "+c.name, func(t *testing.T) {
				n.seesEventsOf(sees)
				for name, tenant := range seed.InOrder(map[string]string{"its own tenant": w.Tenant.ID, "a sibling": sibling.ID, "another application": foreign.ID}) {
					one := everything[slices.IndexFunc(everything, func(e line) bool { return e.TenantID == tenant })]
					n.readsEvent(name, one, slices.Contains(sees, tenant))
				}
				if c.name != "platform" {
					platform := everything[slices.IndexFunc(everything, func(e line) bool { return e.TenantID == "" })]
					n.refuses(refusal{"an event of the platform", 404, "event_not_found", http.MethodGet, "/v1/events/" + platform.ID, nil, nil})
				}
			})
		}
	})
}

// seesEventsOf these tenants, and of no other, in whatever tells of events.
func (n native) seesEventsOf(sees []string) {
	n.T.Helper()
	tenants := func(from []line) []string {
		var out []string
		for _, e := range from {
			out = append(out, e.TenantID)
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	n.Check("lists what it sees", func(t *testing.T) {
		if got := tenants(n.events("")); !slices.Equal(got, sees) {
			t.Errorf("events of %q, want %q", got, sees)
		}
	})
	n.Check("exports what it sees, as whole chains", func(t *testing.T) {
		exported := n.export(t, "")
		whole(t, exported, len(sees))
		if got := tenants(exported); !slices.Equal(got, sees) {
			t.Errorf("events of %q, want %q", got, sees)
		}
	})
	n.Check("lists the checkpoints of what it sees", func(t *testing.T) {
		var signed struct{ Items []line }
		n.must(200, http.MethodGet, "/v1/audit/checkpoints", nil).JSON(t, &signed)
		if got := tenants(signed.Items); !slices.Equal(got, sees) {
			t.Errorf("checkpoints of %q, want %q", got, sees)
		}
	})
	n.Check("verifies what it sees", func(t *testing.T) {
		verdict := n.must(200, http.MethodGet, "/v1/audit/verify", nil)
		if verdict.Field(t, "intact") != "true" || verdict.Field(t, "chains") != fmt.Sprint(len(sees)) {
			t.Errorf("it verifies %s", verdict.Body)
		}
	})
}

// readsEvent, with all of its tenant, or finds nothing there.
func (n native) readsEvent(name string, one line, reaches bool) {
	n.T.Helper()
	status, does := http.StatusNotFound, "has nothing of "
	if reaches {
		status, does = http.StatusOK, "reaches "
	}
	n.Check(does+name, func(t *testing.T) {
		n.must(status, http.MethodGet, "/v1/audit/verify?tenantId="+one.TenantID, nil)
		n.must(status, http.MethodGet, "/v1/events/export?tenantId="+one.TenantID, nil)
		n.must(status, http.MethodGet, "/v1/events/"+one.ID, nil)
		n.must(status, http.MethodGet, "/v1/events/export?after="+one.ID, nil)
		if got := len(n.events("tenantId=" + one.TenantID)); got > 0 != reaches {
			t.Errorf("%d events", got)
		}
	})
}
