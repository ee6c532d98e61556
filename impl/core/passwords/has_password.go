package passwords

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
)

// HasPassword answers an operator's command whether a password is the user's. It counts no try, so
// no other caller may ask.
func (uc *UseCases) HasPassword(ctx context.Context, userID string, password secret.Password) (bool, error) {
	if err := core.RequireOperator(ctx); err != nil {
		return false, err
	}
	s, err := uc.kernel.AuthorizeUser(ctx, userID)
	if err != nil {
		return false, err
	}
	v, err := uc.hasher.Verify(ctx, s.Share(), s.Credential.Hash, password)
	return v.Match, err
}
