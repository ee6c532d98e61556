package audit

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
)

// ListCheckpoints lists the checkpoints of the chains that the caller reaches.
func (uc *UseCases) ListCheckpoints(ctx context.Context, tenantID string, p core.Page) ([]Checkpoint, bool, error) {
	rows, more, err := uc.store.Read(ctx).ListCheckpoints(core.CallerScope(ctx), tenantID, p.Stored())
	return core.ResultsOf(rows, checkpointOf), more, err
}
