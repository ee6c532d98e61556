package lifecycle

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ListEvents lists the events that the caller reaches, and tells whether there are more.
func (c *Core) ListEvents(ctx context.Context, f store.EventFilter, p store.EventPage) ([]models.Event, bool, error) {
	return c.Store.Read(ctx).ListEvents(reach(ctx), f, p)
}

// FindEvent reads an event that the caller reaches.
func (c *Core) FindEvent(ctx context.Context, id string) (*models.Event, error) {
	e, err := c.Store.Read(ctx).FindEvent(reach(ctx), id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, ErrEventNotFound
	}
	return e, err
}

// ListCheckpoints lists the checkpoints of the chains that the caller reaches.
func (c *Core) ListCheckpoints(ctx context.Context, tenantID string, p Page) ([]models.Checkpoint, bool, error) {
	return c.Store.Read(ctx).ListCheckpoints(reach(ctx), tenantID, p.stored())
}
