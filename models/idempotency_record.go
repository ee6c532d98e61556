package models

import "time"

// IdempotencyRecord is a request with an Idempotency-Key: it is carried out once, however often
// it is sent.
type IdempotencyRecord struct {
	ID          []byte     `gorm:"primaryKey;type:binary(32)"` // MAC of caller and key
	Request     []byte     `gorm:"type:binary(32);not null"`   // MAC of the request
	Attempt     string     `gorm:"size:36;not null"`           // the attempt that carries it out; a later one can take over
	LeasedUntil time.Time  `gorm:"not null"`                   // until then no other attempt takes over
	CommittedAt *time.Time // when the change was committed, in the same transaction
	AnsweredAt  *time.Time // when the answer was stored
	Sealed      []byte     `gorm:"type:mediumblob"` // the answer; removed after KeepUntil
	KeepUntil   time.Time  `gorm:"not null;index"`  // end of the answer's retention, which is short if it contains a secret
	ExpiresAt   time.Time  `gorm:"not null;index"`  // end of the record's retention
}

// TableName is the first name of the table: a server of an earlier version may be running beside
// a newer one.
func (IdempotencyRecord) TableName() string { return "intentions" }
