package keys

import (
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Deps are what these use cases need; every field is required.
type Deps struct {
	Kernel        *core.Kernel
	Store         *store.Store
	NewSigningKey func() (*models.SigningKey, error) // generates a key
	// RereadSigningKeys makes this server read the keys again at once; other servers read them within a minute.
	RereadSigningKeys func()
}

// UseCases are the use cases of this room.
type UseCases struct {
	kernel            *core.Kernel
	store             *store.Store
	newSigningKey     func() (*models.SigningKey, error)
	rereadSigningKeys func()
}

// New builds the use cases and refuses incomplete dependencies.
func New(d Deps) (*UseCases, error) {
	if d.Kernel == nil || d.Store == nil || d.NewSigningKey == nil || d.RereadSigningKeys == nil {
		return nil, errors.New("keys: Kernel, Store, NewSigningKey and RereadSigningKeys are required")
	}
	return &UseCases{kernel: d.Kernel, store: d.Store, newSigningKey: d.NewSigningKey, rereadSigningKeys: d.RereadSigningKeys}, nil
}
