package core

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
)

// Commit runs a change in one transaction. If the request has an Idempotency-Key, the same
// transaction records that the change was carried out, so that a request which is repeated after a
// crash or a lost connection does not carry it out twice. A refusal changes nothing: it is recorded
// with Store.InTx, not with Commit.
func (k *Kernel) Commit(ctx context.Context, change func(*store.Tx) error) error {
	attempt := caller.From(ctx).Attempt
	if attempt == nil {
		return k.store.InTx(ctx, change)
	}
	return k.store.InTx(ctx, func(tx *store.Tx) error {
		if err := change(tx); err != nil {
			return err
		}
		current, err := tx.CommitAttempt(attempt.RecordID, attempt.ID)
		if err != nil {
			return err
		}
		if !current {
			return fault.ErrUnavailable // too slow: another attempt took over
		}
		return nil
	})
}
