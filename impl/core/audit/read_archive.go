package audit

import (
	"context"
	"errors"
	"io"

	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/models"
)

// ReadArchive checks one file by itself: each event, their order, their checkpoints, and the
// signature of each part. It lists the parts, or tells the first flaw.
func (uc *UseCases) ReadArchive(ctx context.Context, from io.Reader) ([]trail.Part, *trail.Flaw, error) {
	r := &archiveReading{core: uc, lines: trail.NewReader(from)}
	for {
		l, err := r.lines.Next()
		if errors.Is(err, io.EOF) {
			if r.part != nil { // cut short
				return nil, r.flaw(trail.ArchiveSignature), nil
			}
			return r.parts, nil, nil
		}
		if err != nil {
			return nil, nil, err
		}
		bad, err := r.step(ctx, l)
		if err != nil || bad != nil {
			return nil, bad, err
		}
	}
}

// archiveReading goes over the lines of a file.
type archiveReading struct {
	core  *UseCases
	lines *trail.Reader
	parts []trail.Part
	part  *trail.Part // that is under way
	walk  trail.Walk
	last  *models.Event
}

func (r *archiveReading) flaw(why trail.Reason) *trail.Flaw {
	bad := &trail.Flaw{TenantID: r.walk.TenantID, Sequence: r.walk.Sequence, Why: why}
	if r.last != nil {
		bad.EventID = r.last.ID
	}
	return bad
}

func (r *archiveReading) step(ctx context.Context, l *trail.Line) (*trail.Flaw, error) {
	if e := l.Event; e != nil {
		if r.part == nil {
			r.part = &trail.Part{TenantID: e.TenantID, First: e.Sequence, Previous: e.PreviousHash}
			r.walk = trail.Walk{TenantID: e.TenantID, Sequence: e.Sequence - 1, Hash: e.PreviousHash}
		}
		r.last = e
		return r.walk.Step(e), nil
	}
	if r.part == nil {
		return r.flaw(trail.ArchiveSignature), nil
	}
	if l.Checkpoint != "" {
		signed, err := r.core.attested(ctx, trail.CheckpointType, l.Checkpoint)
		if err == nil && !trail.MatchesEvent(signed, r.last) {
			return r.flaw(trail.CheckpointSignature), nil
		}
		return nil, err
	}
	r.part.Last, r.part.Head, r.part.Digest, r.part.Signature = r.walk.Sequence, r.walk.Hash, l.Digest, l.Archive
	signed, err := r.core.attested(ctx, trail.ArchiveType, l.Archive)
	if err == nil && !r.part.Matches(signed) {
		return r.flaw(trail.ArchiveSignature), nil
	}
	r.parts, r.part = append(r.parts, *r.part), nil
	return nil, err
}
