package tickets

import (
	"errors"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
)

// Deps are the dependencies of these use cases; all but TrialLinks are required.
type Deps struct {
	Kernel  *core.Kernel
	Store   *store.Store
	Clock   clock.Clock
	Keyring *secret.Keyring
	Refused func(core.Budget) // counts what a budget refuses
	Wake    func()            // wakes the workers after something was queued
	// TrialLinks allows link templates to example.com and to this machine where the tenant has no
	// allow-list. In production no template is allowed unless an operator says so.
	TrialLinks bool
}

// UseCases are the use cases of this room.
type UseCases struct {
	kernel  *core.Kernel
	store   *store.Store
	clock   clock.Clock
	keyring *secret.Keyring
	refused func(core.Budget)
	wake    func()

	trialLinks bool
}

// New returns an error if a dependency is missing.
func New(d Deps) (*UseCases, error) {
	if d.Kernel == nil || d.Store == nil || d.Clock == nil || d.Keyring == nil || d.Refused == nil || d.Wake == nil {
		return nil, errors.New("tickets: Kernel, Store, Clock, Keyring, Refused and Wake are required")
	}
	return &UseCases{kernel: d.Kernel, store: d.Store, clock: d.Clock, keyring: d.Keyring, refused: d.Refused, wake: d.Wake, trialLinks: d.TrialLinks}, nil
}
