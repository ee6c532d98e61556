package rekey

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/lifecycle"
	"github.com/rekeyhq/rekey/models"
)

func policy(p *models.LevelPolicy) (out rekeyapi.Policy, err error) {
	if p.PolicyPreset != "" {
		out.Preset = some(rekeyapi.PresetName(p.PolicyPreset))
	}
	out.Version = p.PolicyVersion
	out.Rules, err = rules(p.Policy)
	return out, err
}

func (h *handlers) policyOf(ctx context.Context, of lifecycle.PolicyOf) (rekeyapi.Policy, error) {
	p, err := h.Core.FindPolicy(ctx, of)
	if err != nil {
		return rekeyapi.Policy{}, err
	}
	return policy(p)
}

func (h *handlers) setPolicy(ctx context.Context, of lifecycle.PolicyOf, ifMatch *string, body *rekeyapi.PolicyChange) (out rekeyapi.Policy, err error) {
	in := lifecycle.SetPolicy{Of: of, Preset: string(given(body.Preset))}
	if in.Version, err = version(ifMatch); err != nil {
		return out, err
	}
	own, err := overlay(body.Rules)
	if err != nil {
		return out, err
	}
	if in.Rules, err = chosen(body.Preset, own); err != nil {
		return out, err
	}
	p, err := h.Core.SetPolicy(ctx, in)
	if err != nil {
		return out, err
	}
	return policy(p)
}

// GetApplicationPolicy reads the rules that an application sets.
func (h *handlers) GetApplicationPolicy(ctx context.Context, r rekeyapi.GetApplicationPolicyRequestObject) (rekeyapi.GetApplicationPolicyResponseObject, error) {
	p, err := h.policyOf(ctx, lifecycle.PolicyOf{ApplicationID: r.ApplicationID})
	if err != nil {
		return nil, err
	}
	return rekeyapi.GetApplicationPolicy200JSONResponse{
		Body: p, Headers: rekeyapi.GetApplicationPolicy200ResponseHeaders{ETag: etag(p.Version)},
	}, nil
}

// SetApplicationPolicy replaces the rules that an application sets.
func (h *handlers) SetApplicationPolicy(ctx context.Context, r rekeyapi.SetApplicationPolicyRequestObject) (rekeyapi.SetApplicationPolicyResponseObject, error) {
	p, err := h.setPolicy(ctx, lifecycle.PolicyOf{ApplicationID: r.ApplicationID}, r.Params.IfMatch, r.Body)
	if err != nil {
		return nil, err
	}
	return rekeyapi.SetApplicationPolicy200JSONResponse{
		Body: p, Headers: rekeyapi.SetApplicationPolicy200ResponseHeaders{ETag: etag(p.Version)},
	}, nil
}

// GetTenantPolicy reads the rules that a tenant sets.
func (h *handlers) GetTenantPolicy(ctx context.Context, r rekeyapi.GetTenantPolicyRequestObject) (rekeyapi.GetTenantPolicyResponseObject, error) {
	p, err := h.policyOf(ctx, lifecycle.PolicyOf{TenantID: r.TenantID})
	if err != nil {
		return nil, err
	}
	return rekeyapi.GetTenantPolicy200JSONResponse{
		Body: p, Headers: rekeyapi.GetTenantPolicy200ResponseHeaders{ETag: etag(p.Version)},
	}, nil
}

// SetTenantPolicy replaces the rules that a tenant sets.
func (h *handlers) SetTenantPolicy(ctx context.Context, r rekeyapi.SetTenantPolicyRequestObject) (rekeyapi.SetTenantPolicyResponseObject, error) {
	p, err := h.setPolicy(ctx, lifecycle.PolicyOf{TenantID: r.TenantID}, r.Params.IfMatch, r.Body)
	if err != nil {
		return nil, err
	}
	return rekeyapi.SetTenantPolicy200JSONResponse{
		Body: p, Headers: rekeyapi.SetTenantPolicy200ResponseHeaders{ETag: etag(p.Version)},
	}, nil
}

// GetEffectivePolicy reads what holds for the users of a tenant.
func (h *handlers) GetEffectivePolicy(ctx context.Context, r rekeyapi.GetEffectivePolicyRequestObject) (rekeyapi.GetEffectivePolicyResponseObject, error) {
	p, err := h.Core.EffectivePolicy(ctx, r.TenantID)
	if err != nil {
		return nil, err
	}
	out := rekeyapi.GetEffectivePolicy200JSONResponse{TenantID: r.TenantID, Levels: map[string]rekeyapi.PolicyLevel{}}
	for rule, level := range p.Levels {
		out.Levels[rule] = rekeyapi.PolicyLevel(level)
	}
	if out.Rules, err = rules(p.Settings); err != nil {
		return nil, err
	}
	return out, nil
}
