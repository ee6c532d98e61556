package lifecycle

import (
	"context"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// DeleteUser deletes a version of a user with everything that is his; his events stay.
// His names are free again, his id is not.
func (c *Core) DeleteUser(ctx context.Context, userID string, version int64) error {
	return overtaking(version, func() error { return c.deleteUser(ctx, userID, version) })
}

func (c *Core) deleteUser(ctx context.Context, userID string, version int64) error {
	s, err := c.subject(ctx, userID)
	if err != nil {
		return err
	}
	if version != AnyVersion && version != s.user.Version {
		return ErrVersion
	}
	return c.commit(ctx, func(tx *store.Tx) error {
		if _, err := tx.VoidVersion(userID); err != nil { // first: logins under way meet it
			return err
		}
		mine, err := tx.DeleteUser(userID, s.user.Version)
		if err != nil {
			return err
		}
		if !mine {
			return ErrVersion
		}
		if err := shutOut(ctx, tx, s, &UserChange{}); err != nil {
			return err
		}
		if err := tx.DeleteOwned(userID); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionUserDelete, s.tenant, userID))
	})
}
