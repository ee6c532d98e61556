package tickets

import (
	"context"

	"github.com/rekeyhq/rekey/models"
)

// SentTo returns the mail address that the ticket was sent to, or nothing if it was not mailed or
// if the address is no longer the user's.
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
