package core

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
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

var (
	externalID = regexp.MustCompile(`^[A-Za-z0-9._|:@-]{1,64}$`)
	nativeID   = regexp.MustCompile(`^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$`)
)

// ValidExternalID reports whether a text can be the external id of a user.
func ValidExternalID(id string) bool { return externalID.MatchString(id) }

// nativeForm returns the native spelling of an id that has the form of a native one. Others are
// returned as they are.
func nativeForm(id string) (spelling string, isNative bool) {
	if nativeID.MatchString(id) {
		return strings.ToLower(id), true
	}
	return id, false
}

// ClaimExternalID claims the external id of a new user, who may be of any tenant. It refuses an id that
// another user of the tenant has or had. An id in the form of a native one is refused if any user of
// the installation has or had it, as either id.
func ClaimExternalID(tx *store.Tx, u *models.User) error {
	if u.ExternalID == nil {
		return nil
	}
	// The tenant's row is locked first, as by every transaction that inserts a user.
	held, err := tx.LockTenantRow(u.TenantID)
	if err != nil {
		return err
	}
	if !held {
		return store.ErrNotFound
	}
	for _, claim := range claimsOf(u.TenantID, *u.ExternalID) {
		if err := claimID(tx, u, claim, ErrExternalIDTaken); err != nil {
			return err
		}
	}
	return checkNoNativeID(tx.Reader, *u.ExternalID)
}

// ClaimNativeID claims a native id that the caller chose: it must not be the external id of a user.
func ClaimNativeID(tx *store.Tx, u *models.User) error {
	return claimID(tx, u, nativeClaim(u.ID), ErrExternalIDTaken)
}

func claimID(tx *store.Tx, u *models.User, claim []byte, taken error) error {
	err := tx.ClaimID(u.TenantID, claim)
	if errors.Is(err, store.ErrDuplicate) {
		return taken
	}
	return err
}

// CheckExternalID refuses what ClaimExternalID would refuse, and claims nothing.
func CheckExternalID(rd *store.Reader, tenantID, id string) error {
	for _, claim := range claimsOf(tenantID, id) {
		if err := unclaimed(rd, claim, ErrExternalIDTaken); err != nil {
			return err
		}
	}
	return checkNoNativeID(rd, id)
}

// CheckNativeID refuses what ClaimNativeID would refuse, and claims nothing.
func CheckNativeID(rd *store.Reader, id string) error {
	return unclaimed(rd, nativeClaim(id), ErrExternalIDTaken)
}

func unclaimed(rd *store.Reader, claim []byte, taken error) error {
	_, err := rd.FindClaimedID(claim)
	switch {
	case err == nil:
		return taken
	case errors.Is(err, store.ErrNotFound):
		return nil
	}
	return err
}

// checkNoNativeID refuses an external id that is or was the native id of a user.
func checkNoNativeID(rd *store.Reader, id string) error {
	native, isNative := nativeForm(id)
	if !isNative {
		return nil
	}
	_, err := rd.FindUser(native)
	if err == nil {
		return ErrExternalIDTaken
	}
	if !errors.Is(err, store.ErrNotFound) {
		return err
	}
	deleted, err := rd.WasUser(native)
	if err == nil && deleted {
		return ErrExternalIDTaken
	}
	return err
}

// claimsOf lists the claims of an external id: in its tenant, and in the form of a native id in the
// whole installation.
func claimsOf(tenantID, id string) [][]byte {
	claims := [][]byte{secret.Sum("external-id", tenantID, id).Bytes()}
	if native, isNative := nativeForm(id); isNative {
		claims = append(claims, nativeClaim(native))
	}
	return claims
}

// NumberOf is the number that an external id is; 0: it is none. Only one spelling of a number is one,
// as clients send it back as an integer of 32 bits.
func NumberOf(externalID string) int32 {
	n, err := strconv.ParseInt(externalID, 10, 32)
	if err != nil || n <= 0 || strconv.FormatInt(n, 10) != externalID {
		return 0
	}
	return int32(n)
}

// CheckNumber refuses the number of a new user if another user of the tenant has it, or had it, or has
// or had it as the external id.
func CheckNumber(rd *store.Reader, tenantID string, n int32) error {
	used, err := rd.NumberUsed(tenantID, n, numberClaim(tenantID, n))
	if err == nil && used {
		return ErrExternalIDTaken
	}
	return err
}

// ClaimNumber claims the number of a user who is being deleted, so that no other user gets it.
func ClaimNumber(tx *store.Tx, u *models.User) error {
	claim := numberClaim(u.TenantID, u.Number)
	err := unclaimed(tx.Reader, claim, ErrExternalIDTaken)
	if errors.Is(err, ErrExternalIDTaken) {
		return nil // it is the external id
	}
	if err != nil {
		return err
	}
	return tx.ClaimID(u.TenantID, claim)
}

// numberClaim is the claim of an external id that is the number: both name one user.
func numberClaim(tenantID string, n int32) []byte {
	return claimsOf(tenantID, strconv.FormatInt(int64(n), 10))[0]
}

func nativeClaim(id string) []byte { return secret.Sum("native-id", id).Bytes() }
