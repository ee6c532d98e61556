package passwords

import (
	"context"
	"errors"
	"slices"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// SetPolicyInput changes the rules that a level sets itself. Version is the version that the caller
// read.
type SetPolicyInput struct {
	Of      PolicyOf
	Version int64
	Preset  string // the label; empty: none, or in a merge the current one
	Rules   core.Overlay
	Merge   bool                    // Rules is a merge patch (RFC 7396); else the rules that it leaves out are inherited
	Presets map[string]core.Overlay // by name; a merge removes the rules of the former preset before it applies the new one
	DryRun  bool                    // answer what would change, and change nothing
}

// PolicySet is what a level sets after the change.
type PolicySet struct {
	Policy  Policy
	Removed core.Overlay   // what the level set before and does not set now
	Preview *PolicyPreview // of a dry run; else nil
}

// PolicyPreview is the policy that users would have, and its effect on their passwords.
type PolicyPreview struct {
	EffectivePolicy

	// These count passwords of users who may log in.
	Expire    int64 // they work now, and would be expired under the new lifetime
	WorkAgain int64 // they are expired now, and would work under the new lifetime
	ToChange  int64 // they would only allow a change of the password, for any reason
}

// level is where rules are set, with the settings before and after a change.
type level struct {
	of            *models.Tenant // without an id, the level is the application
	own           models.LevelPolicy
	inherited     models.Overlay
	before, after models.Settings
	levels        map[string]models.Level
}

// errDryRun rolls the transaction of a dry run back.
var errDryRun = errors.New("passwords: a dry run")

// SetPolicy saves rules that are within bounds and contradict no other level. They apply from the
// next request.
func (uc *UseCases) SetPolicy(ctx context.Context, in SetPolicyInput) (*PolicySet, error) {
	l := &level{of: &models.Tenant{ApplicationID: in.Of.ApplicationID}}
	var err error
	if in.Of.TenantID != "" {
		l.of, err = uc.kernel.AuthorizeTenant(ctx, in.Of.TenantID)
	} else {
		_, err = uc.kernel.AuthorizeApplication(ctx, in.Of.ApplicationID)
	}
	if err != nil {
		return nil, err
	}
	if err := uc.checkBreachLookup(in.Rules); err != nil {
		return nil, err
	}
	out := &PolicySet{}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := changePolicy(tx, l, in, out); err != nil {
			return err
		}
		if in.DryRun {
			return errDryRun
		}
		if out.Policy.Version == l.own.PolicyVersion {
			return nil // nothing changes
		}
		e := core.NewEvent(ctx, models.ActionPolicySet, l.of, "")
		e.Detail = out.Policy.Preset
		return tx.AppendEvent(e)
	})
	if errors.Is(err, errDryRun) {
		out.Preview, err = uc.previewPolicy(ctx, l)
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}

// changePolicy reads, checks and writes while it holds the rows of the application and the tenant.
// Of two concurrent changes, the second one reads what the first one wrote, and is checked against
// it, at the same level or at the other.
func changePolicy(tx *store.Tx, l *level, in SetPolicyInput, out *PolicySet) (err error) {
	if err := lockLevel(tx, l); err != nil {
		return err
	}
	before := l.own
	if in.Version != core.AnyVersion && in.Version != before.PolicyVersion {
		return core.ErrVersion
	}
	next := models.LevelPolicy{Policy: in.Rules, PolicyPreset: in.Preset, PolicyVersion: before.PolicyVersion}
	if in.Merge {
		if err := mergePolicy(&next, before, in); err != nil {
			return err
		}
	}
	if out.Removed, err = before.Policy.Without(next.Policy); err != nil {
		return err
	}
	out.Policy = newPolicy(&next)
	if err := checkLevel(tx.Reader, l, next.Policy); err != nil || in.DryRun {
		return err
	}
	if in.Merge && next == before {
		return nil
	}
	next.PolicyVersion++
	out.Policy = newPolicy(&next)
	return saveLevel(tx, l, next)
}

// mergePolicy applies a patch to the current rules. A preset replaces the former preset: rules that
// the former one set, and that were not changed since, are removed.
func mergePolicy(out *models.LevelPolicy, before models.LevelPolicy, in SetPolicyInput) (err error) {
	kept := before.Policy
	if in.Preset == "" {
		out.PolicyPreset = before.PolicyPreset
	} else if kept, err = kept.Beyond(in.Presets[before.PolicyPreset]); err != nil {
		return err
	}
	if out.Policy, err = kept.Patched(in.Rules); err != nil {
		return fault.ErrMalformed.Because(err)
	}
	return nil
}

// lockLevel locks the application's row first, at either level, and reads the current rules.
func lockLevel(tx *store.Tx, l *level) error {
	held, err := tx.LockApplicationRow(l.of.ApplicationID)
	if err != nil {
		return err
	}
	if !held {
		return core.ErrApplicationNotFound
	}
	if l.of.ID == "" {
		a, err := tx.FindApplication(l.of.ApplicationID)
		if err == nil {
			l.own = a.LevelPolicy
		}
		return err
	}
	if held, err = tx.LockTenantRow(l.of.ID); err != nil {
		return err
	}
	if !held {
		return core.ErrTenantNotFound
	}
	t, err := tx.FindTenant(l.of.ID)
	if err == nil {
		l.own, l.inherited = t.LevelPolicy, t.ApplicationPolicy
	}
	return err
}

// checkLevel checks rules together with what they inherit, and with every tenant that inherits them.
func checkLevel(rd *store.Reader, l *level, next models.Overlay) (err error) {
	if l.before, err = models.Resolve(l.inherited, l.own.Policy); err != nil {
		return err
	}
	if l.after, err = models.Resolve(l.inherited, next); err != nil {
		return fault.ErrMalformed.Because(err)
	}
	if err := checkSettings(l.after, ""); err != nil {
		return err
	}
	if l.of.ID != "" {
		l.levels, err = models.Levels(l.inherited, next)
		return err
	}
	if l.levels, err = models.Levels(next, ""); err != nil {
		return err
	}
	return checkTenants(rd, l.of.ApplicationID, next)
}

// tenantBatch is how many tenants are read at a time.
const tenantBatch = 200

// checkTenants checks the rules of an application together with those of every tenant that adds its
// own: no tenant may end with rules that no password meets.
func checkTenants(rd *store.Reader, applicationID string, next models.Overlay) error {
	for after, more := "", true; more; {
		tenants, err := rd.TenantsWithPolicy(applicationID, after, tenantBatch)
		if err != nil {
			return err
		}
		for i := range tenants {
			after = tenants[i].ID
			s, err := models.Resolve(next, tenants[i].Policy)
			if err != nil {
				return err
			}
			if err := checkSettings(s, after); err != nil {
				return err
			}
		}
		more = len(tenants) == tenantBatch
	}
	return nil
}

// saveLevel writes the rules. If passwords expire or are warned of on other days now, it schedules
// the warnings again.
func saveLevel(tx *store.Tx, l *level, next models.LevelPolicy) error {
	save, reschedule, id := tx.SaveApplicationPolicy, tx.RewarnTenantsOf, l.of.ApplicationID
	if l.of.ID != "" {
		save, reschedule, id = tx.SaveTenantPolicy, tx.RewarnTenant, l.of.ID
	}
	saved, err := save(id, l.own.PolicyVersion, next)
	if err != nil {
		return err
	}
	if !saved {
		return core.ErrVersion
	}
	was, is := l.before.Password, l.after.Password
	if was.LifetimeDays == is.LifetimeDays && slices.Equal(was.WarnDays, is.WarnDays) {
		return nil
	}
	return reschedule(id)
}

// previewPolicy counts after the transaction, so that no row is locked.
func (uc *UseCases) previewPolicy(ctx context.Context, l *level) (*PolicyPreview, error) {
	count, id := uc.store.Read(ctx).CountPasswordsOfApplication, l.of.ApplicationID
	if l.of.ID != "" {
		count, id = uc.store.Read(ctx).CountPasswordsOfTenant, l.of.ID
	}
	counts, err := count(id, l.before.Password.LifetimeDays, l.after.Password.LifetimeDays)
	if err != nil {
		return nil, err
	}
	return &PolicyPreview{
		EffectivePolicy: EffectivePolicy{Settings: l.after, Levels: l.levels},
		Expire:          counts.Expire, WorkAgain: counts.WorkAgain, ToChange: counts.ToChange,
	}, nil
}

// checkBreachLookup refuses a rule that needs the breach look-up if none is configured.
func (uc *UseCases) checkBreachLookup(rules models.Overlay) error {
	s, err := models.Resolve(rules)
	if err != nil {
		return fault.ErrMalformed.Because(err)
	}
	if s.Password.BreachLookup.Asked() && uc.isBreached == nil {
		return core.ErrSettings.With(fault.Violation{
			Pointer: "/rules/password/breachLookup", Code: "not_configured",
			Message: "No look-up of breached passwords is configured.",
		})
	}
	return nil
}
