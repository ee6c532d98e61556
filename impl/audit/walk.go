package audit

import (
	"bytes"

	"github.com/rekeyhq/rekey/models"
)

// Flaw is what is wrong at a place of a chain.
type Flaw string

// The flaws; the empty one is none.
const (
	Changed             Flaw = "changed"              // the event is not what its hash says
	Missing             Flaw = "missing"              // there is no event of this sequence
	OutOfOrder          Flaw = "out_of_order"         // the event does not follow the one before it
	HeadMismatch        Flaw = "head_mismatch"        // the chain's end is another, or was not sealed by us
	CheckpointMismatch  Flaw = "checkpoint_mismatch"  // a signed checkpoint says another hash
	CheckpointSignature Flaw = "checkpoint_signature" // a checkpoint was not signed by us as it stands there
	ArchiveSignature    Flaw = "archive_signature"    // a part of an archive was not signed by us as it stands there
)

// Bad is the first place at which a chain is not what was written.
type Bad struct {
	TenantID string
	Sequence int64
	EventID  string // empty if the event is missing
	Why      Flaw
}

// Walk goes over a chain, event by event, from its start or from a place whose hash is
// known to be right.
type Walk struct {
	TenantID string
	Sequence int64  // of the event before
	Hash     []byte // of the event before; nil at the start
}

// Step checks the next event, and says what is wrong.
func (w *Walk) Step(e *models.Event) *Bad {
	if w.Hash == nil {
		w.Hash = Start()
	}
	bad := &Bad{TenantID: w.TenantID, Sequence: e.Sequence, EventID: e.ID}
	switch {
	case e.Sequence > w.Sequence+1:
		bad.Sequence, bad.EventID, bad.Why = w.Sequence+1, "", Missing
	case e.TenantID != w.TenantID || !bytes.Equal(Hash(e), e.Hash):
		bad.Why = Changed
	case e.Sequence <= w.Sequence || !bytes.Equal(e.PreviousHash, w.Hash):
		bad.Why = OutOfOrder
	default:
		w.Sequence, w.Hash = e.Sequence, e.Hash
		return nil
	}
	return bad
}
