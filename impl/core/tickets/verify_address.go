package tickets

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// VerifyAddressInput is the proof that an address belongs to a user.
type VerifyAddressInput struct{ Proof core.Proof }

// VerifiedAddress is an address that was proven, and the state of its user.
type VerifiedAddress struct {
	Kind    core.AddressKind
	Address string
	Change  core.UserChange
}

// VerifyAddress consumes a ticket of PurposeVerify and records that its address belongs to the user. It
// opens no session: who reads a mailbox has not shown the password.
func (uc *UseCases) VerifyAddress(ctx context.Context, in VerifyAddressInput) (*VerifiedAddress, error) {
	in.Proof.Purpose = models.PurposeVerify
	t, err := uc.proveTicket(ctx, in.Proof)
	if err != nil {
		return nil, err
	}
	out := &VerifiedAddress{}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		s, err := uc.lockTicketUser(tx, t.UserID)
		if err != nil {
			return err
		}
		a, err := tx.FindAddressByID(t.AddressID)
		switch {
		case errors.Is(err, store.ErrNotFound):
			return core.TicketUnusable(core.TicketEnded)
		case err != nil:
			return err
		case in.Proof.Kind != "" && a.Kind != in.Proof.Kind:
			return core.TicketUnusable(core.TicketWrong)
		}
		if err := uc.consumeVerification(ctx, tx, s, t); err != nil {
			return err
		}
		*out = VerifiedAddress{Kind: a.Kind, Address: a.Value, Change: core.UnchangedUser(s)}
		out.Change.Username, out.Change.ChangedAt = s.User.Username, tx.Now
		if out.Change.Version, err = core.IncrementUserVersion(tx, s.User.ID); err != nil {
			return err
		}
		e := core.NewEvent(ctx, t.Purpose.Action(), s.Tenant, s.User.ID)
		e.TicketID, e.Detail = t.ID, string(a.Kind)
		return tx.AppendEvent(e)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// lockTicketUser locks the row of a ticket's user, who may have been deleted, locked or disabled since the
// ticket was proven.
func (uc *UseCases) lockTicketUser(tx *store.Tx, userID string) (*core.Subject, error) {
	s, err := uc.kernel.LockUserRow(tx, userID)
	switch {
	case errors.Is(err, core.ErrUserNotFound):
		return nil, core.TicketUnusable(core.TicketUnknown)
	case err != nil:
		return nil, err
	case !s.User.Active():
		return nil, core.TicketUnusable(core.TicketInactive)
	}
	return s, nil
}

// consumeVerification consumes a ticket and verifies its address.
func (uc *UseCases) consumeVerification(ctx context.Context, tx *store.Tx, s *core.Subject, t *store.ShownTicket) error {
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
	verified, err := core.MarkVerified(ctx, tx, s.Tenant, s.User.ID, t.AddressID)
	if err == nil && !verified {
		return core.TicketUnusable(core.TicketUsed)
	}
	return err
}
