package entrust

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/surface"
)

// ValidateUserPasswordUsingPOST checks a candidate with the rules of the setter. A bad
// one is not an error: each flag reports whether it passes a rule.
func (h *handlers) ValidateUserPasswordUsingPOST(ctx context.Context, r entrustapi.ValidateUserPasswordUsingPOSTRequestObject) (entrustapi.ValidateUserPasswordUsingPOSTResponseObject, error) {
	candidate, err := surface.Password(text(r.Body.Password))
	if err != nil {
		return nil, err
	}
	order := passwords.CheckPasswordInput{
		UserID: r.Userid, Password: candidate, IgnoreHistory: isTrue(r.Body.IgnorePasswordHistory), Thorough: true,
	}
	checked, err := h.Core.Passwords.CheckPassword(ctx, order)
	if err != nil {
		return nil, err
	}
	a := flags(checked)
	if order.IgnoreHistory {
		a.PasswordHistory = nil // it was not checked
	}
	score := int32(checked.Strength)
	a.UserPasswordStrength = &entrustapi.UserPasswordStrength{Score: &score}
	a.NondeterministicValidations = &[]string{}
	return a, nil
}

// flags are true except those of broken rules. Every rule of the policy clears one,
// so the setter accepts a candidate whose flags are all true.
func flags(checked *passwords.CheckedPassword) entrustapi.ValidateUserPasswordUsingPOST200JSONResponse {
	var a entrustapi.ValidateUserPasswordUsingPOST200JSONResponse
	rules := map[string]**bool{
		policy.TooShort: &a.Length, policy.TooLong: &a.Length,
		policy.NeedsLower: &a.LowerCase, policy.NeedsUpper: &a.UpperCase, policy.NeedsDigit: &a.Numeric,
		policy.NeedsSymbol: &a.AlphaNumeric, policy.Repeated: &a.RepeatedCharacters, policy.TooWeak: &a.Strength,
		policy.Blocklisted: &a.Blacklisted, policy.Breached: &a.Blacklisted, policy.InTheHistory: &a.PasswordHistory,
	}
	names := map[core.Name]**bool{
		core.NameUser: &a.UserID, core.NamePersonal: &a.FullName, core.NameAddress: &a.Alias,
		core.NameTenant: &a.Blacklisted, // a word that the tenant forbids
	}
	for _, flag := range rules {
		*flag = passes(true)
	}
	for _, flag := range names {
		*flag = passes(true)
	}
	for _, v := range checked.Broken {
		if flag, ok := rules[v.Code]; ok {
			*flag = passes(false)
		}
	}
	for _, name := range checked.MadeOf {
		*names[name] = passes(false)
	}
	return a
}

func passes(b bool) *bool { return &b }
