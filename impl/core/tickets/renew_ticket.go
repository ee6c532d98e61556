package tickets

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RenewTicket issues a mailed invitation again, with the same link template and sender. It is
// refused unless the newest invitation is open or expired.
func (uc *UseCases) RenewTicket(ctx context.Context, in IssueTicketInput) (*core.IssuedTicket, error) {
	return uc.issueToUser(ctx, in, copyInvitation)
}

// copyInvitation copies the link template and the sender of the invitation that is replaced.
func copyInvitation(tx *store.Tx, s *core.Subject, p *core.TicketPlan) error {
	if err := checkInvitation(tx.Reader, s, p.Purpose); err != nil {
		return err
	}
	t, err := tx.NewestTicket(s.User.ID, p.Form, p.Purpose)
	if errors.Is(err, store.ErrNotFound) {
		return core.ErrNoInvite
	}
	if err != nil {
		return err
	}
	ended := t.EndedBecause != "" && t.EndedBecause != models.EndedExpired
	if t.Medium != models.MediumLink || t.ConsumedAt != nil || ended {
		return core.ErrNoInvite
	}
	p.Template, p.Sender = t.LinkTemplate, t.SenderName
	return nil
}
