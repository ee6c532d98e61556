package accounts

import (
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// checkNameConflicts refuses a user name that is an address of another user of the tenant,
// and an address that is the user name of another user: a request that names the one would
// reach the other (CVE-2022-39229, A-017).
func checkNameConflicts(rd *store.Reader, u *models.User, addresses []models.Address) error {
	if err := checkAddressOwner(rd, u, models.AddressEmail, u.Username); err != nil {
		return err
	}
	for _, a := range addresses {
		if a.Kind != models.AddressEmail {
			continue
		}
		for _, key := range core.UsernameKeys(a.Value) {
			other, err := rd.FindUserByUsername(u.TenantID, key)
			if err := requireUnused(err, err == nil && other.ID != u.ID); err != nil {
				return err
			}
		}
		// The unique key does not cover the forms in which versions before 0.2 stored an address.
		if err := checkAddressOwner(rd, u, a.Kind, a.Value); err != nil {
			return err
		}
	}
	return nil
}

// checkAddressOwner refuses a value that another user of the tenant has as an address, in
// any form in which an address may be stored.
func checkAddressOwner(rd *store.Reader, u *models.User, kind models.AddressKind, value string) error {
	for _, key := range core.AddressKeys(kind, value) {
		a, err := rd.FindAddress(u.TenantID, kind, key)
		if err := requireUnused(err, err == nil && a.UserID != u.ID); err != nil {
			return err
		}
	}
	return nil
}

// requireUnused is for a lookup in which ErrNotFound is the good result.
func requireUnused(err error, taken bool) error {
	if taken {
		return core.ErrNameTaken
	}
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	return err
}
