package restore

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RecordRestoreInput says what was ended.
type RecordRestoreInput struct {
	Detail string // at most 255 bytes
}

// RecordRestore records in the audit trail that the database was restored, and what was ended.
func (uc *UseCases) RecordRestore(ctx context.Context, in RecordRestoreInput) error {
	if err := authorize(ctx); err != nil {
		return err
	}
	return uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		e := core.NewEvent(ctx, models.ActionDatabaseRestore, nil, "")
		e.Detail = in.Detail
		return tx.AppendEvent(e)
	})
}
