package models

import "time"

// Channel by which a message travels.
type Channel string

// The channels.
const (
	ChannelEmail Channel = "email"
	ChannelSMS   Channel = "sms"
)

// MessageState is where a message is on its way.
type MessageState string

// The states.
const (
	MessageQueued MessageState = "queued"
	MessageSent   MessageState = "sent"
	MessageFailed MessageState = "failed" // for good; kept and visible
)

// Message is written in the same transaction as the change it tells of, and
// delivered later. Its content rests sealed; it is wiped once it is sent, and that of a
// failed message once what it carries has expired.
type Message struct {
	ID            string       `gorm:"primaryKey;size:36"`
	ApplicationID string       `gorm:"size:26;not null"`
	TenantID      string       `gorm:"size:26;not null;index"`
	UserID        string       `gorm:"size:36;not null;index"`
	TicketID      string       `gorm:"size:36;not null;index"`
	Channel       Channel      `gorm:"size:8;not null"`
	Template      string       `gorm:"size:40;not null"`
	Sealed        []byte       `gorm:"type:blob"` // MessageContent
	State         MessageState `gorm:"size:8;not null;index:idx_messages_due,priority:1"`
	NextAttemptAt time.Time    `gorm:"not null;index:idx_messages_due,priority:2"`
	ClaimedUntil  *time.Time   // while a worker has it
	Attempts      int          `gorm:"not null"`          // since it was queued last
	LastAnswer    string       `gorm:"size:255;not null"` // of the mail server or SMS gateway
	ContentUntil  *time.Time   `gorm:"index"`             // how long the content of a failed message is kept
	CreatedAt     time.Time
	SentAt        *time.Time
	FailedAt      *time.Time
}

// MessageContent is what a message says, before it is rendered. It exists in clear
// only between the core and the renderer.
type MessageContent struct {
	To     string            `json:"to"`
	Locale string            `json:"locale"`
	Data   map[string]string `json:"data"`
}

// The messages Rekey sends.
const (
	TemplateResetLink        = "reset_link"
	TemplateResetOTP         = "reset_otp"
	TemplateSetLink          = "set_link"
	TemplateInvite           = "invite"
	TemplateUsername         = "username_reminder"
	TemplateLoginCode        = "login_code"
	TemplatePasswordUpdated  = "password_updated"
	TemplateNewPassword      = "new_password"
	TemplatePasswordExpiry   = "password_expiry"
	TemplateAddressesChanged = "addresses_changed"
	TemplateMFAChanged       = "mfa_changed"
	TemplateTriesShut        = "tries_shut"
)
