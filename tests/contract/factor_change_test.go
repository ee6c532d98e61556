package contract_test

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/factors"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/totp"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// himself is a user who changes his own second factor, without the wire.
type himself struct {
	*harness.World
	ctx    context.Context
	person *harness.Person
	fresh  factors.Reauthentication // his password alone
}

// ends says which error something has to end with; nil is none.
func (h himself) ends(want, err error) {
	h.T.Helper()
	if !errors.Is(err, want) {
		h.T.Errorf("got %v, want %v", err, want)
	}
}

func (h himself) enrolls() (secret.Text, error) {
	in, err := h.Core.Factors.EnrollTOTP(h.ctx, factors.EnrollTOTPInput{UserID: h.person.ID, Reauthentication: h.fresh})
	if err != nil {
		return secret.Text{}, err
	}
	return in.Secret, nil
}

func (h himself) confirms(code string) ([]secret.Text, error) {
	return h.Core.Factors.ConfirmTOTP(h.ctx, h.person.ID, secret.NewText(code))
}

// A user's change of his own factor wants him to be there (S68); other sessions end.
func TestChangingTheAppOneself(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada", harness.WithPhone("+41790000000"))
		here, there := w.LogIn(p), w.LogIn(p)
		now, err := secret.NewPassword(p.Password)
		if err != nil {
			t.Fatal(err)
		}
		h := himself{w, caller.Into(context.Background(), caller.Caller{
			Kind: caller.User, ID: p.ID, Boundary: models.BoundarySelf, ApplicationID: p.ApplicationID, TenantID: p.TenantID, SessionID: here.SessionID,
		}), p, factors.Reauthentication{Current: now}}
		a := &app{w: w, person: p}
		h.enrollsInVain(a)
		w.Step("he confirms the app, gets ten recovery codes, and his other login ends", func(t *testing.T) {
			key, err := h.enrolls()
			h.ends(nil, err)
			a.key = key
			a.codes, err = h.confirms(a.code())
			h.ends(nil, err)
			if len(a.codes) != 10 {
				t.Fatalf("%d recovery codes", len(a.codes))
			}
			must(w, refresh(here.RefreshToken), http.StatusOK)
			must(w, refresh(there.RefreshToken), http.StatusUnauthorized)
		})
		w.Check("a second app beside it is refused", func(t *testing.T) {
			_, err := h.enrolls()
			h.ends(core.ErrFactorExists, err)
		})
		h.removes(a)
		w.Check("without it the password alone logs in", func(t *testing.T) {
			must(w, login("ada", p.Password), http.StatusOK)
		})
		w.Check("the trail tells each step, the last two in any order", func(t *testing.T) {
			events, err := w.Store.Read(context.Background()).EventsOf(p.ID, 100)
			h.ends(nil, err)
			var done []string
			for _, e := range events {
				if strings.HasPrefix(string(e.Action), "mfa.") && e.Outcome == "done" {
					done = append(done, string(e.Action))
				}
			}
			slices.Reverse(done)
			if got := strings.Join(done, " "); got != "mfa.enrolled mfa.enrolled mfa.enrolled mfa.confirmed mfa.recovery_renewed mfa.recovery_used mfa.removed" &&
				got != "mfa.enrolled mfa.enrolled mfa.enrolled mfa.confirmed mfa.recovery_renewed mfa.removed mfa.recovery_used" {
				t.Errorf("events: %s", got)
			}
		})
	})
}

// enrollsInVain: what is not fresh, replaced or too old is nothing.
func (h himself) enrollsInVain(a *app) {
	h.T.Helper()
	h.Check("without his password he enrolls nothing", func(t *testing.T) {
		_, err := h.Core.Factors.EnrollTOTP(h.ctx, factors.EnrollTOTPInput{UserID: h.person.ID})
		h.ends(core.ErrWrongCurrent, err)
	})
	h.Check("what was not enrolled is not confirmed", func(t *testing.T) {
		_, err := h.confirms("123456")
		h.ends(core.ErrNoEnrollment, err)
	})
	var second secret.Text
	h.Step("an app that was enrolled is replaced by the next one", func(t *testing.T) {
		first, err := h.enrolls()
		h.ends(nil, err)
		second, err = h.enrolls()
		h.ends(nil, err)
		a.key = first
		_, err = h.confirms(a.code())
		h.ends(core.ErrFactorCode, err)
	})
	h.Check("an app that waits for an hour is forgotten, and is no factor yet", func(t *testing.T) {
		a.key = second
		h.Clock.Advance(time.Hour)
		_, err := h.confirms(a.code())
		h.ends(core.ErrNoEnrollment, err)
		must(h.World, login("ada", h.person.Password), http.StatusOK)
	})
}

// removes his app: the password, and a code that was not used, are what it takes.
func (h himself) removes(a *app) {
	h.T.Helper()
	by := func(code secret.Text) error {
		return h.Core.Factors.RemoveSecondFactor(h.ctx, factors.RemoveSecondFactorInput{
			UserID: h.person.ID, Reauthentication: factors.Reauthentication{Current: h.fresh.Current, Code: code},
		})
	}
	h.Check("without a code he does not remove it", func(t *testing.T) { h.ends(core.ErrFactorRequired, by(secret.Text{})) })
	h.Check("the code that confirmed it does not remove it", func(t *testing.T) { h.ends(core.ErrFactorCode, by(secret.NewText(a.code()))) })
	var codes []secret.Text
	h.Step("by a code he gets new recovery codes, and the former ones are worth nothing", func(t *testing.T) {
		h.Clock.Advance(totp.Period)
		var err error
		codes, err = h.Core.Factors.RenewRecoveryCodes(h.ctx, factors.RenewRecoveryCodesInput{
			UserID: h.person.ID, Reauthentication: factors.Reauthentication{Current: h.fresh.Current, Code: secret.NewText(a.code())},
		})
		h.ends(nil, err)
		h.ends(core.ErrFactorCode, by(a.codes[0]))
	})
	h.Step("a new recovery code removes it", func(t *testing.T) { h.ends(nil, by(codes[0])) })
	h.Check("what was removed is not removed again", func(t *testing.T) {
		h.ends(core.ErrNoFactor, h.Core.Factors.RemoveSecondFactor(system(), factors.RemoveSecondFactorInput{UserID: h.person.ID}))
	})
}

// A mailed code is what who had one before falls back to.
func TestWithoutTheAppCodesAreMailedAgain(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada", harness.WithMFA)
		withApp(w, p)
		if err := w.Core.Factors.RemoveSecondFactor(system(), factors.RemoveSecondFactorInput{UserID: p.ID}); err != nil {
			t.Fatal(err)
		}
		must(w, login("ada", p.Password), http.StatusConflict)
		must(w, withCode("ada", p.Password, mailedCode(w, p.Email)), http.StatusOK)
	})
}
