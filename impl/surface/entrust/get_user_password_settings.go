package entrust

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/policy"
)

// GetUserPasswordSettingsUsingGET lists the rules that apply to a user's password.
func (h *handlers) GetUserPasswordSettingsUsingGET(ctx context.Context, r entrustapi.GetUserPasswordSettingsUsingGETRequestObject) (entrustapi.GetUserPasswordSettingsUsingGETResponseObject, error) {
	p, mfa, err := h.Core.Passwords.FindPasswordPolicy(ctx, r.Userid)
	if err != nil {
		return nil, err
	}
	off := false
	return entrustapi.GetUserPasswordSettingsUsingGET200JSONResponse{
		AdComplexity:     &off,
		IncludeLowercase: rule(p.MinLower), NumberOfLowercaseRequired: count(p.MinLower),
		IncludeUppercase: rule(p.MinUpper), NumberOfUppercaseRequired: count(p.MinUpper),
		IncludeNumber: rule(p.MinDigit), NumberOfNumericRequired: count(p.MinDigit),
		IncludeNonalphanumeric: rule(p.MinSymbol), NumberOfNonalphanumericRequired: count(p.MinSymbol),
		MinimumLength: count(policy.Minimum(p, mfa)), MaximumLength: count(policy.Maximum(p)),
		MaximumRepeated: count(p.MaxRepeated), MinimumStrength: count(p.MinStrength),
		LifetimeDays: count(p.LifetimeDays), MinimumLifetime: count((p.MinLifetimeHours + 23) / 24),
		PasswordHistorySize: count(p.History),
	}, nil
}

// rule is ALLOWED or REQUIRED: no policy forbids a kind of character.
func rule(least int) *entrustapi.CharacterRule {
	r := entrustapi.CharacterRuleALLOWED
	if least > 0 {
		r = entrustapi.CharacterRuleREQUIRED
	}
	return &r
}

func count(n int) *int32 {
	c := int32(n) // a policy's numbers are bounded far below
	return &c
}
