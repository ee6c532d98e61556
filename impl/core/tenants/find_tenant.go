package tenants

import (
	"context"
)

// FindTenant reads a tenant that the caller reaches.
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
