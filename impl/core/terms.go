package core

import (
	"github.com/rekeyhq/rekey/models"
)

// The terms of a policy are plain values: rules, the level that sets them, and what a change of a
// password ends. Callers and the store use the same form, so that one type serves both.
type (
	Settings       = models.Settings       // every rule, resolved
	PasswordPolicy = models.PasswordPolicy // those for passwords
	Overlay        = models.Overlay        // the rules that one level sets
	Level          = models.Level
	Revocation     = models.Revocation
)

// DefaultSettings are the built-in rules, which the levels override.
func DefaultSettings() Settings { return models.DefaultSettings() }

// The terms of a ticket have the same form for callers and for the store, so that one type serves
// both. They are plain values, never rows: a caller of the core needs no package below it.
type (
	Purpose     = models.Purpose
	Medium      = models.Medium
	Channel     = models.Channel
	ProofForm   = models.Proof // the form in which a ticket is shown
	TicketState = models.TicketState
)

// The purposes of a ticket.
const (
	PurposeSet    = models.PurposeSet
	PurposeReset  = models.PurposeReset
	PurposeInvite = models.PurposeInvite
	PurposeVerify = models.PurposeVerify
)

// The media of a ticket.
const (
	MediumLink     = models.MediumLink
	MediumOTP      = models.MediumOTP
	MediumReturned = models.MediumReturned
)

// The channels by which a ticket is sent.
const (
	ChannelEmail = models.ChannelEmail
	ChannelSMS   = models.ChannelSMS
)

// The forms of a proof.
const (
	ProofKey      = models.ProofKey
	ProofMailCode = models.ProofMailCode
	ProofLinkCode = models.ProofLinkCode
	ProofOTP      = models.ProofOTP
	ProofUserCode = models.ProofUserCode
	ProofTicket   = models.ProofTicket
)
