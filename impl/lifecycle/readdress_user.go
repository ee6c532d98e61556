package lifecycle

import (
	"bytes"
	"context"
	"slices"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// readdress writes the new addresses of a user, and tells every verified one that he
// had or has: whoever took the account over must not be the only one to know (S14).
func (c *Core) readdress(tx *store.Tx, s *subject, d *difference) error {
	if !d.has("emails", "phones") {
		return nil
	}
	before, err := tx.AddressesOf(s.user.ID)
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
	after, err := tx.AddressesOf(s.user.ID)
	if err != nil {
		return err
	}
	if err := c.recall(tx, s.user.ID, after); err != nil {
		return err
	}
	var told []models.Address
	for _, a := range slices.Concat(before, after) {
		if a.Kind != models.AddressEmail || !a.Verified() ||
			slices.ContainsFunc(told, func(b models.Address) bool { return bytes.Equal(a.ValueKey, b.ValueKey) }) {
			continue
		}
		told = append(told, a)
		m := mail{to: a, template: models.TemplateAddressesChanged, data: map[string]string{"ExpiresAt": until(tx.Now)}}
		if err := c.enqueue(tx, s, m); err != nil {
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
func (c *Core) endWith(ctx context.Context, tx *store.Tx, s *subject, d *difference) error {
	if d.has("secondFactor") {
		change := factorMailed
		if !d.next.MFA {
			change = factorUnmailed
		}
		if err := c.tellOfFactor(tx, s, change); err != nil {
			return err
		}
	}
	if d.ends() {
		return shutOut(ctx, tx, s, &UserChange{})
	}
	if d.has("emails", "phones", "boundary", "permissions") {
		if err := endTickets(ctx, tx, s.tenant, s.user.ID, models.EndedRevoked); err != nil {
			return err
		}
	}
	if d.has("emails", "phones", "secondFactor") {
		if _, err := tx.EndChallengesOf(s.user.ID); err != nil {
			return err
		}
	}
	return nil
}
