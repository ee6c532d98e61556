package stores_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestNamesAreUniqueByTheirCanonicalForm is the table of what takes whose name (D9,
// ), the same on both engines, for creations, changes and
// imports.
func TestNamesAreUniqueByTheirCanonicalForm(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ctx, other := asOwner(t.Context()), w.Sibling("Other")
		victim := w.Person("straße", func(in *accounts.CreateUserInput) {
			in.Email, in.Emails = "Ada@Example.test", []accounts.UserAddress{{Value: "ada.second@example.test"}}
			in.Phone = "+41791234567"
		})
		free := func(name string) accounts.CreateUserInput {
			return accounts.CreateUserInput{TenantID: w.Tenant.ID, Username: name}
		}
		for _, c := range []struct {
			name  string
			in    accounts.CreateUserInput
			taken bool
		}{
			{"the same name", free("straße"), true},
			{"another case", free("STRASSE"), true},
			{"folded", free("strasse"), true},
			{"full width", free("ｓｔｒａｓｓｅ"), true},
			{"capital sharp s", free("straẞe"), true},
			{"modifier letters", free("ˢᵗʳᵃˢˢᵉ"), true},
			{"an accent is another letter", free("strássé"), false},
			{"the same name in another tenant", accounts.CreateUserInput{TenantID: other.ID, Username: "straße"}, false},
			{"a name that is the address", free("ada@example.test"), true},
			{"a name that is the address in full width", free("ＡＤＡ＠example.test"), true},
			{"a name that is the unverified second address", free("ADA.second@example.test"), true},
			{"a name that is the address, in another tenant", accounts.CreateUserInput{TenantID: other.ID, Username: "ada@example.test"}, false},
			{"the same address", accounts.CreateUserInput{TenantID: w.Tenant.ID, Username: "n1", Email: "ADA@EXAMPLE.TEST"}, true},
			{"the same address, second and unverified", accounts.CreateUserInput{
				TenantID: w.Tenant.ID, Username: "n2", Emails: []accounts.UserAddress{{Value: "new@example.test"}, {Value: "ada.SECOND@example.test"}},
			}, true},
			{"the same phone", accounts.CreateUserInput{TenantID: w.Tenant.ID, Username: "n3", Phone: "+４1791234567"}, true},
			{"an address that is no name yet", accounts.CreateUserInput{TenantID: w.Tenant.ID, Username: "n4", Email: "n4@example.test"}, false},
			{"an address that is somebody's name", accounts.CreateUserInput{TenantID: other.ID, Username: "n5", Email: "Ada@example.TEST"}, true},
			{"his own address as his name", accounts.CreateUserInput{TenantID: w.Tenant.ID, Username: "own@example.test", Email: "OWN@example.test"}, false},
		} {
			want := func(way string, err error) {
				if got := errors.Is(err, core.ErrNameTaken); got != c.taken || !got && err != nil {
					t.Errorf("%s, %s: %v", c.name, way, err)
				}
			}
			if c.taken {
				refused, err := w.Core.Accounts.ImportUsers(ctx, []accounts.ImportUser{{CreateUserInput: c.in}})
				must(t, err)
				want("imported", refused[0])
				mover := w.Person("m"+secret.NewShortID(), harness.NoEmail, harness.Of(&models.Tenant{ID: c.in.TenantID}))
				change := accounts.UpdateUserInput{UserID: mover.ID, Version: core.AnyVersion, Username: &c.in.Username}
				if c.in.Email != "" {
					change.Emails = &[]accounts.UserAddress{{Value: c.in.Email}}
				} else if c.in.Emails != nil {
					change.Emails = &c.in.Emails
				}
				if c.in.Phone != "" {
					change.Phones = &[]accounts.UserAddress{{Value: c.in.Phone}}
				}
				_, err = w.Core.Accounts.UpdateUser(ctx, change)
				want("changed", err)
				if u, err := w.Core.Accounts.FindUser(ctx, mover.ID); err != nil || u.Username != mover.Username || len(u.Addresses) != 0 || u.Version != 1 {
					t.Errorf("%s: a refused change left %+v, %v", c.name, u, err)
				}
			}
			_, err := w.Core.Accounts.CreateUser(ctx, c.in)
			want("created", err)
		}
		if _, err := w.Core.Accounts.UpdateUser(ctx, accounts.UpdateUserInput{UserID: victim.ID, Version: core.AnyVersion, Username: ptr("STRASSE")}); err != nil {
			t.Errorf("another spelling of his own name: %v", err)
		}
	})
}

func ptr[T any](v T) *T { return &v }

// TestANameIsTakenOnce: of many who take a name at once, as a name or as an address,
// one gets it.
func TestANameIsTakenOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ctx := asOwner(t.Context())
		movers := []*harness.Person{w.Person("ada", harness.NoEmail), w.Person("bob", harness.NoEmail)}
		const name = "prize@example.test"
		ways := []func(n int) error{
			func(int) error {
				_, err := w.Core.Accounts.CreateUser(ctx, accounts.CreateUserInput{TenantID: w.Tenant.ID, Username: name})
				return err
			},
			func(int) error {
				_, err := w.Core.Accounts.CreateUser(ctx, accounts.CreateUserInput{TenantID: w.Tenant.ID, Username: "u" + secret.NewShortID(), Email: name})
				return err
			},
			func(n int) error {
				_, err := w.Core.Accounts.UpdateUser(ctx, accounts.UpdateUserInput{UserID: movers[0].ID, Version: core.AnyVersion, Username: ptr(name)})
				return err
			},
			func(n int) error {
				_, err := w.Core.Accounts.UpdateUser(ctx, accounts.UpdateUserInput{UserID: movers[1].ID, Version: core.AnyVersion, Emails: &[]accounts.UserAddress{{Value: name}}})
				return err
			},
		}
		imported := func(u accounts.CreateUserInput) func(int) error {
			return func(int) error { return importOne(ctx, w, u) }
		}
		ways = append(ways,
			imported(accounts.CreateUserInput{TenantID: w.Tenant.ID, Username: name}),
			imported(accounts.CreateUserInput{TenantID: w.Tenant.ID, Username: "imported", Email: name}))
		for round := range 10 {
			var wait sync.WaitGroup
			errs := make([]error, len(ways))
			for i, way := range ways {
				wait.Go(func() { errs[i] = way(round) })
			}
			wait.Wait()
			got := 0
			for i, err := range errs {
				if err == nil {
					got++
				} else if !errors.Is(err, core.ErrNameTaken) {
					t.Fatalf("way %d: %v", i, err)
				}
			}
			if got != 1 {
				t.Fatalf("round %d: %d have the name: %v", round, got, errs)
			}
			rows, _, err := w.Core.Accounts.ListUsers(ctx, accounts.ListUsersInput{Username: name, Page: core.Page{Limit: 9}})
			must(t, err)
			byMail, _, err := w.Core.Accounts.ListUsers(ctx, accounts.ListUsersInput{Email: name, Page: core.Page{Limit: 9}})
			must(t, err)
			for _, u := range append(rows, byMail...) {
				switch u.ID {
				case movers[0].ID:
					_, err = w.Core.Accounts.UpdateUser(ctx, accounts.UpdateUserInput{UserID: u.ID, Version: core.AnyVersion, Username: ptr("ada")})
				case movers[1].ID:
					_, err = w.Core.Accounts.UpdateUser(ctx, accounts.UpdateUserInput{UserID: u.ID, Version: core.AnyVersion, Emails: &[]accounts.UserAddress{}})
				default:
					_, err = w.Core.Accounts.DeleteUser(ctx, u.ID, core.AnyVersion)
				}
				must(t, err)
			}
		}
	})
}

// importOne imports one user and tells why he was refused.
func importOne(ctx context.Context, w *harness.World, u accounts.CreateUserInput) error {
	refused, err := w.Core.Accounts.ImportUsers(ctx, []accounts.ImportUser{{CreateUserInput: u}})
	return errors.Join(append(refused, err)...)
}

// TestAnImportRefusesNamesThatAreAddressesOfOthers: a user name that is another user's address is refused in one batch,
// and if the other user was created between the check of the batch and its commit.
func TestAnImportRefusesNamesThatAreAddressesOfOthers(t *testing.T) {
	t.Parallel()
	const name = "prize@example.test"
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ctx := asOwner(t.Context())
		named := accounts.CreateUserInput{TenantID: w.Tenant.ID, Username: name}
		reached := accounts.CreateUserInput{TenantID: w.Tenant.ID, Username: "ada", Email: name}
		w.Check("in one batch, the first has it", func(t *testing.T) {
			refused, err := w.Core.Accounts.ImportUsers(ctx, []accounts.ImportUser{{CreateUserInput: reached}, {CreateUserInput: named}})
			must(t, err)
			if refused[0] != nil || !errors.Is(refused[1], core.ErrNameTaken) {
				t.Errorf("refused: %v", refused)
			}
			onlyOne(t, w, name)
		})
		for what, u := range seed.InOrder(map[string][2]accounts.CreateUserInput{
			"as a name":     {named, reached},
			"as an address": {reached, named},
		}) {
			w.Check("imported "+what+" while another takes it", func(t *testing.T) {
				onlyOne(t, w, name)
				imported, created := w.InOrder(func() error { return importOne(ctx, w, u[0]) }, func() error {
					_, err := w.Core.Accounts.CreateUser(ctx, u[1])
					return err
				}, "update tenants")
				for _, err := range []error{imported, created} {
					if err != nil && !errors.Is(err, core.ErrNameTaken) {
						t.Error(err)
					}
				}
				onlyOne(t, w, name)
			})
		}
	})
}

// onlyOne wants a name to be one user's, as his name or address, and deletes him.
func onlyOne(t *testing.T, w *harness.World, name string) {
	t.Helper()
	ctx, have := asOwner(t.Context()), map[string]bool{}
	for _, f := range []accounts.ListUsersInput{{Username: name}, {Email: name}} {
		f.Page.Limit = 9
		rows, _, err := w.Core.Accounts.ListUsers(ctx, f)
		must(t, err)
		for _, u := range rows {
			have[u.ID] = true
		}
	}
	if len(have) > 1 {
		t.Errorf("%d users have the name", len(have))
	}
	for id := range seed.InOrder(have) {
		must(t, onlyError(w.Core.Accounts.DeleteUser(ctx, id, core.AnyVersion)))
	}
}

// TestIdsAreNeverGivenAgain: not even by an import.
func TestIdsAreNeverGivenAgain(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ctx, p := asOwner(t.Context()), w.Person("ada")
		must(t, onlyError(w.Core.Accounts.DeleteUser(ctx, p.ID, core.AnyVersion)))
		again := accounts.CreateUserInput{ID: p.ID, TenantID: w.Tenant.ID, Username: p.Username, Email: p.Email}
		if _, err := w.Core.Accounts.CreateUser(ctx, again); !errors.Is(err, core.ErrIDUsed) {
			t.Errorf("created again: %v", err)
		}
		refused, err := w.Core.Accounts.ImportUsers(ctx, []accounts.ImportUser{{CreateUserInput: again}})
		if err != nil || !errors.Is(refused[0], core.ErrIDUsed) {
			t.Errorf("imported again: %v %v", refused, err)
		}
		again.ID = ""
		if _, err := w.Core.Accounts.CreateUser(ctx, again); err != nil {
			t.Errorf("his names are free: %v", err)
		}
	})
}
