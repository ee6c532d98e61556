package passwords

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/models"
)

// DescribedPassword is what may be known of a password without knowing it.
type DescribedPassword struct {
	Present    bool
	ChangedAt  *time.Time
	ExpiresAt  *time.Time
	WarnAt     *time.Time // when the user is told next of the coming expiry
	MustChange bool
}

// DescribePassword reads the state of a user's password.
func (uc *UseCases) DescribePassword(ctx context.Context, userID string) (*DescribedPassword, error) {
	s, err := uc.kernel.ReadUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	return describe(s.Credential), nil
}

func describe(cred *models.Credential) *DescribedPassword {
	d := &DescribedPassword{Present: cred.Present(), MustChange: cred.MustChange}
	if !cred.Present() {
		return d
	}
	d.ChangedAt, d.ExpiresAt, d.WarnAt = cred.ChangedAt, cred.Expiry(), cred.WarnAt
	return d
}
