package wristband

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/fault"
)

// ChangePassword replaces the caller's own password.
func (h *handlers) ChangePassword(ctx context.Context, r wristbandapi.ChangePasswordRequestObject) (wristbandapi.ChangePasswordResponseObject, error) {
	if !isCaller(ctx, r.Body.UserID) {
		return nil, fault.ErrForbidden
	}
	current, err := password("currentPassword", r.Body.CurrentPassword)
	if err != nil {
		return nil, err
	}
	next, err := password("newPassword", r.Body.NewPassword)
	if err != nil {
		return nil, err
	}
	_, err = h.Core.Passwords.ChangePassword(ctx, passwords.ChangePasswordInput{UserID: r.Body.UserID, Current: current, New: next})
	if err != nil {
		return nil, err
	}
	return wristbandapi.ChangePassword200Response{}, nil
}
