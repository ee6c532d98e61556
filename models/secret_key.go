package models

import "time"

// SecretKey identifies a secret file that this database was used with, by the id and the check
// value of its derived key. The check value tells whether a file is the right one and reveals
// nothing else about it.
type SecretKey struct {
	ID         string     `gorm:"primaryKey;size:16"` // as in PasswordHash
	CheckValue []byte     `gorm:"type:binary(32)"`    // empty: declared lost before it was known
	Generation *int64     `gorm:"uniqueIndex"`        // the highest one seals new data; empty: the key only decrypts
	CreatedAt  time.Time  `gorm:"not null"`
	CurrentAt  *time.Time // when it got its generation
	GivenUpAt  *time.Time // when its data was declared lost
}

// Leads tells whether the key has a generation: it seals new data, or did so.
func (k *SecretKey) Leads() bool { return k.Generation != nil }

// SealedFor is what the seal of a signing key is bound to.
func (k *SigningKey) SealedFor() string { return "signing-key:" + k.ID }

// SealedFor is what the seal of an authenticator app is bound to.
func (f *TOTPFactor) SealedFor() string { return "totp:" + f.UserID }

// SealedFor is what the seal of a message is bound to.
func (m *Message) SealedFor() string { return "message:" + m.ID }
