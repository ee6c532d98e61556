package contract_test

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const users = "/v1/users"

// rows are the events of a user with their detail, oldest first.
func rows(w *harness.World, userID string) (said []string) {
	w.T.Helper()
	events, err := w.Store.Read(context.Background()).EventsOf(userID, 50)
	if err != nil {
		w.T.Fatal(err)
	}
	for i := len(events) - 1; i >= 0; i-- {
		said = append(said, strings.TrimSpace(string(events[i].Action)+" "+events[i].Detail))
	}
	return said
}

// TestRekeyUsers tells the life of a user: made, changed, deleted, and the trail of it.
func TestRekeyUsers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		id := madeUser(n)
		path := users + "/" + id
		w.Step("a change keeps what is absent, and replaces metadata", func(t *testing.T) {
			changed := n.must(200, http.MethodPatch, path, j{"username": "jane.doe", "disabled": false, "metadata": j{}}, "If-Match", `"1"`)
			if changed.Field(t, "givenName") != "Jane" || changed.Field(t, "metadata") != "map[]" || changed.Header.Get("ETag") != `"2"` {
				t.Errorf("changed: %s", changed.Body)
			}
		})
		w.Person("bob")
		n.refuses(
			refusal{"a change of a former version", 412, "version_mismatch", http.MethodPatch, path, j{"givenName": "Late"}, []string{"If-Match", `"1"`}},
			refusal{"a deletion of a former version", 412, "version_mismatch", http.MethodDelete, path, nil, []string{"If-Match", `"1"`}},
			refusal{"a new name that is none", 422, "name_invalid", http.MethodPatch, path, j{"username": "jane\t"}, nil},
			refusal{"permissions within oneself", 422, "user_invalid", http.MethodPatch, path, j{"boundary": "self", "permissions": []string{"users:read"}}, nil},
			refusal{"a new name that is another's", 409, "name_taken", http.MethodPatch, path, j{"username": "BOB"}, nil},
			refusal{"a new address that is another's", 409, "name_taken", http.MethodPatch, path, j{"emails": []j{{"address": "BOB@example.test"}}}, nil},
		)
		w.Check("a change that changes nothing keeps the version", func(t *testing.T) {
			if a := n.must(200, http.MethodPatch, path, j{"givenName": "Jane"}); a.Header.Get("ETag") != `"2"` {
				t.Error("it moved the version on")
			}
		})
		w.Step("he is deleted at his version", func(t *testing.T) {
			n.must(204, http.MethodDelete, path, nil, "If-Match", `"2"`)
		})
		n.refuses(
			refusal{"reading a deleted user", 404, "user_not_found", http.MethodGet, path, nil, nil},
			refusal{"changing a deleted user", 404, "user_not_found", http.MethodPatch, path, j{"givenName": "Late"}, nil},
			refusal{"deleting a deleted user", 404, "user_not_found", http.MethodDelete, path, nil, nil},
		)
		w.Check("the trail tells his life and nothing of what was refused", func(t *testing.T) {
			want := []string{"user.create", "user.enable", "user.update username metadata", "user.delete"}
			if got := rows(w, id); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("the trail says %q, want %q", got, want)
			}
		})
	})
}

// madeUser tells how a user is made, and which ones are not, and gives his id.
func madeUser(n native) (id string) {
	n.T.Helper()
	w := n.World
	w.Step("what is created is what is read, with all that was given", func(t *testing.T) {
		made := n.must(201, http.MethodPost, users, j{
			"tenantId": w.Tenant.ID, "username": "Jané", "givenName": "Jane", "locale": "de",
			"emails":   []j{{"address": "jane@work.example"}, {"address": "Jane@Home.example", "verified": true, "primary": true}},
			"phones":   []j{{"address": "+41791234567", "verified": true}},
			"metadata": j{"costCentre": "4711"}, "disabled": true,
		})
		id = made.Field(t, "id")
		if made.Header.Get("ETag") != `"1"` || n.get(users+"/"+id).Body != made.Body {
			t.Errorf("what is read is not what was created: %s", made.Body)
		}
		for _, has := range []string{
			`"emails":[{"address":"Jane@Home.example","primary":true,"verified":true},{"address":"jane@work.example","primary":false,"verified":false}]`,
			`"phones":[{"address":"+41791234567","primary":true,"verified":true}]`, `"metadata":{"costCentre":"4711"}`,
			`"disabled":true`, `"locked":false`, `"source":"local"`, `"boundary":"self"`, `"permissions":[]`, `"username":"Jané"`,
			`"tenantId":"` + w.Tenant.ID + `"`, `"applicationId":"` + w.Tenant.ApplicationID + `"`, `"secondFactor":false`, `"locale":"de"`,
		} {
			if !strings.Contains(made.Body, has) {
				t.Errorf("%s lacks %s", made.Body, has)
			}
		}
	})
	n.refuses(
		refusal{"a name that is taken, in other letters", 409, "name_taken", http.MethodPost, users, j{"tenantId": w.Tenant.ID, "username": "JANE\u0301"}, nil},
		refusal{"a tenant that there is not", 404, "tenant_not_found", http.MethodPost, users, j{"tenantId": "01hq3kad3svktnkwp31fmt4bee", "username": "x"}, nil},
	)
	for _, c := range []struct {
		name, pointer string
		body          j
	}{
		{"a name that ends in a blank", "/username", j{"username": "jane "}},
		{"an address that is none", "/emails/0/address", j{"username": "x", "emails": []j{{"address": "no address"}}}},
		{"an address twice", "/emails/1/address", j{"username": "x", "emails": []j{{"address": "a@b.example"}, {"address": "A@B.example"}}}},
		{"two primary addresses", "/emails/1/primary", j{"username": "x", "emails": []j{{"address": "a@b.example", "primary": true}, {"address": "c@b.example", "primary": true}}}},
		{"metadata under a long name", "/metadata", j{"username": "x", "metadata": j{strings.Repeat("n", 65): "x"}}},
		{"permissions without a boundary", "/permissions", j{"username": "x", "permissions": []string{"users:read"}}},
		{"a permission that there is not", "/permissions/1", j{"username": "x", "boundary": "tenant", "permissions": []string{"users:read", "users:rule"}}},
	} {
		w.Check(c.name, func(t *testing.T) {
			c.body["tenantId"] = w.Tenant.ID
			a := n.must(422, http.MethodPost, users, c.body)
			if !strings.Contains(a.Body, `"pointer":"`+c.pointer+`"`) {
				t.Errorf("it does not point at %s: %s", c.pointer, a.Body)
			}
		})
	}
	return id
}

func TestRekeyListUsers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, sibling := asOwner(w), w.Sibling("Sibling")
		elsewhere := w.NewTenant("Elsewhere", false, models.DefaultSettings())
		w.Person("ada", func(in *accounts.CreateUserInput) { in.Emails = []accounts.UserAddress{{Value: "Second@example.test"}} })
		bob, cy, dot := w.Person("bob"), w.Person("cy", harness.Of(sibling)), w.Person("dot", harness.Of(elsewhere))
		n.must(200, http.MethodPatch, users+"/"+bob.ID, j{"locked": true})
		n.must(200, http.MethodPatch, users+"/"+cy.ID, j{"disabled": true})
		app := native{w, w.Key("users:read").Key.Reveal()}
		tenant := native{w, w.TenantKey(w.Tenant, "users:read").Key.Reveal()}
		for _, c := range []struct {
			name  string
			who   native
			query string
			want  string
		}{
			{"the owner reads all", n, "", "ada bob cy dot"},
			{"one at a time is all as well", n, "limit=1", "ada bob cy dot"},
			{"an application reads its own", app, "limit=2", "ada bob cy"},
			{"a tenant reads its own", tenant, "", "ada bob"},
			{"a tenant reads none of its sibling's", tenant, "tenantId=" + sibling.ID, ""},
			{"an application reads those of one tenant", app, "tenantId=" + sibling.ID, "cy"},
			{"an application reads none of another's", app, "tenantId=" + elsewhere.ID, ""},
			{"a name in other letters", app, "username=ＡＤＡ", "ada"},
			{"a name out of reach", app, "username=dot", ""},
			{"a name after a blank", app, "username=%20ada", ""},
			{"a further address in other letters", n, "email=" + url.QueryEscape("SECOND@example.test"), "ada"},
			{"a part of an address", n, "email=example.test", ""},
			{"an address out of reach", tenant, "email=" + url.QueryEscape(cy.Email), ""},
			{"who is disabled", app, "disabled=true", "cy"},
			{"who is neither disabled nor locked", app, "disabled=false&locked=false", "ada"},
			{"who is locked", app, "locked=true", "bob"},
		} {
			w.Check(c.name, func(t *testing.T) {
				if got := c.who.names(c.query); got != c.want {
					t.Errorf("%s: %q, want %q", c.query, got, c.want)
				}
			})
		}
		w.Check("the owner reads whom an application does not", func(t *testing.T) {
			if got := n.get(users + "/" + dot.ID); got.Status != 200 {
				t.Errorf("%d", got.Status)
			}
			app.refused(404, "user_not_found", http.MethodGet, users+"/"+dot.ID, nil)
		})
		page := n.must(200, http.MethodGet, users+"?limit=1", nil)
		cursor := page.Field(t, "nextCursor")
		for name, stolen := range seed.InOrder(map[string]native{"an application": app, "a tenant": tenant}) {
			w.Check("a cursor does not serve "+name+" that it was not given to", func(t *testing.T) {
				stolen.refused(400, "malformed_request", http.MethodGet, users+"?limit=1&cursor="+cursor, nil)
			})
		}
		w.Check("a cursor does not serve another question", func(t *testing.T) {
			n.refused(400, "malformed_request", http.MethodGet, users+"?limit=1&locked=true&cursor="+cursor, nil)
		})
	})
}

// names are those of all pages of a list of users.
func (n native) names(query string) string {
	n.T.Helper()
	var all []string
	for next := query; ; {
		var page struct {
			Items      []struct{ Username string }
			NextCursor string
		}
		n.must(200, http.MethodGet, users+"?"+next, nil).JSON(n.T, &page)
		for _, u := range page.Items {
			all = append(all, u.Username)
		}
		if page.NextCursor == "" {
			return strings.Join(all, " ")
		}
		next = query + "&cursor=" + page.NextCursor
	}
}

// TestRekeyAChangeOfAddresses: the codes of before end, and every verified address of
// before and after is told (S14, S34, A-025); an unverified one never gets a link.
func TestRekeyAChangeOfAddresses(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, p := asOwner(w), w.Person("ada", func(in *accounts.CreateUserInput) {
			in.Emails = []accounts.UserAddress{{Value: "unproven@example.test"}}
		})
		path := users + "/" + p.ID
		for _, c := range []struct {
			name   string
			change j
			mails  bool
		}{
			{"a new primary address", j{"emails": []j{{"address": "ada@example.test", "verified": true}, {"address": "new@example.test", "verified": true, "primary": true}}}, true},
			{"a phone", j{"phones": []j{{"address": "+41791234567", "verified": true}}}, true},
			{"another address in place of one", j{"emails": []j{{"address": "new@example.test", "verified": true}, {"address": "later@example.test"}}}, true},
			{"disabling", j{"disabled": true}, false},
			{"locking", j{"locked": true}, false},
		} {
			w.Step(c.name+" ends the links, and tells every verified address of changed ones", func(t *testing.T) {
				n.must(200, http.MethodPatch, path, j{"locked": false, "disabled": false})
				link, before := returnedLink(w, p), len(w.Mails())
				n.must(200, http.MethodPatch, path, c.change)
				if _, err := w.Core.Tickets.InspectTicket(context.Background(), link); err == nil {
					t.Error("a link outlived it")
				}
				toldOfAddresses(w, before, c.mails)
			})
		}
		w.Check("an unverified address never gets a link", func(t *testing.T) {
			before := len(w.Mails())
			n.must(200, http.MethodPatch, path, j{"locked": false, "disabled": false})
			n.must(200, http.MethodPatch, path, j{"emails": []j{{"address": "later@example.test"}}})
			for _, ask := range []tickets.RequestResetInput{
				{Email: "later@example.test", LinkForm: models.ProofMailCode}, {Username: "ada", LinkForm: models.ProofMailCode},
			} {
				if _, err := w.Core.Tickets.RequestReset(context.Background(), ask); err != nil {
					t.Fatal(err)
				}
			}
			for _, m := range w.Mails()[before:] {
				if !strings.Contains(m.Subject, "addresses") || m.To == "later@example.test" {
					t.Errorf("to %s: %s", m.To, m.Subject)
				}
			}
		})
	})
}

// returnedLink is a reset link that was handed to an operator.
func returnedLink(w *harness.World, p *harness.Person) core.Proof {
	w.T.Helper()
	out, err := w.Core.Tickets.IssueTicket(wbOperator(), tickets.IssueTicketInput{
		UserID: p.ID, Purpose: models.PurposeReset, Medium: models.MediumReturned, Form: models.ProofKey,
	})
	if err != nil {
		w.T.Fatal(err)
	}
	return core.Proof{Form: models.ProofKey, Purpose: models.PurposeReset, Secret: out.Secret}
}

// toldOfAddresses looks at the mails since then: to the verified addresses of before and
// after, and without the new ones; or none at all.
func toldOfAddresses(w *harness.World, since int, some bool) {
	w.T.Helper()
	told := map[string]bool{}
	for _, m := range w.Mails()[since:] {
		told[m.To] = true
		if !strings.Contains(m.Subject, "addresses") || strings.Contains(m.Text, "later@") || strings.Contains(m.Text, "new@") {
			w.T.Errorf("%s: %s", m.Subject, m.Text)
		}
	}
	if !some {
		if len(told) != 0 {
			w.T.Errorf("it mailed %v", told)
		}
		return
	}
	if !told["new@example.test"] || !told["ada@example.test"] || told["unproven@example.test"] || told["later@example.test"] || len(told) != 2 {
		w.T.Errorf("it told %v", told)
	}
}

// TestRekeyALockedOrDisabledUserIsLoggedOutAtOnce: disabling, locking and deleting end every way in, and
// what a user may do ends with his rights, at the next request (S57, A-031, A-091).
func TestRekeyALockedOrDisabledUserIsLoggedOutAtOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		for name, out := range seed.InOrder(map[string]func(path string){
			"disabled": func(path string) { n.must(200, http.MethodPatch, path, j{"disabled": true}) },
			"locked":   func(path string) { n.must(200, http.MethodPatch, path, j{"locked": true}) },
			"deleted":  func(path string) { n.must(204, http.MethodDelete, path, nil) },
		}) {
			w.Check("a user who is "+name+" has no way in", func(t *testing.T) {
				p := w.Person(name)
				n.must(200, http.MethodPatch, users+"/"+p.ID, j{"boundary": "tenant", "permissions": []string{"users:read", "users:write"}})
				l := w.LogIn(p)
				him := native{w, l.AccessToken}
				him.must(200, http.MethodGet, users, nil)
				out(users + "/" + p.ID)
				him.refused(401, "unauthenticated", http.MethodGet, users, nil)
				if a := wristband(w).refresh(l.RefreshToken); a.Status != http.StatusBadRequest {
					t.Errorf("the refresh token is answered %d", a.Status)
				}
				pw, err := surface.Password(p.Password)
				if err != nil {
					t.Fatal(err)
				}
				if _, err := w.Core.Logins.LogIn(context.Background(), logins.LogInInput{Username: p.Username, Password: pw}); err == nil {
					t.Error("he logs in")
				}
			})
		}
		p := w.Person("ada")
		path := users + "/" + p.ID
		n.must(200, http.MethodPatch, path, j{"boundary": "tenant", "permissions": []string{"users:read"}})
		him := native{w, w.LogIn(p).AccessToken}
		w.Step("he may do what he was permitted", func(t *testing.T) {
			him.must(200, http.MethodGet, users, nil)
		})
		w.Step("a permission that is taken away is named in the refusal", func(t *testing.T) {
			n.must(200, http.MethodPatch, path, j{"permissions": []string{"events:read"}})
			if a := him.refused(403, "forbidden", http.MethodGet, users, nil); a.Field(t, "permission") != "users:read" {
				t.Errorf("%s", a.Body)
			}
		})
		w.Step("within himself he may do nothing to others", func(t *testing.T) {
			n.must(200, http.MethodPatch, path, j{"boundary": "self", "permissions": []string{}})
			him.refused(403, "forbidden", http.MethodGet, users, nil)
		})
		w.Check("the trail tells what was granted", func(t *testing.T) {
			if got := strings.Join(rows(w, p.ID), "\n"); !strings.Contains(got, "user.update boundary permissions; holds in the boundary tenant: users:read") {
				t.Errorf("the trail: %s", got)
			}
		})
	})
}

// TestRekeyADeletedUserLeavesNothing but his events: no hash, no address, no secret.
func TestRekeyADeletedUserLeavesNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, p := asOwner(w), w.Person("ada", harness.WithPhone("+41791234567"))
		l := w.LogIn(p)
		if _, err := w.Core.Tickets.IssueTicket(wbOperator(), tickets.IssueTicketInput{
			UserID: p.ID, Purpose: models.PurposeReset, Medium: models.MediumLink, Form: models.ProofKey, Channel: models.ChannelEmail,
		}); err != nil {
			t.Fatal(err)
		}
		n.must(204, http.MethodDelete, users+"/"+p.ID, nil)
		if mails := w.Mails(); len(mails) != 0 {
			t.Errorf("%d messages were sent after the deletion", len(mails))
		}
		rd := w.Store.Read(context.Background())
		messages, err := rd.MessagesOf(p.ID, 10)
		if err != nil || len(messages) != 1 || messages[0].Sealed != nil || messages[0].State != models.MessageFailed {
			t.Errorf("%+v %v", messages, err)
		}
		addresses, err := rd.AddressesOf(p.ID)
		if _, none := rd.FindCredential(p.ID); err != nil || len(addresses) != 0 || none == nil {
			t.Errorf("%v %v %v", addresses, err, none)
		}
		if _, err := rd.FindSession(l.SessionID); err == nil {
			t.Error("the session is there")
		}
		again := n.must(201, http.MethodPost, users, j{"tenantId": w.Tenant.ID, "username": "ada", "emails": []j{{"address": p.Email, "verified": true}}})
		if again.Field(t, "id") == p.ID || again.Field(t, "number") == fmt.Sprint(p.Number) {
			t.Error("an id was given again")
		}
	})
}
