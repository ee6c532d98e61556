package core

import (
	"cmp"
	"slices"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/models"
)

// User is a person with a password.
type User struct {
	ID            string
	ExternalID    string // the id that the user had in another system; empty: none
	Number        int32  // a second, numeric identifier, for APIs whose ids are integers
	ApplicationID string
	TenantID      string
	Username      string
	GivenName     string
	FamilyName    string
	Nickname      string
	DisplayName   string
	Gender        models.Gender
	Locale        string
	MFA           bool
	Directory     bool // a directory verifies the password; none is stored here
	Boundary      caller.Boundary
	Permissions   []string // within the boundary
	Metadata      map[string]string
	DisabledAt    *time.Time
	LockedAt      *time.Time
	Version       int64 // grows with every change
	CreatedAt     time.Time
	UpdatedAt     time.Time
	Addresses     []Address // the primary ones first
	Password      PasswordFacts
}

// PasswordFacts is what is known of a user's password besides the password.
type PasswordFacts struct {
	Set        bool
	MustChange bool // at the next login
	ChangedAt  *time.Time
}

// PasswordFactsOf converts a credential; nil is that of a user who has none.
func PasswordFactsOf(row *models.Credential) PasswordFacts {
	if row == nil {
		return PasswordFacts{}
	}
	return PasswordFacts{Set: row.Present(), MustChange: row.MustChange || row.Temporary, ChangedAt: row.ChangedAt}
}

// UserState is what a user may do.
type UserState int

// The states. A user who is both disabled and locked is disabled.
const (
	UserActive UserState = iota
	UserNew              // has neither a password nor a proven address
	UserLocked           // by an administrator
	UserDisabled
)

// State returns the state of a user whose addresses and password are known.
func (u *User) State() UserState {
	switch {
	case u.DisabledAt != nil:
		return UserDisabled
	case u.LockedAt != nil:
		return UserLocked
	case u.Directory || u.Password.Set || slices.ContainsFunc(u.Addresses, func(a Address) bool { return a.Verified }):
		return UserActive
	}
	return UserNew
}

// Address is an e-mail address or phone number of a user. Only a verified address receives tickets.
type Address struct {
	Kind     AddressKind
	Value    string
	Verified bool
	Primary  bool
	Issued   *IssuedTicket // that verifies it, in the result of the change that issued it
}

// AddressKind is e-mail or phone. It is a value, so the type of the store serves callers as well.
type AddressKind = models.AddressKind

// AddressEmail is the kind of e-mail addresses.
const AddressEmail = models.AddressEmail

// PublicID is the id by which other systems know the user: the external id if there is one.
func (u *User) PublicID() string { return cmp.Or(u.ExternalID, u.ID) }

// UserOf converts a user's row and addresses.
func UserOf(row *models.User, addresses []models.Address) User {
	externalID := ""
	if row.ExternalID != nil {
		externalID = *row.ExternalID
	}
	return User{
		ID: row.ID, ExternalID: externalID, Number: row.Number, ApplicationID: row.ApplicationID, TenantID: row.TenantID,
		Username: row.Username, GivenName: row.GivenName, FamilyName: row.FamilyName, Nickname: row.Nickname, DisplayName: row.DisplayName, Gender: row.Gender, Locale: row.Locale, MFA: row.MFA, Directory: row.Directory,
		Boundary: row.Boundary, Permissions: row.Permissions, Metadata: row.Metadata, DisabledAt: row.DisabledAt, LockedAt: row.LockedAt,
		Version: row.Version, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Addresses: ResultsOf(addresses, addressOf),
	}
}

func addressOf(row *models.Address) Address {
	return Address{Kind: row.Kind, Value: row.Value, Verified: row.Verified(), Primary: row.IsPrimary}
}
