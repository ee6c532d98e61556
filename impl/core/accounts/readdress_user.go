package accounts

import (
	"bytes"
	"context"
	"slices"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// readdress writes the new addresses of a user, and tells every verified one that he
// had or has: whoever took the account over must not be the only one to know (S14).
func (uc *UseCases) readdress(tx *store.Tx, s *core.Subject, d *difference) error {
	if !d.has("emails", "phones") {
		return nil
	}
	before, err := tx.AddressesOf(s.User.ID)
	if err != nil {
		return err
	}
	for _, change := range []struct {
		kind models.AddressKind
		want *[]models.Address
	}{{models.AddressEmail, d.emails}, {models.AddressPhone, d.phones}} {
		if change.want == nil {
			continue
		}
		if err := replaceAddresses(tx, before, change.kind, *change.want); err != nil {
			return err
		}
	}
	after, err := tx.AddressesOf(s.User.ID)
	if err != nil {
		return err
	}
	if err := uc.kernel.RecallMessages(tx, s.User.ID, after); err != nil {
		return err
	}
	var told []models.Address
	for _, a := range slices.Concat(before, after) {
		if a.Kind != models.AddressEmail || !a.Verified() ||
			slices.ContainsFunc(told, func(b models.Address) bool { return bytes.Equal(a.ValueKey, b.ValueKey) }) {
			continue
		}
		told = append(told, a)
		m := core.Mail{To: a, Template: models.TemplateAddressesChanged, Data: map[string]string{"ExpiresAt": core.FormatTime(tx.Now)}}
		if err := uc.kernel.EnqueueMail(tx, s, m); err != nil {
			return err
		}
	}
	return nil
}

// replaceAddresses makes the addresses of a kind those that are wanted. An address that
// stays keeps its row, and the time of its proof.
func replaceAddresses(tx *store.Tx, before []models.Address, kind models.AddressKind, want []models.Address) error {
	for i := range before {
		if old := &before[i]; old.Kind == kind && theSame(want, old) == nil {
			if err := tx.DeleteAddress(old); err != nil {
				return err
			}
		}
	}
	for _, a := range want {
		if a.Verified() {
			a.VerifiedAt = &tx.Now
		}
		old := theSame(before, &a)
		if old == nil {
			a.CreatedAt = tx.Now
			if err := tx.InsertAddress(&a); err != nil {
				return err
			}
			continue
		}
		a.ID = old.ID
		if old.Verified() && a.Verified() {
			a.VerifiedAt = old.VerifiedAt
		}
		if err := tx.SaveAddress(&a); err != nil {
			return err
		}
	}
	return nil
}

// endWith ends what a change takes away.
func (uc *UseCases) endWith(ctx context.Context, tx *store.Tx, s *core.Subject, d *difference) error {
	if d.has("secondFactor") {
		change := core.FactorMailOn
		if !d.next.MFA {
			change = core.FactorMailOff
		}
		if err := uc.kernel.NotifyFactorChanged(tx, s, change); err != nil {
			return err
		}
	}
	if d.ends() {
		return lock(ctx, tx, s, &core.UserChange{})
	}
	if d.has("emails", "phones", "boundary", "permissions") {
		if err := core.EndTickets(ctx, tx, s.Tenant, s.User.ID, models.EndedRevoked); err != nil {
			return err
		}
	}
	if d.has("emails", "phones", "secondFactor") {
		if _, err := tx.EndChallengesOf(s.User.ID); err != nil {
			return err
		}
	}
	return nil
}
