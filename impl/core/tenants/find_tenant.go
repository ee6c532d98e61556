package tenants

import (
	"context"
)

// FindTenant reads a tenant in the scope of the caller, with its hosts.
func (uc *UseCases) FindTenant(ctx context.Context, id string) (*Tenant, error) {
	t, err := uc.kernel.AuthorizeTenant(ctx, id)
	if err != nil {
		return nil, err
	}
	out, err := uc.withHosts(uc.store.Read(ctx), *t)
	if err != nil {
		return nil, err
	}
	return &out[0], nil
}
