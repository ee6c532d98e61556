package accounts

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// Gender is what a user said of himself. It is a value, so the type of the store serves callers as well.
type Gender = models.Gender

// The genders.
const (
	GenderUnspecified = models.GenderUnspecified
	GenderFemale      = models.GenderFemale
	GenderMale        = models.GenderMale
	GenderDiverse     = models.GenderDiverse
)

// AddressPhone is the kind of phone numbers.
const AddressPhone = models.AddressPhone

// UserAddress is an e-mail address or a phone number of a user, as a caller gives it.
type UserAddress struct {
	Value    string
	Verified bool               // the user has proven that it is theirs; only such addresses receive links
	Primary  bool               // links go to it; if no address of a kind is primary, the first one is
	Verify   *core.Verification // issue a ticket that verifies it; nil: none
}

// maxAddresses is how many addresses of a kind a user may have.
const maxAddresses = 10

// newAddresses checks the addresses of a kind, and returns their rows with one primary
// address. An address among existing stays as it is stored: a caller can send back what
// was stored before a rule.
func newAddresses(u *models.User, kind models.AddressKind, given []UserAddress, existing []models.Address) ([]models.Address, error) {
	member := map[models.AddressKind]string{models.AddressEmail: "/emails", models.AddressPhone: "/phones"}[kind]
	if len(given) > maxAddresses {
		return nil, core.ErrUser.With(core.NewViolation(member, "too_many", fmt.Sprintf("A user has at most %d.", maxAddresses)))
	}
	rows := make([]models.Address, 0, len(given))
	primary := slices.IndexFunc(given, func(a UserAddress) bool { return a.Primary })
	for i, a := range given {
		pointer := fmt.Sprintf("%s/%d/address", member, i)
		value, key, err := canonicalAddress(kind, a.Value, existing)
		if err != nil {
			return nil, core.ErrNameShape.With(core.NewViolation(pointer, "format", sentence(err)))
		}
		if a.Primary && i != primary {
			return nil, core.ErrUser.With(core.NewViolation(fmt.Sprintf("%s/%d/primary", member, i), "exclusive", "Only one address of a kind may be the primary one."))
		}
		row := models.Address{
			ID: secret.NewID(), UserID: u.ID, TenantID: u.TenantID, Kind: kind, Value: value, ValueKey: key,
			IsPrimary: i == max(primary, 0),
		}
		if findAddress(rows, &row) != nil {
			return nil, core.ErrNameShape.With(core.NewViolation(pointer, "duplicate", "The address appears twice."))
		}
		if a.Verified {
			row.VerifiedAt = &u.UpdatedAt // the transaction replaces it with its own time
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// canonicalAddress returns the spelling of an address that is stored, with its key. It
// refuses an e-mail address to which no mail can be sent, and what is not a phone number.
func canonicalAddress(kind models.AddressKind, given string, existing []models.Address) (value string, key []byte, err error) {
	for _, a := range existing {
		if a.Kind == kind && a.Value == given {
			return a.Value, a.ValueKey, nil
		}
	}
	if kind == models.AddressPhone {
		number, err := identifier.Phone(given)
		return number, core.AddressKey(kind, number).Bytes(), err
	}
	canonical, _ := identifier.Canonical(given)
	return given, core.AddressKey(kind, canonical).Bytes(), identifier.CheckMail(given)
}

// findAddress returns the row of the same address, in whatever spelling; nil: there is none.
func findAddress(rows []models.Address, a *models.Address) *models.Address {
	i := slices.IndexFunc(rows, func(b models.Address) bool { return a.Kind == b.Kind && bytes.Equal(a.ValueKey, b.ValueKey) })
	if i < 0 {
		return nil
	}
	return &rows[i]
}

// sameAddress compares what a caller can change of an address.
func sameAddress(a, b *models.Address) bool {
	return a.Value == b.Value && a.Verified() == b.Verified() && a.IsPrimary == b.IsPrimary
}

func countAddresses(rows []models.Address, kind models.AddressKind) (n int) {
	for _, a := range rows {
		if a.Kind == kind {
			n++
		}
	}
	return n
}
