package stores_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/factors"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func shutEvents(t testing.TB, w *harness.World, p *harness.Person) (n int) {
	t.Helper()
	events, err := w.Store.Read(t.Context()).EventsOf(p.ID, 200)
	must(t, err)
	for _, e := range events {
		if e.Action == "password.shut" {
			n++
		}
	}
	return n
}

// shutLogins brings a person's hundredth wrong login about.
func shutLogins(t testing.TB, w *harness.World, p *harness.Person) {
	t.Helper()
	_ = tryOn(t.Context(), t, w.Core, p, wrongPassword)
	w.Spoil("UPDATE tries SET wrong = 99 WHERE kind = 'password' AND user_id = ?", p.ID)
	_ = tryOn(t.Context(), t, w.Core, p, wrongPassword)
	w.Clock.Advance(2 * time.Hour)
	if err := tryOn(t.Context(), t, w.Core, p, p.Password); !errors.Is(err, core.ErrLoginFailed) {
		t.Fatalf("the right one after a hundred wrong ones: %v", err)
	}
}

// TestWaysOutOfAHundredWrongLogins: each lets the owner in again, at once.
func TestWaysOutOfAHundredWrongLogins(t *testing.T) {
	t.Parallel()
	open := false
	for name, out := range seed.InOrder(map[string]func(t *testing.T, w *harness.World, p *harness.Person, session context.Context) error{
		"a reset by mail": func(t *testing.T, w *harness.World, p *harness.Person, _ context.Context) error {
			_, proof := ticketFor(t, w, p)
			_, err := w.Core.Tickets.RedeemTicket(t.Context(), tickets.RedeemTicketInput{Proof: proof, Password: password(t, harness.NewPassword)})
			p.Password = harness.NewPassword
			return err
		},
		"an unlock": func(t *testing.T, w *harness.World, p *harness.Person, _ context.Context) error {
			_, err := w.Core.Accounts.UnlockUser(asOwner(t.Context()), p.ID)
			return err
		},
		"a change that says that the user is not locked": func(t *testing.T, w *harness.World, p *harness.Person, _ context.Context) error {
			_, err := w.Core.Accounts.UpdateUser(asOwner(t.Context()), accounts.UpdateUserInput{UserID: p.ID, Version: core.AnyVersion, Locked: &open})
			return err
		},
		"a password that is shown in a live session": func(t *testing.T, w *harness.World, p *harness.Person, session context.Context) error {
			for range 2 { // wrong ones count for themselves
				_, err := w.Core.Factors.EnrollTOTP(session, factors.EnrollTOTPInput{UserID: p.ID, Reauthentication: factors.Reauthentication{Current: password(t, wrongPassword)}})
				if !errors.Is(err, core.ErrWrongCurrent) {
					t.Errorf("a wrong one in a live session: %v", err)
				}
			}
			_, err := w.Core.Factors.EnrollTOTP(session, factors.EnrollTOTPInput{UserID: p.ID, Reauthentication: factors.Reauthentication{Current: password(t, p.Password)}})
			return err
		},
	}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				p := w.Person("ada")
				session := inSession(t.Context(), p, w.LogIn(p))
				shutLogins(t, w, p)
				if _, err := w.Core.Factors.EnrollTOTP(asUser(t.Context(), p), factors.EnrollTOTPInput{UserID: p.ID, Reauthentication: factors.Reauthentication{Current: password(t, p.Password)}}); !errors.Is(err, core.ErrWrongCurrent) {
					t.Errorf("the right one without a session: %v", err)
				}
				must(t, out(t, w, p, session))
				if err := tryOn(t.Context(), t, w.Core, p, p.Password); err != nil {
					t.Errorf("the owner: %v", err)
				}
				if n, err := w.Store.Read(t.Context()).CountLockouts(); n != 0 || err != nil {
					t.Errorf("the metric counts %d, %v", n, err)
				}
			})
		})
	}
}

// inSession is a user who acts in a session of his.
func inSession(ctx context.Context, p *harness.Person, in *harness.Login) context.Context {
	who := caller.From(asUser(ctx, p))
	who.SessionID = in.SessionID
	return caller.Into(ctx, who)
}

// TestALiveSessionGuessesNoMoreThanAHundred: a thief of a session has the tries of an
// anonymous caller, and gets no more when they are used up.
func TestALiveSessionGuessesNoMoreThanAHundred(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		session := inSession(t.Context(), p, w.LogIn(p))
		shutLogins(t, w, p)
		show := func(text string) error {
			_, err := w.Core.Factors.EnrollTOTP(session, factors.EnrollTOTPInput{UserID: p.ID, Reauthentication: factors.Reauthentication{Current: password(t, text)}})
			return err
		}
		_ = show(wrongPassword)
		w.Spoil("UPDATE tries SET wrong = 99 WHERE kind = 'proof' AND user_id = ?", p.ID)
		_ = show(wrongPassword)
		w.Clock.Advance(100 * day)
		if err := show(p.Password); !errors.Is(err, core.ErrWrongCurrent) {
			t.Errorf("the right one after a hundred wrong ones: %v", err)
		}
	})
}
