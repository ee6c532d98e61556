package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// From the import to the session: a client that knows the id of the vendor alone resets the password of a
// user who was imported with it, and logs him in, over REST and over gRPC.
func TestZitadelAnImportedUserIsFoundByTheIDThatHeHad(t *testing.T) {
	t.Parallel()
	for _, over := range []string{"REST", "gRPC"} {
		t.Run(over, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				w.Settings(func(s *models.Settings) { s.LinkTemplates = []string{"https://app.example.com/"} })
				refused, err := w.Core.Accounts.ImportUsers(system(), []accounts.ImportUser{{CreateUserInput: accounts.CreateUserInput{
					TenantID: w.Tenant.ID, ExternalID: zitMoved, Username: "minnie", GivenName: "Minnie", FamilyName: "Mouse", Locale: "en",
					Email: "minnie@example.test", Verified: true, Hash: secret.NewText(zitBcrypt),
				}}})
				if err != nil || refused[0] != nil {
					t.Fatal(err, refused)
				}
				z, p := zit{w, w.Key("user.write", "user.read", "session.write", "session.read").Key.Reveal()}, zitMinnie(w)
				if over == "REST" {
					z.importToSession(p)
					return
				}
				face := harness.NewFace(t, over, w.Client.Transport)
				w.Client = &http.Client{Transport: face, CheckRedirect: w.Client.CheckRedirect}
				z.importToSession(p)
				if face.Made == 0 {
					t.Error("no call was made")
				}
			})
		})
	}
}

func (z zit) importToSession(p *harness.Person) {
	at := "/v2/users/" + zitMoved
	own := func(t *testing.T, what string, a harness.Answer) {
		t.Helper()
		if strings.Contains(a.Body, p.ID) || !strings.Contains(a.Body, zitMoved) {
			t.Errorf("%s has not the id that the user had: %s", what, a.Body)
		}
	}
	login := func(password string) harness.Call {
		return z.post("/v2/sessions", j{"checks": j{"user": j{"userId": zitMoved}, "password": j{"password": password}}})
	}
	code := ""
	z.Step("the user is found", func(t *testing.T) {
		own(t, "the user", z.expect(z.get(at), 200))
		own(t, "the list", z.expect(z.post("/v2/users", j{"queries": []j{{"emailQuery": j{"emailAddress": p.Email}}}}), 200))
		own(t, "the list by ids", z.expect(z.post("/v2/users", j{"queries": []j{{"inUserIdsQuery": j{"userIds": []string{zitMoved}}}}}), 200))
	})
	z.Step("the imported hash logs in", func(*testing.T) { z.expect(login(harness.Password), 201) })
	z.Step("the mailed link has the id", func(t *testing.T) {
		z.expect(z.post(at+"/password_reset", j{"sendLink": j{"urlTemplate": "https://app.example.com/reset?u={{.UserID}}&c={{.Code}}"}}), 200)
		_, rest, found := strings.Cut(z.LastMail(p.Email).Text, "https://app.example.com/reset?u="+zitMoved+"&c=")
		if code, _, _ = strings.Cut(rest, "\n"); !found || code == "" {
			t.Fatal("the mail has no link with the id")
		}
		code = strings.TrimSpace(code)
	})
	z.Step("the code of the link sets the password", func(*testing.T) {
		z.expect(z.post(at+"/password", j{"newPassword": j{"password": harness.NewPassword}, "verificationCode": code}), 200)
		z.expect(login(harness.Password), 400)
	})
	z.Step("a session is made by the id, and has it", func(t *testing.T) {
		id := z.expect(login(harness.NewPassword), 201).Field(t, "sessionId")
		own(t, "the session", z.expect(z.get("/v2/sessions/"+id), 200))
	})
}
