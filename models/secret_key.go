package models

import "time"

// SecretKey is a secret file that this database was used with, by the name and the check
// value of the key that derives from it. The value tells whether a file is the right one,
// and nothing else about it.
type SecretKey struct {
	ID         string     `gorm:"primaryKey;size:16"` // as in PasswordHash
	CheckValue []byte     `gorm:"type:binary(32)"`    // empty: given up before it was seen
	Generation *int64     `gorm:"uniqueIndex"`        // the highest one seals what is new; empty: it was only ever read with
	CreatedAt  time.Time  `gorm:"not null"`
	CurrentAt  *time.Time // when it got its generation
	GivenUpAt  *time.Time // what it made was declared lost
}

// Leads tells whether the key has a generation: it sealed, or seals, what was new.
func (k *SecretKey) Leads() bool { return k.Generation != nil }

// SealedFor is what the seal of a signing key is bound to.
func (k *SigningKey) SealedFor() string { return "signing-key:" + k.ID }

// SealedFor is what the seal of an authenticator app is bound to.
func (f *TOTPFactor) SealedFor() string { return "totp:" + f.UserID }

// SealedFor is what the seal of a message is bound to.
func (m *Message) SealedFor() string { return "message:" + m.ID }
