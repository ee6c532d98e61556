package models

import "time"

// User is a subject: the person whose password it is.
type User struct {
	ID            string            `gorm:"primaryKey;size:36"`
	ApplicationID string            `gorm:"size:26;not null;index"`
	TenantID      string            `gorm:"size:26;not null;index;uniqueIndex:idx_users_username,priority:2;uniqueIndex:idx_users_external_id,priority:2;uniqueIndex:idx_users_tenant_number,priority:1"`
	ExternalID    *string           `gorm:"size:64;uniqueIndex:idx_users_external_id,priority:1"`    // the id that the user had in another system; never changed
	Number        int32             `gorm:"not null;uniqueIndex:idx_users_tenant_number,priority:2"` // a second identifier, for interfaces whose ids are integers: the external id if that is one, else random
	Username      string            `gorm:"size:255;not null"`
	UsernameKey   []byte            `gorm:"type:binary(32);not null;uniqueIndex:idx_users_username,priority:1"` // digest of the canonical form (D9)
	GivenName     string            `gorm:"size:200;not null"`
	FamilyName    string            `gorm:"size:200;not null"`
	Nickname      string            `gorm:"size:200;not null"`
	DisplayName   string            `gorm:"size:200;not null"`
	Gender        Gender            `gorm:"size:16;not null"`
	Locale        string            `gorm:"size:35;not null"`
	MFA           bool              `gorm:"column:mfa;not null"`
	Directory     bool              `gorm:"not null"`                           // the password is kept in a directory, not here
	Boundary      Boundary          `gorm:"size:24;not null"`                   // self: no rights over others
	Permissions   []string          `gorm:"serializer:json;type:text;not null"` // valid within the boundary
	Metadata      map[string]string `gorm:"serializer:json;type:text;not null"` // set by the operator
	DisabledAt    *time.Time
	LockedAt      *time.Time
	Version       int64 `gorm:"column:sequence;not null"` // incremented by every change of the user
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// Active tells whether the user can log in and set his own password.
func (u *User) Active() bool { return u.DisabledAt == nil && u.LockedAt == nil }

// Gender is what a user said of himself.
type Gender string

// The genders.
const (
	GenderUnspecified Gender = "unspecified"
	GenderFemale      Gender = "female"
	GenderMale        Gender = "male"
	GenderDiverse     Gender = "diverse"
)

// AddressKind is the kind of an address.
type AddressKind string

// The kinds.
const (
	AddressEmail AddressKind = "email"
	AddressPhone AddressKind = "phone"
)

// Address is a mail address or telephone number of a user. Only a verified one receives tickets.
type Address struct {
	ID         string      `gorm:"primaryKey;size:36"`
	UserID     string      `gorm:"size:36;not null;index"`
	TenantID   string      `gorm:"size:26;not null;uniqueIndex:idx_addresses_value,priority:2"`
	Kind       AddressKind `gorm:"size:8;not null;uniqueIndex:idx_addresses_value,priority:3"`
	Value      string      `gorm:"size:320;not null"` // the stored spelling, used for delivery
	ValueKey   []byte      `gorm:"type:binary(32);not null;uniqueIndex:idx_addresses_value,priority:1"`
	VerifiedAt *time.Time
	IsPrimary  bool `gorm:"not null"`
	CreatedAt  time.Time
}

// Verified tells whether the address was proven to belong to the user.
func (a *Address) Verified() bool { return a.VerifiedAt != nil }
