package core

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// AuthorizeUnlock refuses a caller who asks to unlock a user in another request, and may not change
// users.
func AuthorizeUnlock(ctx context.Context, unlock bool) error {
	if c := caller.From(ctx); unlock && c.Kind != caller.System && !c.May(caller.WriteUsers) {
		return caller.Lacks(caller.WriteUsers)
	}
	return nil
}

// UnlockUser unlocks a user: afterwards the user is not locked, and no earlier wrong try counts. It
// returns false if there was nothing to do. Every request that unlocks, alone or beside another
// change, does it with UnlockUser.
func UnlockUser(tx *store.Tx, userID string) (bool, error) {
	changed, err := tx.UnlockUser(userID)
	if err == nil && !changed {
		changed, err = tx.Throttled(userID)
	}
	if err != nil || !changed {
		return false, err
	}
	return true, clearAllTries(tx, userID)
}

// UnlockSubject unlocks a user in the transaction of another change, and records the event.
func UnlockSubject(ctx context.Context, tx *store.Tx, s *Subject) error {
	changed, err := UnlockUser(tx, s.User.ID)
	if err != nil || !changed {
		return err
	}
	s.User.LockedAt = nil
	return tx.AppendEvent(NewEvent(ctx, models.ActionUserUnlock, s.Tenant, s.User.ID))
}
