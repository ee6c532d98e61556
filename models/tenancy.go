// Package models defines what is stored: GORM structs, one file per aggregate, and the types of
// their values.
//
// The hierarchy is Application, Tenant, User. A User is the subject whose password it is; the
// Credential holds the current password hash; a Ticket is the one-time right to set a password; a
// Session is a login; an Event is one entry of the audit trail; a Message is delivered later.
// Settings are the rules of a tenant, made from an Overlay for each level.
//
// impl/store reads and writes the structs, the core and the packages beside it use them; surfaces
// must not. Methods are pure predicates and changes of one value: no database, clock or network.
//
// Times are UTC with microseconds. Codes, keys and tokens are stored as digests of 32 bytes, and
// secrets that must be read again are sealed; nothing is stored in clear. Every change of a struct
// needs a migration in models/migrations; a released migration is never changed.
package models

import "time"

// Application owns tenants.
type Application struct {
	ID      string `gorm:"primaryKey;size:26"`
	Name    string `gorm:"size:200;not null"`
	Version int64  `gorm:"not null"` // incremented by every change
	LevelPolicy
	CreatedAt time.Time
	UpdatedAt time.Time
}

// LevelPolicy has the rules that one level sets and that its tenants or users inherit.
type LevelPolicy struct {
	Policy        Overlay `gorm:"type:text;not null"`
	PolicyPreset  string  `gorm:"size:32;not null"` // the preset that the rules were taken from; a label
	PolicyVersion int64   `gorm:"not null"`
}

// Tenant owns users and decides their rules.
type Tenant struct {
	ID            string `gorm:"primaryKey;size:26"`
	ApplicationID string `gorm:"size:26;not null;index"`
	Name          string `gorm:"size:200;not null"`
	Number        *int32 `gorm:"uniqueIndex"` // a second identifier, for interfaces whose ids are integers; nil: not needed yet
	IsDefault     bool   `gorm:"not null"`
	Version       int64  `gorm:"not null"` // incremented by every change
	LevelPolicy
	RewarnAfter *string `gorm:"size:36;index"` // after this user, warnings are still scheduled by an earlier policy; nil: none are
	CreatedAt   time.Time
	UpdatedAt   time.Time

	// These are read by a join and are not columns of the table, so a read without them fails
	// instead of returning a tenant without rules.
	ApplicationPolicy Overlay  `gorm:"->;-:migration"`
	Settings          Settings `gorm:"-"`
}

// Resolve computes the settings from the levels.
func (t *Tenant) Resolve() (err error) {
	t.Settings, err = Resolve(t.ApplicationPolicy, t.Policy)
	return err
}

// HostBasis is why a host belongs to a tenant.
type HostBasis string

// The bases.
const (
	HostStored   HostBasis = "stored"   // it was stored before hosts had to be proven
	HostPlatform HostBasis = "platform" // a caller of the platform set it
	HostProven   HostBasis = "dns"      // a record of the host names the tenant's claim
)

// TenantHost is a host name that selects a tenant for anonymous callers.
type TenantHost struct {
	Host     string    `gorm:"primaryKey;size:255"` // lower case, without port
	TenantID string    `gorm:"size:26;not null;index"`
	Basis    HostBasis `gorm:"size:16;not null"`
}

// HostClaim is a host that a tenant gets once a DNS record proves the claim. It selects no
// tenant, and any number of tenants may claim one host.
type HostClaim struct {
	ID        string    `gorm:"primaryKey;size:36"`
	TenantID  string    `gorm:"size:26;not null;uniqueIndex:idx_host_claims_host,priority:1"`
	Host      string    `gorm:"size:255;not null;uniqueIndex:idx_host_claims_host,priority:2"` // lower case, without port
	Token     string    `gorm:"size:64;not null"`                                              // the text that the record must have; random for this claim, not a secret
	CreatedAt time.Time `gorm:"not null"`
}
