package tickets

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
)

// IssueTicketInput describes a ticket for a user in the caller's scope.
type IssueTicketInput struct {
	UserID   string
	Purpose  core.Purpose
	Medium   core.Medium
	Form     core.ProofForm
	Channel  core.Channel  // for media that are sent
	Template string        // the caller's link template; empty: the hosted page
	Sender   string        // the sender's name in the message; empty: the tenant's
	AllowOTP bool          // the surface can redeem OTPs, so the tenant's strategy decides
	Lifetime time.Duration // zero: the tenant's default
	Unlock   bool          // unlock the user and reset the count of failed tries; the caller must be allowed to change users
}

// IssueTicket ends the user's older tickets of the same purpose, stores the new one and queues
// its mail, if it is sent.
func (uc *UseCases) IssueTicket(ctx context.Context, in IssueTicketInput) (*core.IssuedTicket, error) {
	return uc.issueToUser(ctx, in, nil)
}
