package models

import (
	"strings"
	"time"
)

// Channel is how a message is sent.
type Channel string

// The channels.
const (
	ChannelEmail Channel = "email"
	ChannelSMS   Channel = "sms"
)

// MessageState is the delivery state of a message.
type MessageState string

// The states.
const (
	MessageQueued MessageState = "queued"
	MessageSent   MessageState = "sent"
	MessageFailed MessageState = "failed" // final; kept and visible
)

// Message is written in the same transaction as the change it is about, and delivered later. Its
// content is sealed. It is removed once the message is sent, and for a failed message once the code
// or link in it has expired.
type Message struct {
	ID            string       `gorm:"primaryKey;size:36;index:idx_messages_lane,priority:5"`
	ApplicationID string       `gorm:"size:26;not null;index:idx_messages_application,priority:3"`
	TenantID      string       `gorm:"size:26;not null;index;index:idx_messages_lane,priority:3;index:idx_messages_application,priority:4"`
	UserID        string       `gorm:"size:36;not null;index:idx_messages_user_id,priority:1"`
	TicketID      string       `gorm:"size:36;not null;index"`
	Channel       Channel      `gorm:"size:8;not null"`
	Template      Template     `gorm:"size:40;not null"`
	Destination   []byte       `gorm:"type:varbinary(16);not null;index:idx_messages_lane,priority:4"` // MAC of the destination; empty: not known yet
	Sealed        []byte       `gorm:"type:blob"`                                                      // MessageContent
	State         MessageState `gorm:"size:8;not null;index:idx_messages_due,priority:1;index:idx_messages_lane,priority:1;index:idx_messages_application,priority:1;index:idx_messages_user_id,priority:2"`
	Ready         bool         `gorm:"not null;index:idx_messages_due,priority:2;index:idx_messages_lane,priority:2;index:idx_messages_application,priority:2"` // it waits in its lane: it is due and not claimed
	NextAttemptAt time.Time    `gorm:"not null;index:idx_messages_due,priority:3"`
	ClaimedUntil  *time.Time   // end of a worker's claim
	Attempts      int          `gorm:"not null"`          // since it was last queued
	LastAnswer    string       `gorm:"size:255;not null"` // of the mail server or SMS gateway
	ContentUntil  *time.Time   `gorm:"index"`             // how long the content of a failed message is kept
	CreatedAt     time.Time
	SentAt        *time.Time `gorm:"index:idx_messages_over,priority:1"`
	FailedAt      *time.Time `gorm:"index:idx_messages_over,priority:2"`
}

// MessageContent is the content of a message before it is rendered. It exists in clear only
// between the core and the renderer.
type MessageContent struct {
	To     string            `json:"to"`
	Locale string            `json:"locale"`
	Data   map[string]string `json:"data"`
}

// DestinationBytes is the length of the MAC that identifies a destination.
const DestinationBytes = 16

// Destination returns the part of the delivery that can be slow independently of others. For mail
// it is the recipient's domain, since the mail server asks there before it answers RCPT; for SMS
// it is the gateway that all messages use.
func (c Channel) Destination(to string) string {
	if c == ChannelSMS {
		return ""
	}
	return strings.ToLower(strings.TrimSuffix(to[strings.LastIndexByte(to, '@')+1:], "."))
}

// Template identifies the text of a message, whatever the channel.
type Template string

// The messages Rekey sends.
const (
	TemplateResetLink        Template = "reset_link"
	TemplateResetOTP         Template = "reset_otp"
	TemplateSetLink          Template = "set_link"
	TemplateInvite           Template = "invite"
	TemplateVerifyLink       Template = "verify_link"
	TemplateVerifyCode       Template = "verify_code"
	TemplateUsername         Template = "username_reminder"
	TemplateLoginCode        Template = "login_code"
	TemplateSessionCode      Template = "session_code"
	TemplatePasswordUpdated  Template = "password_updated"
	TemplateNewPassword      Template = "new_password"
	TemplatePasswordExpiry   Template = "password_expiry"
	TemplateAddressesChanged Template = "addresses_changed"
	TemplateMFAChanged       Template = "mfa_changed"
	TemplateLockedOut        Template = "tries_shut"
)
