package accounts

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// UnlockUser unlocks a user who is locked, or whose password or codes are refused after too
// many wrong ones.
func (uc *UseCases) UnlockUser(ctx context.Context, userID string) (*core.UserChange, error) {
	return uc.changeLock(ctx, userID, models.ActionUserUnlock, func(tx *store.Tx, _ *core.Subject, _ *core.UserChange) error {
		ok, err := core.UnlockUser(tx, userID)
		if err == nil && !ok {
			err = core.ErrNotLocked
		}
		return err
	})
}
