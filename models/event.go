package models

import "time"

// Event is one line of the audit trail, written in the transaction of the change.
type Event struct {
	ID            string    `gorm:"primaryKey;size:36"`
	At            time.Time `gorm:"not null;index:idx_events_tenant,priority:2"`
	ApplicationID string    `gorm:"size:26;not null"`
	TenantID      string    `gorm:"size:26;not null;index:idx_events_tenant,priority:1"`
	UserID        string    `gorm:"size:36;not null;index"`
	ActorKind     string    `gorm:"size:16;not null"`
	ActorID       string    `gorm:"size:36;not null"`
	Action        string    `gorm:"size:48;not null"`
	Outcome       string    `gorm:"size:24;not null"`
	Surface       string    `gorm:"size:16;not null"`
	RequestID     string    `gorm:"size:64;not null"`
	Source        string    `gorm:"size:64;not null"` // client address
	TicketID      string    `gorm:"size:36;not null"`
	Detail        string    `gorm:"size:255;not null"`
}

// All lists every stored model.
func All() []any {
	return []any{
		&Application{}, &Tenant{}, &TenantHost{}, &User{}, &Address{}, &Credential{}, &PasswordHistory{},
		&Ticket{}, &ResetRequest{}, &Session{}, &RefreshToken{}, &Challenge{},
		&APIKey{}, &SigningKey{}, &Counter{}, &Message{}, &Event{},
	}
}
