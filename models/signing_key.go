package models

import "time"

// SigningKey signs access tokens and checkpoints of the audit trail; the private half
// rests sealed. It is published from its creation on, signs from SignsFrom until the
// next one does, and verifies until it is retired. The row stays for good: what the key
// signed in the audit trail is verified for as long as there is a trail.
type SigningKey struct {
	ID        string `gorm:"primaryKey;size:36"`
	Sealed    []byte `gorm:"type:blob;not null"`
	Public    []byte `gorm:"type:blob;not null"` // PKIX, DER
	CreatedAt time.Time
	RetiredAt *time.Time // from then on its tokens are refused
	Sequence  int64      `gorm:"not null;uniqueIndex"` // from 1: of those that make the same one, one does
	SignsFrom time.Time  `gorm:"not null"`
}

// Retired tells whether what the key signs is refused.
func (k *SigningKey) Retired(now time.Time) bool {
	return k.RetiredAt != nil && !now.Before(*k.RetiredAt)
}

// Waits tells whether the key is published and does not sign yet.
func (k *SigningKey) Waits(now time.Time) bool { return !k.Retired(now) && now.Before(k.SignsFrom) }

// CurrentSigningKey is the one of the keys that signs; nil if none does.
func CurrentSigningKey(keys []SigningKey, now time.Time) *SigningKey {
	var current *SigningKey
	for i := range keys {
		k := &keys[i]
		if !k.Retired(now) && !k.Waits(now) && (current == nil || k.Sequence > current.Sequence) {
			current = k
		}
	}
	return current
}
