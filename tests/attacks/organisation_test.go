package attacks_test

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// namer is a caller who names organisations: those in its scope are known by the names of their realms.
type namer struct {
	name  string
	token string
	plain string // a key of the same scope without permissions, for calls that show a session's token
	scope []string
}

// namers are a key of each boundary, and a user with rights in the application.
func (s *stage) namers(all map[string]realm) []namer {
	s.T.Helper()
	home, sibling := all["home"].tenant, all["sibling"].tenant
	key := func(name string, in keys.CreateAPIKeyInput, scope ...string) namer {
		in.Permissions = []string{"*"}
		full := s.plant("a key of "+name, s.KeyWith(in).Key.Reveal())
		in.Permissions = nil
		return namer{"a key of " + name, full, s.plant("a key without rights", s.KeyWith(in).Key.Reveal()), scope}
	}
	of := func(b models.Boundary, tenants ...string) keys.CreateAPIKeyInput {
		return keys.CreateAPIKeyInput{Boundary: b, ApplicationID: home.ApplicationID, TenantIDs: tenants}
	}
	one := of(models.BoundaryTenant)
	one.TenantID = home.ID
	user := s.person(func(in *accounts.CreateUserInput) {
		in.Boundary, in.Permissions = models.BoundaryApplication, []string{"*"}
	})
	session := s.login(user).AccessToken
	return []namer{
		key("the platform", keys.CreateAPIKeyInput{Boundary: models.BoundaryPlatform}, "home", "sibling", "other", "other sibling"),
		key("the application", of(models.BoundaryApplication), "home", "sibling"),
		key("one tenant", one, "home"),
		key("a list of tenants", of(models.BoundaryTenantInclusion, home.ID), "home"),
		key("two tenants", of(models.BoundaryTenantInclusion, home.ID, sibling.ID), "home", "sibling"),
		key("all but one tenant", of(models.BoundaryTenantExclusion, sibling.ID), "home"),
		{"a user with rights", session, session, []string{"home"}},
	}
}

// TestTheNamedOrganisationIsTheScope: on every operation of the surface, for each kind of caller, a request that names
// a tenant in the caller's scope finds what is there and nothing of another one, also for a caller that shows a
// session's token. A tenant out of scope is refused like one that does not exist, and nothing is written.
func TestTheNamedOrganisationIsTheScope(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		all := map[string]realm{}
		for _, p := range s.realms() {
			all[p.name] = p
		}
		namers := s.namers(all)
		named := func(c harness.Call, who namer, id string) harness.Call {
			if strings.Contains(c.Path, "sessionToken=") {
				c.Token = who.plain
			} else {
				c.Token = who.token
			}
			c.Header = maps.Clone(c.Header)
			if c.Header == nil {
				c.Header = map[string]string{}
			}
			c.Header["x-zitadel-orgid"] = id
			return c
		}
		zitadel := slices.DeleteFunc(acts(), func(a act) bool {
			return !strings.HasPrefix(a.name, "zitadel ") || a.operation(t).Anonymous() || a.operation(t).Client()
		})
		for _, a := range seed.Draw(t, zitadel) {
			for _, who := range namers {
				if answer := s.Do(named(s.in(all["home"], a), who, s.home.ID)); answer.Status >= http.StatusBadRequest {
					t.Errorf("%s, %s: in the caller's scope: %d %s", a.name, who.name, answer.Status, answer.Body)
				}
			}
			own := s.in(all["home"], a)
			s.Deliver()
			before, mails := s.picture(), len(s.Mailbox.Messages())
			for _, who := range namers {
				for _, place := range []string{"sibling", "other", "nowhere"} {
					id := "nowhere"
					if place != "nowhere" {
						id = all[place].tenant.ID
					}
					answer := s.Do(named(own, who, id))
					inScope := slices.Contains(who.scope, place)
					if !inScope && (answer.Status != http.StatusForbidden || !strings.Contains(answer.Body, `"code":7`)) {
						t.Errorf("%s, %s names %s: %d %s", a.name, who.name, place, answer.Status, answer.Body)
					}
					for _, secret := range foreignIDs(harness.Call{Path: id}, own) {
						if answer.Status < http.StatusBadRequest && strings.Contains(answer.Body, secret) {
							t.Errorf("%s, %s names %s, and sees %s: %s", a.name, who.name, place, secret, answer.Body)
						}
					}
					if inScope && answer.Status < http.StatusBadRequest && strings.Contains(answer.Body, s.home.ID) {
						t.Errorf("%s, %s names %s, and sees home: %s", a.name, who.name, place, answer.Body)
					}
				}
			}
			s.Deliver()
			if changes := kept(before.changes(s.picture())); len(changes) != 0 {
				t.Errorf("%s: what is outside the named tenant was changed: %v", a.name, changes)
			}
			if n := len(s.Mailbox.Messages()) - mails; n != 0 {
				t.Errorf("%s: %d mails about what is outside the named tenant", a.name, n)
			}
		}
	})
}
