package lifecycle

import (
	"context"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// AcceptInvite spends an invitation without setting a password: it proves the address
// that the invitation went to.
func (c *Core) AcceptInvite(ctx context.Context, p Proof) (*UserChange, error) {
	t, s, err := c.proven(ctx, p)
	if err != nil {
		return nil, err
	}
	out := &UserChange{UserID: s.user.ID, TenantID: s.tenant.ID, CreatedAt: s.user.CreatedAt}
	err = c.commit(ctx, func(tx *store.Tx) error {
		mine, err := tx.ConsumeTicket(t.ID)
		if err != nil {
			return err
		}
		if !mine {
			return unusable(TicketUsed)
		}
		if err := shownStep(ctx, tx, models.TicketConsumed, t, ""); err != nil {
			return err
		}
		if t.AddressID != "" {
			if _, err := tx.VerifyAddress(t.AddressID); err != nil {
				return err
			}
		}
		out.ChangedAt = tx.Now
		if out.Version, err = bump(tx, s.user.ID); err != nil {
			return err
		}
		e := event(ctx, models.ActionInviteAccept, s.tenant, s.user.ID)
		e.TicketID = t.ID
		return tx.AppendEvent(e)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
