package lifecycle

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// FindAPIKey reads a key whose reach is within the caller's; any other is answered
// like one that does not exist.
func (c *Core) FindAPIKey(ctx context.Context, id string) (*models.APIKey, error) {
	k, err := c.Store.Read(ctx).FindAPIKey(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).Covers(caller.OfKey(k)) {
		return nil, ErrAPIKeyNotFound
	}
	return k, err
}

// heldAPIKey reads a key that the caller may change: one that holds no more than he
// does, nor the user whose it is. Otherwise a rotation would hand him the rights of
// another. Of a user who was deleted, the ended key is left.
func (c *Core) heldAPIKey(ctx context.Context, id string) (*models.APIKey, error) {
	k, err := c.FindAPIKey(ctx, id)
	if err != nil {
		return nil, err
	}
	if !caller.From(ctx).Holds(caller.OfKey(k)) {
		return nil, ErrHoldsMore
	}
	if k.UserID != "" {
		if _, err := c.subject(ctx, k.UserID); err != nil && !errors.Is(err, ErrUserNotFound) {
			return nil, err
		}
	}
	return k, nil
}
