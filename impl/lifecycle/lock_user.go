package lifecycle

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// LockUser locks a user out; his logins and tickets end at once.
func (c *Core) LockUser(ctx context.Context, userID string) (*UserChange, error) {
	return c.relock(ctx, userID, models.ActionUserLock, func(tx *store.Tx, s *subject, out *UserChange) error {
		if _, err := tx.VoidVersion(userID); err != nil { // first: logins under way meet it
			return err
		}
		ok, err := tx.LockUser(userID)
		if err != nil {
			return err
		}
		if !ok {
			return ErrAlreadyLocked
		}
		return shutOut(ctx, tx, s, out)
	})
}

// shutOut ends everything by which a user is in, or could get in. It comes behind
// VoidVersion and the change of the user's row: logins and tickets that are under way
// wait for the one or the other, and are seen here or refused.
func shutOut(ctx context.Context, tx *store.Tx, s *subject, out *UserChange) (err error) {
	if err = endLogins(tx, s, "", out); err != nil {
		return err
	}
	if _, err := tx.EndChallengesOf(s.user.ID); err != nil {
		return err
	}
	return endTickets(ctx, tx, s.tenant, s.user.ID, models.EndedRevoked)
}

// UnlockUser lets a user in again who is locked, or whose password or codes are not
// accepted after too many wrong ones.
func (c *Core) UnlockUser(ctx context.Context, userID string) (*UserChange, error) {
	return c.relock(ctx, userID, models.ActionUserUnlock, func(tx *store.Tx, _ *subject, _ *UserChange) error {
		ok, err := unlock(tx, userID)
		if err == nil && !ok {
			err = ErrNotLocked
		}
		return err
	})
}

// unlock is what unlocking means, on every surface and beside whatever else is asked for: the user
// is not locked, and no wrong try counts against him. It answers false if there was nothing to
// do.
func unlock(tx *store.Tx, userID string) (bool, error) {
	was, err := tx.UnlockUser(userID)
	if err == nil && !was {
		was, err = tx.Throttled(userID)
	}
	if err != nil || !was {
		return false, err
	}
	return true, clearAllTries(tx, userID)
}

// mayUnlock refuses to unlock beside something else for a caller who may not change users.
func mayUnlock(ctx context.Context, unlock bool) error {
	if who := caller.From(ctx); unlock && who.Kind != caller.System && !who.May(caller.WriteUsers) {
		return caller.Lacks(caller.WriteUsers)
	}
	return nil
}

// unlockToo unlocks a user beside what else is done to him.
func unlockToo(ctx context.Context, tx *store.Tx, s *subject) error {
	was, err := unlock(tx, s.user.ID)
	if err != nil || !was {
		return err
	}
	s.user.LockedAt = nil
	return tx.AppendEvent(event(ctx, models.ActionUserUnlock, s.tenant, s.user.ID))
}

func (c *Core) relock(ctx context.Context, userID string, action models.Action, change func(*store.Tx, *subject, *UserChange) error) (*UserChange, error) {
	s, err := c.subject(ctx, userID)
	if err != nil {
		return nil, err
	}
	out := &UserChange{UserID: userID, TenantID: s.tenant.ID, CreatedAt: s.user.CreatedAt}
	err = c.commit(ctx, func(tx *store.Tx) error {
		if err := change(tx, s, out); err != nil {
			return err
		}
		out.ChangedAt = tx.Now
		if out.Version, err = bump(tx, userID); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, action, s.tenant, userID))
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// bump moves a user's version on. One that is gone was deleted in the meantime.
func bump(tx *store.Tx, userID string) (int64, error) {
	version, err := tx.BumpUser(userID)
	if errors.Is(err, store.ErrNotFound) {
		return 0, ErrUserNotFound
	}
	return version, err
}
