package passwords

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/models"
)

// EffectivePolicy is what holds for the users of a tenant, with the level that imposed
// each rule, by names such as "password.minLength".
type EffectivePolicy struct {
	Settings core.Settings
	Levels   map[string]core.Level
}

// FindEffectivePolicy reads the rules of a tenant in the scope of the caller.
func (uc *UseCases) FindEffectivePolicy(ctx context.Context, tenantID string) (*EffectivePolicy, error) {
	t, err := uc.kernel.AuthorizeTenant(ctx, tenantID)
	if err != nil {
		return nil, err
	}
	levels, err := models.Levels(t.ApplicationPolicy, t.Policy)
	if err != nil {
		return nil, err
	}
	return &EffectivePolicy{Settings: t.Settings, Levels: levels}, nil
}
