package lifecycle

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
func (c *Core) DescribePassword(ctx context.Context, userID string) (*DescribedPassword, error) {
	s, err := c.seen(ctx, userID)
	if err != nil {
		return nil, err
	}
	return describe(s.credential), nil
}

func describe(cred *models.Credential) *DescribedPassword {
	d := &DescribedPassword{Present: cred.Present(), MustChange: cred.MustChange}
	if !cred.Present() {
		return d
	}
	d.ChangedAt, d.ExpiresAt, d.WarnAt = cred.ChangedAt, cred.Expiry(), cred.WarnAt
	return d
}

// PasswordPolicy reads the rules that hold for a user's password.
func (c *Core) PasswordPolicy(ctx context.Context, userID string) (PasswordPolicy, bool, error) {
	s, err := c.seen(ctx, userID)
	if err != nil {
		return models.PasswordPolicy{}, false, err
	}
	return s.tenant.Settings.Password, s.user.MFA, nil
}

// TenantSettings reads a tenant that the caller reaches, without its hosts; an empty id
// is the caller's own tenant.
func (c *Core) TenantSettings(ctx context.Context, tenantID string) (*Tenant, error) {
	t, err := c.ownTenant(ctx, tenantID)
	if err != nil {
		return nil, err
	}
	return new(tenantOf(t)), nil
}
