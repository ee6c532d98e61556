package stores_test

import (
	"context"
	"testing"

	"github.com/rekeyhq/rekey/impl/core/factors"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/totp"
	"github.com/rekeyhq/rekey/tests/harness"
)

// enrolled gives a person an app that waits, and the code that it shows.
func enrolled(t *testing.T, w *harness.World, p *harness.Person) secret.Text {
	t.Helper()
	in, err := w.Core.Factors.EnrollTOTP(asOwner(t.Context()), factors.EnrollTOTPInput{UserID: p.ID})
	must(t, err)
	code, err := totp.Code(in.Secret, totp.Step(w.Clock.Now()))
	must(t, err)
	return secret.NewText(code)
}

// withApp gives a person an app, and answers his recovery codes.
func withApp(t *testing.T, w *harness.World, p *harness.Person) []secret.Text {
	t.Helper()
	codes, err := w.Core.Factors.ConfirmTOTP(asOwner(t.Context()), p.ID, enrolled(t, w, p))
	must(t, err)
	return codes
}

func factorStories() []story {
	return []story{
		{name: "enroll an app again", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			enrolled(t, w, p) // to be replaced
			return func(ctx context.Context) error {
				_, err := w.Core.Factors.EnrollTOTP(asOwner(ctx), factors.EnrollTOTPInput{UserID: p.ID})
				return err
			}
		}},
		{name: "confirm an app", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			furnish(t, w, p)
			code := enrolled(t, w, p)
			return func(ctx context.Context) error {
				_, err := w.Core.Factors.ConfirmTOTP(asOwner(ctx), p.ID, code)
				return err
			}
		}},
		{name: "remove an app", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			withApp(t, w, p)
			return func(ctx context.Context) error {
				return w.Core.Factors.RemoveSecondFactor(asOwner(ctx), factors.RemoveSecondFactorInput{UserID: p.ID})
			}
		}},
		{name: "renew recovery codes", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			withApp(t, w, p)
			return func(ctx context.Context) error {
				_, err := w.Core.Factors.RenewRecoveryCodes(asOwner(ctx), factors.RenewRecoveryCodesInput{UserID: p.ID})
				return err
			}
		}},
		{name: "log in with a recovery code", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			codes := withApp(t, w, p)
			return logIn(t, w, p, codes[0].Reveal())
		}},
	}
}
