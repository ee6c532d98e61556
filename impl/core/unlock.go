package core

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// AuthorizeUnlock refuses to unlock beside something else for a caller who may not change users.
func AuthorizeUnlock(ctx context.Context, unlock bool) error {
	if who := caller.From(ctx); unlock && who.Kind != caller.System && !who.May(caller.WriteUsers) {
		return caller.Lacks(caller.WriteUsers)
	}
	return nil
}

// UnlockUser is what unlocking means, on every surface and beside whatever else is asked for: the user
// is not locked, and no wrong try counts against him. It answers false if there was nothing to
// do.
func UnlockUser(tx *store.Tx, userID string) (bool, error) {
	was, err := tx.UnlockUser(userID)
	if err == nil && !was {
		was, err = tx.Throttled(userID)
	}
	if err != nil || !was {
		return false, err
	}
	return true, clearAllTries(tx, userID)
}

// UnlockSubject unlocks a user beside what else is done to him.
func UnlockSubject(ctx context.Context, tx *store.Tx, s *Subject) error {
	was, err := UnlockUser(tx, s.User.ID)
	if err != nil || !was {
		return err
	}
	s.User.LockedAt = nil
	return tx.AppendEvent(NewEvent(ctx, models.ActionUserUnlock, s.Tenant, s.User.ID))
}
