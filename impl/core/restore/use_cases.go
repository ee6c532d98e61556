package restore

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
)

// Deps are what these use cases need; every field is required.
type Deps struct {
	Kernel            *core.Kernel
	Store             *store.Store
	RereadSigningKeys func() // makes this process read the signing keys again
}

// UseCases are the use cases of this room.
type UseCases struct {
	kernel            *core.Kernel
	store             *store.Store
	rereadSigningKeys func()
}

// New builds the use cases and refuses incomplete dependencies.
func New(d Deps) (*UseCases, error) {
	if d.Kernel == nil || d.Store == nil || d.RereadSigningKeys == nil {
		return nil, errors.New("restore: Kernel, Store and RereadSigningKeys are required")
	}
	return &UseCases{kernel: d.Kernel, store: d.Store, rereadSigningKeys: d.RereadSigningKeys}, nil
}

const (
	recordedAtATime = 100 // rows that leave an event each
	rowsAtATime     = 500
)

// authorize refuses everybody but the operator at the database.
func authorize(ctx context.Context) error {
	if c := caller.From(ctx); c.Kind != caller.System || c.Boundary != caller.BoundaryPlatform {
		return fault.ErrForbidden
	}
	return nil
}
