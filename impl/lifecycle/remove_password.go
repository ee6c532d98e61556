package lifecycle

import (
	"context"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RemovePassword leaves a user without a password; all his logins end.
func (c *Core) RemovePassword(ctx context.Context, userID string) (*UserChange, error) {
	s, err := c.subject(ctx, userID)
	if err != nil {
		return nil, err
	}
	if s.user.Directory {
		return nil, ErrNoDirectory
	}
	if !s.credential.Present() {
		return nil, ErrNoPassword
	}
	var out *UserChange
	err = c.commit(ctx, func(tx *store.Tx) (err error) {
		out, err = c.replace(ctx, tx, s, replacement{action: models.ActionPasswordRemove})
		return err
	})
	if err != nil {
		return nil, err
	}
	c.wake()
	return out, nil
}
