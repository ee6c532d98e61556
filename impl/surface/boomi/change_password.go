package boomi

import (
	"context"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/surface"
)

// ChangePassword changes the password of the user whose token is sent.
func (h *handlers) ChangePassword(ctx context.Context, r boomiapi.ChangePasswordRequestObject) (boomiapi.ChangePasswordResponseObject, error) {
	who := caller.From(ctx)
	if who.Kind != caller.User {
		return nil, fault.ErrForbidden
	}
	if err := h.requireSelf(ctx, who, r.Body.UserID); err != nil {
		return nil, err
	}
	in := passwords.ChangePasswordInput{UserID: who.ID}
	var err error
	if text(r.Body.CurrentPassword) == "" {
		return nil, missing("/currentPassword", "The current password is missing.")
	}
	if in.Current, err = surface.Password(text(r.Body.CurrentPassword)); err != nil {
		return nil, core.ErrWrongCurrent // what no password can be is not the current one
	}
	if in.New, err = entries(text(r.Body.NewPassword), text(r.Body.ConfirmPassword)); err != nil {
		return nil, err
	}
	if _, err := h.Core.Passwords.ChangePassword(ctx, in); err != nil {
		return nil, err
	}
	return boomiapi.ChangePassword200JSONResponse{
		Message: nullable.NewNullableWithValue("Password has been changed. Log in again."),
	}, nil
}

// requireSelf refuses the userId of another user. Typed clients send 0 for a number that they leave out.
func (h *handlers) requireSelf(ctx context.Context, who caller.Caller, id *int32) error {
	if id == nil || *id == 0 {
		return nil
	}
	u, err := h.Core.Accounts.FindUser(ctx, who.ID)
	if err != nil {
		return err
	}
	if u.Number != *id {
		return fault.ErrForbidden
	}
	return nil
}
