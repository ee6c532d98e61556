package audit

import (
	"context"
	"errors"
	"io"

	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/models"
)

// ReadArchive checks one file without the database: each event, their order, their checkpoints, and
// the signature of each part. It lists the parts, or returns the first flaw.
func (uc *UseCases) ReadArchive(ctx context.Context, from io.Reader) ([]trail.Part, *trail.Flaw, error) {
	r := &archiveReading{audit: uc, lines: trail.NewReader(from)}
	for {
		l, err := r.lines.Next()
		if errors.Is(err, io.EOF) {
			if r.part != nil { // the file ends within a part
				return nil, r.newFlaw(trail.ArchiveSignature), nil
			}
			return r.parts, nil, nil
		}
		if err != nil {
			return nil, nil, err
		}
		flaw, err := r.checkLine(ctx, l)
		if err != nil || flaw != nil {
			return nil, flaw, err
		}
	}
}

// archiveReading is the state of a check of one file.
type archiveReading struct {
	audit *UseCases
	lines *trail.Reader
	parts []trail.Part
	part  *trail.Part // the part whose signature follows; nil: between two parts
	walk  trail.Walk
	last  *models.Event
}

func (r *archiveReading) newFlaw(why trail.Reason) *trail.Flaw {
	flaw := &trail.Flaw{TenantID: r.walk.TenantID, Sequence: r.walk.Sequence, Why: why}
	if r.last != nil {
		flaw.EventID = r.last.ID
	}
	return flaw
}

func (r *archiveReading) checkLine(ctx context.Context, l *trail.Line) (*trail.Flaw, error) {
	if e := l.Event; e != nil {
		if r.part == nil {
			r.part = &trail.Part{TenantID: e.TenantID, First: e.Sequence, Previous: e.PreviousHash}
			r.walk = trail.Walk{TenantID: e.TenantID, Sequence: e.Sequence - 1, Hash: e.PreviousHash}
		}
		r.last = e
		return r.walk.Step(e), nil
	}
	if r.part == nil {
		return r.newFlaw(trail.ArchiveSignature), nil
	}
	if l.Checkpoint != "" {
		signed, err := r.audit.readAttested(ctx, trail.CheckpointType, l.Checkpoint)
		if err == nil && !trail.MatchesEvent(signed, r.last) {
			return r.newFlaw(trail.CheckpointSignature), nil
		}
		return nil, err
	}
	r.part.Last, r.part.Head, r.part.Digest, r.part.Signature = r.walk.Sequence, r.walk.Hash, l.Digest, l.Archive
	signed, err := r.audit.readAttested(ctx, trail.ArchiveType, l.Archive)
	if err == nil && !r.part.Matches(signed) {
		return r.newFlaw(trail.ArchiveSignature), nil
	}
	r.parts, r.part = append(r.parts, *r.part), nil
	return nil, err
}
