package core

import (
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// What is told of a second factor.
const (
	FactorOn = "on"
)

// NotifyFactorChanged mails every verified address (63B section 4.6, A-075).
func (k *Kernel) NotifyFactorChanged(tx *store.Tx, s *Subject, what string) error {
	addresses, err := VerifiedAddresses(tx.Reader, s.User.ID, models.AddressEmail)
	if err != nil {
		return err
	}
	for _, a := range addresses {
		m := Mail{To: a, Template: models.TemplateMFAChanged, Data: map[string]string{"Change": what, "ExpiresAt": FormatTime(tx.Now)}}
		if err := k.EnqueueMail(tx, s, m); err != nil {
			return err
		}
	}
	return nil
}

// What is told of a second factor.
const (
	FactorOff      = "off"
	FactorCodes    = "codes"
	factorRecovery = "recovery"
	FactorMailOn   = "mailed" // codes by mail from now on
	FactorMailOff  = "unmailed"
)
