package audit

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/models"
)

// WriteArchiveInput selects the events to archive.
type WriteArchiveInput struct {
	TenantID string    // empty: every chain
	Before   time.Time // the first event of this time or later stays, and all events after it
}

// ErrArchiveMoved means that the events in the database do not continue where the archive starts.
var ErrArchiveMoved = errors.New("audit: the events in the database do not go on where this archive does: another one took them, or one that came before is missing")

// WriteArchive writes old events to a file, signs each part, and lists the parts. It changes nothing
// in the database. It does not sign a chain that is not intact, because the signature would confirm
// the changed events.
func (uc *UseCases) WriteArchive(ctx context.Context, in WriteArchiveInput, to io.Writer) ([]trail.Part, error) {
	var parts []trail.Part
	w := trail.NewWriter(to)
	err := uc.forEachChain(ctx, in.TenantID, func(tenantID string) error {
		part, err := uc.archiveChain(ctx, w, tenantID, in.Before)
		if part != nil {
			parts = append(parts, *part)
		}
		return err
	})
	return parts, err
}

// forEachChain calls do for every chain in the caller's scope, or only for the named chain.
func (uc *UseCases) forEachChain(ctx context.Context, named string, do func(tenantID string) error) error {
	place, err := uc.firstChain(ctx, named)
	for err == nil && place != nil {
		if err = do(place.TenantID); err == nil {
			place, err = uc.nextChain(ctx, named, place.TenantID)
		}
	}
	return err
}

func (uc *UseCases) archiveChain(ctx context.Context, w *trail.Writer, tenantID string, before time.Time) (*trail.Part, error) {
	rd := uc.store.Read(ctx)
	anchor, flaw, err := uc.anchorOf(ctx, rd, tenantID)
	if err != nil || flaw != nil {
		return nil, errors.Join(err, notIntact(flaw))
	}
	walk := trail.Walk{TenantID: tenantID, Hash: trail.ZeroHash()}
	if anchor != nil {
		walk.Sequence, walk.Hash = anchor.Sequence, anchor.Head
	}
	last, err := rd.LastBefore(tenantID, walk.Sequence, before)
	if err != nil || last <= walk.Sequence {
		return nil, err
	}
	v := &verification{audit: uc, limit: math.MaxInt, walk: trail.Walk{TenantID: tenantID}}
	if err := v.run(ctx); err != nil || v.flaw != nil {
		return nil, errors.Join(err, notIntact(v.flaw))
	}
	part := &trail.Part{TenantID: tenantID, First: walk.Sequence + 1, Last: last, Previous: walk.Hash}
	for walk.Sequence < last {
		if flaw, err := uc.writeEvents(ctx, w, &walk, last); err != nil || flaw != nil {
			return nil, errors.Join(err, uc.explainFlaw(ctx, anchor, flaw))
		}
	}
	part.Head, part.Digest, part.At = walk.Hash, w.Digest(), uc.clock.Now()
	statement, err := part.Statement(strings.TrimSuffix(uc.publicURL, "/"))
	if err != nil {
		return nil, err
	}
	if part.Signature, err = uc.attest(ctx, trail.ArchiveType, statement); err != nil {
		return nil, err
	}
	return part, w.End(part.Signature)
}

// writeEvents writes the next events of a chain, each with its checkpoints.
func (uc *UseCases) writeEvents(ctx context.Context, w *trail.Writer, walk *trail.Walk, last int64) (*trail.Flaw, error) {
	rd, after := uc.store.Read(ctx), walk.Sequence
	events, err := rd.EventsAfter(walk.TenantID, after, int(min(eventsAtATime, last-after)))
	if err != nil {
		return nil, err
	}
	if len(events) == 0 {
		return &trail.Flaw{TenantID: walk.TenantID, Sequence: after + 1, Why: trail.Missing}, nil
	}
	checkpoints, err := rd.CheckpointsOf(walk.TenantID, after, events[len(events)-1].Sequence)
	if err != nil {
		return nil, err
	}
	for i := range events {
		if flaw := walk.Step(&events[i]); flaw != nil {
			return flaw, nil
		}
		if err := w.Event(&events[i]); err != nil {
			return nil, err
		}
		for ; len(checkpoints) > 0 && checkpoints[0].Sequence == events[i].Sequence; checkpoints = checkpoints[1:] {
			if trail.IsAnchor(&checkpoints[0]) { // a concurrent run moved the anchor
				continue
			}
			if err := w.Checkpoint(checkpoints[0].Signature); err != nil {
				return nil, err
			}
		}
	}
	return nil, nil
}

// explainFlaw returns ErrArchiveMoved if a concurrent run moved the anchor, and otherwise the error
// of a chain that is not intact.
func (uc *UseCases) explainFlaw(ctx context.Context, anchor *models.Checkpoint, flaw *trail.Flaw) error {
	if flaw == nil {
		return nil
	}
	now, _, err := uc.anchorOf(ctx, uc.store.Read(ctx), flaw.TenantID)
	if err == nil && now != nil && (anchor == nil || now.Sequence > anchor.Sequence) {
		return ErrArchiveMoved
	}
	return errors.Join(err, notIntact(flaw))
}

// notIntact returns the error of a chain with a flaw.
func notIntact(flaw *trail.Flaw) error {
	if flaw == nil {
		return nil
	}
	return fmt.Errorf("audit: the chain of events of tenant %q is not intact at event %d: %s; nothing of it was archived. See rekey audit verify", flaw.TenantID, flaw.Sequence, flaw.Why)
}

// anchorOf reads the anchor of a chain: the events in the database start after it. It returns nil if
// nothing was archived.
func (uc *UseCases) anchorOf(ctx context.Context, rd *store.Reader, tenantID string) (*models.Checkpoint, *trail.Flaw, error) {
	row, err := rd.FindCheckpoint(trail.AnchorID(tenantID))
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	signed, err := uc.readAttested(ctx, trail.ArchiveType, row.Signature)
	if err != nil {
		return nil, nil, err
	}
	if row.TenantID != tenantID || !trail.MatchesAnchor(signed, row) {
		return row, &trail.Flaw{TenantID: tenantID, Sequence: row.Sequence, Why: trail.CheckpointSignature}, nil
	}
	return row, nil, nil
}
