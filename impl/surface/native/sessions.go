package native

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/access"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
)

func session(s *logins.Session) rekeyapi.Session {
	return rekeyapi.Session{
		ID: identity(s.ID), ApplicationID: s.ApplicationID, TenantID: s.TenantID, UserID: identity(s.UserID), PasswordAt: s.PasswordAt,
		SecondFactorAt: s.SecondFactorAt, CreatedAt: s.CreatedAt, UpdatedAt: s.UpdatedAt, ExpiresAt: s.ExpiresAt,
	}
}

// loggedIn are the tokens of a session. The signer was loaded before anything
// was consumed.
func loggedIn(signer *access.Signer, in *logins.LoggedIn) (rekeyapi.LoggedIn, error) {
	t, err := surface.AccessToken(signer, in)
	if err != nil {
		return rekeyapi.LoggedIn{}, err
	}
	return rekeyapi.LoggedIn{
		AccessToken: t.Text.Reveal(), TokenType: rekeyapi.TokenTypeBearer, AccessTokenExpiresAt: t.ExpiresAt,
		RefreshToken: in.RefreshToken.Reveal(), RefreshTokenID: identity(in.RefreshTokenID), Session: session(&in.Session),
	}, nil
}

// CreateSession logs a user in.
func (h *handlers) CreateSession(ctx context.Context, r rekeyapi.CreateSessionRequestObject) (rekeyapi.CreateSessionResponseObject, error) {
	pw, err := surface.Password(orZero(r.Body.Password))
	if err != nil {
		return nil, core.ErrLoginFailed.Because(err) // what no password can be is not the right one
	}
	signer, err := h.Access.Signer(ctx)
	if err != nil {
		return nil, err
	}
	login, err := h.Core.Logins.LogIn(ctx, logins.LogInInput{
		TenantID: orZero(r.Body.TenantID), Username: r.Body.Username, Password: pw, Code: secret.NewText(orZero(r.Body.Code)),
		Change: core.ProofTicket,
	})
	if err != nil {
		return nil, err
	}
	in, err := surface.LoggedIn(login)
	if err != nil {
		return nil, err
	}
	out, err := loggedIn(signer, in)
	if err != nil {
		return nil, err
	}
	return rekeyapi.CreateSession201JSONResponse(out), nil
}

// RefreshSession exchanges a refresh token for new tokens.
func (h *handlers) RefreshSession(ctx context.Context, r rekeyapi.RefreshSessionRequestObject) (rekeyapi.RefreshSessionResponseObject, error) {
	signer, err := h.Access.Signer(ctx)
	if err != nil {
		return nil, err
	}
	in, err := h.Core.Logins.RefreshSession(ctx, secret.NewText(orZero(r.Body.RefreshToken)))
	if err != nil {
		return nil, err
	}
	out, err := loggedIn(signer, in)
	if err != nil {
		return nil, err
	}
	return rekeyapi.RefreshSession200JSONResponse(out), nil
}

// ListSessions lists the live sessions in the caller's scope.
func (h *handlers) ListSessions(ctx context.Context, r rekeyapi.ListSessionsRequestObject) (rekeyapi.ListSessionsResponseObject, error) {
	userID := ""
	if r.Params.UserID != nil {
		userID = r.Params.UserID.String()
	}
	l := h.list(ctx, "sessions", userID)
	p, err := l.page(r.Params.Limit, r.Params.Cursor)
	if err != nil {
		return nil, err
	}
	rows, more, err := h.Core.Logins.PageSessions(ctx, userID, p)
	if err != nil {
		return nil, err
	}
	out := rekeyapi.ListSessions200JSONResponse{Items: make([]rekeyapi.Session, len(rows))}
	for i := range rows {
		out.Items[i] = session(&rows[i])
		p.After = rows[i].ID
	}
	out.NextCursor, err = l.next(more, p.After)
	return out, err
}

// GetSession reads one live session.
func (h *handlers) GetSession(ctx context.Context, r rekeyapi.GetSessionRequestObject) (rekeyapi.GetSessionResponseObject, error) {
	found, err := h.Core.Logins.FindSession(ctx, r.SessionID.String(), secret.Text{})
	if err != nil {
		return nil, err
	}
	return rekeyapi.GetSession200JSONResponse(session(&found.Session)), nil
}

// RevokeSession ends a session.
func (h *handlers) RevokeSession(ctx context.Context, r rekeyapi.RevokeSessionRequestObject) (rekeyapi.RevokeSessionResponseObject, error) {
	if _, err := h.Core.Logins.EndSession(ctx, r.SessionID.String(), secret.Text{}); err != nil {
		return nil, err
	}
	return rekeyapi.RevokeSession204Response{}, nil
}

// EndSessions ends all sessions of a user.
func (h *handlers) EndSessions(ctx context.Context, r rekeyapi.EndSessionsRequestObject) (rekeyapi.EndSessionsResponseObject, error) {
	out, err := h.Core.Logins.EndSessions(ctx, r.UserID.String())
	if err != nil {
		return nil, err
	}
	return rekeyapi.EndSessions200JSONResponse(ended(out)), nil
}

// ended counts what a change ended.
func ended(r *core.UserChange) rekeyapi.PasswordChanged {
	return rekeyapi.PasswordChanged{
		UserID: identity(r.UserID), EndedSessions: int32(r.EndedLogins), RevokedRefreshTokens: int32(r.EndedRefresh),
	}
}
