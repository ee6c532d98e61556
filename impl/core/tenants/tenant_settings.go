package tenants

import (
	"context"
)

// TenantSettings reads a tenant that the caller reaches, without its hosts; an empty id
// is the caller's own tenant.
func (uc *UseCases) TenantSettings(ctx context.Context, tenantID string) (*Tenant, error) {
	t, err := uc.kernel.ResolveTenant(ctx, tenantID)
	if err != nil {
		return nil, err
	}
	return new(tenantOf(t)), nil
}
