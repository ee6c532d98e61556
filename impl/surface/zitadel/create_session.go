package zitadel

import (
	"context"
	"errors"
	"math"
	"time"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
)

// CreateSession logs a user in.
func (h *handlers) CreateSession(ctx context.Context, r zitadelapi.CreateSessionRequestObject) (zitadelapi.CreateSessionResponseObject, error) {
	in, err := sessionInput(r.Body.Checks, r.Body.Challenges, r.Body.Lifetime, r.Body.Metadata)
	if err != nil {
		return nil, err
	}
	in.Device = device(r.Body.UserAgent)
	result, err := h.Core.Logins.CreateSession(ctx, in)
	if errors.Is(err, core.ErrSessionUser) {
		return nil, userMissing(in, err)
	}
	if err != nil {
		return nil, err
	}
	out, err := surface.IssuedSession(result)
	if err != nil {
		return nil, err
	}
	return zitadelapi.CreateSession201JSONResponse{
		Details: sessionDetails(&out.Session), SessionID: out.Session.ID, SessionToken: out.Token.Reveal(),
		Challenges: returnedCodes(out),
	}, nil
}

// SetSession adds checks to a session.
func (h *handlers) SetSession(ctx context.Context, r zitadelapi.SetSessionRequestObject) (zitadelapi.SetSessionResponseObject, error) {
	in, err := sessionInput(r.Body.Checks, r.Body.Challenges, r.Body.Lifetime, r.Body.Metadata)
	if err != nil {
		return nil, err
	}
	result, err := h.Core.Logins.UpdateSession(ctx, r.SessionID, in)
	if err != nil {
		return nil, err
	}
	out, err := surface.IssuedSession(result)
	if err != nil {
		return nil, err
	}
	return zitadelapi.SetSession200JSONResponse{
		Details: sessionDetails(&out.Session), SessionToken: out.Token.Reveal(), Challenges: returnedCodes(out),
	}, nil
}

// sessionInput reads what both calls have in common.
func sessionInput(checks *zitadelapi.Checks, challenges nullable.Nullable[zitadelapi.RequestChallenges], lifetime *string, notes *zitadelapi.Metadata) (in logins.SessionInput, err error) {
	if in, err = sessionChecks(checks); err != nil {
		return in, err
	}
	if asked, ok := optional(challenges); ok {
		if in.Codes, err = sessionCodes(asked); err != nil {
			return in, err
		}
	}
	if lifetime != nil {
		if in.Lifetime, err = duration(*lifetime); err != nil {
			return in, err
		}
	}
	if notes != nil {
		in.Notes = *notes
	}
	return in, nil
}

func sessionChecks(checks *zitadelapi.Checks) (in logins.SessionInput, err error) {
	if c := orZero(checks).User; c != nil {
		in.UserID, _ = optional(c.UserID)
		in.Username, _ = optional(c.LoginName)
		if in.UserID != "" && in.Username != "" {
			return in, exclusive("/checks/user/userId", "/checks/user/loginName")
		}
	}
	if c := orZero(checks).Password; c != nil {
		password, err := surface.Password(orZero(c.Password))
		if err != nil {
			return in, err
		}
		in.Password = &password
	}
	if c := orZero(checks).Totp; c != nil {
		code := secret.NewText(orZero(c.Code))
		in.Code = &code
	}
	if c, ok := optional(orZero(checks).OtpSms); ok {
		in.SMSCode = new(secret.NewText(orZero(c.Code)))
	}
	if c, ok := optional(orZero(checks).OtpEmail); ok {
		in.MailCode = new(secret.NewText(orZero(c.Code)))
	}
	return in, nil
}

// duration reads seconds with the letter s; the contract saw to the form. What is too
// long to be counted is cut to the tenant's limit like every long one.
func duration(text string) (time.Duration, error) {
	d, err := time.ParseDuration(text)
	if err != nil {
		return math.MaxInt64, nil
	}
	if d <= 0 {
		return 0, fault.ErrMalformed.With(fault.Violation{
			Pointer: "/lifetime", Code: "too_small", Message: "The duration must be more than zero.",
		})
	}
	return d, nil
}
