package stores_test

import (
	"context"
	"errors"
	"testing"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// A login that was verified before a change, and is written while the change runs,
// leaves no session behind: either the change sees it and ends it, or it is refused.
func TestNoSessionSlipsPastAChange(t *testing.T) {
	t.Parallel()
	changes := map[string]func(context.Context, *harness.World, *harness.Person) error{
		"a new password": func(ctx context.Context, w *harness.World, p *harness.Person) error {
			pw, err := secret.NewPassword(harness.NewPassword)
			if err != nil {
				return err
			}
			_, err = w.Core.Passwords.SetPassword(ctx, passwords.SetPasswordInput{UserID: p.ID, Password: pw})
			return err
		},
		"a lock": func(ctx context.Context, w *harness.World, p *harness.Person) error {
			_, err := w.Core.Accounts.LockUser(ctx, p.ID)
			return err
		},
	}
	for name, change := range seed.InOrder(changes) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				p := w.Person("ada")
				slip(t, w, p, change)
			})
		})
	}
}

// slip runs the change in the middle of the login's transaction: after what it checks,
// before its session is written.
func slip(t *testing.T, w *harness.World, p *harness.Person, change func(context.Context, *harness.World, *harness.Person) error) {
	t.Helper()
	ctx := caller.Into(context.Background(), caller.Caller{Kind: caller.System, Boundary: models.BoundaryPlatform})
	pw, err := secret.NewPassword(p.Password)
	if err != nil {
		t.Fatal(err)
	}
	var in *logins.LoggedIn
	err, changed := w.InOrder(func() (err error) {
		in, err = loggedIn(w.Core.Logins.LogIn(ctx, logins.LogInInput{Username: p.Username, Password: pw}))
		return err
	}, func() error { return change(ctx, w, p) }, "insert sessions")
	if err != nil && !errors.Is(err, core.ErrLoginFailed) {
		t.Fatal(err)
	}
	must(t, changed)
	if in == nil {
		return
	}
	s, err := w.Store.Read(ctx).FindSession(in.Session.ID)
	if err != nil {
		t.Fatal(err)
	}
	if s.Live(w.Clock.Now()) {
		t.Error("a session of the old password outlives the change")
	}
}
