package stores_test

import (
	"context"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// updateWith is a story of a user whose names, address and password change at once.
func updateWith(name string, prepare func(t *testing.T, w *harness.World, p *harness.Person) func(context.Context, *core.UserStep) error) story {
	return story{name: name, begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
		furnish(t, w, p)
		setPassword := prepare(t, w, p)
		return func(ctx context.Context) error {
			ctx = asOwner(ctx)
			_, err := w.Core.Accounts.UpdateUser(ctx, accounts.UpdateUserInput{
				UserID: p.ID, Version: core.AnyVersion, FamilyName: ptr("Lovelace"),
				Email:       &accounts.UserAddress{Value: "new." + p.Email, Verify: &core.Verification{Medium: core.MediumReturned, Form: core.ProofUserCode}},
				SetPassword: func(step *core.UserStep) error { return setPassword(ctx, step) },
			})
			return err
		}
	}}
}

func updateStories() []story {
	return []story{
		updateWith("update a user and set the password", func(t *testing.T, w *harness.World, p *harness.Person) func(context.Context, *core.UserStep) error {
			in := passwords.SetPasswordInput{UserID: p.ID, Password: password(t, harness.NewPassword)}
			return func(ctx context.Context, step *core.UserStep) error {
				in.With = step
				return onlyError(w.Core.Passwords.SetPassword(ctx, in))
			}
		}),
		updateWith("update a user and change the password", func(t *testing.T, w *harness.World, p *harness.Person) func(context.Context, *core.UserStep) error {
			in := passwords.ChangePasswordInput{UserID: p.ID, Current: password(t, p.Password), New: password(t, harness.NewPassword)}
			return func(ctx context.Context, step *core.UserStep) error {
				in.With = step
				return onlyError(w.Core.Passwords.ChangePassword(ctx, in))
			}
		}),
		updateWith("update a user and redeem a code", func(t *testing.T, w *harness.World, p *harness.Person) func(context.Context, *core.UserStep) error {
			out, err := w.Core.Tickets.IssueTicket(asOwner(t.Context()), tickets.IssueTicketInput{
				UserID: p.ID, Purpose: models.PurposeReset, Medium: models.MediumReturned, Form: models.ProofUserCode,
			})
			must(t, err)
			in := tickets.RedeemTicketInput{
				Proof:    core.Proof{Form: models.ProofUserCode, Purpose: models.PurposeReset, UserID: p.ID, Secret: out.Secret},
				Password: password(t, harness.NewPassword),
			}
			return func(ctx context.Context, step *core.UserStep) error {
				in.With = step
				return onlyError(w.Core.Tickets.RedeemTicket(ctx, in))
			}
		}),
	}
}
