package audit

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/trail"
)

// VerifyArchive checks files together with the chains in the database: the parts of each chain must
// cover every event before those in the database. The files may have any order, and may contain a
// part twice, because concurrent or interrupted runs write such files. It returns the number of
// archived events.
func (uc *UseCases) VerifyArchive(ctx context.Context, tenantID string, files ...io.Reader) (archived int64, flaw *trail.Flaw, err error) {
	byTenant := map[string][]trail.Part{}
	for _, f := range files {
		parts, flaw, err := uc.ReadArchive(ctx, f)
		if file, ok := f.(interface{ Name() string }); ok && err != nil { // the error names the file
			err = fmt.Errorf("%s: %w", file.Name(), err)
		}
		if err != nil || flaw != nil {
			return archived, flaw, err
		}
		for _, p := range parts {
			byTenant[p.TenantID] = append(byTenant[p.TenantID], p)
		}
	}
	err = uc.forEachChain(ctx, tenantID, func(tenantID string) error {
		if flaw != nil {
			return nil
		}
		var end int64
		end, flaw, err = uc.checkParts(ctx, tenantID, byTenant[tenantID])
		archived += end
		delete(byTenant, tenantID)
		return err
	})
	if err != nil || flaw != nil || tenantID != "" {
		return archived, flaw, err
	}
	if unknown := slices.Sorted(maps.Keys(byTenant)); len(unknown) > 0 { // the database has no such chain
		flaw = &trail.Flaw{TenantID: unknown[0], Sequence: 1, Why: trail.Missing}
	}
	return archived, flaw, nil
}

// checkParts checks that the parts of a chain follow each other without a gap, and that the events
// in the database follow them. It returns the sequence of the last archived event.
func (uc *UseCases) checkParts(ctx context.Context, tenantID string, parts []trail.Part) (int64, *trail.Flaw, error) {
	rd := uc.store.Read(ctx)
	anchor, badAnchor, err := uc.anchorOf(ctx, rd, tenantID)
	if err != nil || badAnchor != nil {
		return 0, badAnchor, err
	}
	flawAt := func(at int64, why trail.Reason) *trail.Flaw {
		return &trail.Flaw{TenantID: tenantID, Sequence: at, Why: why}
	}
	slices.SortStableFunc(parts, func(a, b trail.Part) int { return cmp.Compare(a.First, b.First) })
	end, heads := int64(0), map[int64][]byte{0: trail.ZeroHash()} // by sequence, the hashes at the ends of the parts
	for _, p := range parts {
		previous, found := heads[p.First-1]
		if !found {
			return end, flawAt(end+1, trail.Missing), nil
		}
		head, repeated := heads[p.Last]
		if !bytes.Equal(previous, p.Previous) || repeated && !bytes.Equal(head, p.Head) {
			return end, flawAt(p.First, trail.OutOfOrder), nil
		}
		end, heads[p.Last] = max(end, p.Last), p.Head
	}
	if anchor != nil {
		head, found := heads[anchor.Sequence]
		if !found {
			return end, flawAt(end+1, trail.Missing), nil
		}
		if !bytes.Equal(head, anchor.Head) {
			return end, flawAt(anchor.Sequence, trail.CheckpointMismatch), nil
		}
		if anchor.Sequence == end {
			return end, nil, nil
		}
	}
	if end == 0 {
		return 0, nil, nil
	}
	// An interrupted run wrote a file and did not move the anchor: its events are still in the database.
	e, err := rd.EventAt(tenantID, end)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return end, flawAt(end, trail.Missing), nil
	case err == nil && !bytes.Equal(e.Hash, heads[end]):
		return end, flawAt(end, trail.Changed), nil
	}
	if anchor == nil {
		return 0, nil, err
	}
	return anchor.Sequence, nil, err
}
