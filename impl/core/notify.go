package core

import (
	"slices"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// NotifyPasswordChanged mails every verified address that the password was changed, without the
// password (63B 4.2.3, S14). The addresses with the ids in except get another mail about the change.
func (k *Kernel) NotifyPasswordChanged(tx *store.Tx, s *Subject, except ...string) error {
	addresses, err := VerifiedAddresses(tx.Reader, s.User.ID, models.AddressEmail)
	if err != nil {
		return err
	}
	for _, a := range addresses {
		if slices.Contains(except, a.ID) {
			continue
		}
		m := Mail{To: a, Template: models.TemplatePasswordUpdated, Data: map[string]string{"ExpiresAt": FormatTime(tx.Now)}}
		if err := k.EnqueueMail(tx, s, m); err != nil {
			return err
		}
	}
	return nil
}

// The changes of a second factor that a mail can name.
const (
	FactorOn       = "on"
	FactorOff      = "off"
	FactorCodes    = "codes"    // new recovery codes
	factorRecovery = "recovery" // a recovery code was used
	FactorMailOn   = "mailed"   // codes are mailed from now on
	FactorMailOff  = "unmailed" // codes are mailed no longer
)

// NotifyFactorChanged mails every verified address how the second factor was changed
// (63B section 4.6, A-075).
func (k *Kernel) NotifyFactorChanged(tx *store.Tx, s *Subject, change string) error {
	addresses, err := VerifiedAddresses(tx.Reader, s.User.ID, models.AddressEmail)
	if err != nil {
		return err
	}
	for _, a := range addresses {
		m := Mail{To: a, Template: models.TemplateMFAChanged, Data: map[string]string{"Change": change, "ExpiresAt": FormatTime(tx.Now)}}
		if err := k.EnqueueMail(tx, s, m); err != nil {
			return err
		}
	}
	return nil
}
