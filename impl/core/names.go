package core

import (
	"bytes"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// CanonicalName is the canonical form of a user name or address that was typed. Blanks around it come
// from a keyboard or the clipboard: no stored name or address begins or ends with a blank.
func CanonicalName(typed string) (string, bool) {
	return identifier.Canonical(TrimName(typed))
}

// UsernameKey is the digest under which a user name is stored and looked up. MySQL compares text
// columns with padding and folding, but digests exactly.
func UsernameKey(canonical string) secret.Digest { return secret.Sum("username", canonical) }

// AddressKey is the digest under which an address is stored and looked up.
func AddressKey(kind models.AddressKind, canonical string) secret.Digest {
	return secret.Sum("address", string(kind), canonical)
}

// TrimName removes the blanks around a name or address that was typed.
func TrimName(typed string) string { return strings.TrimSpace(typed) }

// UsernameKeys lists the keys under which a user name may be stored, the best one first. Text that is
// not a valid name has a key as well, which no user has: the lookup of an unknown name must take as
// long as any other.
func UsernameKeys(name string) [][]byte { return digests(identifier.Forms(name), UsernameKey) }

// AddressKeys lists the keys under which an address may be stored. A phone number has the key of its
// spelling, which versions before 0.2 stored, and the key of its standard form.
func AddressKeys(kind models.AddressKind, address string) [][]byte {
	forms := identifier.Forms(address)
	if number, err := identifier.Phone(address); kind == models.AddressPhone && err == nil && !slices.Contains(forms, number) {
		forms = append(forms, number)
	}
	return digests(forms, func(form string) secret.Digest { return AddressKey(kind, form) })
}

func digests(forms []string, key func(string) secret.Digest) [][]byte {
	if len(forms) == 0 {
		forms = []string{""}
	}
	all := make([][]byte, len(forms))
	for i, form := range forms {
		all[i] = key(form).Bytes()
	}
	return all
}

// FindAddressByKey returns the address with the first key that any of the addresses has; nil: none.
func FindAddressByKey(addresses []models.Address, keys [][]byte) *models.Address {
	for _, key := range keys {
		if at := slices.IndexFunc(addresses, func(a models.Address) bool { return bytes.Equal(a.ValueKey, key) }); at >= 0 {
			return &addresses[at]
		}
	}
	return nil
}
