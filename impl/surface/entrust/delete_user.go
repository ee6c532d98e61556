package entrust

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/core"
)

// DeleteUserUsingDELETE deletes a user with everything that belongs to him.
func (h *handlers) DeleteUserUsingDELETE(ctx context.Context, r entrustapi.DeleteUserUsingDELETERequestObject) (entrustapi.DeleteUserUsingDELETEResponseObject, error) {
	if err := h.deleteUser(ctx, r.ID); err != nil {
		return nil, err
	}
	return entrustapi.DeleteUserUsingDELETE200Response{}, nil
}

func (h *handlers) deleteUser(ctx context.Context, id string) error {
	_, err := h.Core.Accounts.DeleteUser(ctx, id, core.AnyVersion)
	return err
}
