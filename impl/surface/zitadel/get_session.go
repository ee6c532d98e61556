package zitadel

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
)

// GetSession reads a session.
func (h *handlers) GetSession(ctx context.Context, r zitadelapi.GetSessionRequestObject) (zitadelapi.GetSessionResponseObject, error) {
	token := secret.NewText(orZero(r.Params.SessionToken))
	found, err := h.Core.Logins.FindSession(ctx, r.SessionID, token)
	if err != nil {
		return nil, refuseToken(token, err)
	}
	shown, err := session(*found)
	if err != nil {
		return nil, err
	}
	return zitadelapi.GetSession200JSONResponse{Session: *shown}, nil
}

// DeleteSession ends a session.
func (h *handlers) DeleteSession(ctx context.Context, r zitadelapi.DeleteSessionRequestObject) (zitadelapi.DeleteSessionResponseObject, error) {
	token := secret.NewText(orZero(r.Params.SessionToken))
	ended, err := h.Core.Logins.EndSession(ctx, r.SessionID, token)
	if err != nil {
		return nil, refuseToken(token, err)
	}
	return zitadelapi.DeleteSession200JSONResponse{Details: sessionDetails(ended)}, nil
}

// refuseToken answers a session token that opens no session, in the same way for sessions that exist
// and for those that do not (S44).
func refuseToken(token secret.Text, err error) error {
	if token.Empty() || !errors.Is(err, core.ErrSessionNotFound) {
		return err
	}
	return &refusal{fault.ErrForbidden.Because(err), tokenWrong}
}

// session describes what a session has checked, without its token.
func session(s logins.SessionWithUser) (*zitadelapi.Session, error) {
	out := &zitadelapi.Session{
		ID: s.Session.ID, Sequence: count(s.Session.Version),
		CreationDate: at(s.Session.CreatedAt), ChangeDate: at(s.Session.UpdatedAt), ExpirationDate: at(s.Session.ExpiresAt),
		Factors: checkedFactors(&s.Session, &s.User), UserAgent: userAgent(s.Session.Device),
	}
	notes, err := s.Session.Notes()
	if err != nil {
		return nil, err
	}
	if len(notes) > 0 {
		out.Metadata = new(zitadelapi.Metadata(notes))
	}
	return out, nil
}

func checkedFactors(s *logins.Session, u *core.User) *zitadelapi.Factors {
	f := &zitadelapi.Factors{User: &zitadelapi.UserFactor{
		VerifiedAt: at(s.CheckedAt), ID: new(u.PublicID()), LoginName: &u.Username, OrganizationID: &u.TenantID,
	}}
	if s.PasswordAt != nil {
		f.Password = &zitadelapi.PasswordFactor{VerifiedAt: at(*s.PasswordAt)}
	}
	if s.AppAt != nil {
		f.Totp = &zitadelapi.TOTPFactor{VerifiedAt: at(*s.AppAt)}
	}
	if s.SMSCodeAt != nil {
		f.OtpSms = &zitadelapi.OTPFactor{VerifiedAt: at(*s.SMSCodeAt)}
	}
	if s.MailCodeAt != nil {
		f.OtpEmail = &zitadelapi.OTPFactor{VerifiedAt: at(*s.MailCodeAt)}
	}
	return f
}
