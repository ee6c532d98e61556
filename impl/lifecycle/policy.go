package lifecycle

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// PolicyOf names the level whose own rules are meant: one of the two.
type PolicyOf struct {
	ApplicationID string
	TenantID      string
}

// FindPolicy reads the rules that a level which the caller reaches sets itself.
func (c *Core) FindPolicy(ctx context.Context, of PolicyOf) (*models.LevelPolicy, error) {
	if of.TenantID != "" {
		t, err := c.reachedTenant(ctx, of.TenantID)
		if err != nil {
			return nil, err
		}
		return &t.LevelPolicy, nil
	}
	a, err := c.FindApplication(ctx, of.ApplicationID)
	if err != nil {
		return nil, err
	}
	return &a.LevelPolicy, nil
}

// SetPolicy replaces the rules that a level sets itself. What it leaves out is
// inherited. Version is the one it is meant for.
type SetPolicy struct {
	Of      PolicyOf
	Version int64
	Preset  string // the label
	Rules   models.Overlay
}

// SetPolicy saves rules that are within bounds and contradict nobody's. They act on
// the next call.
func (c *Core) SetPolicy(ctx context.Context, in SetPolicy) (*models.LevelPolicy, error) {
	if _, err := c.FindPolicy(ctx, in.Of); err != nil {
		return nil, err
	}
	if err := c.answerable(in.Rules); err != nil {
		return nil, err
	}
	var saved *models.LevelPolicy
	err := c.commit(ctx, func(tx *store.Tx) (err error) {
		of := &models.Tenant{ID: in.Of.TenantID, ApplicationID: in.Of.ApplicationID}
		if in.Of.TenantID != "" {
			if of, err = savedTenantPolicy(tx, in); err == nil {
				saved = &of.LevelPolicy
			}
		} else {
			saved, err = savedApplicationPolicy(tx, in)
		}
		if err != nil {
			return err
		}
		e := event(ctx, "policy.set", of, "")
		e.Detail = in.Preset
		return tx.AppendEvent(e)
	})
	if err != nil {
		return nil, err
	}
	return saved, nil
}

// answerable refuses a rule that asks what nobody is configured to answer.
func (c *Core) answerable(rules models.Overlay) error {
	s, err := models.Resolve(rules)
	if err != nil {
		return fault.ErrMalformed.Because(err)
	}
	if s.Password.BreachLookup.Asked() && c.Breached == nil {
		return ErrSettings.With(fault.Violation{
			Pointer: "/rules/password/breachLookup", Code: "not_configured",
			Message: "No look-up of breached passwords is configured.",
		})
	}
	return nil
}

func savedTenantPolicy(tx *store.Tx, in SetPolicy) (*models.Tenant, error) {
	next := models.LevelPolicy{Policy: in.Rules, PolicyPreset: in.Preset}
	if mine, err := tx.SaveTenantPolicy(in.Of.TenantID, in.Version, next); err != nil || !mine {
		return nil, orStale(err)
	}
	t, err := tx.FindTenant(in.Of.TenantID)
	if errors.Is(err, store.ErrNotFound) {
		return nil, ErrTenantNotFound
	}
	if err != nil {
		return nil, err
	}
	return t, sound(t.Settings)
}

// tenantsAtOnce is how many tenants are read at a time to see what a rule of their
// application means for them.
const tenantsAtOnce = 200

// savedApplicationPolicy holds the rules against every tenant that adds its own: no
// tenant may be left with rules that no password meets.
func savedApplicationPolicy(tx *store.Tx, in SetPolicy) (*models.LevelPolicy, error) {
	next := models.LevelPolicy{Policy: in.Rules, PolicyPreset: in.Preset}
	if mine, err := tx.SaveApplicationPolicy(in.Of.ApplicationID, in.Version, next); err != nil || !mine {
		return nil, orStale(err)
	}
	alone, err := models.Resolve(in.Rules)
	if err != nil {
		return nil, err
	}
	if err := sound(alone); err != nil {
		return nil, err
	}
	for after, more := "", true; more; {
		tenants, err := tx.TenantsWithPolicy(in.Of.ApplicationID, after, tenantsAtOnce)
		if err != nil {
			return nil, err
		}
		for i := range tenants {
			if err := sound(tenants[i].Settings, "tenantId", tenants[i].ID); err != nil {
				return nil, err
			}
			after = tenants[i].ID
		}
		more = len(tenants) == tenantsAtOnce
	}
	a, err := tx.FindApplication(in.Of.ApplicationID)
	if err != nil {
		return nil, err
	}
	return &a.LevelPolicy, nil
}

func orStale(err error) error {
	if err != nil {
		return err
	}
	return ErrVersion
}

// sound refuses settings that are out of bounds, or contradict each other, with
// pointers into the rules that were sent. Params say whose settings they are.
func sound(s models.Settings, params ...string) error {
	broken := policy.ValidateSettings(s)
	if len(broken) == 0 {
		return nil
	}
	for i := range broken {
		broken[i].Pointer = "/rules" + broken[i].Pointer
		if len(params) == 2 {
			with := map[string]string{params[0]: params[1]}
			for name, bound := range broken[i].Params {
				with[name] = bound
			}
			broken[i].Params = with
		}
	}
	return ErrSettings.With(broken...)
}

// EffectivePolicy is what holds for the users of a tenant, with the level that imposed
// each rule, by names such as "password.minLength".
type EffectivePolicy struct {
	Settings models.Settings
	Levels   map[string]models.Level
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
