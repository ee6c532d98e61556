package tickets

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// AcceptInvite consumes an invitation without setting a password. It verifies the address to
// which the invitation was sent.
func (uc *UseCases) AcceptInvite(ctx context.Context, p core.Proof) (*core.UserChange, error) {
	t, _, err := uc.proveTicketAndUser(ctx, p)
	if err != nil {
		return nil, err
	}
	out := &core.UserChange{}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		s, err := uc.lockTicketUser(tx, t.UserID)
		if err != nil {
			return err
		}
		*out = core.UserChange{UserID: s.User.ID, TenantID: s.Tenant.ID, CreatedAt: s.User.CreatedAt}
		consumed, err := tx.ConsumeTicket(t.ID)
		if err != nil {
			return err
		}
		if !consumed {
			return core.TicketUnusable(core.TicketUsed)
		}
		if err := uc.kernel.RecordTicketUse(ctx, tx, t); err != nil {
			return err
		}
		if t.AddressID != "" {
			if _, err := core.MarkVerified(ctx, tx, s.Tenant, s.User.ID, t.AddressID); err != nil {
				return err
			}
		}
		out.ChangedAt = tx.Now
		if out.Version, err = core.IncrementUserVersion(tx, s.User.ID); err != nil {
			return err
		}
		e := core.NewEvent(ctx, models.ActionInviteAccept, s.Tenant, s.User.ID)
		e.TicketID = t.ID
		return tx.AppendEvent(e)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
