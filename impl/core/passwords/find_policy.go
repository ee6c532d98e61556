package passwords

import (
	"context"
)

// PolicyOf names a level: an application or a tenant, by one of the two ids.
type PolicyOf struct {
	ApplicationID string
	TenantID      string
}

// FindPolicy reads the rules that a level in the scope of the caller sets itself.
func (uc *UseCases) FindPolicy(ctx context.Context, of PolicyOf) (*Policy, error) {
	if of.TenantID != "" {
		t, err := uc.kernel.AuthorizeTenant(ctx, of.TenantID)
		if err != nil {
			return nil, err
		}
		return new(newPolicy(&t.LevelPolicy)), nil
	}
	a, err := uc.kernel.AuthorizeApplication(ctx, of.ApplicationID)
	if err != nil {
		return nil, err
	}
	return new(newPolicy(&a.LevelPolicy)), nil
}
