package accounts

import (
	"context"
	"crypto/rand"
	"errors"
	"math/big"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// newUser checks the description of a new user, and returns the rows of the user and of
// the addresses. It also looks for conflicts, so that most of them are answered before a
// password is hashed; the transaction checks them again.
func (uc *UseCases) newUser(ctx context.Context, t *models.Tenant, in CreateUserInput) (*models.User, []models.Address, error) {
	u := &models.User{
		ID: in.ID, ApplicationID: t.ApplicationID, TenantID: t.ID,
		Username: in.Username, GivenName: in.GivenName, FamilyName: in.FamilyName, Nickname: in.Nickname, DisplayName: in.DisplayName, Gender: in.Gender,
		Locale: in.Locale, MFA: in.MFA, Directory: in.Directory,
		Boundary: in.Boundary, Permissions: core.Deduplicate(in.Permissions), Metadata: in.Metadata, Version: 1,
	}
	if u.Boundary == "" {
		u.Boundary = models.BoundarySelf
	}
	if u.Gender == "" {
		u.Gender = models.GenderUnspecified
	}
	if u.Metadata == nil {
		u.Metadata = map[string]string{}
	}
	if violations := checkUser(u); len(violations) > 0 {
		return nil, nil, core.ErrUser.With(violations...)
	}
	if err := canonicalizeLocale(u); err != nil {
		return nil, nil, err
	}
	if err := canonicalizeUsername(u); err != nil {
		return nil, nil, err
	}
	rd := uc.store.Read(ctx)
	if err := setExternalID(rd, u, in.ExternalID); err != nil {
		return nil, nil, err
	}
	if u.ID == "" {
		u.ID = secret.NewID()
	} else if err := checkIDNeverDeleted(rd, u.ID); err != nil {
		return nil, nil, err
	}
	emails, err := newAddresses(u, models.AddressEmail, prependAddress(in.Email, in.Verified, in.Emails), nil)
	if err != nil {
		return nil, nil, err
	}
	phones, err := newAddresses(u, models.AddressPhone, prependAddress(in.Phone, in.Verified, in.Phones), nil)
	if err != nil {
		return nil, nil, err
	}
	addresses := append(emails, phones...)
	return u, addresses, checkNameConflicts(rd, u, addresses)
}

// prependAddress returns all addresses of a kind, with the single one first if it is given.
func prependAddress(single string, verified bool, more []UserAddress) []UserAddress {
	if single == "" {
		return more
	}
	return append([]UserAddress{{Value: single, Verified: verified}}, more...)
}

// checkIDNeverDeleted refuses the id of a deleted user. The id of an existing user
// violates the primary key when the row is inserted.
func checkIDNeverDeleted(rd *store.Reader, id string) error {
	_, err := rd.FindUser(id)
	if !errors.Is(err, store.ErrNotFound) {
		return err
	}
	used, err := rd.WasUser(id)
	if err == nil && used {
		return core.ErrIDUsed
	}
	if err != nil {
		return err
	}
	return core.CheckNativeID(rd, id)
}

// setExternalID checks the external id of a new user, if there is one.
func setExternalID(rd *store.Reader, u *models.User, id string) error {
	if id == "" {
		return nil
	}
	if !core.ValidExternalID(id) {
		return core.ErrUser.With(core.NewViolation("/externalId", "format", "An external id has 1 to 64 characters: letters A to Z, digits and . _ | : @ -"))
	}
	u.ExternalID = &id
	if err := core.CheckExternalID(rd, u.TenantID, id); err != nil {
		return err
	}
	return setNumber(rd, u, core.NumberOf(id))
}

// setNumber gives a new user a number, unless it is 0. A user whose external id is a number has no other
// number: surfaces whose ids are integers know the user by one.
func setNumber(rd *store.Reader, u *models.User, n int32) error {
	if n == 0 || n == u.Number {
		return nil
	}
	if u.Number != 0 {
		return core.ErrUser.With(core.NewViolation("/number", "conflict", "The external id is another number."))
	}
	u.Number = n
	return core.CheckNumber(rd, u.TenantID, n)
}

// takenFault names what another user of the tenant got first.
func takenFault(rd *store.Reader, u *models.User) error {
	if u.Number != 0 {
		if err := core.CheckNumber(rd, u.TenantID, u.Number); err != nil {
			return err
		}
	}
	return core.ErrNameTaken
}

// maxNumberAttempts is how many numbers are tried for a user. With a million users in a tenant, one random
// number in a thousand is taken.
const maxNumberAttempts = 8

// chooseNumber returns the number of a new user: the one that was given, or a new one that no user of the
// tenant has or had.
func chooseNumber(rd *store.Reader, u *models.User) (int32, error) {
	if u.Number != 0 {
		return u.Number, core.CheckNumber(rd, u.TenantID, u.Number)
	}
	var err error
	for range maxNumberAttempts {
		n := randomNumber()
		if err = core.CheckNumber(rd, u.TenantID, n); !errors.Is(err, core.ErrExternalIDTaken) {
			return n, err
		}
	}
	return 0, fault.ErrUnavailable.Because(err)
}

// randomNumber returns a number from 2^30 to 2^31-1. The integers that other systems gave to their users
// count from 1, so that users who are imported later find theirs free. Consecutive numbers would reveal
// how many users there are.
func randomNumber() int32 {
	n, err := rand.Int(rand.Reader, big.NewInt(1<<30))
	if err != nil {
		panic(err) // unreachable: rand.Reader does not fail
	}
	return int32(n.Int64()) + 1<<30
}

// setCreationTimes gives a new user and the addresses the time of their creation.
func setCreationTimes(u *models.User, addresses []models.Address, in CreateUserInput, now time.Time) {
	u.CreatedAt, u.UpdatedAt = now, now
	if in.Disabled {
		u.DisabledAt = &now
	}
	if in.Locked {
		u.LockedAt = &now
	}
	for i := range addresses {
		addresses[i].CreatedAt = now
		if addresses[i].Verified() {
			addresses[i].VerifiedAt = &now
		}
	}
}

// insertUser inserts a new user, and checks the names again after the insertion: of two
// transactions that insert the same name at once, one sees the row of the other. Ids are
// claimed: a chosen id can be the external id of a user of another tenant.
func insertUser(tx *store.Tx, u *models.User, chosenID bool, credential *models.Credential, addresses []models.Address) (err error) {
	row := *u // a repeated transaction draws another number
	if row.Number, err = chooseNumber(tx.Reader, u); err != nil {
		return err
	}
	if err := core.ClaimExternalID(tx, u); err != nil {
		return err
	}
	if err := tx.InsertUser(&row, credential, addresses...); err != nil {
		return err
	}
	if chosenID {
		if err := core.ClaimNativeID(tx, u); err != nil {
			return err
		}
	}
	return checkNameConflicts(tx.Reader, u, addresses)
}
