package core

import (
	"bytes"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// CanonicalName is the canonical form of what somebody typed to name a user. Blanks around
// it come from a keyboard or the clipboard: no name or address that is stored begins or ends
// with one.
func CanonicalName(typed string) (string, bool) {
	return identifier.Canonical(TrimName(typed))
}

// UsernameKey is what is stored and looked up for a user name: text columns compare
// with padding and folding in MySQL, a digest compares exactly.
func UsernameKey(canonical string) secret.Digest { return secret.Sum("username", canonical) }

// AddressKey is the same for an address.
func AddressKey(kind models.AddressKind, canonical string) secret.Digest {
	return secret.Sum("address", string(kind), canonical)
}

// TrimName is what somebody typed to name a user, without the blanks around it.
func TrimName(typed string) string { return strings.TrimSpace(typed) }

// UsernameKeys are the keys that a user name may be stored under, the best one first. What can
// name nobody has one as well, which is nobody's: an unknown name must not be answered sooner.
func UsernameKeys(name string) [][]byte { return keys(identifier.Forms(name), UsernameKey) }

// AddressKeys are the same for an address. A number has one key however it is spelt, and before
// it that of its spelling, as versions before 0.2 kept it.
func AddressKeys(kind models.AddressKind, address string) [][]byte {
	forms := identifier.Forms(address)
	if number, err := identifier.Phone(address); kind == models.AddressPhone && err == nil && !slices.Contains(forms, number) {
		forms = append(forms, number)
	}
	return keys(forms, func(form string) secret.Digest { return AddressKey(kind, form) })
}

func keys(forms []string, key func(string) secret.Digest) [][]byte {
	if len(forms) == 0 {
		forms = []string{""}
	}
	all := make([][]byte, len(forms))
	for i, form := range forms {
		all[i] = key(form).Bytes()
	}
	return all
}

// FindAddressByKey is the address that has the first of the keys that one has; nil: none.
func FindAddressByKey(has []models.Address, keys [][]byte) *models.Address {
	for _, key := range keys {
		if at := slices.IndexFunc(has, func(a models.Address) bool { return bytes.Equal(a.ValueKey, key) }); at >= 0 {
			return &has[at]
		}
	}
	return nil
}
