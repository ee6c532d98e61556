package tickets

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
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
	Purpose       core.Purpose
	ExpiresAt     time.Time

	addressID string // where it was sent
}

// InspectTicket tells whether a proof would be accepted. It consumes nothing, however
// often it is called: mail scanners open every link.
func (uc *UseCases) InspectTicket(ctx context.Context, p core.Proof) (*InspectedTicket, error) {
	t, err := uc.prove(ctx, p)
	if err != nil {
		return nil, err
	}
	if t.OpenedAt == nil {
		err := uc.recordOnce(ctx, t, models.TicketOpened, func(tx *store.Tx) (bool, error) { return tx.MarkOpened(t.ID) })
		if err != nil {
			return nil, err
		}
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
func (uc *UseCases) SentTo(ctx context.Context, t *InspectedTicket) (string, error) {
	if t.addressID == "" {
		return "", nil
	}
	addresses, err := uc.store.Read(ctx).AddressesOf(t.UserID)
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
func (uc *UseCases) NeedsFactor(ctx context.Context, t *InspectedTicket) (bool, error) {
	tenant, err := uc.store.Read(ctx).FindTenant(t.TenantID)
	if err != nil || !tenant.Settings.ResetNeedsFactor {
		return false, err
	}
	app, err := uc.kernel.ConfirmedApp(ctx, t.UserID)
	return app != nil, err
}

// MinLength is how long the password must be that the ticket's holder chooses.
func (uc *UseCases) MinLength(ctx context.Context, t *InspectedTicket) (int, error) {
	tenant, err := uc.store.Read(ctx).FindTenant(t.TenantID)
	if err != nil {
		return 0, err
	}
	if t.MFA {
		return tenant.Settings.Password.MinLengthMFA, nil
	}
	return tenant.Settings.Password.MinLength, nil
}
