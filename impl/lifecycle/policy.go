package lifecycle

import (
	"context"
	"maps"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/models"
)

// PolicyOf names the level whose own rules are meant: one of the two.
type PolicyOf struct {
	ApplicationID string
	TenantID      string
}

// Policy is what one level decides: rules that its tenants or users inherit.
type Policy struct {
	Rules   Overlay
	Preset  string // that the rules were taken from; a label
	Version int64
}

func policyOf(row *models.LevelPolicy) Policy {
	return Policy{Rules: row.Policy, Preset: row.PolicyPreset, Version: row.PolicyVersion}
}

// FindPolicy reads the rules that a level which the caller reaches sets itself.
func (c *Core) FindPolicy(ctx context.Context, of PolicyOf) (*Policy, error) {
	if of.TenantID != "" {
		t, err := c.reachedTenant(ctx, of.TenantID)
		if err != nil {
			return nil, err
		}
		return new(policyOf(&t.LevelPolicy)), nil
	}
	a, err := c.reachedApplication(ctx, of.ApplicationID)
	if err != nil {
		return nil, err
	}
	return new(policyOf(&a.LevelPolicy)), nil
}

// sound refuses settings that are out of bounds, or contradict each other, with
// pointers into the rules that were sent. The tenant, if given, is whose settings they are.
func sound(s models.Settings, tenantID string) error {
	broken := policy.ValidateSettings(s)
	if len(broken) == 0 {
		return nil
	}
	for i := range broken {
		broken[i].Pointer = "/rules" + broken[i].Pointer
		if tenantID != "" {
			with := fault.Params{fault.TenantID: tenantID}
			maps.Copy(with, broken[i].Params)
			broken[i].Params = with
		}
	}
	return ErrSettings.With(broken...)
}

// EffectivePolicy is what holds for the users of a tenant, with the level that imposed
// each rule, by names such as "password.minLength".
type EffectivePolicy struct {
	Settings Settings
	Levels   map[string]Level
}

// EffectivePolicy reads the rules of a tenant that the caller reaches.
func (c *Core) EffectivePolicy(ctx context.Context, tenantID string) (*EffectivePolicy, error) {
	t, err := c.reachedTenant(ctx, tenantID)
	if err != nil {
		return nil, err
	}
	levels, err := models.Levels(t.ApplicationPolicy, t.Policy)
	if err != nil {
		return nil, err
	}
	return &EffectivePolicy{Settings: t.Settings, Levels: levels}, nil
}
