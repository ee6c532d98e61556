package accounts

import (
	"bytes"
	"context"
	"errors"
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

// verificationOrder is an address of which a change of the user also orders the verification.
type verificationOrder struct {
	address      models.Address
	verification core.Verification
}

// verificationOrders lists the orders among the given addresses; rows are the same addresses as they
// are stored.
func verificationOrders(rows []models.Address, given []UserAddress) (orders []verificationOrder) {
	for i, a := range given {
		if a.Verify != nil {
			orders = append(orders, verificationOrder{rows[i], *a.Verify})
		}
	}
	return orders
}

// verifyAddresses issues the tickets that were ordered, after everything else has changed, and returns
// the user with them.
func (uc *UseCases) verifyAddresses(ctx context.Context, tx *store.Tx, userID string, orders []verificationOrder) (*core.User, error) {
	rows, err := tx.AddressesOf(userID)
	if err != nil {
		return nil, err
	}
	issued := map[string]*core.IssuedTicket{}
	for _, o := range orders {
		a := findAddress(rows, &o.address)
		if a == nil {
			return nil, core.ErrAddressUnknown
		}
		if issued[a.ID], err = uc.kernel.IssueVerification(ctx, tx, userID, a.ID, o.verification); err != nil {
			return nil, err
		}
	}
	u, err := tx.FindUser(userID)
	if err != nil {
		return nil, err
	}
	credentials, err := tx.CredentialsOfAll(userID)
	if err != nil {
		return nil, err
	}
	out := core.UserOf(u, rows)
	out.Password = core.PasswordFactsOf(credentials[userID])
	for i, a := range rows {
		out.Addresses[i].Issued = issued[a.ID]
	}
	return &out, nil
}

// refuseSpent turns a spent budget into a fault. The change that was to send the mail did not happen, so
// the event is written by itself; of a user who was not created, it has no id.
func (uc *UseCases) refuseSpent(ctx context.Context, t *models.Tenant, userID string, refusal error) error {
	var spent *core.SpentBudget
	if !errors.As(refusal, &spent) {
		return refusal
	}
	uc.refused(spent.Budget)
	told := core.SpentBudget{Budget: spent.Budget, UserID: userID}
	if err := core.RecordSpentBudget(ctx, uc.store.Write(ctx), t, told, core.MailWindow); err != nil {
		return err
	}
	return core.ErrMailBudget
}

// endVerifications ends the tickets that would verify an address which the user no longer has in that
// spelling, or which is verified now.
func endVerifications(ctx context.Context, tx *store.Tx, s *core.Subject, before, after []models.Address) error {
	for _, old := range before {
		i := slices.IndexFunc(after, func(a models.Address) bool { return a.ID == old.ID })
		if i >= 0 && after[i].Value == old.Value && !after[i].Verified() {
			continue
		}
		if err := core.EndVerifications(ctx, tx, s.Tenant, s.User.ID, old.ID, models.EndedRevoked); err != nil {
			return err
		}
	}
	return nil
}

// replacePrimary returns all addresses of a kind as a change wants them: the list, or the stored ones
// with another primary address. An address that the user has stays verified. Nil: nothing changes.
func replacePrimary(have []models.Address, kind models.AddressKind, list *[]UserAddress, primary *UserAddress) *[]UserAddress {
	if list != nil || primary == nil {
		return list
	}
	next := *primary
	next.Primary = true
	all := []UserAddress{next}
	same := core.FindAddressByKey(ofKind(have, kind), core.AddressKeys(kind, next.Value))
	if same != nil && same.Verified() {
		all[0].Verified, all[0].Verify = true, nil
	}
	for _, a := range ofKind(have, kind) {
		if !a.IsPrimary && (same == nil || a.ID != same.ID) {
			all = append(all, UserAddress{Value: a.Value, Verified: a.Verified()})
		}
	}
	return &all
}

// vouch sets whether the primary e-mail address is verified, in the wanted list or in that of the stored
// addresses.
func vouch(have []models.Address, want *[]UserAddress, verified *bool) (*[]UserAddress, error) {
	if verified == nil {
		return want, nil
	}
	if want == nil {
		want = &[]UserAddress{}
		for _, a := range ofKind(have, models.AddressEmail) {
			*want = append(*want, UserAddress{Value: a.Value, Verified: a.Verified(), Primary: a.IsPrimary})
		}
	}
	primary := slices.IndexFunc(*want, func(a UserAddress) bool { return a.Primary })
	if primary < 0 {
		return nil, core.ErrUser.With(core.NewViolation("/emails", "required", "The user has no e-mail address that could be verified."))
	}
	(*want)[primary].Verified = *verified
	return want, nil
}

// nameThatFollows is the new user name of a user whose name is the primary address that changes; nil: it
// stays.
func nameThatFollows(u *models.User, have []models.Address, in UpdateUserInput) *string {
	if !in.NameFollows || in.Email == nil {
		return nil
	}
	same := core.FindAddressByKey(ofKind(have, models.AddressEmail), core.AddressKeys(models.AddressEmail, u.Username))
	if same == nil || !same.IsPrimary {
		return nil
	}
	return &in.Email.Value
}

func ofKind(rows []models.Address, kind models.AddressKind) []models.Address {
	return slices.DeleteFunc(slices.Clone(rows), func(a models.Address) bool { return a.Kind != kind })
}
