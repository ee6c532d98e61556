package boomi

import (
	"context"

	"github.com/oapi-codegen/nullable"
	openapi_types "github.com/oapi-codegen/runtime/types"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
)

// proof is the key of a link. Keys are issued and stored in lower case with hyphens;
// whatever spelling of a UUID came in, this is the one compared.
func proof(key *openapi_types.UUID, purpose core.Purpose) (core.Proof, error) {
	if key == nil {
		return core.Proof{}, core.ErrTicketUnusable
	}
	return core.Proof{Form: core.ProofKey, Purpose: purpose, Secret: secret.NewText(key.String())}, nil
}

// check answers the model of a live link (D1, D2).
func (h *handlers) check(ctx context.Context, key *openapi_types.UUID, purpose core.Purpose) (boomiapi.PasswordModel, error) {
	p, err := proof(key, purpose)
	if err != nil {
		return boomiapi.PasswordModel{}, err
	}
	t, err := h.Core.Tickets.InspectTicket(ctx, p)
	if err != nil {
		return boomiapi.PasswordModel{}, err
	}
	return boomiapi.PasswordModel{
		Key: key, MfaEnabled: &t.MFA, Username: nullable.NewNullableWithValue(t.Username),
		Password: nullable.NewNullNullable[string](), ConfirmPassword: nullable.NewNullNullable[string](),
	}, nil
}

// redeem sets the password of a link. An unusable link is reported before
// anything about the two entries: a caller without a link learns nothing else.
func (h *handlers) redeem(ctx context.Context, in *boomiapi.PasswordModel, purpose core.Purpose) error {
	p, err := proof(in.Key, purpose)
	if err != nil {
		return err
	}
	pw, err := entries(text(in.Password), text(in.ConfirmPassword))
	if err != nil {
		if _, unusable := h.Core.Tickets.InspectTicket(ctx, p); unusable != nil {
			return unusable
		}
		return err
	}
	_, err = h.Core.Tickets.RedeemTicket(ctx, tickets.RedeemTicketInput{Proof: p, Password: pw})
	return err
}

// entries are a password typed twice.
func entries(password, confirmation string) (secret.Password, error) {
	if password != confirmation {
		return secret.Password{}, core.ErrPasswordsDiffer
	}
	return surface.Password(password)
}
