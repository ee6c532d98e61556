package logins

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
)

// RevokeToken ends the chain of a refresh token shown by its client (RFC 7009).
// Unknown tokens and those of other clients are left alone, without telling.
func (uc *UseCases) RevokeToken(ctx context.Context, token secret.Text) error {
	t, err := uc.store.Read(ctx).FindRefreshToken(refreshDigest(token))
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	if _, ok := mayRefresh(caller.From(ctx), t); !ok {
		return core.ErrRefreshInvalid
	}
	return uc.revokeChain(ctx, t)
}
