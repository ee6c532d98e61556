package logins

import (
	"errors"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
)

// Deps are what these use cases need; every field is required.
type Deps struct {
	Kernel  *core.Kernel
	Store   *store.Store
	Clock   clock.Clock
	Keyring *secret.Keyring
	Product string            // the service's name, as authenticator apps show it
	Refused func(core.Budget) // counts what a budget refuses
	Wake    func()            // tells the workers that something was queued
}

// UseCases are the use cases of this room.
type UseCases struct {
	kernel  *core.Kernel
	store   *store.Store
	clock   clock.Clock
	keyring *secret.Keyring
	product string
	refused func(core.Budget)
	wake    func()
}

// New checks that nothing is missing.
func New(d Deps) (*UseCases, error) {
	if d.Kernel == nil || d.Store == nil || d.Clock == nil || d.Keyring == nil || d.Product == "" || d.Refused == nil || d.Wake == nil {
		return nil, errors.New("logins: Kernel, Store, Clock, Keyring, Product, Refused and Wake are required")
	}
	return &UseCases{
		kernel: d.Kernel, store: d.Store, clock: d.Clock, keyring: d.Keyring,
		product: d.Product, refused: d.Refused, wake: d.Wake,
	}, nil
}
