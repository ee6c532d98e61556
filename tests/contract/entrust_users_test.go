package contract_test

import (
	"net/http"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const entrustUsers = "/api/web/v3/users"

// entrustAdmin makes calls with one key.
type entrustAdmin struct {
	w   *harness.World
	key string
}

func entrustUserAdmin(w *harness.World) entrustAdmin {
	w.T.Helper()
	return entrustAdmin{w, w.TenantKey(w.Tenant, "USERS:VIEW", "USERS:ADD", "USERS:EDIT", "USERS:REMOVE").Key.Reveal()}
}

func (e entrustAdmin) do(method, path string, body any) harness.Answer {
	e.w.T.Helper()
	return e.w.Do(harness.Call{Method: method, Path: path, Token: e.key, Body: body})
}

// must makes a call that must have this status.
func (e entrustAdmin) must(t *testing.T, status int, method, path string, body any) harness.Answer {
	t.Helper()
	a := e.do(method, path, body)
	if a.Status != status {
		t.Fatalf("%s %s: %d %s", method, path, a.Status, a.Body)
	}
	return a
}

func (e entrustAdmin) find(name string) harness.Answer {
	e.w.T.Helper()
	return e.do(http.MethodPost, entrustUsers+"/userid", entrustBody{"userId": name})
}

func TestEntrustFindUser(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada", harness.WithExternalID("emp-42"))
		e := entrustUserAdmin(w)
		for name, status := range seed.InOrder(map[string]int{
			ada.Username: 200, "ADA": 200, " ada ": 200, ada.Email: 200, "nobody": 404, ada.ID: 404, "emp-42": 404, "ad": 404, "%": 404,
		}) {
			w.Check("a lookup of "+name, func(t *testing.T) {
				a := e.find(name)
				if a.Status != status || status == 200 && (a.Field(t, "id") != ada.ID || a.Field(t, "externalId") != "emp-42") {
					t.Errorf("%d %s", a.Status, a.Body)
				}
			})
		}
		for _, id := range []string{ada.ID, "emp-42"} {
			w.Check("a read of "+id, func(t *testing.T) {
				a := e.must(t, 200, http.MethodGet, entrustUsers+"/"+id, nil)
				for member, want := range seed.InOrder(map[string]string{
					"id": ada.ID, "userId": "ada", "email": ada.Email, "state": "ACTIVE", "locked": "false", "type": "MGMT_UI",
					"registrationRequired": "false", "verificationRequired": "false", "lastModified": "2026-01-02T03:04:05Z",
				}) {
					if got := a.Field(t, member); got != want {
						t.Errorf("%s is %s", member, got)
					}
				}
			})
		}
		w.Check("users of other tenants are nobody", func(t *testing.T) {
			eve := entrustOther(w)
			if a := e.find(eve.Username); a.Status != 404 {
				t.Errorf("by name: %d %s", a.Status, a.Body)
			}
			e.must(t, 404, http.MethodGet, entrustUsers+"/"+eve.ID, nil)
		})
		w.Check("a key of several tenants is told of namesakes", func(t *testing.T) {
			w.Person("ada", harness.Of(w.Sibling("Umbrella")))
			both := entrustAdmin{w, w.Key("USERS:VIEW").Key.Reveal()}
			if a := both.find("ada"); a.Status != 409 || a.Field(t, "errorCode") != "user_ambiguous" {
				t.Errorf("%d %s", a.Status, a.Body)
			}
		})
	})
}

func TestEntrustUnlockUser(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, e := w.Person("ada"), entrustUserAdmin(w)
		unlock := func(t *testing.T) {
			t.Helper()
			if a := e.must(t, 200, http.MethodPut, "/api/web/v1/users/"+ada.ID+"/unlock", nil); a.Body != "" {
				t.Errorf("the body is %s", a.Body)
			}
		}
		w.Step("a lock is lifted", func(t *testing.T) {
			if _, err := w.Core.Accounts.LockUser(system(), ada.ID); err != nil {
				t.Fatal(err)
			}
			if got := e.find("ada").Field(t, "locked"); got != "true" {
				t.Errorf("locked is %s", got)
			}
			unlock(t)
			if got := e.find("ada").Field(t, "locked"); got != "false" || !w.CanLogIn(ada, harness.Password) {
				t.Errorf("locked is %s", got)
			}
		})
		w.Step("a repetition changes nothing", func(t *testing.T) {
			before := entrustStateOf(w, ada.ID)
			unlock(t)
			if after := entrustStateOf(w, ada.ID); after.events != before.events || after.sequence != before.sequence {
				t.Errorf("%+v, was %+v", after, before)
			}
		})
		w.Step("a lockout after wrong passwords ends", func(t *testing.T) {
			for range 20 {
				entrustLogin(w, ada, "not her password")
			}
			if got := entrustLogin(w, ada, harness.Password); got != "refused" {
				t.Fatalf("login: %s", got)
			}
			unlock(t)
			if got := entrustLogin(w, ada, harness.Password); got != "in" {
				t.Errorf("login: %s", got)
			}
		})
	})
}
