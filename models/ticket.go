package models

import "time"

// Purpose is what a ticket is for.
type Purpose string

// The purposes.
const (
	PurposeSet    Purpose = "set"    // first password of a new account
	PurposeReset  Purpose = "reset"  // forgotten password
	PurposeInvite Purpose = "invite" // accept an invitation
	PurposeVerify Purpose = "verify" // prove an address; never sets a password
)

// PasswordPurposes lists the purposes of tickets that set a password.
func PasswordPurposes() []Purpose { return []Purpose{PurposeSet, PurposeReset, PurposeInvite} }

// Medium is how the proof is delivered to the user.
type Medium string

// The media.
const (
	MediumLink     Medium = "link"
	MediumOTP      Medium = "otp"
	MediumReturned Medium = "returned"
)

// Proof is the kind of proof with which a ticket is presented. A secret of one kind is unknown
// as any other: the kind is part of the stored digest.
type Proof string

// The kinds of proof.
const (
	ProofKey      Proof = "key"       // a key alone, in one key space per purpose
	ProofMailCode Proof = "mail_code" // a code that is mailed in a link
	ProofLinkCode Proof = "link_code" // a code in a link that the caller is handed and passes on
	ProofOTP      Proof = "otp"       // a request code that the requester holds, and the short code that is mailed
	ProofUserCode Proof = "user_code" // a code that counts only together with its user's id
	ProofTicket   Proof = "ticket"    // a secret that names its ticket, whatever the purpose
)

// TicketState is the state of a ticket. It is computed from the ticket's times, so it cannot
// contradict them.
type TicketState string

// The states, in the order in which a ticket goes through them; the last four are final.
const (
	TicketIssued     TicketState = "issued" // returned to the caller
	TicketQueued     TicketState = "queued"
	TicketDelivered  TicketState = "delivered" // accepted by the mail server or SMS gateway
	TicketFailed     TicketState = "failed"    // could not be delivered
	TicketOpened     TicketState = "opened"
	TicketVerified   TicketState = "verified" // its short code was proven
	TicketConsumed   TicketState = "consumed"
	TicketSuperseded TicketState = "superseded"
	TicketRevoked    TicketState = "revoked"
	TicketExpired    TicketState = "expired"
)

// TicketEnd is why a ticket ended without being consumed.
type TicketEnd string

// The ends.
const (
	EndedSuperseded TicketEnd = "superseded"
	EndedRevoked    TicketEnd = "revoked"
	EndedExhausted  TicketEnd = "exhausted" // too many wrong codes
	EndedExpired    TicketEnd = "expired"   // set by the sweep; the ticket was unusable before
)

// State is that of a ticket that ended so.
func (e TicketEnd) State() TicketState {
	switch e {
	case EndedSuperseded:
		return TicketSuperseded
	case EndedExpired:
		return TicketExpired
	}
	return TicketRevoked
}

// Ticket is the one-time right to set a password, or to verify an address.
type Ticket struct {
	ID            string  `gorm:"primaryKey;size:36"`
	ApplicationID string  `gorm:"size:26;not null"`
	TenantID      string  `gorm:"size:26;not null;index"`
	UserID        string  `gorm:"size:36;not null;index:idx_tickets_user,priority:1"`
	Purpose       Purpose `gorm:"size:8;not null;index:idx_tickets_user,priority:2"`
	Medium        Medium  `gorm:"size:8;not null"`
	Proof         Proof   `gorm:"size:16;not null"`
	Lookup        []byte  `gorm:"type:binary(32);not null;uniqueIndex"` // digest of proof kind and secret; for an OTP, of the request code; for a short user code, of the hosted page's key
	CodeMAC       []byte  `gorm:"column:code_mac;type:binary(32)"`      // of the OTP or the short user code, under a server key
	AddressID     string  `gorm:"size:36;not null"`                     // where it was sent, or which address it verifies; else empty
	LinkTemplate  string  `gorm:"size:200;not null"`                    // of the caller; empty: the hosted page
	SenderName    string  `gorm:"column:shown_name;size:200;not null"`  // in the message; empty: the tenant's name
	FailedTries   int     `gorm:"not null"`
	MaxTries      int     `gorm:"not null"` // 0: cannot be guessed, so tries are not counted
	CreatedAt     time.Time
	ExpiresAt     time.Time `gorm:"not null;index:idx_tickets_open,priority:3"`
	QueuedAt      *time.Time
	DeliveredAt   *time.Time
	FailedAt      *time.Time
	OpenedAt      *time.Time
	VerifiedAt    *time.Time
	ConsumedAt    *time.Time `gorm:"index:idx_tickets_open,priority:1"`
	EndedAt       *time.Time `gorm:"index:idx_tickets_open,priority:2"`
	EndedBecause  TicketEnd  `gorm:"size:16;not null"`
}

// Live tells whether the ticket can still be redeemed.
func (t *Ticket) Live(now time.Time) bool {
	return t.ConsumedAt == nil && t.EndedAt == nil && now.Before(t.ExpiresAt) && !t.Exhausted()
}

// Exhausted tells whether too many wrong codes were tried.
func (t *Ticket) Exhausted() bool { return t.MaxTries > 0 && t.FailedTries >= t.MaxTries }

// State returns the state of the ticket. An expired ticket is expired before the sweep marks it.
func (t *Ticket) State(now time.Time) TicketState {
	switch {
	case t.ConsumedAt != nil:
		return TicketConsumed
	case t.EndedAt != nil:
		return t.EndedBecause.State()
	case !now.Before(t.ExpiresAt):
		return TicketExpired
	case t.Exhausted():
		return TicketRevoked
	case t.VerifiedAt != nil:
		return TicketVerified
	case t.OpenedAt != nil:
		return TicketOpened
	case t.DeliveredAt != nil:
		return TicketDelivered
	case t.FailedAt != nil:
		return TicketFailed
	case t.QueuedAt != nil:
		return TicketQueued
	}
	return TicketIssued
}

// ResetRequest is a request for a password reset by an unproven requester. It is written in the
// same way for known and unknown names, and processed later by a background job.
type ResetRequest struct {
	ID           string `gorm:"primaryKey;size:36"`
	TenantID     string `gorm:"size:26;not null"`
	Sealed       []byte `gorm:"type:blob;not null"`
	Attempts     int    `gorm:"not null"`
	CreatedAt    time.Time
	ClaimedUntil time.Time `gorm:"not null;index"`
}
