package passwords

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RemovePassword leaves a user without a password. All sessions of the user end.
func (uc *UseCases) RemovePassword(ctx context.Context, userID string) (*core.UserChange, error) {
	s, err := uc.kernel.AuthorizeUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	if s.User.Directory {
		return nil, core.ErrNoDirectory
	}
	if !s.Credential.Present() {
		return nil, core.ErrNoPassword
	}
	var out *core.UserChange
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) (err error) {
		out, err = uc.kernel.ReplaceCredential(ctx, tx, s, core.Replacement{Action: models.ActionPasswordRemove})
		return err
	})
	if err != nil {
		return nil, err
	}
	uc.wake()
	return out, nil
}
