package core

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
)

// Commit runs a change in one transaction. If it was asked for under an Idempotency-Key,
// that it is carried out commits with it: whoever asks again after a crash or a lost
// line does not get it done twice. Refusals are written by Store.InTx alone, since
// nothing was carried out.
func (k *Kernel) Commit(ctx context.Context, change func(*store.Tx) error) error {
	of := caller.From(ctx).Attempt
	if of == nil {
		return k.store.InTx(ctx, change)
	}
	return k.store.InTx(ctx, func(tx *store.Tx) error {
		if err := change(tx); err != nil {
			return err
		}
		mine, err := tx.CommitAttempt(of.RecordID, of.ID)
		if err != nil {
			return err
		}
		if !mine {
			return fault.ErrUnavailable // too slow: somebody else carries it out
		}
		return nil
	})
}
