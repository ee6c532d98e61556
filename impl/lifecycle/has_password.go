package lifecycle

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
)

// HasPassword tells a command of the operator whether a password is the user's. It counts
// no try, so nobody else may ask.
func (c *Core) HasPassword(ctx context.Context, userID string, password secret.Password) (bool, error) {
	if caller.From(ctx).Kind != caller.System {
		return false, fault.ErrForbidden
	}
	s, err := c.subject(ctx, userID)
	if err != nil {
		return false, err
	}
	v, err := c.hasher.Verify(ctx, s.credential.Hash, password)
	return v.Match, err
}
