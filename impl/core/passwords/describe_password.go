package passwords

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/models"
)

// DescribedPassword is the state of a password, without the password.
type DescribedPassword struct {
	Present    bool
	ChangedAt  *time.Time
	ExpiresAt  *time.Time
	WarnAt     *time.Time // when the user is warned next that the password expires
	MustChange bool
}

// DescribePassword reads the state of a user's password.
func (uc *UseCases) DescribePassword(ctx context.Context, userID string) (*DescribedPassword, error) {
	s, err := uc.kernel.ReadUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	return describeCredential(s.Credential), nil
}

func describeCredential(cred *models.Credential) *DescribedPassword {
	d := &DescribedPassword{Present: cred.Present(), MustChange: cred.MustChange}
	if !cred.Present() {
		return d
	}
	d.ChangedAt, d.ExpiresAt, d.WarnAt = cred.ChangedAt, cred.Expiry(), cred.WarnAt
	return d
}
