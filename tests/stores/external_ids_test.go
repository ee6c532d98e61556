package stores_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// movedID is an id as another system has it.
const movedID = "163840776835432705"

// TestAnExternalIDIsGivenOnce: in its tenant, and in the form of a native id in the installation.
func TestAnExternalIDIsGivenOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		there, operator := w.Sibling("Umbrella"), setup.AsOperator(t.Context(), "import")
		ada := w.Person("ada", harness.WithExternalID(movedID))
		inForm, native := secret.NewID(), secret.NewID()
		n := 0
		give := func(tenant *models.Tenant, id string) error {
			n++
			_, err := w.Core.Accounts.CreateUser(operator, accounts.CreateUserInput{TenantID: tenant.ID, Username: fmt.Sprintf("u%d", n), ExternalID: id})
			return err
		}
		bring := func(tenant *models.Tenant, id, external string) error {
			n++
			refused, err := w.Core.Accounts.ImportUsers(operator, []accounts.ImportUser{{CreateUserInput: accounts.CreateUserInput{
				ID: id, ExternalID: external, TenantID: tenant.ID, Username: fmt.Sprintf("u%d", n),
			}}})
			must(t, err)
			return refused[0]
		}
		for _, c := range []struct {
			name string
			err  error
			want error
		}{
			{"the id of another user", give(w.Tenant, movedID), core.ErrExternalIDTaken},
			{"the same id in another tenant", give(there, movedID), nil},
			{"an id in other letters", give(w.Tenant, movedID+"A"), nil},
			{"and those in small letters", give(w.Tenant, movedID+"a"), nil},
			{"a blank", give(w.Tenant, movedID+" "), core.ErrUser},
			{"a line break", give(w.Tenant, movedID+"\n"), core.ErrUser},
			{"too many characters", give(w.Tenant, strings.Repeat("1", 65)), core.ErrUser},
			{"the native id of a user", give(w.Tenant, ada.ID), core.ErrExternalIDTaken},
			{"the native id of a user, for another tenant and in capitals", give(there, strings.ToUpper(ada.ID)), core.ErrExternalIDTaken},
			{"an unused id in the form of a native one", give(w.Tenant, strings.ToUpper(inForm)), nil},
			{"that id in another tenant", give(there, inForm), core.ErrExternalIDTaken},
			{"that id as the native one", bring(there, inForm, ""), core.ErrExternalIDTaken},
			{"a chosen native id", bring(there, native, ""), nil},
			{"the chosen id as an external one", give(w.Tenant, native), core.ErrExternalIDTaken},
			{"one id as both", bring(w.Tenant, "0192f3a4-7777-7d8e-9f01-23456789abcd", "0192f3a4-7777-7d8e-9f01-23456789abcd"), core.ErrExternalIDTaken},
		} {
			if !errors.Is(c.err, c.want) || c.want == nil && c.err != nil {
				t.Errorf("%s: %v, want %v", c.name, c.err, c.want)
			}
		}
		must(t, onlyError(w.Core.Accounts.DeleteUser(operator, ada.ID, core.AnyVersion)))
		if err := give(w.Tenant, movedID); !errors.Is(err, core.ErrExternalIDTaken) {
			t.Errorf("the id of a deleted user: %v", err)
		}
		if err := give(w.Tenant, ada.ID); !errors.Is(err, core.ErrExternalIDTaken) {
			t.Errorf("the native id of a deleted user: %v", err)
		}
	})
}

// TestOfConcurrentUsersOneGetsTheID: whether both want it as the external id, or one as the native one.
func TestOfConcurrentUsersOneGetsTheID(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		there, operator := w.Sibling("Umbrella"), setup.AsOperator(t.Context(), "import")
		for round := range 8 {
			inForm, plain := secret.NewID(), fmt.Sprintf("ext|%d", round)
			create := func(tenant *models.Tenant, who, external string) func() error {
				return func() error {
					_, err := w.Core.Accounts.CreateUser(operator, accounts.CreateUserInput{TenantID: tenant.ID, Username: fmt.Sprintf("%s-%d", who, round), ExternalID: external})
					return err
				}
			}
			bring := func(tenant *models.Tenant, who, id string) func() error {
				return func() error {
					refused, err := w.Core.Accounts.ImportUsers(operator, []accounts.ImportUser{{CreateUserInput: accounts.CreateUserInput{ID: id, TenantID: tenant.ID, Username: fmt.Sprintf("%s-%d", who, round)}}})
					return errors.Join(append(refused, err)...)
				}
			}
			mixed, later := secret.NewID(), secret.NewID()
			for name, contest := range seed.InOrder(map[string][]func() error{
				"one tenant":                {create(w.Tenant, "a", plain), create(w.Tenant, "b", plain), create(w.Tenant, "c", plain)},
				"two tenants":               {create(w.Tenant, "d", inForm), create(there, "e", inForm)},
				"native in another tenant":  {create(w.Tenant, "f", mixed), bring(there, "g", mixed)},
				"native in the same tenant": {bring(w.Tenant, "h", later), create(w.Tenant, "i", later)},
			}) {
				if won := winners(t, contest); won != 1 {
					t.Errorf("%s: %d users have the id", name, won)
				}
			}
		}
	})
}

// winners counts those of concurrent creations that succeed. The others are refused for the id.
func winners(t *testing.T, all []func() error) (won int) {
	t.Helper()
	for _, err := range together(len(all), func(i int) error { return all[i]() }) {
		switch {
		case err == nil:
			won++
		case !errors.Is(err, core.ErrExternalIDTaken):
			t.Errorf("refused for something else: %v", err)
		}
	}
	return won
}

// TestAMovedUserComesAndGoesWithTheID: an import brings the id, an export has it, a second import of
// the same lines is no second user.
func TestAMovedUserComesAndGoesWithTheID(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		inForm := secret.NewID()
		lines := `{"username":"ada","externalId":"` + movedID + `"}
{"username":"bob","externalId":"` + movedID + `"}
{"username":"cyd","id":"` + inForm + `"}
{"username":"dan","externalId":"` + strings.ToUpper(inForm) + `"}
{"username":"eve","externalId":"no id"}
`
		for _, dry := range []bool{true, false} {
			done, refused := brought(t, w.Core.Accounts, lines, dry)
			if done.Users != 2 || done.Refused != 3 || strings.Count(refused, "of line") != 2 || !strings.Contains(refused, "An external id has 1 to 64 characters") {
				t.Errorf("dry run %v: %+v %s", dry, done, refused)
			}
		}
		all := exported(t, w, true)
		if !strings.Contains(all, `"externalId":"`+movedID+`"`) || strings.Count(all, "externalId") != 1 {
			t.Errorf("exported %s", all)
		}
		other := w.Sibling("Umbrella")
		moved := strings.ReplaceAll(`{"username":"ada","externalId":"`+movedID+`","tenantId":"TENANT"}`+"\n", "TENANT", other.ID)
		if done, refused := brought(t, w.Core.Accounts, moved, false); done.Users != 1 {
			t.Errorf("another tenant: %+v %s", done, refused)
		}
		if done, refused := brought(t, w.Core.Accounts, moved, false); done.Users != 0 || done.Refused != 1 {
			t.Errorf("a second time: %+v %s", done, refused)
		}
	})
}
