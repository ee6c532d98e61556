package contract_test

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

func zitSettings() []string {
	return []string{"/v2/settings/password/complexity", "/v2/settings/password/expiry", "/v2/settings/lockout"}
}

func TestZitadelSettings(t *testing.T) {
	t.Parallel()
	ask := func(path string) func(*harness.World) harness.Call {
		return func(w *harness.World) harness.Call { return zitadel(w).get(path) }
	}
	own := []harness.Option{harness.WithSettings(func(s *models.Settings) {
		zitVendorPolicy(s)
		s.Password.LifetimeDays, s.Password.WarnDays, s.Sessions.LoginFailures = 365, []int{1, 10, 5}, 7
	})}
	const instance, org = `"resourceOwnerType":"RESOURCE_OWNER_TYPE_INSTANCE"`, `"resourceOwnerType":"RESOURCE_OWNER_TYPE_ORG"`
	harness.Run(t, []harness.Case{
		{Name: "the default asks for length alone", Given: ask(zitSettings()[0]), Status: 200, Has: []string{`"settings":{"minLength":"15",` + instance + `}`, `"resourceOwner":"`}},
		{Name: "by default nothing expires", Given: ask(zitSettings()[1]), Status: 200, Has: []string{`"settings":{` + instance + `}`}},
		{Name: "by default five failures make one wait", Given: ask(zitSettings()[2]), Status: 200, Has: []string{`"settings":{"maxPasswordAttempts":"5",` + instance + `}`}},
		{
			Name: "a tenant's own rules", Given: ask(zitSettings()[0]), Status: 200, With: own,
			Has: []string{`"settings":{"minLength":"8","requiresLowercase":true,"requiresNumber":true,"requiresSymbol":true,"requiresUppercase":true,` + org + `}`},
		},
		{Name: "a tenant's own lifetime", Given: ask(zitSettings()[1]), Status: 200, With: own, Has: []string{`"settings":{"expireWarnDays":"10","maxAgeDays":"365",` + org + `}`}},
		{Name: "a tenant's own limit", Given: ask(zitSettings()[2]), Status: 200, With: own, Has: []string{`"settings":{"maxPasswordAttempts":"7",` + org + `}`}},
		{Name: "the instance's rules", Given: ask(zitSettings()[0] + "?ctx.instance=true"), Status: 200, With: own, Has: []string{`{"details":{},"settings":{"minLength":"15",` + instance + `}}`}},
		{Name: "an instance that is not asked for", Given: ask(zitSettings()[0] + "?ctx.instance=false"), Status: 200, With: own, Has: []string{org}},
	})
}

func TestZitadelTheTenantOfTheSettings(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, foreign, sibling := zitadel(w), zitForeign(w), w.Sibling("Aperture")
		self := z.as(w.LogIn(w.Person("donald")).AccessToken)
		narrow := z.as(w.TenantKey(w.Tenant, "policy.read").Key.Reveal())
		for _, path := range zitSettings() {
			w.Check(path[strings.LastIndex(path, "/")+1:], func(t *testing.T) {
				z.expects(
					zitCall{"those of the default tenant", z.get(path), 200, []string{`"resourceOwner":"` + w.Tenant.ID + `"`}},
					zitCall{"those of another tenant of the application", z.get(path + "?ctx.orgId=" + sibling.ID), 200, []string{`"resourceOwner":"` + sibling.ID + `"`}},
					zitCall{"those of a tenant, and not of the instance", z.get(path + "?ctx.instance=false&ctx.orgId=" + sibling.ID), 200, nil},
					zitCall{"a user's own", self.get(path), 200, []string{`"resourceOwner":"` + w.Tenant.ID + `"`}},
				)
				w.Check("a tenant out of reach is as unknown as one that there is not", func(t *testing.T) {
					unknown := z.expect(z.get(path+"?ctx.orgId=nothing"), 404, zitFault(5, "QUERY-iTTGJ")...)
					same(t, "another application's tenant", unknown, foreign.expect(foreign.get(path+"?ctx.orgId="+w.Tenant.ID), 404))
					same(t, "a tenant beyond the key's", unknown, narrow.expect(narrow.get(path+"?ctx.orgId="+sibling.ID), 404))
					same(t, "a tenant that is not the user's", unknown, self.expect(self.get(path+"?ctx.orgId="+sibling.ID), 404))
				})
				z.expects(
					zitCall{"those of a tenant and of the instance", z.get(path + "?ctx.instance=true&ctx.orgId=" + w.Tenant.ID), 400, []string{"ctx.orgId and ctx.instance exclude each other"}},
					zitCall{"those of perhaps the instance", z.get(path + "?ctx.instance=perhaps"), 400, []string{"ctx.instance: the value has the wrong type"}},
					zitCall{"those of an empty tenant", z.get(path + "?ctx.orgId="), 400, []string{"ctx.orgId: "}},
				)
			})
		}
	})
}
