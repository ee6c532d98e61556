package audit

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/models"
)

// Checkpoint is a signed statement that a chain of events had this end at this time.
type Checkpoint struct {
	ID        string
	TenantID  string // empty: the platform's chain
	Sequence  int64  // of the last event
	Head      []byte // its hash
	CreatedAt time.Time
	Signature string // a compact JWS, which contains the fields above
}

// ListCheckpoints lists the checkpoints of the chains in the caller's scope, and returns whether
// more checkpoints follow.
func (uc *UseCases) ListCheckpoints(ctx context.Context, tenantID string, p core.Page) ([]Checkpoint, bool, error) {
	rows, more, err := uc.store.Read(ctx).ListCheckpoints(core.CallerScope(ctx), tenantID, p.Stored())
	return core.ResultsOf(rows, checkpointOf), more, err
}

func checkpointOf(row *models.Checkpoint) Checkpoint {
	return Checkpoint{
		ID: row.ID, TenantID: row.TenantID, Sequence: row.Sequence, Head: row.Head, CreatedAt: row.CreatedAt.UTC(), Signature: row.Signature,
	}
}
