package models

import "time"

// TOTPFactor is a user's authenticator app (RFC 6238). Its secret rests sealed: it has
// to be read to be compared.
type TOTPFactor struct {
	UserID      string `gorm:"primaryKey;size:36"`
	Sealed      []byte `gorm:"type:blob;not null"`
	Mailed      bool   `gorm:"not null"` // the user had mailed codes before, and has them again after
	LastStep    int64  `gorm:"not null"` // the newest time step whose code was accepted
	CreatedAt   time.Time
	ConfirmedAt *time.Time // until a first code was shown, the app is no factor
}

// TableName keeps the abbreviation in one word.
func (TOTPFactor) TableName() string { return "totp_factors" }

// RecoveryCode stands in for the authenticator app, once.
type RecoveryCode struct {
	ID        string `gorm:"primaryKey;size:36"`
	UserID    string `gorm:"size:36;not null;index"`
	MAC       []byte `gorm:"column:mac;type:binary(32);not null;uniqueIndex"`
	CreatedAt time.Time
	UsedAt    *time.Time
}
