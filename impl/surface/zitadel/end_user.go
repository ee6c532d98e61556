package zitadel

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
)

// DeactivateUser disables a user.
func (h *handlers) DeactivateUser(ctx context.Context, r zitadelapi.DeactivateUserRequestObject) (zitadelapi.DeactivateUserResponseObject, error) {
	u, err := h.disable(ctx, r.UserID, true)
	if err != nil {
		return nil, err
	}
	return zitadelapi.DeactivateUser200JSONResponse{Details: userDetails(u)}, nil
}

// ReactivateUser enables a user.
func (h *handlers) ReactivateUser(ctx context.Context, r zitadelapi.ReactivateUserRequestObject) (zitadelapi.ReactivateUserResponseObject, error) {
	u, err := h.disable(ctx, r.UserID, false)
	if err != nil {
		return nil, err
	}
	return zitadelapi.ReactivateUser200JSONResponse{Details: userDetails(u)}, nil
}

// disable disables or enables a user, and refuses one who is so already.
func (h *handlers) disable(ctx context.Context, userID string, disabled bool) (*core.User, error) {
	return h.Core.Accounts.UpdateUser(ctx, accounts.UpdateUserInput{
		UserID: userID, Version: core.AnyVersion, Disabled: &disabled, Toggle: true,
	})
}

// DeleteUser deletes a user with everything that belongs to him.
func (h *handlers) DeleteUser(ctx context.Context, r zitadelapi.DeleteUserRequestObject) (zitadelapi.DeleteUserResponseObject, error) {
	change, err := h.Core.Accounts.DeleteUser(ctx, r.UserID, core.AnyVersion)
	if err != nil {
		return nil, err
	}
	return zitadelapi.DeleteUser200JSONResponse{Details: changed(*change)}, nil
}
