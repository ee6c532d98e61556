package passwords

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
)

// Deps are what these use cases need; all but Breached are required.
type Deps struct {
	Kernel    *core.Kernel
	Store     *store.Store
	Clock     clock.Clock
	Hasher    *passhash.Hasher
	Blocklist *policy.Blocklist
	Refused   func(core.Budget) // counts what a budget refuses
	Wake      func()            // tells the workers that something was queued
	// Breached looks a password up among those known from breaches; it is nil if there is no look-up.
	Breached func(context.Context, secret.Password) (bool, error)
}

// UseCases are the use cases of this room.
type UseCases struct {
	kernel     *core.Kernel
	store      *store.Store
	clock      clock.Clock
	hasher     *passhash.Hasher
	blocklist  *policy.Blocklist
	refused    func(core.Budget)
	wake       func()
	isBreached func(context.Context, secret.Password) (bool, error)
}

// New checks that nothing is missing.
func New(d Deps) (*UseCases, error) {
	if d.Kernel == nil || d.Store == nil || d.Clock == nil || d.Hasher == nil || d.Blocklist == nil || d.Refused == nil || d.Wake == nil {
		return nil, errors.New("passwords: Kernel, Store, Clock, Hasher, Blocklist, Refused and Wake are required")
	}
	return &UseCases{
		kernel: d.Kernel, store: d.Store, clock: d.Clock, hasher: d.Hasher, blocklist: d.Blocklist,
		refused: d.Refused, wake: d.Wake, isBreached: d.Breached,
	}, nil
}
