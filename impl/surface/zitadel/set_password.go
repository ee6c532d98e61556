package zitadel

import (
	"context"
	"errors"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
)

// SetPassword sets a password by a code, by the current password, or as an
// administrator.
func (h *handlers) SetPassword(ctx context.Context, r zitadelapi.SetPasswordRequestObject) (zitadelapi.SetPasswordResponseObject, error) {
	out, err := h.choose(ctx, choice{
		userID: r.UserID, password: orZero(r.Body.NewPassword.Password), mustChange: orZero(r.Body.NewPassword.ChangeRequired),
		current: r.Body.CurrentPassword, code: r.Body.VerificationCode,
	})
	if errors.Is(err, core.ErrUserNotFound) {
		return nil, unknownUser(r.Body, err)
	}
	if err != nil {
		return nil, err
	}
	return zitadelapi.SetPassword200JSONResponse{Details: changed(*out)}, nil
}

// unknownUser answers a proof for a user who does not exist like a proof that is
// wrong. An administrator learns that the user does not exist.
func unknownUser(b *zitadelapi.SetPasswordJSONRequestBody, err error) error {
	if _, ok := optional(b.VerificationCode); ok {
		return core.ErrTicketUnusable.Because(err)
	}
	if _, ok := optional(b.CurrentPassword); ok {
		return core.ErrWrongCurrent.Because(err)
	}
	return err
}

// choice is a new password with the proof of the right to set it.
type choice struct {
	userID     string
	password   string
	mustChange bool // read from administrators alone
	current    nullable.Nullable[string]
	code       nullable.Nullable[string]
	at         string // where the proofs are in the body
	with       *core.UserStep
}

// choose follows the proof that is there; none means an administrator's own right.
func (h *handlers) choose(ctx context.Context, in choice) (*core.UserChange, error) {
	if err := requireSelf(ctx, in.userID); err != nil {
		return nil, err
	}
	current, shownCurrent := optional(in.current)
	code, shownCode := optional(in.code)
	if shownCurrent && shownCode {
		return nil, exclusive(in.at+"/currentPassword", in.at+"/verificationCode")
	}
	password, err := surface.Password(in.password)
	if err != nil {
		return nil, err
	}
	switch {
	case shownCode:
		return h.Core.Tickets.RedeemTicket(ctx, tickets.RedeemTicketInput{Password: password, With: in.with, Proof: core.Proof{
			Form: core.ProofUserCode, Purpose: core.PurposeReset, UserID: in.userID, Secret: secret.NewText(code),
		}})
	case shownCurrent:
		old, err := surface.Password(current)
		if err != nil {
			return nil, err
		}
		return h.Core.Passwords.ChangePassword(ctx, passwords.ChangePasswordInput{UserID: in.userID, Current: old, New: password, With: in.with})
	}
	return h.order(ctx, passwords.SetPasswordInput{UserID: in.userID, Password: password, MustChange: &in.mustChange, With: in.with})
}

// order sets a password or a hash by an administrator's right.
func (h *handlers) order(ctx context.Context, in passwords.SetPasswordInput) (*core.UserChange, error) {
	if err := requireAdministrator(ctx); err != nil {
		return nil, err
	}
	set, err := h.Core.Passwords.SetPassword(ctx, in)
	if err != nil {
		return nil, err
	}
	return &set.Change, nil
}
