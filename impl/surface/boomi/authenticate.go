package boomi

import (
	"context"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/access"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
)

// Authenticate logs a user in.
func (h *handlers) Authenticate(ctx context.Context, r boomiapi.AuthenticateRequestObject) (boomiapi.AuthenticateResponseObject, error) {
	raw := ""
	if r.Body.Password != nil {
		raw = *r.Body.Password
	}
	pw, err := surface.Password(raw)
	if err != nil {
		return nil, err
	}
	signer, err := h.Access.Signer(ctx)
	if err != nil {
		return nil, err
	}
	login, err := h.Core.Logins.LogIn(ctx, logins.LogInInput{
		Username: r.Body.UserName, Password: pw, Code: secret.NewText(text(r.Body.OneTimePasscode)),
	})
	if err != nil {
		return nil, err
	}
	in, err := surface.LoggedIn(login)
	if err != nil {
		return nil, err
	}
	pair, err := tokens(signer, in)
	if err != nil {
		return nil, err
	}
	return boomiapi.Authenticate200JSONResponse(pair), nil
}

// tokens are the tokens of a session.
func tokens(signer *access.Signer, in *logins.LoggedIn) (boomiapi.TokenPair, error) {
	t, err := surface.AccessToken(signer, in)
	if err != nil {
		return boomiapi.TokenPair{}, err
	}
	return boomiapi.TokenPair{
		AccessToken:  nullable.NewNullableWithValue(t.Text.Reveal()),
		RefreshToken: nullable.NewNullableWithValue(in.RefreshToken.Reveal()),
	}, nil
}
