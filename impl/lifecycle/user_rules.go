package lifecycle

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/rekeyhq/rekey/impl/fault"
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

// The columns' lengths. SQLite would store more, and the engines must agree.
const (
	maxUsername  = 255
	maxGivenName = 200
	maxLocale    = 35
)

const (
	maxAddresses     = 10 // of a kind
	maxMetadata      = 50
	maxMetadataName  = 64
	maxMetadataValue = 1000
	maxMetadataTotal = 16 << 10
)

// broken is one rule that a user's description breaks.
func broken(pointer, code, message string) fault.Violation {
	return fault.Violation{Pointer: pointer, Code: code, Message: message}
}

// checkUser lists what cannot be stored of a user, besides his names.
func checkUser(u *models.User) []fault.Violation {
	var list []fault.Violation
	if len(u.GivenName) > maxGivenName || !utf8.ValidString(u.GivenName) {
		list = append(list, broken("/givenName", "length", "A given name has at most 200 bytes."))
	}
	if len(u.Locale) > maxLocale {
		list = append(list, broken("/locale", "length", "A locale has at most 35 bytes.")) // RFC 5646 section 4.4.1
	}
	reaches := []models.Boundary{models.BoundarySelf, models.BoundaryTenant, models.BoundaryApplication, models.BoundaryPlatform}
	if !slices.Contains(reaches, u.Boundary) {
		list = append(list, broken("/boundary", "not_allowed", "The boundary of a user is self, tenant, application or platform."))
	}
	if u.Boundary == models.BoundarySelf && len(u.Permissions) > 0 {
		list = append(list, broken("/permissions", "boundary", "Who holds permissions needs a boundary beyond himself."))
	}
	return append(append(list, checkPermissions(u.Permissions)...), checkMetadata(u.Metadata)...)
}

func checkMetadata(notes map[string]string) []fault.Violation {
	tooLong := func(name, value string) bool {
		return name == "" || len(name) > maxMetadataName || len(value) > maxMetadataValue ||
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
	return []fault.Violation{broken("/metadata", "length",
		fmt.Sprintf("Metadata are at most %d texts of %d bytes with names of %d, together %d as JSON.",
			maxMetadata, maxMetadataValue, maxMetadataName, maxMetadataTotal))}
}

// newAddresses canonicalises the addresses of a kind, and chooses the primary one.
func newAddresses(u *models.User, kind string, given []UserAddress) ([]models.Address, error) {
	member := map[string]string{models.AddressEmail: "/emails", models.AddressPhone: "/phones"}[kind]
	if len(given) > maxAddresses {
		return nil, ErrUser.With(broken(member, "too_many", fmt.Sprintf("A user has at most %d.", maxAddresses)))
	}
	out := make([]models.Address, 0, len(given))
	first := slices.IndexFunc(given, func(a UserAddress) bool { return a.Primary })
	for i, a := range given {
		pointer := fmt.Sprintf("%s/%d/address", member, i)
		canonical, ok := Canonical(a.Value)
		if !ok || kind == models.AddressEmail && !plausibleEmail(a.Value) {
			return nil, ErrNameShape.With(broken(pointer, "format", "This is no address."))
		}
		if a.Primary && i != first {
			return nil, ErrUser.With(broken(fmt.Sprintf("%s/%d/primary", member, i), "exclusive", "One of a kind is the primary one."))
		}
		key := AddressKey(kind, canonical).Bytes()
		if slices.ContainsFunc(out, func(b models.Address) bool { return string(b.ValueKey) == string(key) }) {
			return nil, ErrNameShape.With(broken(pointer, "duplicate", "The address is there twice."))
		}
		row := models.Address{
			ID: secret.NewID(), UserID: u.ID, TenantID: u.TenantID, Kind: kind, Value: a.Value, ValueKey: key,
			IsPrimary: i == max(first, 0),
		}
		if a.Verified {
			row.VerifiedAt = &u.UpdatedAt // replaced by the time of the transaction
		}
		out = append(out, row)
	}
	return out, nil
}

// name canonicalises a user's name.
func name(u *models.User) error {
	canonical, ok := Canonical(u.Username)
	if !ok || len(u.Username) > maxUsername {
		return ErrNameShape.With(broken("/username", "format", "This can name nobody."))
	}
	u.UsernameKey = UsernameKey(canonical).Bytes()
	return nil
}

// unshadowed refuses a user name that is another's address, and an address that is
// another's user name: it would shadow the owner (CVE-2022-39229, A-017).
func unshadowed(tx *store.Tx, u *models.User, addresses []models.Address) error {
	canonical, _ := Canonical(u.Username)
	a, err := tx.FindAddress(u.TenantID, models.AddressEmail, AddressKey(models.AddressEmail, canonical).Bytes())
	if err == nil && a.UserID != u.ID {
		return ErrNameTaken
	}
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	for _, a := range addresses {
		if a.Kind != models.AddressEmail {
			continue
		}
		canonical, _ := Canonical(a.Value)
		other, err := tx.FindUserByUsername(u.TenantID, UsernameKey(canonical).Bytes())
		if err == nil && other.ID != u.ID {
			return ErrNameTaken
		}
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return err
		}
	}
	return nil
}
