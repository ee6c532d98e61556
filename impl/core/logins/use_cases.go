package logins

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
	Refused func(core.Budget) // counts a request that a budget refuses
	Wake    func()            // wakes the workers that send mail
	Ended   func(Outcome)     // counts how a login ended
}

// UseCases are the use cases of this room.
type UseCases struct {
	kernel       *core.Kernel
	store        *store.Store
	clock        clock.Clock
	keyring      *secret.Keyring
	countRefusal func(core.Budget)
	wakeWorkers  func()
	countLogin   func(Outcome)
}

// New checks that no dependency is missing.
func New(d Deps) (*UseCases, error) {
	if d.Kernel == nil || d.Store == nil || d.Clock == nil || d.Keyring == nil || d.Refused == nil || d.Wake == nil || d.Ended == nil {
		return nil, errors.New("logins: Kernel, Store, Clock, Keyring, Refused, Wake and Ended are required")
	}
	return &UseCases{
		kernel: d.Kernel, store: d.Store, clock: d.Clock, keyring: d.Keyring,
		countRefusal: d.Refused, wakeWorkers: d.Wake, countLogin: d.Ended,
	}, nil
}
