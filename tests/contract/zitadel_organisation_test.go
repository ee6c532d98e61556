package contract_test

import (
	"net/http"
	"testing"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// The vendor's clients name an organisation in a header. A key that reaches several acts in
// that one, and one that it does not reach is refused.
func TestZitadelTheHeaderOfAnOrganisationIsHeeded(t *testing.T) {
	t.Parallel()
	named := func(c harness.Call, id string) harness.Call {
		c.Header = map[string]string{"x-zitadel-orgid": id}
		return c
	}
	harness.Each(t, func(t *testing.T, w *harness.World) {
		here, there := w.Person("minnie"), w.Sibling("Umbrella")
		foreign := w.NewTenant("Elsewhere", false, models.DefaultSettings())
		rights := []string{"user.write", "session.write", "policy.read"}
		one := zit{w, w.TenantKey(w.Tenant, rights...).Key.Reveal()}
		all := zit{w, w.KeyWith(keys.CreateAPIKeyInput{Name: "all", Boundary: models.BoundaryApplication, ApplicationID: w.Tenant.ApplicationID, Permissions: rights}).Key.Reveal()}
		user := one.as(w.LogIn(here).AccessToken)
		settings, login := "/v2/settings/lockout", zitLogin("minnie", harness.Password)
		const forbidden, lockout = `"code":7`, "/zitadel.settings.v2.SettingsService/GetLockoutSettings"
		all.expects(
			zitCall{"a tenant in the key's scope", named(all.get(settings), there.ID), 200, []string{`"resourceOwner":"` + there.ID + `"`}},
			zitCall{"nobody of the other tenant logs in there", named(all.post("/v2/sessions", login), there.ID), 400, []string{"COMMAND-3M0fs"}},
			zitCall{"but where he belongs", named(all.post("/v2/sessions", login), w.Tenant.ID), 201, nil},
			zitCall{"a user of another tenant is not in scope then", named(all.user(here, "lock", j{}), there.ID), 404, nil},
			zitCall{"a tenant of another application", named(all.get(settings), foreign.ID), 403, []string{forbidden}},
			zitCall{"a tenant that there is not", named(all.get(settings), "nope"), 403, []string{forbidden}},
			zitCall{"no name", named(all.get(settings+"?ctx.orgId="+w.Tenant.ID), ""), 200, nil},
			zitCall{"a key's own tenant", named(one.get(settings), w.Tenant.ID), 200, nil},
			zitCall{"a tenant key and another tenant", named(one.get(settings), there.ID), 403, []string{forbidden}},
			zitCall{"a user and his own tenant", named(user.get(settings), w.Tenant.ID), 200, nil},
			zitCall{"a user and another tenant", named(user.get(settings), there.ID), 403, []string{forbidden}},
			zitCall{"a procedure and a tenant in the key's scope", named(all.post(lockout, j{}), there.ID), 200, []string{`"resourceOwner":"` + there.ID + `"`}},
			zitCall{"a procedure and a tenant of another application", named(all.post(lockout, j{}), foreign.ID), 403, []string{"permission_denied"}},
			zitCall{"nobody, who has no scope to choose in", named(harness.Call{Method: http.MethodGet, Path: "/oauth/v2/keys"}, "nope"), 200, nil},
		)
	})
}
