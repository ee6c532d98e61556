package factors

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
	Product string // the service's name, as authenticator apps display it
	Wake    func() // wakes the workers that send mail
}

// UseCases are the use cases of this room.
type UseCases struct {
	kernel      *core.Kernel
	store       *store.Store
	clock       clock.Clock
	keyring     *secret.Keyring
	product     string
	wakeWorkers func()
}

// New checks that no dependency is missing.
func New(d Deps) (*UseCases, error) {
	if d.Kernel == nil || d.Store == nil || d.Clock == nil || d.Keyring == nil || d.Product == "" || d.Wake == nil {
		return nil, errors.New("factors: Kernel, Store, Clock, Keyring, Product and Wake are required")
	}
	return &UseCases{kernel: d.Kernel, store: d.Store, clock: d.Clock, keyring: d.Keyring, product: d.Product, wakeWorkers: d.Wake}, nil
}
