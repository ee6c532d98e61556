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

// WriteArchiveInput says what of the trail to archive.
type WriteArchiveInput struct {
	TenantID string    // empty: every chain
	Before   time.Time // events of this time stay, and all behind the first of them
}

// ErrArchiveMoved means that the chain is not where the archive goes on.
var ErrArchiveMoved = errors.New("audit: the events in the database do not go on where this archive does: another one took them, or one that came before is missing")

// WriteArchive writes what is old to a file, signed, and lists the parts. It changes nothing
// in the database. A chain that is not intact is not signed: that would make it right.
func (uc *UseCases) WriteArchive(ctx context.Context, in WriteArchiveInput, to io.Writer) ([]trail.Part, error) {
	var parts []trail.Part
	w := trail.NewWriter(to)
	err := uc.eachChain(ctx, in.TenantID, func(tenantID string) error {
		part, err := uc.writePart(ctx, w, tenantID, in.Before)
		if part != nil {
			parts = append(parts, *part)
		}
		return err
	})
	return parts, err
}

// eachChain goes over the chains that the caller reaches, or over the one that is named.
func (uc *UseCases) eachChain(ctx context.Context, named string, do func(tenantID string) error) error {
	place, err := uc.firstChain(ctx, named)
	for err == nil && place != nil {
		if err = do(place.TenantID); err == nil {
			place, err = uc.chainBehind(ctx, named, place.TenantID)
		}
	}
	return err
}

func (uc *UseCases) writePart(ctx context.Context, w *trail.Writer, tenantID string, before time.Time) (*trail.Part, error) {
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
	v := &verification{core: uc, most: math.MaxInt, walk: trail.Walk{TenantID: tenantID}}
	if err := v.run(ctx); err != nil || v.bad != nil {
		return nil, errors.Join(err, notIntact(v.bad))
	}
	part := &trail.Part{TenantID: tenantID, First: walk.Sequence + 1, Last: last, Previous: walk.Hash}
	for walk.Sequence < last {
		if bad, err := uc.writeEvents(ctx, w, &walk, last); err != nil || bad != nil {
			return nil, errors.Join(err, uc.moved(ctx, anchor, bad))
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

// writeEvents writes the next events of a chain, each with its checkpoint.
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
		if bad := walk.Step(&events[i]); bad != nil {
			return bad, nil
		}
		if err := w.Event(&events[i]); err != nil {
			return nil, err
		}
		for ; len(checkpoints) > 0 && checkpoints[0].Sequence == events[i].Sequence; checkpoints = checkpoints[1:] {
			if trail.IsAnchor(&checkpoints[0]) { // of another run, in this moment
				continue
			}
			if err := w.Checkpoint(checkpoints[0].Signature); err != nil {
				return nil, err
			}
		}
	}
	return nil, nil
}

// moved tells a flaw from what another run did meanwhile.
func (uc *UseCases) moved(ctx context.Context, anchor *models.Checkpoint, bad *trail.Flaw) error {
	if bad == nil {
		return nil
	}
	now, _, err := uc.anchorOf(ctx, uc.store.Read(ctx), bad.TenantID)
	if err == nil && now != nil && (anchor == nil || now.Sequence > anchor.Sequence) {
		return ErrArchiveMoved
	}
	return errors.Join(err, notIntact(bad))
}

// notIntact is the error of a chain that is not intact.
func notIntact(bad *trail.Flaw) error {
	if bad == nil {
		return nil
	}
	return fmt.Errorf("audit: the chain of events of tenant %q is not intact at event %d: %s; nothing of it was archived. See rekey audit verify", bad.TenantID, bad.Sequence, bad.Why)
}

// anchorOf reads behind which event those in the database begin; nil: nothing was archived.
func (uc *UseCases) anchorOf(ctx context.Context, rd *store.Reader, tenantID string) (*models.Checkpoint, *trail.Flaw, error) {
	row, err := rd.FindCheckpoint(trail.AnchorID(tenantID))
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	signed, err := uc.attested(ctx, trail.ArchiveType, row.Signature)
	if err != nil {
		return nil, nil, err
	}
	if row.TenantID != tenantID || !trail.MatchesAnchor(signed, row) {
		return row, &trail.Flaw{TenantID: tenantID, Sequence: row.Sequence, Why: trail.CheckpointSignature}, nil
	}
	return row, nil, nil
}

// PastTime is the earlier one of this machine's time and the database's. What is old by it is
// old for both: a clock that is ahead makes no event old.
func (uc *UseCases) PastTime(ctx context.Context) (time.Time, error) {
	past, err := uc.store.Past(ctx)
	if err != nil {
		return time.Time{}, err
	}
	return past.Now, nil
}
