package tickets

import (
	"errors"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
)

// Deps are the dependencies of these use cases; every field is required.
type Deps struct {
	Kernel  *core.Kernel
	Store   *store.Store
	Clock   clock.Clock
	Keyring *secret.Keyring
	Refused func(core.Budget) // counts what a budget refuses
	Wake    func()            // wakes the workers after something was queued
}

// UseCases are the use cases of this room.
type UseCases struct {
	kernel  *core.Kernel
	store   *store.Store
	clock   clock.Clock
	keyring *secret.Keyring
	refused func(core.Budget)
	wake    func()
}

// New returns an error if a dependency is missing.
func New(d Deps) (*UseCases, error) {
	if d.Kernel == nil || d.Store == nil || d.Clock == nil || d.Keyring == nil || d.Refused == nil || d.Wake == nil {
		return nil, errors.New("tickets: Kernel, Store, Clock, Keyring, Refused and Wake are required")
	}
	return &UseCases{kernel: d.Kernel, store: d.Store, clock: d.Clock, keyring: d.Keyring, refused: d.Refused, wake: d.Wake}, nil
}
