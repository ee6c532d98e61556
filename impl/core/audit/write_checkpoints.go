package audit

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/models"
)

const (
	// A chain with new events gets a checkpoint if its last one is this old, or this many events ago.
	checkpointAge    = time.Hour
	checkpointEvents = 1000

	// checkpointsAtATime bounds the work of one run: the next run signs the other chains.
	checkpointsAtATime = 100
)

// WriteCheckpoints writes a checkpoint for each chain that needs a new one, and returns those that it
// wrote. If one chain fails, the others still get theirs.
func (uc *UseCases) WriteCheckpoints(ctx context.Context) ([]Checkpoint, error) {
	chains, err := uc.store.Read(ctx).ChainsDue(checkpointAge, checkpointEvents, checkpointsAtATime)
	if err != nil {
		return nil, err
	}
	var written []Checkpoint
	var errs []error
	for i := range chains {
		row, err := uc.writeCheckpoint(ctx, &chains[i])
		if row != nil {
			written = append(written, checkpointOf(row))
		}
		errs = append(errs, err)
	}
	return written, errors.Join(errs...)
}

// writeCheckpoint signs the end of a chain and stores the signature. It returns nil and no error if
// another server was first. It refuses an end that was changed in the database: the signature would
// make the change look right.
func (uc *UseCases) writeCheckpoint(ctx context.Context, chain *models.EventChain) (*models.Checkpoint, error) {
	if !uc.endIsIntact(chain) {
		return nil, fmt.Errorf("audit: the end of the chain of events of tenant %q was changed in the database", chain.TenantID)
	}
	row := &models.Checkpoint{
		ID: secret.NewID(), TenantID: chain.TenantID, Sequence: chain.Sequence, Head: chain.Head, CreatedAt: uc.clock.Now(),
	}
	statement, err := trail.CheckpointStatement(strings.TrimSuffix(uc.publicURL, "/"), row.CreatedAt, chain)
	if err != nil {
		return nil, err
	}
	if row.Signature, err = uc.attest(ctx, trail.CheckpointType, statement); err != nil {
		return nil, err
	}
	wasFirst := false
	err = uc.store.InTx(ctx, func(tx *store.Tx) error {
		if wasFirst, err = tx.AdvanceCheckpoint(chain); err != nil || !wasFirst {
			return err
		}
		return tx.InsertCheckpoint(row)
	})
	if err != nil || !wasFirst {
		return nil, err
	}
	return row, nil
}

// endIsIntact tells whether this service wrote the end of a chain. The seal of the end is a MAC that
// nobody can compute without the secret file.
func (uc *UseCases) endIsIntact(chain *models.EventChain) bool {
	return uc.keyring.MatchMAC(chain.Seal, store.SealOfChain, trail.SealedFields(chain)...)
}
