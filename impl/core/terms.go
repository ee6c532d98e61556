package core

import (
	"github.com/rekeyhq/rekey/models"
)

// The terms of a policy are values without an owner: rules, the level that imposed one, and what a
// change of a password may end. They are stored as they are asked for, so that one type serves both.
type (
	Settings            = models.Settings       // every rule, resolved
	PasswordPolicyInput = models.PasswordPolicy // those for passwords
	Overlay             = models.Overlay        // the rules that one level sets
	Level               = models.Level
	Revocation          = models.Revocation
)

// DefaultSettings are the built-in rules, over which the levels lie.
func DefaultSettings() Settings { return models.DefaultSettings() }

// The terms of a ticket are the same where it is stored and where it is asked for, so that one
// type serves both. They are single values, never rows: a caller of the core needs no package below it.
type (
	Purpose     = models.Purpose
	Medium      = models.Medium
	Channel     = models.Channel
	ProofForm   = models.Proof // the form in which a ticket is shown
	TicketState = models.TicketState
)

// The purposes.
const (
	PurposeSet    = models.PurposeSet
	PurposeReset  = models.PurposeReset
	PurposeInvite = models.PurposeInvite
)

// The media.
const (
	MediumLink     = models.MediumLink
	MediumOTP      = models.MediumOTP
	MediumReturned = models.MediumReturned
)

// The channels of media that are sent.
const (
	ChannelEmail = models.ChannelEmail
	ChannelSMS   = models.ChannelSMS
)

// The forms.
const (
	ProofKey      = models.ProofKey
	ProofMailCode = models.ProofMailCode
	ProofLinkCode = models.ProofLinkCode
	ProofOTP      = models.ProofOTP
	ProofUserCode = models.ProofUserCode
	ProofTicket   = models.ProofTicket
)
