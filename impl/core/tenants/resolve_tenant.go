package tenants

import (
	"context"
)

// ResolveTenant reads a tenant in the scope of the caller, without its hosts. An empty id means the tenant
// in which the request acts.
func (uc *UseCases) ResolveTenant(ctx context.Context, tenantID string) (*Tenant, error) {
	t, err := uc.kernel.ResolveTenant(ctx, tenantID)
	if err != nil {
		return nil, err
	}
	return new(tenantOf(t)), nil
}
