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

// How long, and how far, a chain of events goes on until its end is signed again.
const (
	checkpointAge      = time.Hour
	checkpointEvents   = 1000
	checkpointsAtATime = 100
)

// WriteCheckpoints signs the ends of the chains that are due, and lists what it signed.
func (uc *UseCases) WriteCheckpoints(ctx context.Context) ([]Checkpoint, error) {
	chains, err := uc.store.Read(ctx).ChainsDue(checkpointAge, checkpointEvents, checkpointsAtATime)
	if err != nil {
		return nil, err
	}
	var out []Checkpoint
	var errs []error
	for i := range chains {
		signed, err := uc.writeCheckpoint(ctx, &chains[i])
		if signed != nil {
			out = append(out, checkpointOf(signed))
		}
		errs = append(errs, err)
	}
	return out, errors.Join(errs...)
}

// writeCheckpoint signs one end, but none that somebody else put there: a signature
// would make it right.
func (uc *UseCases) writeCheckpoint(ctx context.Context, chain *models.EventChain) (*models.Checkpoint, error) {
	if !uc.sealed(chain) {
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
	mine := false
	err = uc.store.InTx(ctx, func(tx *store.Tx) error {
		if mine, err = tx.PassCheckpoint(chain); err != nil || !mine {
			return err
		}
		return tx.InsertCheckpoint(row)
	})
	if err != nil || !mine {
		return nil, err
	}
	return row, nil
}

// sealed tells whether the end of a chain is where this service put it.
func (uc *UseCases) sealed(chain *models.EventChain) bool {
	return uc.keyring.MatchMAC(chain.Seal, store.SealOfChain, trail.SealedFields(chain)...)
}
