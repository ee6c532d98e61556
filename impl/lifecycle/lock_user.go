package lifecycle

import (
	"context"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// LockUser locks a user out; his logins and tickets end at once.
func (c *Core) LockUser(ctx context.Context, userID string) (*Replaced, error) {
	return c.relock(ctx, userID, "user.lock", func(tx *store.Tx, s *subject, out *Replaced) error {
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
		if out.EndedLogins, err = tx.EndSessionsOf(userID); err != nil {
			return err
		}
		if out.EndedRefresh, err = tx.RevokeRefreshTokensOf(userID); err != nil {
			return err
		}
		if _, err := tx.EndChallengesOf(userID); err != nil {
			return err
		}
		return endTickets(ctx, tx, s.tenant, userID, models.EndedRevoked)
	})
}

// UnlockUser lets a locked user in again, with his counters of failures cleared.
func (c *Core) UnlockUser(ctx context.Context, userID string) (*Replaced, error) {
	return c.relock(ctx, userID, "user.unlock", func(tx *store.Tx, _ *subject, _ *Replaced) error {
		ok, err := tx.UnlockUser(userID)
		if err != nil {
			return err
		}
		if !ok {
			return ErrNotLocked
		}
		keys := append(c.failureKeys(&models.User{ID: userID}), factorFailures(userID))
		return tx.Forgive(keys...)
	})
}

func (c *Core) relock(ctx context.Context, userID, action string, change func(*store.Tx, *subject, *Replaced) error) (*Replaced, error) {
	s, err := c.subject(ctx, userID)
	if err != nil {
		return nil, err
	}
	out := &Replaced{UserID: userID, TenantID: s.tenant.ID, CreatedAt: s.user.CreatedAt}
	err = c.Store.InTx(ctx, func(tx *store.Tx) error {
		if err := change(tx, s, out); err != nil {
			return err
		}
		out.ChangedAt = tx.Now
		if out.Sequence, err = tx.BumpUser(userID); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, action, s.tenant, userID))
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
