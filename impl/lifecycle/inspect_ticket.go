package lifecycle

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// InspectedTicket is what the holder of a live ticket may know before he types.
type InspectedTicket struct {
	UserID        string
	TenantID      string
	ApplicationID string
	Username      string
	MFA           bool
	Purpose       Purpose
	ExpiresAt     time.Time

	addressID string // where it was sent
}

// InspectTicket tells whether a proof would be accepted. It consumes nothing, however
// often it is called: mail scanners open every link.
func (c *Core) InspectTicket(ctx context.Context, p Proof) (*InspectedTicket, error) {
	t, err := c.prove(ctx, p)
	if err != nil {
		return nil, err
	}
	if t.OpenedAt == nil {
		err := c.note(ctx, t, models.TicketOpened, func(tx *store.Tx) (bool, error) { return tx.MarkOpened(t.ID) })
		if err != nil {
			return nil, err
		}
	}
	return inspected(t), nil
}

// VerifyTicket proves a short code ahead of the password and notes it. The ticket
// stays live: the code is shown again when it is redeemed.
func (c *Core) VerifyTicket(ctx context.Context, p Proof) (*InspectedTicket, error) {
	t, err := c.prove(ctx, p)
	if err != nil {
		return nil, err
	}
	err = c.note(ctx, t, models.TicketVerified, func(tx *store.Tx) (bool, error) { return tx.MarkVerified(t.ID) })
	if err != nil {
		return nil, err
	}
	return inspected(t), nil
}

func inspected(t *store.ShownTicket) *InspectedTicket {
	return &InspectedTicket{
		UserID: t.UserID, TenantID: t.TenantID, ApplicationID: t.ApplicationID, Username: t.Username,
		MFA: t.MFA, Purpose: t.Purpose, ExpiresAt: t.ExpiresAt, addressID: t.AddressID,
	}
}

// SentTo is the mail address that the ticket went to; empty if it was not mailed.
func (c *Core) SentTo(ctx context.Context, t *InspectedTicket) (string, error) {
	if t.addressID == "" {
		return "", nil
	}
	addresses, err := c.store.Read(ctx).AddressesOf(t.UserID)
	if err != nil {
		return "", err
	}
	for _, a := range addresses {
		if a.ID == t.addressID && a.Kind == models.AddressEmail {
			return a.Value, nil
		}
	}
	return "", nil
}

// NeedsFactor tells whether the ticket's holder has to show his second factor as well.
func (c *Core) NeedsFactor(ctx context.Context, t *InspectedTicket) (bool, error) {
	tenant, err := c.store.Read(ctx).FindTenant(t.TenantID)
	if err != nil || !tenant.Settings.ResetNeedsFactor {
		return false, err
	}
	app, err := c.app(ctx, t.UserID)
	return app != nil, err
}

// MinLength is how long the password must be that the ticket's holder chooses.
func (c *Core) MinLength(ctx context.Context, t *InspectedTicket) (int, error) {
	tenant, err := c.store.Read(ctx).FindTenant(t.TenantID)
	if err != nil {
		return 0, err
	}
	if t.MFA {
		return tenant.Settings.Password.MinLengthMFA, nil
	}
	return tenant.Settings.Password.MinLength, nil
}
