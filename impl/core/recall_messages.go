package core

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RecallMessages drops the queued mails with codes, passwords and user names to addresses that the
// user no longer has. A mail with a ticket is dropped when its ticket ends.
func (k *Kernel) RecallMessages(tx *store.Tx, userID string, addresses []models.Address) error {
	queued, err := tx.QueuedMessages(userID, models.TemplateNewPassword, models.TemplateLoginCode, models.TemplateSessionCode, models.TemplateUsername)
	if err != nil {
		return err
	}
	for i := range queued {
		m := &queued[i]
		to, err := k.MessageRecipient(m)
		if err != nil {
			return err
		}
		if MayReceiveMessage(addresses, to, m) {
			continue
		}
		if _, err := tx.DropMessage(m.ID, "not sent: the user's addresses were changed"); err != nil {
			return err
		}
	}
	return nil
}

// MessageRecipient is the address that a message is sealed for; empty if its content was wiped.
func (k *Kernel) MessageRecipient(m *models.Message) (string, error) {
	if len(m.Sealed) == 0 {
		return "", nil
	}
	plain, err := k.keyring.Unseal(m.Sealed, m.SealedFor())
	if err != nil {
		return "", fmt.Errorf("core: unseal message: %w", err)
	}
	var content models.MessageContent
	if json.Unmarshal(plain, &content) != nil { // its error quotes the content
		return "", errors.New("core: the sealed content is not a message")
	}
	return content.To, nil
}

// MayReceiveMessage reports whether a recipient is one of the user's addresses and may receive the
// message. Only an invitation and the verification itself may go to an address that is not verified.
func MayReceiveMessage(addresses []models.Address, to string, m *models.Message) bool {
	kind := RecipientKind(m)
	a := FindAddressByKey(addresses, AddressKeys(kind, to))
	if a == nil || a.Verified() {
		return a != nil
	}
	return m.Template == models.TemplateInvite || m.Template == models.TemplateVerifyLink || m.Template == models.TemplateVerifyCode
}

// RecipientKind is the kind of the address that a message is sent to.
func RecipientKind(m *models.Message) models.AddressKind {
	if m.Channel == models.ChannelSMS {
		return models.AddressPhone
	}
	return models.AddressEmail
}
