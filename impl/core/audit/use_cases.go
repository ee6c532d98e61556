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
	// Attest signs a statement with a published key. The kind separates checkpoints from archives.
	Attest func(ctx context.Context, kind string, statement []byte) (string, error)
	// ReadAttested returns the statement that Attest signed. It returns nil and no error if no key of
	// this service signed it, or if it has another kind.
	ReadAttested func(ctx context.Context, kind, signed string) ([]byte, error)
}

// UseCases are the use cases of this room.
type UseCases struct {
	kernel       *core.Kernel
	store        *store.Store
	clock        clock.Clock
	keyring      *secret.Keyring
	publicURL    string
	attest       func(ctx context.Context, kind string, statement []byte) (string, error)
	readAttested func(ctx context.Context, kind, signed string) ([]byte, error)
}

// New builds the use cases and refuses incomplete dependencies.
func New(d Deps) (*UseCases, error) {
	if d.Kernel == nil || d.Store == nil || d.Clock == nil || d.Keyring == nil || d.PublicURL == "" || d.Attest == nil || d.ReadAttested == nil {
		return nil, errors.New("audit: Kernel, Store, Clock, Keyring, PublicURL, Attest and ReadAttested are required")
	}
	return &UseCases{
		kernel: d.Kernel, store: d.Store, clock: d.Clock, keyring: d.Keyring,
		publicURL: d.PublicURL, attest: d.Attest, readAttested: d.ReadAttested,
	}, nil
}
