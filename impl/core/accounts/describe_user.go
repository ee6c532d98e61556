package accounts

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
)

// DescribeUser reads a user that the caller reaches, without his addresses.
func (uc *UseCases) DescribeUser(ctx context.Context, userID string) (*core.User, error) {
	s, err := uc.kernel.ReadUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	return new(core.UserOf(s.User, nil)), nil
}
