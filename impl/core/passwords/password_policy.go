package passwords

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/models"
)

// PasswordPolicy reads the rules that hold for a user's password.
func (uc *UseCases) PasswordPolicy(ctx context.Context, userID string) (core.PasswordPolicyInput, bool, error) {
	s, err := uc.kernel.ReadUser(ctx, userID)
	if err != nil {
		return models.PasswordPolicy{}, false, err
	}
	return s.Tenant.Settings.Password, s.User.MFA, nil
}
