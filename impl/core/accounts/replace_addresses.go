package accounts

import (
	"bytes"
	"context"
	"slices"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// replaceUserAddresses writes the new addresses of a user, and notifies every verified e-mail
// address before and after the change: if an attacker changes the addresses, the user must
// learn of it (S14).
func (uc *UseCases) replaceUserAddresses(ctx context.Context, tx *store.Tx, s *core.Subject, d *userChanges) error {
	if !d.include("emails", "phones") {
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
	if err := endVerifications(ctx, tx, s, before, after); err != nil {
		return err
	}
	if err := uc.kernel.RecallMessages(tx, s.User.ID, after); err != nil {
		return err
	}
	var notified []models.Address
	for _, a := range slices.Concat(before, after) {
		if a.Kind != models.AddressEmail || !a.Verified() ||
			slices.ContainsFunc(notified, func(b models.Address) bool { return bytes.Equal(a.ValueKey, b.ValueKey) }) {
			continue
		}
		notified = append(notified, a)
		m := core.Mail{To: a, Template: models.TemplateAddressesChanged, Data: map[string]string{"ExpiresAt": core.FormatTime(tx.Now)}}
		if err := uc.kernel.EnqueueMail(tx, s, m); err != nil {
			return err
		}
	}
	return nil
}

// replaceAddresses replaces the addresses of a kind with the wanted ones. An address that
// stays keeps its row, and the time at which it was verified.
func replaceAddresses(tx *store.Tx, before []models.Address, kind models.AddressKind, want []models.Address) error {
	for i := range before {
		if old := &before[i]; old.Kind == kind && findAddress(want, old) == nil {
			if err := tx.DeleteAddress(old); err != nil {
				return err
			}
		}
	}
	for _, a := range want {
		if a.Verified() {
			a.VerifiedAt = &tx.Now
		}
		old := findAddress(before, &a)
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
