package tickets

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RenewTicket issues a mailed invitation again, in the same words, if one is open.
func (uc *UseCases) RenewTicket(ctx context.Context, in IssueTicketInput) (*core.IssuedTicket, error) {
	return uc.issueTo(ctx, in, renewed)
}

// renewed gives a plan the words of the open invitation that it takes the place of.
func renewed(tx *store.Tx, s *core.Subject, p *core.TicketPlan) error {
	if err := invited(tx.Reader, s, p.Purpose); err != nil {
		return err
	}
	t, err := tx.NewestTicket(s.User.ID, p.Form, p.Purpose)
	if errors.Is(err, store.ErrNotFound) {
		return core.ErrNoInvite
	}
	if err != nil {
		return err
	}
	over := t.EndedBecause != "" && t.EndedBecause != models.EndedExpired
	if t.Medium != models.MediumLink || t.ConsumedAt != nil || over {
		return core.ErrNoInvite
	}
	p.Template, p.Sender = t.LinkTemplate, t.SenderName
	return nil
}
