package lifecycle

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/models"
)

// InspectedTicket is what the holder of a live ticket may know before he types.
type InspectedTicket struct {
	UserID        string
	TenantID      string
	ApplicationID string
	Username      string
	Email         string // where it was sent
	MFA           bool
	Purpose       models.Purpose
	ExpiresAt     time.Time
	MinLength     int
}

// InspectTicket tells whether a proof would be accepted. It consumes nothing, however
// often it is called: mail scanners open every link.
func (c *Core) InspectTicket(ctx context.Context, p Proof) (*InspectedTicket, error) {
	t, s, err := c.prove(ctx, p)
	if err != nil {
		return nil, err
	}
	tx := c.Store.Write(ctx)
	if t.OpenedAt == nil {
		if _, err := tx.MarkOpened(t.ID); err != nil {
			return nil, err
		}
	}
	out := &InspectedTicket{
		UserID: s.user.ID, TenantID: s.tenant.ID, ApplicationID: s.tenant.ApplicationID,
		Username: s.user.Username, MFA: s.user.MFA, Purpose: t.Purpose, ExpiresAt: t.ExpiresAt,
		MinLength: minimum(s),
	}
	if t.AddressID != "" {
		addresses, err := c.Store.Read(ctx).AddressesOf(s.user.ID)
		if err != nil {
			return nil, err
		}
		for _, a := range addresses {
			if a.ID == t.AddressID && a.Kind == models.AddressEmail {
				out.Email = a.Value
			}
		}
	}
	return out, nil
}

// VerifyTicket proves a short code ahead of the password and notes it. The ticket
// stays live: the code is shown again when it is redeemed.
func (c *Core) VerifyTicket(ctx context.Context, p Proof) (*InspectedTicket, error) {
	t, s, err := c.prove(ctx, p)
	if err != nil {
		return nil, err
	}
	if _, err := c.Store.Write(ctx).MarkVerified(t.ID); err != nil {
		return nil, err
	}
	return &InspectedTicket{
		UserID: s.user.ID, TenantID: s.tenant.ID, ApplicationID: s.tenant.ApplicationID, Username: s.user.Username,
		MFA: s.user.MFA, Purpose: t.Purpose, ExpiresAt: t.ExpiresAt, MinLength: minimum(s),
	}, nil
}

func minimum(s *subject) int {
	if s.user.MFA {
		return s.tenant.Settings.Password.MinLengthMFA
	}
	return s.tenant.Settings.Password.MinLength
}
