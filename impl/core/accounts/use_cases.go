package accounts

import (
	"errors"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
)

// Deps are what these use cases need; every field is required.
type Deps struct {
	Kernel  *core.Kernel
	Store   *store.Store
	Clock   clock.Clock
	Hasher  *passhash.Hasher
	Keyring *secret.Keyring
	Refused func(core.Budget) // counts what a budget refuses
	Wake    func()            // wakes the outbox worker after mail was queued
}

// UseCases are the use cases of this room.
type UseCases struct {
	kernel  *core.Kernel
	store   *store.Store
	clock   clock.Clock
	hasher  *passhash.Hasher
	keyring *secret.Keyring
	refused func(core.Budget)
	wake    func()
}

// New returns the use cases. It refuses missing dependencies.
func New(d Deps) (*UseCases, error) {
	if d.Kernel == nil || d.Store == nil || d.Clock == nil || d.Hasher == nil || d.Keyring == nil || d.Refused == nil || d.Wake == nil {
		return nil, errors.New("accounts: Kernel, Store, Clock, Hasher, Keyring, Refused and Wake are required")
	}
	return &UseCases{kernel: d.Kernel, store: d.Store, clock: d.Clock, hasher: d.Hasher, keyring: d.Keyring, refused: d.Refused, wake: d.Wake}, nil
}
