package contract_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// methods are the kinds of proof that the surface lists for a user, without their common prefix.
func (z zit) methods(p *harness.Person) string {
	z.T.Helper()
	a := z.expect(z.get("/v2/users/"+p.ID+"/authentication_methods"), 200)
	var out struct{ AuthMethodTypes []string }
	if err := json.Unmarshal([]byte(a.Body), &out); err != nil {
		z.T.Fatal(err)
	}
	return strings.ReplaceAll(strings.Join(out.AuthMethodTypes, " "), "AUTHENTICATION_METHOD_TYPE_", "")
}

func TestZitadelListsHowAUserCanLogIn(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z := zit{w, w.Key("user.read").Key.Reveal()}
		for _, c := range []struct {
			name string
			want string
			p    *harness.Person
		}{
			{"a password alone", "PASSWORD", w.Person("minnie", harness.WithPhone("+41791234567"))},
			{"a directory's password", "PASSWORD", w.Person("pluto", harness.InDirectory)},
			{"nothing", "", w.Person("goofy", harness.NoPassword)},
			{"codes by mail", "PASSWORD OTP_EMAIL", w.Person("daisy", harness.WithMFA)},
			{"codes by mail and SMS", "PASSWORD OTP_SMS OTP_EMAIL", w.Person("donald", harness.WithMFA, harness.WithPhone("+41791234568"))},
			{"codes for nobody's address", "PASSWORD", w.Person("dewey", harness.WithMFA, harness.Unverified)},
		} {
			w.Check(c.name, func(t *testing.T) {
				if got := z.methods(c.p); got != c.want {
					t.Errorf("listed %q, want %q", got, c.want)
				}
			})
		}
		huey := w.Person("huey", harness.WithPhone("+41791234569"))
		withApp(w, huey)
		w.Check("an app leaves no other factor", func(t *testing.T) {
			if got := z.methods(huey); got != "PASSWORD TOTP" {
				t.Errorf("listed %q", got)
			}
		})
		louie := w.Person("louie")
		self := z.as(w.LogIn(louie).AccessToken)
		stranger := z.as(w.TenantKey(w.NewTenant("Umbrella", false, models.DefaultSettings()), "user.read").Key.Reveal())
		self.expects(
			zitCall{"a user reads his own", self.get("/v2/users/" + louie.ID + "/authentication_methods"), 200, []string{"_PASSWORD"}},
			zitCall{"but no other's", self.get("/v2/users/" + huey.ID + "/authentication_methods"), 404, zitFault(5, "QUERY-Dfbg2")},
			zitCall{"an unknown user", z.get("/v2/users/nobody/authentication_methods"), 404, zitFault(5, "QUERY-Dfbg2")},
			zitCall{"out of reach", stranger.get("/v2/users/" + huey.ID + "/authentication_methods"), 404, zitFault(5, "QUERY-Dfbg2")},
			zitCall{"without the permission", zitadel(w).get("/v2/users/" + huey.ID + "/authentication_methods"), 403, zitFault(7, "AUTH-5mWD2")},
		)
	})
}

func TestZitadelLoginSettings(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z := zitadel(w)
		z.expect(z.get("/v2/settings/login"), 200, `"allowUsernamePassword":true`, `"passwordCheckLifetime":"86400s"`, "_TYPE_INSTANCE")
		w.Settings(func(s *models.Settings) { s.Sessions.SessionHours = 2 })
		z.expect(z.get("/v2/settings/login"), 200, `"secondFactorCheckLifetime":"7200s"`, "_TYPE_ORG")
		z.expect(z.get("/v2/settings/login?ctx.instance=true"), 200, `"passwordCheckLifetime":"86400s"`)
	})
}
