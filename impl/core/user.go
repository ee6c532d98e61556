package core

import (
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/models"
)

// User is a subject: the person whose password it is.
type User struct {
	ID            string
	Number        int32 // stands for the id where that has 32 bits
	ApplicationID string
	TenantID      string
	Username      string
	GivenName     string
	Locale        string
	MFA           bool
	Directory     bool // the password lives in a directory, not here
	Boundary      caller.Boundary
	Permissions   []string // within the boundary
	Metadata      map[string]string
	DisabledAt    *time.Time
	LockedAt      *time.Time
	Version       int64 // grows with every change
	CreatedAt     time.Time
	UpdatedAt     time.Time
	Addresses     []Address // the primary ones first
}

// Address is where a user is reached. Only a verified one receives tickets.
type Address struct {
	Kind     AddressKind
	Value    string
	Verified bool
	Primary  bool
}

// AddressKind is stored as it is answered: a word, not a row.
type AddressKind = models.AddressKind

// AddressEmail is the kind of address that receives tickets where nothing else is asked for.
const AddressEmail = models.AddressEmail

func UserOf(row *models.User, addresses []models.Address) User {
	return User{
		ID: row.ID, Number: row.Number, ApplicationID: row.ApplicationID, TenantID: row.TenantID,
		Username: row.Username, GivenName: row.GivenName, Locale: row.Locale, MFA: row.MFA, Directory: row.Directory,
		Boundary: row.Boundary, Permissions: row.Permissions, Metadata: row.Metadata, DisabledAt: row.DisabledAt, LockedAt: row.LockedAt,
		Version: row.Version, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Addresses: ResultsOf(addresses, addressOf),
	}
}

func addressOf(row *models.Address) Address {
	return Address{Kind: row.Kind, Value: row.Value, Verified: row.Verified(), Primary: row.IsPrimary}
}
