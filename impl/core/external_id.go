package core

import (
	"cmp"
	"context"
	"errors"
	"regexp"
	"strings"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

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

// ResolveUserIDs returns the native ids of the users in the caller's scope who have these ids as the
// native or as the external ones. An id that nobody in the scope has is returned as it is, after the
// same statement: the use case refuses it like any unknown id. If an id names several users, none of
// them is chosen.
func (k *Kernel) ResolveUserIDs(ctx context.Context, given []string) ([]string, error) {
	native, external := []string{""}, []string{""}
	for _, id := range given {
		if ValidExternalID(id) {
			spelling, _ := nativeForm(id)
			native, external = append(native, spelling), append(external, id)
		}
	}
	// If there are more users than ids, some id names several.
	found, err := k.store.Read(ctx).ListUserIDs(CallerScope(ctx), native, external, len(given)+1)
	if err != nil {
		return nil, err
	}
	if len(found) > len(given) {
		return nil, ErrUserAmbiguous
	}
	out := make([]string, len(given))
	for i, id := range given {
		if out[i], err = resolveUserID(found, id); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func resolveUserID(found []store.IDPair, id string) (string, error) {
	native, _ := nativeForm(id)
	resolved := ""
	for _, u := range found {
		if u.ID != native && (u.ExternalID == nil || *u.ExternalID != id) {
			continue
		}
		if resolved != "" {
			return "", ErrUserAmbiguous
		}
		resolved = u.ID
	}
	return cmp.Or(resolved, id), nil
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

func nativeClaim(id string) []byte { return secret.Sum("native-id", id).Bytes() }
