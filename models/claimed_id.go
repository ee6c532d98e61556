package models

import "time"

// ClaimedID is an id that no further user may have: the external id of a user in the tenant, or an id
// in the form of a native one in the whole installation. It stays when its user is deleted, since an
// id that is used again would give a new user what others granted to the old one. It ends with the
// tenant. Only the digest is stored: an external id can be personal data.
type ClaimedID struct {
	Digest    []byte `gorm:"primaryKey;type:binary(32)"`
	TenantID  string `gorm:"size:26;not null;index"`
	CreatedAt time.Time
}
