package passwords

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/models"
)

// FindPasswordPolicy reads the rules for the password of a user, and whether the user has a
// second factor.
func (uc *UseCases) FindPasswordPolicy(ctx context.Context, userID string) (core.PasswordPolicy, bool, error) {
	s, err := uc.kernel.ReadUser(ctx, userID)
	if err != nil {
		return models.PasswordPolicy{}, false, err
	}
	return s.Tenant.Settings.Password, s.User.MFA, nil
}
