package native

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/surface"
)

// CheckPassword checks a password as a change would.
func (h *handlers) CheckPassword(ctx context.Context, r rekeyapi.CheckPasswordRequestObject) (rekeyapi.CheckPasswordResponseObject, error) {
	candidate, err := surface.Password(orZero(r.Body.Password))
	if err != nil {
		return nil, err
	}
	in := passwords.CheckPasswordInput{Password: candidate, Counted: !caller.From(ctx).May("passwords:write")}
	switch b := r.Body; {
	case (b.UserID == nil) == (b.TenantID == nil):
		return nil, fault.ErrMalformed.With(fault.Violation{
			Pointer: "", Code: "exactly_one", Message: "Exactly one of userId and tenantId is required.",
		})
	case b.UserID != nil:
		in.UserID = b.UserID.String()
	default:
		in.NewUser = &passwords.NewUser{
			TenantID: *b.TenantID, Username: orZero(b.Username), GivenName: orZero(b.GivenName), FamilyName: orZero(b.FamilyName),
			Nickname: orZero(b.Nickname), DisplayName: orZero(b.DisplayName), MFA: orZero(b.Mfa),
		}
		if b.Email != nil {
			in.NewUser.Emails = []string{*b.Email}
		}
	}
	checked, err := h.Core.Passwords.CheckPassword(ctx, in)
	if err != nil {
		return nil, err
	}
	out := rekeyapi.CheckPassword200JSONResponse{
		Acceptable: len(checked.Broken) == 0, Strength: int32(checked.Strength), Violations: []rekeyapi.BrokenRule{},
	}
	for _, b := range checked.Broken {
		v := rekeyapi.BrokenRule{Code: b.Code, Message: b.Message, Rule: b.Rule, Level: rekeyapi.PolicyLevel(b.Level)}
		if len(b.Params) > 0 {
			v.Params = new(b.Params.Strings())
		}
		out.Violations = append(out.Violations, v)
	}
	return out, nil
}
