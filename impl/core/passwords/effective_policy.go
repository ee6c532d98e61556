package passwords

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/models"
)

// EffectivePolicyInput is what holds for the users of a tenant, with the level that imposed
// each rule, by names such as "password.minLength".
type EffectivePolicyInput struct {
	Settings core.Settings
	Levels   map[string]core.Level
}

// EffectivePolicy reads the rules of a tenant that the caller reaches.
func (uc *UseCases) EffectivePolicy(ctx context.Context, tenantID string) (*EffectivePolicyInput, error) {
	t, err := uc.kernel.AuthorizeTenant(ctx, tenantID)
	if err != nil {
		return nil, err
	}
	levels, err := models.Levels(t.ApplicationPolicy, t.Policy)
	if err != nil {
		return nil, err
	}
	return &EffectivePolicyInput{Settings: t.Settings, Levels: levels}, nil
}
