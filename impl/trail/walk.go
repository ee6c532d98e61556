package trail

import (
	"bytes"

	"github.com/rekeyhq/rekey/models"
)

// Reason says what is wrong at a place of a chain.
type Reason string

// The reasons. The empty one means that nothing is wrong.
const (
	Changed             Reason = "changed"              // the event does not have its hash
	Missing             Reason = "missing"              // there is no event of this sequence
	OutOfOrder          Reason = "out_of_order"         // the event does not follow the one before it
	HeadMismatch        Reason = "head_mismatch"        // the chain ends with another event, or this service did not seal its end
	CheckpointMismatch  Reason = "checkpoint_mismatch"  // a signed checkpoint has another hash
	CheckpointSignature Reason = "checkpoint_signature" // this service did not sign the checkpoint in this form
	ArchiveSignature    Reason = "archive_signature"    // this service did not sign the part of the archive in this form
)

// Flaw is the first place at which a chain is not what was written.
type Flaw struct {
	TenantID string
	Sequence int64
	EventID  string // empty if the event is missing
	Why      Reason
}

// Walk checks a chain event by event, from its start or from an event whose hash is known to be
// right.
type Walk struct {
	TenantID string
	Sequence int64  // of the previous event
	Hash     []byte // of the previous event; nil at the start
}

// Step checks the next event. It returns nil if nothing is wrong.
func (w *Walk) Step(e *models.Event) *Flaw {
	if w.Hash == nil {
		w.Hash = ZeroHash()
	}
	flaw := &Flaw{TenantID: w.TenantID, Sequence: e.Sequence, EventID: e.ID}
	switch {
	case e.Sequence > w.Sequence+1:
		flaw.Sequence, flaw.EventID, flaw.Why = w.Sequence+1, "", Missing
	case e.TenantID != w.TenantID || !bytes.Equal(Hash(e), e.Hash):
		flaw.Why = Changed
	case e.Sequence <= w.Sequence || !bytes.Equal(e.PreviousHash, w.Hash):
		flaw.Why = OutOfOrder
	default:
		w.Sequence, w.Hash = e.Sequence, e.Hash
		return nil
	}
	return flaw
}
