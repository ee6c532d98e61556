// Package models says what is stored: GORM structs, one file per aggregate, with
// pure predicates only. Times are UTC with microseconds. Secrets are stored as
// digests (32 bytes), never in clear.
package models

import "time"

// Application owns tenants.
type Application struct {
	ID      string `gorm:"primaryKey;size:26"`
	Name    string `gorm:"size:200;not null"`
	Version int64  `gorm:"not null"` // grows with every change
	LevelPolicy
	CreatedAt time.Time
	UpdatedAt time.Time
}

// LevelPolicy is what one level decides: rules that its tenants or users inherit.
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
	IsDefault     bool   `gorm:"not null"`
	Version       int64  `gorm:"not null"` // grows with every change
	LevelPolicy
	RewarnAfter *string `gorm:"size:36;index"` // behind this user, warnings are scheduled by an earlier policy; nil: none are
	CreatedAt   time.Time
	UpdatedAt   time.Time

	// What is read along: no column of the table, so that a read that leaves it out
	// fails and does not find a tenant without rules.
	ApplicationPolicy Overlay  `gorm:"->;-:migration"`
	Settings          Settings `gorm:"-"`
}

// Resolve computes the settings from the levels.
func (t *Tenant) Resolve() (err error) {
	t.Settings, err = Resolve(t.ApplicationPolicy, t.Policy)
	return err
}

// HostBasis is why a host is a tenant's.
type HostBasis string

// The bases.
const (
	HostStored   HostBasis = "stored"   // it was there before hosts were proven
	HostPlatform HostBasis = "platform" // a caller of the platform set it
	HostProven   HostBasis = "dns"      // a record of the host names the tenant's claim
)

// TenantHost is a host name that selects a tenant for anonymous callers.
type TenantHost struct {
	Host     string    `gorm:"primaryKey;size:255"` // lower case, without port
	TenantID string    `gorm:"size:26;not null;index"`
	Basis    HostBasis `gorm:"size:16;not null"`
}

// HostClaim is a host that a tenant is to have once it is proven to be his. It selects
// nobody, and any number of tenants may claim one host.
type HostClaim struct {
	ID        string    `gorm:"primaryKey;size:36"`
	TenantID  string    `gorm:"size:26;not null;uniqueIndex:idx_host_claims_host,priority:1"`
	Host      string    `gorm:"size:255;not null;uniqueIndex:idx_host_claims_host,priority:2"` // lower case, without port
	Token     string    `gorm:"size:64;not null"`                                              // what the record has to say; drawn for this claim, no secret
	CreatedAt time.Time `gorm:"not null"`
}
