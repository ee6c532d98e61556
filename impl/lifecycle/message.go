package lifecycle

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// mail is a message to be queued in a transaction.
type mail struct {
	to       models.Address
	template models.Template
	ticket   *models.Ticket // that it carries; nil: none
	until    *time.Time     // when what it carries expires, if that is no ticket
	data     map[string]string
}

// enqueue seals and writes a message. The worker sends it after the commit: it goes
// out if and only if the change happened.
func (c *Core) enqueue(tx *store.Tx, s *subject, m mail) error {
	data := map[string]string{
		"Product": c.product, "Tenant": s.tenant.Name, "Username": s.user.Username, "Name": s.user.GivenName,
	}
	maps.Copy(data, m.data)
	plain, err := json.Marshal(models.MessageContent{To: m.to.Value, Locale: s.user.Locale, Data: data})
	if err != nil {
		return fmt.Errorf("lifecycle: message content: %w", err)
	}
	row := &models.Message{
		ID: secret.NewID(), ApplicationID: s.tenant.ApplicationID, TenantID: s.tenant.ID, UserID: s.user.ID,
		Channel: models.ChannelEmail, Template: m.template, ContentUntil: m.until,
	}
	if m.ticket != nil {
		row.TicketID, row.ContentUntil = m.ticket.ID, &m.ticket.ExpiresAt
	}
	if m.to.Kind == models.AddressPhone {
		row.Channel = models.ChannelSMS
	}
	row.Destination = store.DestinationKey(c.keyring, row.Channel, m.to.Value)
	if row.Sealed, err = c.keyring.Seal(plain, row.SealedFor()); err != nil {
		return fmt.Errorf("lifecycle: seal message: %w", err)
	}
	return tx.InsertMessage(row)
}

// verified lists the user's verified addresses of a kind, the primary one first.
func verified(rd *store.Reader, userID string, kind models.AddressKind) ([]models.Address, error) {
	all, err := rd.AddressesOf(userID)
	if err != nil {
		return nil, err
	}
	var found []models.Address
	for _, a := range all {
		if a.Kind == kind && a.Verified() {
			found = append(found, a)
		}
	}
	return found, nil
}

// primary is where a ticket or code goes: the first verified address of a kind.
func primary(rd *store.Reader, userID string, kind models.AddressKind) (models.Address, error) {
	found, err := verified(rd, userID, kind)
	if err != nil {
		return models.Address{}, err
	}
	if len(found) == 0 {
		return models.Address{}, ErrNoAddress
	}
	return found[0], nil
}

// destination is where a ticket goes. An invitation also goes to an address that is
// not verified yet: accepting it is what verifies the address.
func destination(rd *store.Reader, userID string, kind models.AddressKind, purpose models.Purpose) (models.Address, error) {
	to, err := primary(rd, userID, kind)
	if err == nil || purpose != models.PurposeInvite || !errors.Is(err, ErrNoAddress) {
		return to, err
	}
	all, err := rd.AddressesOf(userID)
	if err != nil {
		return models.Address{}, err
	}
	for _, a := range all {
		if a.Kind == kind {
			return a, nil
		}
	}
	return models.Address{}, ErrNoAddress
}

// until writes a time for people, with its zone (an expiry without one is a riddle).
func until(t time.Time) string { return t.UTC().Format("2 Jan 2006 15:04 UTC") }
