package zitadel

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
)

// LockUser locks a user.
func (h *handlers) LockUser(ctx context.Context, r zitadelapi.LockUserRequestObject) (zitadelapi.LockUserResponseObject, error) {
	out, err := h.Core.Accounts.LockUser(ctx, r.UserID)
	if err != nil {
		return nil, err
	}
	return zitadelapi.LockUser200JSONResponse{Details: changed(*out)}, nil
}

// UnlockUser unlocks a user.
func (h *handlers) UnlockUser(ctx context.Context, r zitadelapi.UnlockUserRequestObject) (zitadelapi.UnlockUserResponseObject, error) {
	out, err := h.Core.Accounts.UnlockUser(ctx, r.UserID)
	if err != nil {
		return nil, err
	}
	return zitadelapi.UnlockUser200JSONResponse{Details: changed(*out)}, nil
}
