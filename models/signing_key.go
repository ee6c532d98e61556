package models

import "time"

// SigningKey signs access tokens and checkpoints of the audit trail; its private half is sealed.
// It is published from its creation on, signs from SignsFrom until the next key does, and verifies
// until it is retired. The row is never deleted, since its signatures in the audit trail must stay
// verifiable.
type SigningKey struct {
	ID        string `gorm:"primaryKey;size:36"`
	Sealed    []byte `gorm:"type:blob;not null"`
	Public    []byte `gorm:"type:blob;not null"` // PKIX, DER
	CreatedAt time.Time
	RetiredAt *time.Time // its tokens are refused from then on
	Sequence  int64      `gorm:"not null;uniqueIndex"` // from 1; of several processes that create the same one, one succeeds
	SignsFrom time.Time  `gorm:"not null"`
}

// Retired tells whether tokens of the key are refused.
func (k *SigningKey) Retired(now time.Time) bool {
	return k.RetiredAt != nil && !now.Before(*k.RetiredAt)
}

// Waits tells whether the key is published and does not sign yet.
func (k *SigningKey) Waits(now time.Time) bool { return !k.Retired(now) && now.Before(k.SignsFrom) }

// CurrentSigningKey returns the key that signs; nil if none does.
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
