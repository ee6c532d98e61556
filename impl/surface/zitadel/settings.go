package zitadel

import (
	"context"
	"reflect"
	"slices"
	"strconv"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
)

// rules are the settings of a tenant, or of the instance.
type rules struct {
	settings core.Settings
	details  zitadelapi.Details
}

// rulesOf reads the settings of a tenant, the caller's own if none is named. The
// instance has those that every tenant begins with, and no record of changes.
func (h *handlers) rulesOf(ctx context.Context, orgID *string, instance *bool) (*rules, error) {
	if orZero(instance) {
		if orgID != nil {
			return nil, exclusive("ctx.orgId", "ctx.instance")
		}
		return &rules{settings: core.DefaultSettings()}, nil
	}
	t, err := h.Core.Tenants.ResolveTenant(ctx, orZero(orgID))
	if err != nil {
		return nil, err
	}
	return &rules{settings: t.Settings, details: details(0, t.UpdatedAt, t.CreatedAt, t.ID)}, nil
}

// owner describes whether the rules that an answer shows are the tenant's own.
func owner[T any](r *rules, show func(core.Settings) T) *zitadelapi.ResourceOwnerType {
	o := zitadelapi.ResourceOwnerTypeRESOURCEOWNERTYPEORG
	if reflect.DeepEqual(show(r.settings), show(core.DefaultSettings())) {
		o = zitadelapi.ResourceOwnerTypeRESOURCEOWNERTYPEINSTANCE
	}
	return &o
}

// GetPasswordComplexitySettings describes the characters that a password needs.
func (h *handlers) GetPasswordComplexitySettings(ctx context.Context, r zitadelapi.GetPasswordComplexitySettingsRequestObject) (zitadelapi.GetPasswordComplexitySettingsResponseObject, error) {
	found, err := h.rulesOf(ctx, r.Params.CtxOrgID, r.Params.CtxInstance)
	if err != nil {
		return nil, err
	}
	shown := complexity(found.settings)
	shown.ResourceOwnerType = owner(found, complexity)
	return zitadelapi.GetPasswordComplexitySettings200JSONResponse{Details: found.details, Settings: shown}, nil
}

func complexity(s core.Settings) zitadelapi.PasswordComplexitySettings {
	p := s.Password
	return zitadelapi.PasswordComplexitySettings{
		MinLength:         count(int64(p.MinLength)),
		RequiresLowercase: unlessZero(p.MinLower > 0), RequiresUppercase: unlessZero(p.MinUpper > 0),
		RequiresNumber: unlessZero(p.MinDigit > 0), RequiresSymbol: unlessZero(p.MinSymbol > 0),
	}
}

// GetPasswordExpirySettings describes the lifetime of a password.
func (h *handlers) GetPasswordExpirySettings(ctx context.Context, r zitadelapi.GetPasswordExpirySettingsRequestObject) (zitadelapi.GetPasswordExpirySettingsResponseObject, error) {
	found, err := h.rulesOf(ctx, r.Params.CtxOrgID, r.Params.CtxInstance)
	if err != nil {
		return nil, err
	}
	shown := expiry(found.settings)
	shown.ResourceOwnerType = owner(found, expiry)
	return zitadelapi.GetPasswordExpirySettings200JSONResponse{Details: found.details, Settings: shown}, nil
}

// expiry shows the earliest warning; there is none where nothing expires.
func expiry(s core.Settings) zitadelapi.PasswordExpirySettings {
	p := s.Password
	if p.LifetimeDays == 0 {
		return zitadelapi.PasswordExpirySettings{}
	}
	shown := zitadelapi.PasswordExpirySettings{MaxAgeDays: count(int64(p.LifetimeDays))}
	if len(p.WarnDays) > 0 {
		shown.ExpireWarnDays = count(int64(slices.Max(p.WarnDays)))
	}
	return shown
}

// GetLockoutSettings describes after how many failures further attempts must wait.
func (h *handlers) GetLockoutSettings(ctx context.Context, r zitadelapi.GetLockoutSettingsRequestObject) (zitadelapi.GetLockoutSettingsResponseObject, error) {
	found, err := h.rulesOf(ctx, r.Params.CtxOrgID, r.Params.CtxInstance)
	if err != nil {
		return nil, err
	}
	shown := lockout(found.settings)
	shown.ResourceOwnerType = owner(found, lockout)
	return zitadelapi.GetLockoutSettings200JSONResponse{Details: found.details, Settings: shown}, nil
}

// lockout has no limit for codes: wrong ones end the code, never the login (D11).
func lockout(s core.Settings) zitadelapi.LockoutSettings {
	return zitadelapi.LockoutSettings{MaxPasswordAttempts: count(int64(s.Sessions.LoginFailures))}
}

// GetLoginSettings describes how users log in.
func (h *handlers) GetLoginSettings(ctx context.Context, r zitadelapi.GetLoginSettingsRequestObject) (zitadelapi.GetLoginSettingsResponseObject, error) {
	found, err := h.rulesOf(ctx, r.Params.CtxOrgID, r.Params.CtxInstance)
	if err != nil {
		return nil, err
	}
	shown := loginRules(found.settings)
	shown.ResourceOwnerType = owner(found, loginRules)
	return zitadelapi.GetLoginSettings200JSONResponse{Details: found.details, Settings: shown}, nil
}

// loginRules shows what holds for every tenant, and how long a session and its checks last.
func loginRules(s core.Settings) zitadelapi.LoginSettings {
	life := strconv.Itoa(s.Sessions.SessionHours*3600) + "s"
	return zitadelapi.LoginSettings{
		AllowUsernamePassword: new(true), IgnoreUnknownUsernames: new(true), DisableLoginWithPhone: new(true),
		PasswordCheckLifetime: &life, SecondFactorCheckLifetime: &life,
		SecondFactors: &[]zitadelapi.SecondFactorType{
			zitadelapi.SecondFactorTypeSECONDFACTORTYPEOTP, zitadelapi.SecondFactorTypeSECONDFACTORTYPEOTPEMAIL, zitadelapi.SecondFactorTypeSECONDFACTORTYPEOTPSMS,
		},
	}
}
