package accounts

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/impl/locale"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// UserAddress is an e-mail address or phone of a user, as a caller gives it.
type UserAddress struct {
	Value    string
	Verified bool // it was proven to be the user's; only such addresses receive links
	Primary  bool // of several of a kind, the one for links; without any, the first
}

// maxGivenName is the column's length. SQLite would store more, and the engines must agree.
// Both, and the contract, count characters.
const maxGivenName = 200

const (
	maxAddresses     = 10 // of a kind
	maxMetadata      = 50
	maxMetadataName  = 64   // characters
	maxMetadataValue = 1000 // characters
	maxMetadataTotal = 16 << 10
)

// checkUser lists what cannot be stored of a user, besides his names.
func checkUser(u *models.User) []fault.Violation {
	var list []fault.Violation
	if utf8.RuneCountInString(u.GivenName) > maxGivenName || !utf8.ValidString(u.GivenName) {
		list = append(list, core.NewViolation("/givenName", "length", "A given name has at most 200 characters."))
	}
	reaches := []models.Boundary{models.BoundarySelf, models.BoundaryTenant, models.BoundaryApplication, models.BoundaryPlatform}
	if !slices.Contains(reaches, u.Boundary) {
		list = append(list, core.NewViolation("/boundary", "not_allowed", "The boundary of a user is self, tenant, application or platform."))
	}
	if u.Boundary == models.BoundarySelf && len(u.Permissions) > 0 {
		list = append(list, core.NewViolation("/permissions", "boundary", "A user with permissions needs a boundary other than self."))
	}
	return append(append(list, core.CheckPermissions(u.Permissions)...), checkMetadata(u.Metadata)...)
}

func checkMetadata(notes map[string]string) []fault.Violation {
	tooLong := func(name, value string) bool {
		return name == "" || utf8.RuneCountInString(name) > maxMetadataName || utf8.RuneCountInString(value) > maxMetadataValue ||
			!utf8.ValidString(name) || !utf8.ValidString(value)
	}
	raw, err := json.Marshal(notes)
	long := err != nil || len(raw) > maxMetadataTotal || len(notes) > maxMetadata
	for name, value := range notes {
		long = long || tooLong(name, value)
	}
	if !long {
		return nil
	}
	return []fault.Violation{core.NewViolation("/metadata", "length",
		fmt.Sprintf("Metadata are at most %d texts of %d characters with names of %d, together %d bytes as JSON.",
			maxMetadata, maxMetadataValue, maxMetadataName, maxMetadataTotal))}
}

// newAddresses canonicalises the addresses of a kind, and chooses the primary one. What the
// user has already stays as it is: what was stored before a rule can be sent back.
func newAddresses(u *models.User, kind models.AddressKind, given []UserAddress, has []models.Address) ([]models.Address, error) {
	member := map[models.AddressKind]string{models.AddressEmail: "/emails", models.AddressPhone: "/phones"}[kind]
	if len(given) > maxAddresses {
		return nil, core.ErrUser.With(core.NewViolation(member, "too_many", fmt.Sprintf("A user has at most %d.", maxAddresses)))
	}
	out := make([]models.Address, 0, len(given))
	first := slices.IndexFunc(given, func(a UserAddress) bool { return a.Primary })
	for i, a := range given {
		pointer := fmt.Sprintf("%s/%d/address", member, i)
		value, key, err := storable(kind, a.Value, has)
		if err != nil {
			return nil, core.ErrNameShape.With(core.NewViolation(pointer, "format", sentence(err)))
		}
		if a.Primary && i != first {
			return nil, core.ErrUser.With(core.NewViolation(fmt.Sprintf("%s/%d/primary", member, i), "exclusive", "Only one address of a kind may be the primary one."))
		}
		if slices.ContainsFunc(out, func(b models.Address) bool { return string(b.ValueKey) == string(key) }) {
			return nil, core.ErrNameShape.With(core.NewViolation(pointer, "duplicate", "The address appears twice."))
		}
		row := models.Address{
			ID: secret.NewID(), UserID: u.ID, TenantID: u.TenantID, Kind: kind, Value: value, ValueKey: key,
			IsPrimary: i == max(first, 0),
		}
		if a.Verified {
			row.VerifiedAt = &u.UpdatedAt // replaced by the time of the transaction
		}
		out = append(out, row)
	}
	return out, nil
}

// storable is an address in the spelling that is stored, with its key: one that can be mailed,
// or a number in its one spelling.
func storable(kind models.AddressKind, given string, has []models.Address) (value string, key []byte, err error) {
	for _, a := range has {
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

// sentence is a reason in the words of a violation.
func sentence(err error) string {
	text := err.Error()
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// name checks and canonicalises a new name of a user.
func name(u *models.User) error {
	if err := identifier.CheckName(u.Username); err != nil {
		return core.ErrNameShape.With(core.NewViolation("/username", "format", sentence(err)))
	}
	canonical, _ := identifier.Canonical(u.Username)
	u.UsernameKey = core.UsernameKey(canonical).Bytes()
	return nil
}

// localise brings a new locale of a user into its one spelling.
func localise(u *models.User) error {
	if u.Locale == "" {
		u.Locale = locale.Fallback
	}
	tag, err := locale.Canonical(u.Locale)
	if err != nil {
		return core.ErrUser.With(core.NewViolation("/locale", "format", sentence(err)))
	}
	u.Locale = tag
	return nil
}

// unshadowed refuses a user name that is another's address, and an address that is
// another's user name: it would shadow the owner (CVE-2022-39229, A-017).
func unshadowed(rd *store.Reader, u *models.User, addresses []models.Address) error {
	for _, key := range core.AddressKeys(models.AddressEmail, u.Username) {
		a, err := rd.FindAddress(u.TenantID, models.AddressEmail, key)
		if err := otherUsersName(err, err == nil && a.UserID != u.ID); err != nil {
			return err
		}
	}
	for _, a := range addresses {
		if a.Kind != models.AddressEmail {
			continue
		}
		for _, key := range core.UsernameKeys(a.Value) {
			other, err := rd.FindUserByUsername(u.TenantID, key)
			if err := otherUsersName(err, err == nil && other.ID != u.ID); err != nil {
				return err
			}
		}
		// Behind the unique key: the address as versions before 0.2 stored it.
		for _, key := range core.AddressKeys(a.Kind, a.Value) {
			other, err := rd.FindAddress(u.TenantID, a.Kind, key)
			if err := otherUsersName(err, err == nil && other.UserID != u.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// otherUsersName refuses what is somebody else's.
func otherUsersName(err error, taken bool) error {
	if taken {
		return core.ErrNameTaken
	}
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	return err
}
