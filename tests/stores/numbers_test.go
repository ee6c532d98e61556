package stores_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/tenants"
	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestANumberNamesOneUserOfATenant: whether it was drawn, imported, or is the external id.
func TestANumberNamesOneUserOfATenant(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		there, operator := w.Sibling("Umbrella"), setup.AsOperator(t.Context(), "import")
		drawn, moved, n := w.Person("ada"), w.Person("bob", harness.WithExternalID("4711")), 0
		bring := func(tenant *models.Tenant, number int32, external string) error {
			n++
			refused, err := w.Core.Accounts.ImportUsers(operator, []accounts.ImportUser{{Number: number, CreateUserInput: accounts.CreateUserInput{
				ExternalID: external, TenantID: tenant.ID, Username: fmt.Sprintf("u%d", n),
			}}})
			must(t, err)
			return refused[0]
		}
		if moved.Number != 4711 || drawn.Number < 1<<30 {
			t.Errorf("the external id 4711 became %d, and %d was drawn", moved.Number, drawn.Number)
		}
		for _, c := range []struct {
			name string
			err  error
			want error
		}{
			{"a drawn number", bring(w.Tenant, drawn.Number, ""), core.ErrExternalIDTaken},
			{"a drawn number as the external id", bring(w.Tenant, 0, fmt.Sprint(drawn.Number)), core.ErrExternalIDTaken},
			{"the number of an external id", bring(w.Tenant, 4711, ""), core.ErrExternalIDTaken},
			{"both in another tenant", errors.Join(bring(there, drawn.Number, ""), bring(there, 0, "4711")), nil},
			{"one number as both", bring(w.Tenant, 42, "42"), nil},
			{"two numbers", bring(w.Tenant, 43, "44"), core.ErrUser},
			{"a number and an id that is none", bring(w.Tenant, 45, "0045"), nil},
			{"an id that is larger than a number", bring(w.Tenant, 46, "2147483648"), nil},
		} {
			if !errors.Is(c.err, c.want) || c.want == nil && c.err != nil {
				t.Errorf("%s: %v, want %v", c.name, c.err, c.want)
			}
		}
		for _, p := range []*harness.Person{drawn, moved} {
			must(t, onlyError(w.Core.Accounts.DeleteUser(operator, p.ID, core.AnyVersion)))
			for _, err := range []error{bring(w.Tenant, p.Number, ""), bring(w.Tenant, 0, fmt.Sprint(p.Number))} {
				if !errors.Is(err, core.ErrExternalIDTaken) {
					t.Errorf("the number of a deleted user: %v", err)
				}
			}
		}
	})
}

// TestOfConcurrentUsersOneGetsTheNumber: as the number of an import, or as the external id.
func TestOfConcurrentUsersOneGetsTheNumber(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		operator := setup.AsOperator(t.Context(), "import")
		for round := range 8 {
			number := int32(round + 1)
			won := 0
			for _, err := range together(4, func(i int) error {
				in := accounts.ImportUser{CreateUserInput: accounts.CreateUserInput{TenantID: w.Tenant.ID, Username: fmt.Sprintf("u%d-%d", round, i)}}
				if in.Number = number; i%2 == 0 {
					in.Number, in.ExternalID = 0, fmt.Sprint(number)
				}
				refused, err := w.Core.Accounts.ImportUsers(operator, []accounts.ImportUser{in})
				return errors.Join(append(refused, err)...)
			}) {
				switch {
				case err == nil:
					won++
				case !errors.Is(err, core.ErrExternalIDTaken):
					t.Errorf("refused for something else: %v", err)
				}
			}
			if won != 1 {
				t.Errorf("round %d: %d users have the number", round, won)
			}
		}
	})
}

// TestANumberNamesOneTenant: whether it was chosen, or is drawn when it is first needed.
func TestANumberNamesOneTenant(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		operator := setup.AsOperator(t.Context(), "import")
		create := func(number int32) error {
			made, err := w.Core.Tenants.CreateTenant(operator, tenants.CreateTenantInput{
				ApplicationID: w.Tenant.ApplicationID, Name: "Umbrella", Number: number, Settings: models.DefaultSettings(),
			})
			if err == nil && (made.Number == nil || number != 0 && *made.Number != number) {
				t.Errorf("the number is %v, want %d", made.Number, number)
			}
			return err
		}
		won := 0
		for _, err := range together(4, func(int) error { return create(17) }) {
			switch {
			case err == nil:
				won++
			case !errors.Is(err, core.ErrTenantNumberTaken):
				t.Errorf("refused for something else: %v", err)
			}
		}
		if won != 1 {
			t.Errorf("%d tenants have the number", won)
		}
		must(t, create(0))
		must(t, openRaw(t, w.DBURL).Exec("UPDATE tenants SET number = NULL WHERE id = ?", w.Tenant.ID).Error) // as an earlier version left it
		numbers := make([]int32, 4)
		for _, err := range together(len(numbers), func(i int) (err error) {
			numbers[i], err = w.Core.Tenants.NumberTenant(operator, w.Tenant.ID)
			return err
		}) {
			must(t, err)
		}
		for _, n := range numbers {
			if n < 1<<30 || n != numbers[0] {
				t.Errorf("numbers %v", numbers)
			}
		}
	})
}
