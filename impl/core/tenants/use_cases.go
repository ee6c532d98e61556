package tenants

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
)

// Deps are what these use cases need; every field is required.
type Deps struct {
	Kernel *core.Kernel
	Store  *store.Store
	// HostRecords reads for a tenant the DNS records that prove a host; it answers none if there are none.
	HostRecords func(ctx context.Context, tenantID, host string) ([]string, error)
	PublicHost  string // the host of the service itself
}

// UseCases are the use cases of this room.
type UseCases struct {
	kernel      *core.Kernel
	store       *store.Store
	hostRecords func(ctx context.Context, tenantID, host string) ([]string, error)
	publicHost  string
}

// New checks that nothing is missing.
func New(d Deps) (*UseCases, error) {
	if d.Kernel == nil || d.Store == nil || d.HostRecords == nil || d.PublicHost == "" {
		return nil, errors.New("tenants: Kernel, Store, HostRecords and PublicHost are required")
	}
	return &UseCases{kernel: d.Kernel, store: d.Store, hostRecords: d.HostRecords, publicHost: d.PublicHost}, nil
}
