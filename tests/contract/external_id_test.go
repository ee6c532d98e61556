package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// The native surface sets the id once, shows it and searches by it; its paths take the native id alone.
func TestRekeyAUserHasTheIDOfAnotherSystem(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, id := asOwner(w), ""
		w.Step("it is set at creation", func(t *testing.T) {
			made := n.must(201, http.MethodPost, users, j{"tenantId": w.Tenant.ID, "username": "minnie", "externalId": "auth0|5f7c8ec7"})
			if id = made.Field(t, "id"); made.Field(t, "externalId") != "auth0|5f7c8ec7" {
				t.Errorf("made: %s", made.Body)
			}
		})
		w.Person("mickey", harness.WithExternalID("auth0|5f7c8ec7"), harness.Of(w.Sibling("Umbrella")))
		n.refuses(
			refusal{"another user with the id", 409, "external_id_taken", http.MethodPost, users, j{"tenantId": w.Tenant.ID, "username": "goofy", "externalId": "auth0|5f7c8ec7"}, nil},
			refusal{"an id with a blank", 400, "malformed_request", http.MethodPost, users, j{"tenantId": w.Tenant.ID, "username": "goofy", "externalId": "a b"}, nil},
			refusal{"a change of it", 400, "malformed_request", http.MethodPatch, users + "/" + id, j{"externalId": "auth0|2"}, nil},
			refusal{"a path with it", 400, "malformed_request", http.MethodGet, users + "/auth0%7C5f7c8ec7", nil, nil},
		)
		for query, want := range seed.InOrder(map[string]int{
			"?externalId=auth0%7C5f7c8ec7": 2, "?externalId=auth0%7C5f7c8ec7&tenantId=" + w.Tenant.ID: 1, "?externalId=Auth0%7C5f7c8ec7": 0,
		}) {
			w.Check("a search "+query, func(t *testing.T) {
				if found := strings.Count(n.must(200, http.MethodGet, users+query, nil).Body, `"externalId":"auth0|5f7c8ec7"`); found != want {
					t.Errorf("%d users, want %d", found, want)
				}
			})
		}
		w.Step("it is not given again after the user was deleted", func(t *testing.T) {
			n.must(204, http.MethodDelete, users+"/"+id, nil)
			n.refused(409, "external_id_taken", http.MethodPost, users, j{"tenantId": w.Tenant.ID, "username": "goofy", "externalId": "auth0|5f7c8ec7"})
		})
	})
}

func TestEntrustTakesTheExternalID(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada", harness.WithExternalID("ada@corp.example"))
		w.Person("bob", harness.WithExternalID("ada@corp.example"), harness.Of(w.Sibling("Umbrella")))
		permissions := []string{"USERPASSWORDS:VIEW", "USERPASSWORDS:EDIT", "USERPASSWORDS:REMOVE"}
		one, both := w.TenantKey(w.Tenant, permissions...).Key.Reveal(), w.Key(permissions...).Key.Reveal()
		call := func(method, key, tail string, body any) harness.Answer {
			return w.Do(harness.Call{Method: method, Path: "/api/web/v1/users/ada@corp.example" + tail, Token: key, Body: body})
		}
		w.Step("a key of one tenant finds its own user", func(t *testing.T) {
			if a := call(http.MethodPut, one, "/passwords", entrustBody{"password": harness.NewPassword, "emailPassword": false}); a.Status != 200 {
				t.Fatalf("%d %s", a.Status, a.Body)
			}
			if !w.CanLogIn(ada, harness.NewPassword) {
				t.Error("his password was not set")
			}
		})
		w.Check("a key of both is given no choice", func(t *testing.T) {
			if a := call(http.MethodGet, both, "/passwords", nil); a.Status != 409 || !strings.Contains(a.Body, `"errorCode":"user_ambiguous"`) {
				t.Errorf("%d %s", a.Status, a.Body)
			}
		})
	})
}

func TestWristbandTakesAndAnswersTheExternalID(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		const external = "w7xq2n5c9m4w6x8z0p1q3rs2ab"
		p := w.Person("ada", harness.WithExternalID(external))
		key := w.KeyWith(keys.CreateAPIKeyInput{Boundary: models.BoundaryPlatform, Permissions: []string{"*"}}).Key.Reveal()
		call := func(operation string, body j) harness.Answer {
			a := w.Do(harness.Call{Method: http.MethodPost, Path: "/api/v1/password-reset/" + operation, Token: key, Body: body})
			if a.Status != 200 {
				t.Fatalf("%s: %d %s", operation, a.Status, a.Body)
			}
			return a
		}
		w.Step("a mailed code tells the id that the user had", func(t *testing.T) {
			call("send-password-reset-email", j{"userId": external})
			mails := w.Mails()
			_, rest, _ := strings.Cut(mails[len(mails)-1].Text, "?key=")
			code, _, _ := strings.Cut(strings.Fields(rest)[0], "&")
			if got := call("introspect-email-auth-code", j{"emailAuthCode": code}).Field(t, "userId"); got != external {
				t.Errorf("it tells %s", got)
			}
		})
		call("create-password-reset-link", j{"userId": external})
		for _, id := range []string{external, p.ID} {
			w.Check("he changes his own password as "+id, func(t *testing.T) {
				a := w.Do(wbChangeOwn(w.LogIn(p).AccessToken, id, "wrong", harness.NewPassword))
				if a.Status != 400 || !strings.Contains(a.Body, "invalid_current_password") {
					t.Errorf("%d %s", a.Status, a.Body)
				}
			})
		}
		w.Step("his sessions end", func(t *testing.T) {
			if a := w.Do(wbEnd(key, external)); a.Status != 204 {
				t.Errorf("%d %s", a.Status, a.Body)
			}
		})
	})
}

// A number can be the id that the user had there.
func TestBoomiTakesANumberAsTheExternalID(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		token := w.LogIn(w.Person("ada", harness.WithExternalID("4711"))).AccessToken
		if a := w.Do(own(token, j{"userId": 4712})); a.Status != 403 {
			t.Errorf("the id of nobody: %d %s", a.Status, a.Body)
		}
		if a := w.Do(own(token, j{"userId": 4711})); a.Status != 200 {
			t.Errorf("his own id: %d %s", a.Status, a.Body)
		}
	})
}
