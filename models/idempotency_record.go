package models

import "time"

// IdempotencyRecord is a change that a caller asked for under an Idempotency-Key: carried
// out once, however often it is asked for.
type IdempotencyRecord struct {
	ID          []byte     `gorm:"primaryKey;type:binary(32)"` // MAC of caller and key
	Request     []byte     `gorm:"type:binary(32);not null"`   // MAC of what was asked for
	Attempt     string     `gorm:"size:36;not null"`           // who carries it out; a later one takes over
	LeasedUntil time.Time  `gorm:"not null"`                   // until when nobody else does
	CommittedAt *time.Time // when the change was committed, with it
	AnsweredAt  *time.Time // when the answer was kept
	Sealed      []byte     `gorm:"type:mediumblob"` // the answer; wiped when KeepUntil is over
	KeepUntil   time.Time  `gorm:"not null;index"`  // of the answer: short, if it holds a secret
	ExpiresAt   time.Time  `gorm:"not null;index"`  // of the whole
}

// TableName is what the table was called first: a server of the former version may still
// be at work beside a newer one.
func (IdempotencyRecord) TableName() string { return "intentions" }
