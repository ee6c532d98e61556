package contract_test

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// zitMoved is an id as the vendor's users have it.
const zitMoved = "163840776835432705"

// A client keeps the ids that its users had: each operation takes them, each answer has them.
func TestZitadelAUserKeepsTheIDThatHeHad(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Settings(func(s *models.Settings) { s.LinkTemplates = []string{"https://app.example.com/"} })
		minnie, z := w.Person("minnie", harness.WithExternalID(zitMoved)), zitadel(w)
		at := "/v2/users/" + zitMoved + "/"
		w.Step("a code is returned, and redeemed with the same id", func(t *testing.T) {
			code := z.expect(z.post(at+"password_reset", j{"returnCode": j{}}), 200).Field(t, "verificationCode")
			z.expect(z.post(at+"password", j{"newPassword": j{"password": harness.NewPassword}, "verificationCode": code}), 200)
		})
		w.Step("a code is redeemed with the native id too", func(t *testing.T) {
			code := z.expect(z.post(at+"password_reset", j{"returnCode": j{}}), 200).Field(t, "verificationCode")
			z.expect(z.user(minnie, "password", j{"newPassword": j{"password": harness.Password}, "verificationCode": code}), 200)
		})
		w.Step("the link of a template has the id that he had", func(t *testing.T) {
			z.expect(z.post(at+"password_reset", j{"sendLink": j{"urlTemplate": "https://app.example.com/reset?u={{.UserID}}&c={{.Code}}"}}), 200)
			mails := w.Mails()
			if last := mails[len(mails)-1].Text; !strings.Contains(last, "https://app.example.com/reset?u="+zitMoved+"&c=") {
				t.Errorf("the mail says %s", last)
			}
		})
		w.Step("a session is made by the id, found by it, and has it", func(t *testing.T) {
			a := z.expect(z.post("/v2/sessions", j{"checks": j{"user": j{"userId": zitMoved}, "password": j{"password": harness.Password}}}), 201)
			id := a.Field(t, "sessionId")
			if got := z.expect(z.get("/v2/sessions/"+id), 200).Field(t, "session", "factors", "user", "id"); got != zitMoved {
				t.Errorf("the session is of %s", got)
			}
			for _, named := range []string{zitMoved, minnie.ID} {
				found := z.expect(z.post("/v2/sessions/search", j{"queries": []j{{"userIdQuery": j{"id": named}}}}), 200)
				if !strings.Contains(found.Body, `"id":"`+id+`"`) || !strings.Contains(found.Body, `"id":"`+zitMoved+`"`) || strings.Contains(found.Body, minnie.ID) {
					t.Errorf("found by %s: %s", named, found.Body)
				}
			}
		})
		w.Step("he is locked, unlocked and given a password by the id", func(t *testing.T) {
			z.expect(z.post(at+"lock", j{}), 200)
			z.expect(z.post(at+"unlock", j{}), 200)
			z.expect(z.patch("/v2/users/"+zitMoved, j{"human": j{"password": j{"password": j{"password": harness.NewPassword}}}}), 200)
		})
		himself := z.as(w.LogIn(&harness.Person{User: minnie.User, Password: harness.NewPassword}).AccessToken)
		own := func(id string) harness.Call {
			return himself.post("/v2/users/"+id+"/password", j{"newPassword": j{"password": harness.Password + id}, "currentPassword": "wrong"})
		}
		z.expects(
			zitCall{"an id that nobody had", z.post("/v2/users/"+zitMoved+"1/lock", j{}), 404, nil},
			zitCall{"he may name himself by the id that he had", own(zitMoved), 400, zitFault(3, "COMMAND-3M0fs")},
			zitCall{"or by the native one", own(minnie.ID), 400, zitFault(3, "COMMAND-3M0fs")},
			zitCall{"and nobody else", own("163840776835432706"), 403, []string{`"code":7`}},
		)
	})
}

// Several tenants may have had the same ids. A key is given no choice of a user.
func TestZitadelAnExternalIDNamesOneUserInScope(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Person("minnie", harness.WithExternalID(zitMoved))
		there := w.Sibling("Umbrella")
		mickey := w.Person("mickey", harness.WithExternalID(zitMoved), harness.Of(there))
		w.Person("goofy", harness.WithExternalID("goofy|1"), harness.Of(there))
		const right = "user.write"
		here := zit{w, w.TenantKey(w.Tenant, right).Key.Reveal()}
		both := zit{w, w.KeyWith(keys.CreateAPIKeyInput{Name: "all", Boundary: models.BoundaryApplication, ApplicationID: w.Tenant.ApplicationID, Permissions: []string{right}}).Key.Reveal()}
		lock := func(z zit, id, organisation string) harness.Call {
			c := z.post("/v2/users/"+id+"/lock", j{})
			c.Header = map[string]string{"x-zitadel-orgid": organisation}
			return c
		}
		both.expects(
			zitCall{"two users are a conflict", lock(both, zitMoved, ""), 400, zitFault(9, "REKEY-UserAmbiguous")},
			zitCall{"and none of them is locked", lock(both, zitMoved, there.ID), 200, nil},
			zitCall{"a key of one tenant finds its own", lock(here, zitMoved, ""), 200, nil},
			zitCall{"and no other, by the external id", lock(here, "goofy%7C1", ""), 404, zitFault(5, "COMMAND-450yxuqrh1")},
			zitCall{"nor by the native one", lock(here, mickey.ID, ""), 404, zitFault(5, "COMMAND-450yxuqrh1")},
			zitCall{"an id of one tenant alone is found", lock(both, "goofy%7C1", ""), 200, nil},
			zitCall{"ids have their case", lock(both, "Goofy%7C1", ""), 404, nil},
		)
	})
}
