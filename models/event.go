package models

import "time"

// Event is one entry of the audit trail, written in the transaction of the change. The events of
// a tenant form a chain, in which each contains the hash of the one before; events without a tenant
// form the platform's chain. Application, user, ticket and detail may be empty.
type Event struct {
	ID            string    `gorm:"primaryKey;size:36"`
	At            time.Time `gorm:"not null;index;index:idx_events_tenant,priority:2"`
	ApplicationID string    `gorm:"size:26;not null"`
	TenantID      string    `gorm:"size:26;not null;index:idx_events_tenant,priority:1;uniqueIndex:idx_events_chain,priority:1"`
	UserID        string    `gorm:"size:36;not null;index"`
	ActorKind     ActorKind `gorm:"size:16;not null"`
	ActorID       string    `gorm:"size:36;not null"`
	Action        Action    `gorm:"size:48;not null"`
	Outcome       Outcome   `gorm:"size:24;not null"`
	Surface       string    `gorm:"size:16;not null"`
	RequestID     string    `gorm:"size:64;not null"`
	Source        string    `gorm:"size:64;not null"` // client address
	TicketID      string    `gorm:"size:36;not null"`
	Detail        string    `gorm:"size:255;not null"`
	Sequence      int64     `gorm:"not null;uniqueIndex:idx_events_chain,priority:2"` // within the chain, from 1, without gaps
	PreviousHash  []byte    `gorm:"type:binary(32);not null"`
	Hash          []byte    `gorm:"type:binary(32);not null"`
}

// EventChain is the end of a chain of events, to which the next one is linked.
type EventChain struct {
	TenantID string `gorm:"primaryKey;size:26"` // empty: the platform's
	Sequence int64  `gorm:"not null"`           // of the last event; zero: none yet
	Head     []byte `gorm:"type:binary(32);not null"`
	// Seal authenticates the end with a key of the secret file. An attacker who can only write to
	// the database does not have it, so he cannot forge events since the last checkpoint.
	Seal               []byte    `gorm:"type:binary(32);not null"`
	CheckpointSequence int64     `gorm:"not null"`
	CheckpointAt       time.Time `gorm:"not null"` // of the last checkpoint; before the first, when the chain began
}

// Checkpoint is a signed statement that a chain had this end at this time. A copy that is kept
// elsewhere reveals a trail that was cut or completely rewritten.
type Checkpoint struct {
	ID        string    `gorm:"primaryKey;size:36"`
	TenantID  string    `gorm:"size:26;not null;uniqueIndex:idx_checkpoints_chain,priority:1"`
	Sequence  int64     `gorm:"not null;uniqueIndex:idx_checkpoints_chain,priority:2"`
	Head      []byte    `gorm:"type:binary(32);not null"`
	CreatedAt time.Time `gorm:"not null"`
	Signature string    `gorm:"size:2048;not null"` // a compact JWS, which contains all of this
}

// All lists every stored model.
func All() []any {
	return []any{
		&Application{}, &Tenant{}, &TenantHost{}, &HostClaim{}, &User{}, &ClaimedID{}, &Address{}, &Credential{}, &PasswordHistory{},
		&Ticket{}, &ResetRequest{}, &Session{}, &RefreshToken{}, &Challenge{},
		&APIKey{}, &SigningKey{}, &Counter{}, &Message{}, &Event{}, &IdempotencyRecord{}, &EventChain{}, &Checkpoint{},
		&TOTPFactor{}, &RecoveryCode{}, &SecretKey{}, &Tries{}, &Readiness{}, &SchemaFloor{},
	}
}
