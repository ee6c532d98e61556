package passwords

import (
	"context"
)

// PolicyOf names the level whose own rules are meant: one of the two.
type PolicyOf struct {
	ApplicationID string
	TenantID      string
}

// FindPolicy reads the rules that a level which the caller reaches sets itself.
func (uc *UseCases) FindPolicy(ctx context.Context, of PolicyOf) (*Policy, error) {
	if of.TenantID != "" {
		t, err := uc.kernel.AuthorizeTenant(ctx, of.TenantID)
		if err != nil {
			return nil, err
		}
		return new(policyOf(&t.LevelPolicy)), nil
	}
	a, err := uc.kernel.AuthorizeApplication(ctx, of.ApplicationID)
	if err != nil {
		return nil, err
	}
	return new(policyOf(&a.LevelPolicy)), nil
}
