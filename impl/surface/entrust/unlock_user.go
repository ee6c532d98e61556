package entrust

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/core"
)

// UnlockUserUsingPUT unlocks a user. A help desk that repeats it gets the same answer.
func (h *handlers) UnlockUserUsingPUT(ctx context.Context, r entrustapi.UnlockUserUsingPUTRequestObject) (entrustapi.UnlockUserUsingPUTResponseObject, error) {
	if _, err := h.Core.Accounts.UnlockUser(ctx, r.Userid); err != nil && !errors.Is(err, core.ErrNotLocked) {
		return nil, err
	}
	return entrustapi.UnlockUserUsingPUT200Response{}, nil
}
