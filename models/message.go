package models

import (
	"strings"
	"time"
)

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
	ID            string       `gorm:"primaryKey;size:36;index:idx_messages_lane,priority:5"`
	ApplicationID string       `gorm:"size:26;not null"`
	TenantID      string       `gorm:"size:26;not null;index;index:idx_messages_lane,priority:3"`
	UserID        string       `gorm:"size:36;not null;index:idx_messages_user_id,priority:1"`
	TicketID      string       `gorm:"size:36;not null;index"`
	Channel       Channel      `gorm:"size:8;not null"`
	Template      Template     `gorm:"size:40;not null"`
	Destination   []byte       `gorm:"type:varbinary(16);not null;index:idx_messages_lane,priority:4"` // MAC of Destination; empty: not known yet
	Sealed        []byte       `gorm:"type:blob"`                                                      // MessageContent
	State         MessageState `gorm:"size:8;not null;index:idx_messages_due,priority:1;index:idx_messages_lane,priority:1;index:idx_messages_user_id,priority:2"`
	Ready         bool         `gorm:"not null;index:idx_messages_due,priority:2;index:idx_messages_lane,priority:2"` // it waits in its lane: it is due and no worker has it
	NextAttemptAt time.Time    `gorm:"not null;index:idx_messages_due,priority:3"`
	ClaimedUntil  *time.Time   // while a worker has it
	Attempts      int          `gorm:"not null"`          // since it was queued last
	LastAnswer    string       `gorm:"size:255;not null"` // of the mail server or SMS gateway
	ContentUntil  *time.Time   `gorm:"index"`             // how long the content of a failed message is kept
	CreatedAt     time.Time
	SentAt        *time.Time `gorm:"index:idx_messages_over,priority:1"`
	FailedAt      *time.Time `gorm:"index:idx_messages_over,priority:2"`
}

// MessageContent is what a message says, before it is rendered. It exists in clear
// only between the core and the renderer.
type MessageContent struct {
	To     string            `json:"to"`
	Locale string            `json:"locale"`
	Data   map[string]string `json:"data"`
}

// DestinationBytes is how much of a MAC names a destination.
const DestinationBytes = 16

// Destination is what can hang by itself on the way of a message: behind one mail server
// the recipient's domain, since the server asks there before it answers RCPT; of SMS the
// one gateway that all go by.
func (c Channel) Destination(to string) string {
	if c == ChannelSMS {
		return ""
	}
	return strings.ToLower(strings.TrimSuffix(to[strings.LastIndexByte(to, '@')+1:], "."))
}

// Template is which message it is: what it says, not how it is sent.
type Template string

// The messages Rekey sends.
const (
	TemplateResetLink        Template = "reset_link"
	TemplateResetOTP         Template = "reset_otp"
	TemplateSetLink          Template = "set_link"
	TemplateInvite           Template = "invite"
	TemplateUsername         Template = "username_reminder"
	TemplateLoginCode        Template = "login_code"
	TemplatePasswordUpdated  Template = "password_updated"
	TemplateNewPassword      Template = "new_password"
	TemplatePasswordExpiry   Template = "password_expiry"
	TemplateAddressesChanged Template = "addresses_changed"
	TemplateMFAChanged       Template = "mfa_changed"
	TemplateTriesShut        Template = "tries_shut"
)
