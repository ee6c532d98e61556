package contract_test

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/lifecycle"
	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
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
		said = append(said, strings.TrimSpace(events[i].Action+" "+events[i].Detail))
	}
	return said
}

func TestRekeyUsers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		made := n.must(201, http.MethodPost, users, j{
			"tenantId": w.Tenant.ID, "username": "Jané", "givenName": "Jane", "locale": "de",
			"emails":   []j{{"address": "jane@work.example"}, {"address": "Jane@Home.example", "verified": true, "primary": true}},
			"phones":   []j{{"address": "+41791234567", "verified": true}},
			"metadata": j{"costCentre": "4711"}, "disabled": true,
		})
		path := users + "/" + made.Field(t, "id")
		if made.Header.Get("ETag") != `"1"` || n.get(path).Body != made.Body {
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
		n.refused(409, "name_taken", http.MethodPost, users, j{"tenantId": w.Tenant.ID, "username": "JANE\u0301"})
		n.refused(404, "tenant_not_found", http.MethodPost, users, j{"tenantId": "01hq3kad3svktnkwp31fmt4bee", "username": "x"})
		for pointer, body := range map[string]j{
			"/username":         {"username": "jane "},
			"/emails/0/address": {"username": "x", "emails": []j{{"address": "no address"}}},
			"/emails/1/address": {"username": "x", "emails": []j{{"address": "a@b.example"}, {"address": "A@B.example"}}},
			"/emails/1/primary": {"username": "x", "emails": []j{{"address": "a@b.example", "primary": true}, {"address": "c@b.example", "primary": true}}},
			"/metadata":         {"username": "x", "metadata": j{strings.Repeat("n", 65): "x"}},
			"/permissions":      {"username": "x", "permissions": []string{"users:read"}},
			"/permissions/1":    {"username": "x", "boundary": "tenant", "permissions": []string{"users:read", "users:rule"}},
		} {
			body["tenantId"] = w.Tenant.ID
			a := n.must(422, http.MethodPost, users, body)
			if !strings.Contains(a.Body, `"pointer":"`+pointer+`"`) {
				t.Errorf("%s: %s", pointer, a.Body)
			}
		}
		changed := n.must(200, http.MethodPatch, path, j{"username": "jane.doe", "disabled": false, "metadata": j{}}, "If-Match", `"1"`)
		if changed.Field(t, "givenName") != "Jane" || changed.Field(t, "metadata") != "map[]" || changed.Header.Get("ETag") != `"2"` {
			t.Errorf("what is absent stays, and metadata are replaced: %s", changed.Body)
		}
		n.refused(412, "version_mismatch", http.MethodPatch, path, j{"givenName": "Late"}, "If-Match", `"1"`)
		n.refused(412, "version_mismatch", http.MethodDelete, path, nil, "If-Match", `"1"`)
		n.refused(422, "name_invalid", http.MethodPatch, path, j{"username": "jane\t"})
		n.refused(422, "user_invalid", http.MethodPatch, path, j{"boundary": "self", "permissions": []string{"users:read"}})
		w.Person("bob")
		n.refused(409, "name_taken", http.MethodPatch, path, j{"username": "BOB"})
		n.refused(409, "name_taken", http.MethodPatch, path, j{"emails": []j{{"address": "BOB@example.test"}}})
		if a := n.must(200, http.MethodPatch, path, j{"givenName": "Jane"}); a.Header.Get("ETag") != `"2"` {
			t.Error("a change that changes nothing moved the version on")
		}
		n.must(204, http.MethodDelete, path, nil, "If-Match", `"2"`)
		n.refused(404, "user_not_found", http.MethodGet, path, nil)
		n.refused(404, "user_not_found", http.MethodPatch, path, j{"givenName": "Late"})
		n.refused(404, "user_not_found", http.MethodDelete, path, nil)
		want := []string{"user.create", "user.enable", "user.update username metadata", "user.delete"}
		if got := rows(w, made.Field(t, "id")); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("the trail says %q, want %q", got, want)
		}
	})
}

func TestRekeyListUsers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, sibling := asOwner(w), w.Sibling("Sibling")
		elsewhere := w.NewTenant("Elsewhere", false, models.DefaultSettings())
		w.Person("ada", func(in *lifecycle.CreateUser) { in.Emails = []lifecycle.UserAddress{{Value: "Second@example.test"}} })
		bob, cy, dot := w.Person("bob"), w.Person("cy", harness.Of(sibling)), w.Person("dot", harness.Of(elsewhere))
		n.must(200, http.MethodPatch, users+"/"+bob.ID, j{"locked": true})
		n.must(200, http.MethodPatch, users+"/"+cy.ID, j{"disabled": true})
		names := func(n native, query string) string {
			var page struct {
				Items      []struct{ Username string }
				NextCursor string
			}
			var all []string
			for next := query; ; {
				n.must(200, http.MethodGet, users+"?"+next, nil).JSON(t, &page)
				for _, u := range page.Items {
					all = append(all, u.Username)
				}
				if page.NextCursor == "" {
					return strings.Join(all, " ")
				}
				next = query + "&cursor=" + page.NextCursor
				page.Items, page.NextCursor = nil, ""
			}
		}
		app := native{w, w.Key("users:read").Key.Reveal()}
		tenant := native{w, w.TenantKey(w.Tenant, "users:read").Key.Reveal()}
		for _, c := range []struct {
			who   native
			query string
			want  string
		}{
			{n, "", "ada bob cy dot"},
			{n, "limit=1", "ada bob cy dot"},
			{app, "limit=2", "ada bob cy"},
			{tenant, "", "ada bob"},
			{tenant, "tenantId=" + sibling.ID, ""},
			{app, "tenantId=" + sibling.ID, "cy"},
			{app, "tenantId=" + elsewhere.ID, ""},
			{app, "username=ＡＤＡ", "ada"},
			{app, "username=dot", ""},
			{app, "username=%20ada", ""},
			{n, "email=" + url.QueryEscape("SECOND@example.test"), "ada"},
			{n, "email=example.test", ""},
			{tenant, "email=" + url.QueryEscape(cy.Email), ""},
			{app, "disabled=true", "cy"},
			{app, "disabled=false&locked=false", "ada"},
			{app, "locked=true", "bob"},
		} {
			if got := names(c.who, c.query); got != c.want {
				t.Errorf("%s: %q, want %q", c.query, got, c.want)
			}
		}
		if got := n.get(users + "/" + dot.ID); got.Status != 200 {
			t.Errorf("%d", got.Status)
		}
		app.refused(404, "user_not_found", http.MethodGet, users+"/"+dot.ID, nil)
		page := n.must(200, http.MethodGet, users+"?limit=1", nil)
		cursor := page.Field(t, "nextCursor")
		for _, stolen := range []native{app, tenant} {
			stolen.refused(400, "malformed_request", http.MethodGet, users+"?limit=1&cursor="+cursor, nil)
		}
		n.refused(400, "malformed_request", http.MethodGet, users+"?limit=1&locked=true&cursor="+cursor, nil)
	})
}

// TestRekeyAChangeOfAddresses: the codes of before end, and every verified address of
// before and after is told (S14, S34, A-025); an unverified one never gets a link.
func TestRekeyAChangeOfAddresses(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, p := asOwner(w), w.Person("ada", func(in *lifecycle.CreateUser) {
			in.Emails = []lifecycle.UserAddress{{Value: "unproven@example.test"}}
		})
		path := users + "/" + p.ID
		link := func() lifecycle.Proof {
			out, err := w.Core.IssueTicket(wbOperator(), lifecycle.IssueTicket{
				UserID: p.ID, Purpose: models.PurposeReset, Medium: models.MediumReturned, Form: models.ProofKey,
			})
			if err != nil {
				t.Fatal(err)
			}
			return lifecycle.Proof{Form: models.ProofKey, Purpose: models.PurposeReset, Secret: out.Secret}
		}
		for _, change := range []j{
			{"emails": []j{{"address": "ada@example.test", "verified": true}, {"address": "new@example.test", "verified": true, "primary": true}}},
			{"phones": []j{{"address": "+41791234567", "verified": true}}},
			{"emails": []j{{"address": "new@example.test", "verified": true}, {"address": "later@example.test"}}},
			{"disabled": true},
			{"locked": true},
		} {
			n.must(200, http.MethodPatch, path, j{"locked": false, "disabled": false})
			proof, before := link(), len(w.Mails())
			n.must(200, http.MethodPatch, path, change)
			if _, err := w.Core.InspectTicket(context.Background(), proof); err == nil {
				t.Errorf("a link outlived %v", change)
			}
			told := map[string]bool{}
			for _, m := range w.Mails()[before:] {
				told[m.To] = true
				if !strings.Contains(m.Subject, "addresses") || strings.Contains(m.Text, "later@") || strings.Contains(m.Text, "new@") {
					t.Errorf("%s: %s", m.Subject, m.Text)
				}
			}
			if change["emails"] == nil && change["phones"] == nil {
				if len(told) != 0 {
					t.Errorf("%v mailed %v", change, told)
				}
				continue
			}
			if !told["new@example.test"] || !told["ada@example.test"] || told["unproven@example.test"] || told["later@example.test"] || len(told) != 2 {
				t.Errorf("%v told %v", change, told)
			}
		}
		before := len(w.Mails())
		n.must(200, http.MethodPatch, path, j{"locked": false, "disabled": false})
		n.must(200, http.MethodPatch, path, j{"emails": []j{{"address": "later@example.test"}}})
		if _, err := w.Core.RequestReset(context.Background(), lifecycle.RequestReset{Email: "later@example.test", LinkForm: models.ProofMailCode}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Core.RequestReset(context.Background(), lifecycle.RequestReset{Username: "ada", LinkForm: models.ProofMailCode}); err != nil {
			t.Fatal(err)
		}
		for _, m := range w.Mails()[before:] {
			if !strings.Contains(m.Subject, "addresses") || m.To == "later@example.test" {
				t.Errorf("to %s: %s", m.To, m.Subject)
			}
		}
	})
}

// TestRekeyWhoIsOutIsOutAtOnce: disabling, locking and deleting end every way in, and
// what a user may do ends with his rights, at the next request (S57, A-031, A-091).
func TestRekeyWhoIsOutIsOutAtOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		for name, out := range map[string]func(path string){
			"disabled": func(path string) { n.must(200, http.MethodPatch, path, j{"disabled": true}) },
			"locked":   func(path string) { n.must(200, http.MethodPatch, path, j{"locked": true}) },
			"deleted":  func(path string) { n.must(204, http.MethodDelete, path, nil) },
		} {
			p := w.Person(name)
			n.must(200, http.MethodPatch, users+"/"+p.ID, j{"boundary": "tenant", "permissions": []string{"users:read", "users:write"}})
			l := w.LogIn(p)
			him := native{w, l.AccessToken}
			him.must(200, http.MethodGet, users, nil)
			out(users + "/" + p.ID)
			him.refused(401, "unauthenticated", http.MethodGet, users, nil)
			if a := wristband(w).refresh(l.RefreshToken); a.Status != http.StatusBadRequest {
				t.Errorf("%s: the refresh token is answered %d", name, a.Status)
			}
			pw, err := surface.Password(p.Password)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Core.LogIn(context.Background(), lifecycle.LogIn{Username: p.Username, Password: pw}); err == nil {
				t.Errorf("%s: he logs in", name)
			}
		}
		p := w.Person("ada")
		path := users + "/" + p.ID
		n.must(200, http.MethodPatch, path, j{"boundary": "tenant", "permissions": []string{"users:read"}})
		him := native{w, w.LogIn(p).AccessToken}
		him.must(200, http.MethodGet, users, nil)
		n.must(200, http.MethodPatch, path, j{"permissions": []string{"events:read"}})
		if a := him.refused(403, "forbidden", http.MethodGet, users, nil); a.Field(t, "permission") != "users:read" {
			t.Errorf("%s", a.Body)
		}
		n.must(200, http.MethodPatch, path, j{"boundary": "self", "permissions": []string{}})
		him.refused(403, "forbidden", http.MethodGet, users, nil)
		last := rows(w, p.ID)
		if got := strings.Join(last, "\n"); !strings.Contains(got, "user.update boundary permissions; holds in the boundary tenant: users:read") {
			t.Errorf("the trail does not say what was granted: %s", got)
		}
	})
}

// TestRekeyADeletedUserLeavesNothing but his events: no hash, no address, no secret.
func TestRekeyADeletedUserLeavesNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, p := asOwner(w), w.Person("ada", harness.WithPhone("+41791234567"))
		l := w.LogIn(p)
		if _, err := w.Core.IssueTicket(wbOperator(), lifecycle.IssueTicket{
			UserID: p.ID, Purpose: models.PurposeReset, Medium: models.MediumLink, Form: models.ProofKey, Channel: models.ChannelEmail,
		}); err != nil {
			t.Fatal(err)
		}
		n.must(204, http.MethodDelete, users+"/"+p.ID, nil)
		if mails := w.Mails(); len(mails) != 0 {
			t.Errorf("%d messages were sent after the deletion", len(mails))
		}
		tx := w.Store.Read(context.Background())
		messages, err := tx.MessagesOf(p.ID, 10)
		if err != nil || len(messages) != 1 || messages[0].Sealed != nil || messages[0].State != models.MessageFailed {
			t.Errorf("%+v %v", messages, err)
		}
		addresses, err := tx.AddressesOf(p.ID)
		if _, none := tx.FindCredential(p.ID); err != nil || len(addresses) != 0 || none == nil {
			t.Errorf("%v %v %v", addresses, err, none)
		}
		if _, err := tx.FindSession(l.SessionID); err == nil {
			t.Error("the session is there")
		}
		again := n.must(201, http.MethodPost, users, j{"tenantId": w.Tenant.ID, "username": "ada", "emails": []j{{"address": p.Email, "verified": true}}})
		if again.Field(t, "id") == p.ID || again.Field(t, "number") == fmt.Sprint(p.Number) {
			t.Error("an id was given again")
		}
	})
}
