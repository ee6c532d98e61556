package audit

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
)

// FindEvent reads an event in the caller's scope.
func (uc *UseCases) FindEvent(ctx context.Context, id string) (*Event, error) {
	e, err := uc.store.Read(ctx).FindEvent(core.CallerScope(ctx), id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, core.ErrEventNotFound
	}
	if err != nil {
		return nil, err
	}
	return new(eventOf(e)), nil
}
