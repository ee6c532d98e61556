package native

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/passwords"
)

func policy(p *passwords.Policy) (out rekeyapi.Policy, err error) {
	if p.Preset != "" {
		out.Preset = some(rekeyapi.PresetName(p.Preset))
	}
	out.Version = p.Version
	out.Rules, err = rules(p.Rules)
	return out, err
}

func (h *handlers) policyOf(ctx context.Context, of passwords.PolicyOf) (rekeyapi.Policy, error) {
	p, err := h.Core.Passwords.FindPolicy(ctx, of)
	if err != nil {
		return rekeyapi.Policy{}, err
	}
	return policy(p)
}

// policyChange is the input that both changes of a policy share, besides the rules.
type policyChange struct {
	of      passwords.PolicyOf
	dryRun  *bool
	ifMatch *string
	preset  *rekeyapi.PresetName
}

// replacePolicy makes the rules of the body the only ones of the level.
func (h *handlers) replacePolicy(ctx context.Context, c policyChange, rules *rekeyapi.PolicyRules) (rekeyapi.ChangedPolicy, error) {
	own, err := overlay(rules)
	if err != nil {
		return rekeyapi.ChangedPolicy{}, err
	}
	return h.changePolicy(ctx, c, passwords.SetPolicyInput{Rules: own})
}

// mergePolicy changes the rules that the body names.
func (h *handlers) mergePolicy(ctx context.Context, c policyChange, rules *rekeyapi.PolicyRulesPatch) (rekeyapi.ChangedPolicy, error) {
	own, err := overlay(rules)
	if err != nil {
		return rekeyapi.ChangedPolicy{}, err
	}
	return h.changePolicy(ctx, c, passwords.SetPolicyInput{Rules: own, Merge: true})
}

func (h *handlers) changePolicy(ctx context.Context, c policyChange, in passwords.SetPolicyInput) (out rekeyapi.ChangedPolicy, err error) {
	in.Of, in.Preset, in.DryRun = c.of, string(orZero(c.preset)), orZero(c.dryRun)
	if in.Version, err = version(c.ifMatch); err != nil {
		return out, err
	}
	if in.Presets, err = presetRules(); err != nil {
		return out, err
	}
	if in.Rules, err = chosen(in.Presets, in.Preset, in.Rules); err != nil {
		return out, err
	}
	set, err := h.Core.Passwords.SetPolicy(ctx, in)
	if err != nil {
		return out, err
	}
	p, err := policy(&set.Policy)
	if err != nil {
		return out, err
	}
	out.Preset, out.Rules, out.Version = p.Preset, p.Rules, p.Version
	if out.Removed, err = rules(set.Removed); err != nil || set.Preview == nil {
		return out, err
	}
	out.Preview, err = preview(set.Preview)
	return out, err
}

func preview(p *passwords.PolicyPreview) (out *rekeyapi.PolicyPreview, err error) {
	out = &rekeyapi.PolicyPreview{
		Levels:                   levels(p.Levels),
		PasswordsThatWouldExpire: p.Expire, PasswordsThatWouldWorkAgain: p.WorkAgain, PasswordsToChange: p.ToChange,
	}
	out.Rules, err = rules(p.Settings)
	return out, err
}

func levels(of map[string]core.Level) map[string]rekeyapi.PolicyLevel {
	out := map[string]rekeyapi.PolicyLevel{}
	for rule, level := range of {
		out[rule] = rekeyapi.PolicyLevel(level)
	}
	return out
}

// GetApplicationPolicy reads the rules that an application sets.
func (h *handlers) GetApplicationPolicy(ctx context.Context, r rekeyapi.GetApplicationPolicyRequestObject) (rekeyapi.GetApplicationPolicyResponseObject, error) {
	p, err := h.policyOf(ctx, passwords.PolicyOf{ApplicationID: r.ApplicationID})
	if err != nil {
		return nil, err
	}
	return rekeyapi.GetApplicationPolicy200JSONResponse{
		Body: p, Headers: rekeyapi.GetApplicationPolicy200ResponseHeaders{ETag: etag(p.Version)},
	}, nil
}

// SetApplicationPolicy replaces the rules that an application sets.
func (h *handlers) SetApplicationPolicy(ctx context.Context, r rekeyapi.SetApplicationPolicyRequestObject) (rekeyapi.SetApplicationPolicyResponseObject, error) {
	c := policyChange{passwords.PolicyOf{ApplicationID: r.ApplicationID}, r.Params.DryRun, r.Params.IfMatch, r.Body.Preset}
	p, err := h.replacePolicy(ctx, c, r.Body.Rules)
	if err != nil {
		return nil, err
	}
	return rekeyapi.SetApplicationPolicy200JSONResponse{
		Body: p, Headers: rekeyapi.SetApplicationPolicy200ResponseHeaders{ETag: etag(p.Version)},
	}, nil
}

// UpdateApplicationPolicy changes rules that an application sets.
func (h *handlers) UpdateApplicationPolicy(ctx context.Context, r rekeyapi.UpdateApplicationPolicyRequestObject) (rekeyapi.UpdateApplicationPolicyResponseObject, error) {
	c := policyChange{passwords.PolicyOf{ApplicationID: r.ApplicationID}, r.Params.DryRun, r.Params.IfMatch, r.Body.Preset}
	p, err := h.mergePolicy(ctx, c, r.Body.Rules)
	if err != nil {
		return nil, err
	}
	return rekeyapi.UpdateApplicationPolicy200JSONResponse{
		Body: p, Headers: rekeyapi.UpdateApplicationPolicy200ResponseHeaders{ETag: etag(p.Version)},
	}, nil
}

// GetTenantPolicy reads the rules that a tenant sets.
func (h *handlers) GetTenantPolicy(ctx context.Context, r rekeyapi.GetTenantPolicyRequestObject) (rekeyapi.GetTenantPolicyResponseObject, error) {
	p, err := h.policyOf(ctx, passwords.PolicyOf{TenantID: r.TenantID})
	if err != nil {
		return nil, err
	}
	return rekeyapi.GetTenantPolicy200JSONResponse{
		Body: p, Headers: rekeyapi.GetTenantPolicy200ResponseHeaders{ETag: etag(p.Version)},
	}, nil
}

// SetTenantPolicy replaces the rules that a tenant sets.
func (h *handlers) SetTenantPolicy(ctx context.Context, r rekeyapi.SetTenantPolicyRequestObject) (rekeyapi.SetTenantPolicyResponseObject, error) {
	c := policyChange{passwords.PolicyOf{TenantID: r.TenantID}, r.Params.DryRun, r.Params.IfMatch, r.Body.Preset}
	p, err := h.replacePolicy(ctx, c, r.Body.Rules)
	if err != nil {
		return nil, err
	}
	return rekeyapi.SetTenantPolicy200JSONResponse{
		Body: p, Headers: rekeyapi.SetTenantPolicy200ResponseHeaders{ETag: etag(p.Version)},
	}, nil
}

// UpdateTenantPolicy changes rules that a tenant sets.
func (h *handlers) UpdateTenantPolicy(ctx context.Context, r rekeyapi.UpdateTenantPolicyRequestObject) (rekeyapi.UpdateTenantPolicyResponseObject, error) {
	c := policyChange{passwords.PolicyOf{TenantID: r.TenantID}, r.Params.DryRun, r.Params.IfMatch, r.Body.Preset}
	p, err := h.mergePolicy(ctx, c, r.Body.Rules)
	if err != nil {
		return nil, err
	}
	return rekeyapi.UpdateTenantPolicy200JSONResponse{
		Body: p, Headers: rekeyapi.UpdateTenantPolicy200ResponseHeaders{ETag: etag(p.Version)},
	}, nil
}

// GetEffectivePolicy reads the rules that apply to the users of a tenant.
func (h *handlers) GetEffectivePolicy(ctx context.Context, r rekeyapi.GetEffectivePolicyRequestObject) (rekeyapi.GetEffectivePolicyResponseObject, error) {
	p, err := h.Core.Passwords.FindEffectivePolicy(ctx, r.TenantID)
	if err != nil {
		return nil, err
	}
	out := rekeyapi.GetEffectivePolicy200JSONResponse{TenantID: r.TenantID, Levels: levels(p.Levels)}
	if out.Rules, err = rules(p.Settings); err != nil {
		return nil, err
	}
	return out, nil
}
