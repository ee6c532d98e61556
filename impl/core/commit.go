package core

import (
	"context"
	"errors"

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

// maxAttempts is how often a change of any version is attempted.
const maxAttempts = 12

// RetryOnVersion repeats a change of any version if the object was changed in the meantime: a
// caller who keeps requesting links for a user must not prevent an administrator from locking that
// user. A caller who named no version never learns that it does not match: after the last attempt
// the service is busy. A change of one version is attempted once.
func RetryOnVersion(ctx context.Context, version int64, change func() error) error {
	for n := 1; ; n++ {
		err := change()
		switch {
		case version != AnyVersion || !errors.Is(err, ErrVersion):
			return err
		case n >= maxAttempts:
			return fault.ErrUnavailable.Because(err)
		}
		if err := store.Pause(ctx, n); err != nil {
			return fault.ErrUnavailable.Because(err)
		}
	}
}
