package tickets

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// InspectedTicket is what the holder of a live ticket may know before choosing a password.
type InspectedTicket struct {
	UserID        string
	PublicUserID  string // the user's external id if there is one, else UserID
	TenantID      string
	ApplicationID string
	Username      string
	MFA           bool
	Purpose       core.Purpose
	ExpiresAt     time.Time

	addressID string // of the address that it was sent to; empty: it was not sent
}

// InspectTicket checks whether a proof would be accepted, and describes its ticket. It consumes
// nothing, however often it is called, because mail scanners open every link.
func (uc *UseCases) InspectTicket(ctx context.Context, p core.Proof) (*InspectedTicket, error) {
	t, err := uc.proveTicket(ctx, p)
	if err != nil {
		return nil, err
	}
	if t.OpenedAt == nil {
		err := uc.recordFirstStep(ctx, t, models.TicketOpened, func(tx *store.Tx) (bool, error) { return tx.MarkOpened(t.ID) })
		if err != nil {
			return nil, err
		}
	}
	return newInspectedTicket(t), nil
}

func newInspectedTicket(t *store.ShownTicket) *InspectedTicket {
	public := t.UserID
	if t.ExternalID != nil {
		public = *t.ExternalID
	}
	return &InspectedTicket{
		UserID: t.UserID, PublicUserID: public, TenantID: t.TenantID, ApplicationID: t.ApplicationID, Username: t.Username,
		MFA: t.MFA, Purpose: t.Purpose, ExpiresAt: t.ExpiresAt, addressID: t.AddressID,
	}
}
