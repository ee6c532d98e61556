package contract_test

import (
	"testing"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestZitadelALockEndsEverything(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p, other := zitadel(w), w.Person("minnie"), w.Person("donald")
		login, s, theirs := w.LogIn(p), z.logIn(p), z.logIn(other)
		code := z.returned(p)
		w.Step("a lock ends the user's logins, and nobody else's", func(t *testing.T) {
			a := z.expect(z.user(p, "lock", `{}`), 200, `"sequence":"3"`, `"resourceOwner":"`+w.Tenant.ID+`"`)
			if a.Header.Get("Content-Type") != "application/json" {
				t.Error(a.Header)
			}
			if z.admits(login.AccessToken) || z.admits(s.token) || !z.admits(theirs.token) {
				t.Error("the lock ends other sessions than his")
			}
		})
		z.expects(
			zitCall{"a locked user logs in", z.post("/v2/sessions", zitLogin("minnie", harness.Password)), 400, []string{"COMMAND-3M0fs"}},
			zitCall{"a locked user sets a password by a code", z.user(p, "password", zitSet("verificationCode", code)), 400, zitFault(9, "COMMAND-2M9fs")},
			zitCall{"a locked user is locked again", z.user(p, "lock", `{}`), 400, zitFault(9, "COMMAND-lgws8wtsqf")},
		)
		w.Step("he is unlocked once", func(t *testing.T) {
			z.expect(z.user(p, "unlock", `{}`), 200, `"sequence":"4"`)
			z.expect(z.user(p, "unlock", `{}`), 400, zitFault(9, "COMMAND-olb9vb0oca")...)
		})
		w.Check("what the lock ended stays ended, and he logs in anew", func(t *testing.T) {
			if z.admits(login.AccessToken) || z.admits(s.token) || !z.admits(w.LogIn(p).AccessToken) {
				t.Error("what the lock ended came back, or nothing does")
			}
			z.expect(z.user(p, "password", zitSet("verificationCode", code)), 400, zitFault(9, "COMMAND-2M9fs")...)
			z.unchanged(p)
		})
	})
}

func TestZitadelCallersThatMayLock(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p, foreign := zitadel(w), w.Person("minnie"), zitForeign(w)
		self := z.as(w.LogIn(p).AccessToken)
		for operation, id := range seed.InOrder(map[string]string{"lock": "COMMAND-450yxuqrh1", "unlock": "COMMAND-x377t913pw"}) {
			unknown := z.expect(z.post("/v2/users/nobody/"+operation, `{}`), 404, zitFault(5, id)...)
			same(t, "an unknown user and one out of reach", unknown, foreign.expect(foreign.user(p, operation, `{}`), 404))
			self.expect(self.user(p, operation, `{}`), 403, zitFault(7, "AUTH-5mWD2")...)
			z.expect(z.user(p, operation, `[]`), 400, `"code":3`)
			z.expect(z.user(p, operation, `null`), 400, `"code":3`)
		}
		if !z.admits(self.key) {
			t.Error("the user was locked")
		}
	})
}

// TestZitadelStatesAreNotShownToLesserCallers: whether a user is deactivated is compared after the caller's rights.
func TestZitadelStatesAreNotShownToLesserCallers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		strong := func(in *accounts.CreateUserInput) {
			in.Boundary, in.Permissions = models.BoundaryTenant, []string{"user.write", "session.write"}
		}
		z, active, inactive := zitadel(w), w.Person("minnie", strong), w.Person("donald", strong)
		z.expect(z.user(inactive, "deactivate", `{}`), 200)
		lesser := z.as(w.TenantKey(w.Tenant, "user.write").Key.Reveal())
		for _, p := range []*harness.Person{active, inactive} {
			for _, operation := range []string{"deactivate", "reactivate", "lock", "unlock"} {
				lesser.expect(lesser.user(p, operation, `{}`), 403, `"code":7`, "REKEY-HoldsMore")
			}
		}
		z.expect(z.user(active, "reactivate", `{}`), 400, `"code":9`)
		z.expect(z.user(inactive, "reactivate", `{}`), 200)
		z.expect(z.user(inactive, "reactivate", `{}`), 400, `"code":9`)
	})
}
