package tickets

import (
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/models"
)

// ceiling is what no caller may exceed (D10): a short code can be guessed, a reset link
// lies in a mailbox, and a new account has nothing to lose yet.
func ceiling(p core.TicketPlan) time.Duration {
	switch {
	case p.Form == models.ProofOTP:
		return 15 * time.Minute
	case p.Purpose == models.PurposeReset:
		return 24 * time.Hour
	}
	return 7 * 24 * time.Hour
}
