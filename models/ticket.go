package models

import "time"

// Purpose of a ticket.
type Purpose string

// The purposes.
const (
	PurposeSet    Purpose = "set"    // first password of a new account
	PurposeReset  Purpose = "reset"  // forgotten password
	PurposeInvite Purpose = "invite" // accept an invitation
)

// Medium by which the proof reaches the subject.
type Medium string

// The media.
const (
	MediumLink     Medium = "link"
	MediumOTP      Medium = "otp"
	MediumReturned Medium = "returned"
)

// Proof is the form in which a ticket is shown. A secret of one form is unknown in
// every other: the form is part of the stored digest.
type Proof string

// The forms.
const (
	ProofKey      Proof = "key"       // a UUID in a link
	ProofMailCode Proof = "mail_code" // a code in a mailed link
	ProofLinkCode Proof = "link_code" // a code in a link handed to the caller
	ProofOTP      Proof = "otp"       // a request code and the short code from the mail
	ProofUserCode Proof = "user_code" // a code together with the user's id
)

// Why a ticket ended without being consumed.
const (
	EndedSuperseded = "superseded"
	EndedRevoked    = "revoked"
	EndedExhausted  = "exhausted" // too many wrong codes
)

// Ticket is the one-time right to set a password.
type Ticket struct {
	ID            string  `gorm:"primaryKey;size:36"`
	ApplicationID string  `gorm:"size:26;not null"`
	TenantID      string  `gorm:"size:26;not null"`
	UserID        string  `gorm:"size:36;not null;index:idx_tickets_user,priority:1"`
	Purpose       Purpose `gorm:"size:8;not null;index:idx_tickets_user,priority:2"`
	Medium        Medium  `gorm:"size:8;not null"`
	Proof         Proof   `gorm:"size:16;not null"`
	Lookup        []byte  `gorm:"type:binary(32);not null;uniqueIndex"` // digest of form and secret; for an OTP of the request code
	CodeMAC       []byte  `gorm:"column:code_mac;type:binary(32)"`      // of the OTP, under a server key
	AddressID     string  `gorm:"size:36;not null"`                     // where it was sent; empty if returned
	LinkTemplate  string  `gorm:"size:200;not null"`                    // of the caller; empty: the hosted page
	ShownName     string  `gorm:"size:200;not null"`                    // in the message, in place of the tenant's; empty: none
	FailedTries   int     `gorm:"not null"`
	MaxTries      int     `gorm:"not null"` // 0: not guessable, not counted
	CreatedAt     time.Time
	ExpiresAt     time.Time `gorm:"not null"`
	OpenedAt      *time.Time
	VerifiedAt    *time.Time
	ConsumedAt    *time.Time
	EndedAt       *time.Time
	EndedBecause  string `gorm:"size:16;not null"`
}

// Live tells whether the ticket can still be redeemed.
func (t *Ticket) Live(now time.Time) bool {
	return t.ConsumedAt == nil && t.EndedAt == nil && now.Before(t.ExpiresAt) &&
		(t.MaxTries == 0 || t.FailedTries < t.MaxTries)
}

// ResetRequest is a request for help by somebody who proved nothing yet. It is
// written alike for known and unknown names and worked off the request path.
type ResetRequest struct {
	ID           string `gorm:"primaryKey;size:36"`
	TenantID     string `gorm:"size:26;not null"`
	Sealed       []byte `gorm:"type:blob;not null"`
	Attempts     int    `gorm:"not null"`
	CreatedAt    time.Time
	ClaimedUntil time.Time `gorm:"not null;index"`
}
