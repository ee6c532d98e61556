package wristband

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/core"
)

// DeleteUser deletes a user with everything that belongs to him.
func (h *handlers) DeleteUser(ctx context.Context, r wristbandapi.DeleteUserRequestObject) (wristbandapi.DeleteUserResponseObject, error) {
	if _, err := h.Core.Accounts.DeleteUser(ctx, r.UserID, core.AnyVersion); err != nil {
		return nil, err
	}
	return wristbandapi.DeleteUser204Response{}, nil
}
