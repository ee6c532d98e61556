package audit

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
)

// Deps are what these use cases need; every field is required.
type Deps struct {
	Kernel    *core.Kernel
	Store     *store.Store
	Clock     clock.Clock
	Keyring   *secret.Keyring
	PublicURL string // the issuer of signed statements
	// Attest signs a statement of a type with a published key.
	Attest func(ctx context.Context, kind string, statement []byte) (string, error)
	// Attested returns the statement that Attest signed, or nil if no key of this service signed it.
	Attested func(ctx context.Context, kind, signed string) ([]byte, error)
}

// UseCases are the use cases of this room.
type UseCases struct {
	kernel    *core.Kernel
	store     *store.Store
	clock     clock.Clock
	keyring   *secret.Keyring
	publicURL string
	attest    func(ctx context.Context, kind string, statement []byte) (string, error)
	attested  func(ctx context.Context, kind, signed string) ([]byte, error)
}

// New builds the use cases and refuses incomplete dependencies.
func New(d Deps) (*UseCases, error) {
	if d.Kernel == nil || d.Store == nil || d.Clock == nil || d.Keyring == nil || d.PublicURL == "" || d.Attest == nil || d.Attested == nil {
		return nil, errors.New("audit: Kernel, Store, Clock, Keyring, PublicURL, Attest and Attested are required")
	}
	return &UseCases{
		kernel: d.Kernel, store: d.Store, clock: d.Clock, keyring: d.Keyring,
		publicURL: d.PublicURL, attest: d.Attest, attested: d.Attested,
	}, nil
}
