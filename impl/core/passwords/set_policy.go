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

// SetPolicyInput changes the rules that a level sets itself. Version is the one it is meant for.
type SetPolicyInput struct {
	Of      PolicyOf
	Version int64
	Preset  string // the label; empty: none, or in a merge the one that there is
	Rules   core.Overlay
	Merge   bool                    // Rules is a merge patch (RFC 7396); else the rules that it leaves out are inherited
	Presets map[string]core.Overlay // by name: in a merge the label's are taken back before another's are laid over them
	DryRun  bool                    // tell what it would do, and do nothing
}

// PolicySet tells what a level sets after the change.
type PolicySet struct {
	Policy  Policy
	Removed core.Overlay   // what it set before and sets no longer
	Preview *PolicyPreview // of a dry run; nil: it was done
}

// PolicyPreview is what would hold for those whose policy it is, and what that means for
// the passwords they have.
type PolicyPreview struct {
	EffectivePolicyInput

	// Of the passwords that somebody can log in with:
	Expire    int64 // those that are good now, and that the lifetime to come has ended
	WorkAgain int64 // those that have expired now, and that it has not ended
	ToChange  int64 // those that may then only be used to change them, for whatever reason
}

// level is where rules are set, with what holds there before and after a change.
type level struct {
	of            *models.Tenant // without an id it is the application
	own           models.LevelPolicy
	inherited     models.Overlay
	before, after models.Settings
	levels        map[string]models.Level
}

// errDryRun rolls back what was tried.
var errDryRun = errors.New("passwords: a dry run")

// SetPolicy saves rules that are within bounds and contradict nobody's. They act on
// the next call.
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
	if err := uc.answerable(in.Rules); err != nil {
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
			return nil // nothing was asked for that was not so before
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

// changePolicy reads, checks and writes with the application held, and with the tenant: of
// two changes at once, the second one is made on what the first one left, and is held
// against it, be it of the same level or of the other.
func changePolicy(tx *store.Tx, l *level, in SetPolicyInput, out *PolicySet) (err error) {
	if err := holdLevel(tx, l); err != nil {
		return err
	}
	before := l.own
	if in.Version != core.AnyVersion && in.Version != before.PolicyVersion {
		return core.ErrVersion
	}
	next := models.LevelPolicy{Policy: in.Rules, PolicyPreset: in.Preset, PolicyVersion: before.PolicyVersion}
	if in.Merge {
		if err := merge(&next, before, in); err != nil {
			return err
		}
	}
	if out.Removed, err = before.Policy.Without(next.Policy); err != nil {
		return err
	}
	out.Policy = policyOf(&next)
	if err := checkLevel(tx.Reader, l, next.Policy); err != nil || in.DryRun {
		return err
	}
	if in.Merge && next == before {
		return nil
	}
	next.PolicyVersion++
	out.Policy = policyOf(&next)
	return saveLevel(tx, l, next)
}

// merge lays a patch over what is there. A preset takes the place of the former one: what
// that one set and nobody changed since is no longer set, or it would hold under the new label.
func merge(out *models.LevelPolicy, before models.LevelPolicy, in SetPolicyInput) (err error) {
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

// holdLevel takes the application first, whichever level it is, and reads what is there.
func holdLevel(tx *store.Tx, l *level) error {
	held, err := tx.HoldApplication(l.of.ApplicationID)
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
	if held, err = tx.HoldTenant(l.of.ID); err != nil {
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

// checkLevel holds rules against what they inherit, and against all that inherit them.
func checkLevel(rd *store.Reader, l *level, next models.Overlay) (err error) {
	if l.before, err = models.Resolve(l.inherited, l.own.Policy); err != nil {
		return err
	}
	if l.after, err = models.Resolve(l.inherited, next); err != nil {
		return fault.ErrMalformed.Because(err)
	}
	if err := sound(l.after, ""); err != nil {
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

// tenantsAtOnce is how many tenants are read at a time to see what a rule of their
// application means for them.
const tenantsAtOnce = 200

// checkTenants holds the rules of an application against every tenant that adds its own:
// no tenant may be left with rules that no password meets.
func checkTenants(rd *store.Reader, applicationID string, next models.Overlay) error {
	for after, more := "", true; more; {
		tenants, err := rd.TenantsWithPolicy(applicationID, after, tenantsAtOnce)
		if err != nil {
			return err
		}
		for i := range tenants {
			after = tenants[i].ID
			s, err := models.Resolve(next, tenants[i].Policy)
			if err != nil {
				return err
			}
			if err := sound(s, after); err != nil {
				return err
			}
		}
		more = len(tenants) == tenantsAtOnce
	}
	return nil
}

// saveLevel writes the rules, and has the warnings of the passwords that there are
// scheduled anew if these expire, or are warned of, on other days.
func saveLevel(tx *store.Tx, l *level, next models.LevelPolicy) error {
	save, rewarn, id := tx.SaveApplicationPolicy, tx.RewarnTenantsOf, l.of.ApplicationID
	if l.of.ID != "" {
		save, rewarn, id = tx.SaveTenantPolicy, tx.RewarnTenant, l.of.ID
	}
	mine, err := save(id, l.own.PolicyVersion, next)
	if err != nil {
		return err
	}
	if !mine {
		return core.ErrVersion
	}
	was, is := l.before.Password, l.after.Password
	if was.LifetimeDays == is.LifetimeDays && slices.Equal(was.WarnDays, is.WarnDays) {
		return nil
	}
	return rewarn(id)
}

// previewPolicy counts beside the transaction, which holds the rows no longer.
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
		EffectivePolicyInput: EffectivePolicyInput{Settings: l.after, Levels: l.levels},
		Expire:               counts.Expire, WorkAgain: counts.WorkAgain, ToChange: counts.ToChange,
	}, nil
}

// answerable refuses a rule that asks what nobody is configured to answer.
func (uc *UseCases) answerable(rules models.Overlay) error {
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
