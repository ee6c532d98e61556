package models

import "time"

// FactorMethod is the kind of a second factor.
type FactorMethod string

// The methods.
const (
	FactorNone FactorMethod = "none"
	FactorMail FactorMethod = "mail" // a code by mail
	FactorSMS  FactorMethod = "sms"  // a code by SMS
	FactorTOTP FactorMethod = "totp" // a code of an authenticator app, or a recovery code
)

// TOTPFactor is a user's authenticator app (RFC 6238). Its secret is sealed and not digested,
// since the comparison needs it.
type TOTPFactor struct {
	UserID      string `gorm:"primaryKey;size:36"`
	Sealed      []byte `gorm:"type:blob;not null"`
	Mailed      bool   `gorm:"not null"` // the user had mailed codes before, and gets them back after the app is removed
	LastStep    int64  `gorm:"not null"` // the newest time step whose code was accepted
	CreatedAt   time.Time
	ConfirmedAt *time.Time // nil: no code was entered yet, and the app is not a factor
}

// TableName keeps the abbreviation in one word.
func (TOTPFactor) TableName() string { return "totp_factors" }

// RecoveryCode replaces the authenticator app in one login.
type RecoveryCode struct {
	ID        string `gorm:"primaryKey;size:36"`
	UserID    string `gorm:"size:36;not null;index"`
	MAC       []byte `gorm:"column:mac;type:binary(32);not null;uniqueIndex"`
	CreatedAt time.Time
	UsedAt    *time.Time
}
