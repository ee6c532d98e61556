package core

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

// Mail is a message that a transaction enqueues.
type Mail struct {
	To       models.Address
	Template models.Template
	ticket   *models.Ticket // the ticket in the mail; nil: none
	Until    *time.Time     // when the content expires, if the mail has no ticket
	Data     map[string]string
}

// EnqueueMail seals a message and stores it in the outbox. A worker sends it after the commit, so it
// is sent if and only if the change happened.
func (k *Kernel) EnqueueMail(tx *store.Tx, s *Subject, m Mail) error {
	data := map[string]string{
		"Product": k.product, "Tenant": s.Tenant.Name, "Username": s.User.Username, "Name": s.User.GivenName,
	}
	maps.Copy(data, m.Data)
	plain, err := json.Marshal(models.MessageContent{To: m.To.Value, Locale: s.User.Locale, Data: data})
	if err != nil {
		return fmt.Errorf("core: message content: %w", err)
	}
	row := &models.Message{
		ID: secret.NewID(), ApplicationID: s.Tenant.ApplicationID, TenantID: s.Tenant.ID, UserID: s.User.ID,
		Channel: models.ChannelEmail, Template: m.Template, ContentUntil: m.Until,
	}
	if m.ticket != nil {
		row.TicketID, row.ContentUntil = m.ticket.ID, &m.ticket.ExpiresAt
	}
	if m.To.Kind == models.AddressPhone {
		row.Channel = models.ChannelSMS
	}
	row.Destination = store.DestinationKey(k.keyring, row.Channel, m.To.Value)
	if row.Sealed, err = k.keyring.Seal(plain, row.SealedFor()); err != nil {
		return fmt.Errorf("core: seal message: %w", err)
	}
	return tx.InsertMessage(row)
}

// VerifiedAddresses lists the user's verified addresses of a kind, the primary one first.
func VerifiedAddresses(rd *store.Reader, userID string, kind models.AddressKind) ([]models.Address, error) {
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

// PrimaryAddress is the first verified address of a kind, to which tickets and codes are sent.
func PrimaryAddress(rd *store.Reader, userID string, kind models.AddressKind) (models.Address, error) {
	found, err := VerifiedAddresses(rd, userID, kind)
	if err != nil {
		return models.Address{}, err
	}
	if len(found) == 0 {
		return models.Address{}, ErrNoAddress
	}
	return found[0], nil
}

// destinationAddress is the address that a ticket is sent to. An invitation may be sent to an
// address that is not verified yet: accepting the invitation verifies the address.
func destinationAddress(rd *store.Reader, userID string, kind models.AddressKind, purpose models.Purpose) (models.Address, error) {
	to, err := PrimaryAddress(rd, userID, kind)
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

// FormatTime formats a time for people, with its zone: without a zone, an expiry time is ambiguous.
func FormatTime(t time.Time) string { return t.UTC().Format("2 Jan 2006 15:04 UTC") }
