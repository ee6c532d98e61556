package models

import "time"

// Boundary limits the scope of the rights of an API key or a user.
type Boundary string

// The boundaries.
const (
	BoundaryPlatform        Boundary = "platform"
	BoundaryApplication     Boundary = "application"
	BoundaryTenant          Boundary = "tenant"
	BoundaryTenantInclusion Boundary = "tenant-inclusion-list"
	BoundaryTenantExclusion Boundary = "tenant-exclusion-list"
	BoundarySelf            Boundary = "self"
)

// APIKey is a caller that is not a person, or, with the boundary self, a user's own key for
// scripts. Its id and secret can be used as OAuth client credentials, except those of a user's key.
type APIKey struct {
	ID            string   `gorm:"primaryKey;size:36"`
	Name          string   `gorm:"size:200;not null"`
	Boundary      Boundary `gorm:"size:24;not null"`
	ApplicationID string   `gorm:"size:26;not null"`       // empty: platform
	TenantID      string   `gorm:"size:26;not null"`       // empty: not bound to one tenant
	UserID        string   `gorm:"size:36;not null;index"` // the user of a key with the boundary self; empty otherwise
	TenantIDs     []string `gorm:"column:tenant_ids;serializer:json;type:text;not null"`
	Permissions   []string `gorm:"serializer:json;type:text;not null"` // x-permission values of the contract; "*" is all
	Digest        []byte   `gorm:"type:binary(32);not null;uniqueIndex"`
	Previous      []byte   `gorm:"column:previous_digest;type:binary(32)"` // digest of the secret before the last rotation
	PreviousUntil *time.Time
	RotatedAt     *time.Time
	Version       int64 `gorm:"not null"` // grows with every change
	CreatedAt     time.Time
	UpdatedAt     time.Time
	ExpiresAt     *time.Time
	RevokedAt     *time.Time
	LastUsedAt    *time.Time

	// Set by platform keys; nil means the default.
	RequestsPerMinute *int
	RequestsAtOnce    *int

	// Of a key whose holder signs assertions instead of sending a secret. Nobody has a secret with its digest.
	Subject     *string `gorm:"size:64;uniqueIndex"`          // whom the assertions name; nil: there are none, or the key is revoked
	PublicKeyID string  `gorm:"column:public_key_id;size:64"` // which key signs, as the assertions name it
	PublicKey   []byte  `gorm:"type:varbinary(1024)"`         // PKIX, DER
}

// SignsAssertions tells whether the holder of the key signs assertions, and has no secret.
func (k *APIKey) SignsAssertions() bool { return len(k.PublicKey) > 0 }

// KeyBudget limits the requests of an API key to one server.
type KeyBudget struct {
	PerMinute int // requests
	AtOnce    int // concurrent requests
}

// The default budget of a key.
const (
	KeyRequestsPerMinute = 6000
	KeyRequestsAtOnce    = 64
)

// Budget returns the limits of the key.
func (k *APIKey) Budget() KeyBudget {
	b := KeyBudget{PerMinute: KeyRequestsPerMinute, AtOnce: KeyRequestsAtOnce}
	if k.RequestsPerMinute != nil {
		b.PerMinute = *k.RequestsPerMinute
	}
	if k.RequestsAtOnce != nil {
		b.AtOnce = *k.RequestsAtOnce
	}
	return b
}

// Usable tells whether the key still admits its holder.
func (k *APIKey) Usable(now time.Time) bool {
	return k.RevokedAt == nil && (k.ExpiresAt == nil || now.Before(*k.ExpiresAt))
}

// Ended tells whether the key was revoked or expired by a time.
func (k *APIKey) Ended(by time.Time) bool {
	if k.RevokedAt != nil {
		return !k.RevokedAt.After(by)
	}
	return k.ExpiresAt != nil && !k.ExpiresAt.After(by)
}

// Overlaps tells whether the secret before the last rotation is still valid.
func (k *APIKey) Overlaps(now time.Time) bool {
	return len(k.Previous) > 0 && k.PreviousUntil != nil && now.Before(*k.PreviousUntil)
}

// Counter counts within a window, for budgets. Its key is a digest, so that identifiers of unknown
// people are not stored.
type Counter struct {
	Key          []byte    `gorm:"column:counter_key;primaryKey;type:binary(32)"`
	Count        int       `gorm:"column:hits;not null"`
	WindowEndsAt time.Time `gorm:"not null;index"`
}
