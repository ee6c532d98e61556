package logins

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
)

// RevokeToken ends the family of a refresh token, and the session, for the client to which it was
// issued (RFC 7009). An unknown token is no error; a token of another client is refused.
func (uc *UseCases) RevokeToken(ctx context.Context, token secret.Text) error {
	t, err := uc.store.Read(ctx).FindRefreshToken(refreshDigest(token))
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	if _, ok := refreshClient(caller.From(ctx), t); !ok {
		return core.ErrRefreshInvalid
	}
	return uc.revokeFamily(ctx, t)
}
