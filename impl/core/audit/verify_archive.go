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

// VerifyArchive checks files together with the chains in the database: the parts of each chain
// have to lead from its first event to where the events in the database begin. The order of
// the files does not matter, nor does a part that is there twice: runs side by side, or one
// that was stopped, may leave that. It counts the events that are archived.
func (uc *UseCases) VerifyArchive(ctx context.Context, tenantID string, files ...io.Reader) (archived int64, bad *trail.Flaw, err error) {
	byTenant := map[string][]trail.Part{}
	for _, f := range files {
		parts, bad, err := uc.ReadArchive(ctx, f)
		if file, ok := f.(interface{ Name() string }); ok && err != nil { // which of them it is
			err = fmt.Errorf("%s: %w", file.Name(), err)
		}
		if err != nil || bad != nil {
			return archived, bad, err
		}
		for _, p := range parts {
			byTenant[p.TenantID] = append(byTenant[p.TenantID], p)
		}
	}
	err = uc.eachChain(ctx, tenantID, func(tenantID string) error {
		if bad != nil {
			return nil
		}
		var end int64
		end, bad, err = uc.joins(ctx, tenantID, byTenant[tenantID])
		archived += end
		delete(byTenant, tenantID)
		return err
	})
	if err != nil || bad != nil || tenantID != "" {
		return archived, bad, err
	}
	if unknown := slices.Sorted(maps.Keys(byTenant)); len(unknown) > 0 { // of chains that the database does not have
		bad = &trail.Flaw{TenantID: unknown[0], Sequence: 1, Why: trail.Missing}
	}
	return archived, bad, nil
}

// joins tells how far the parts of a chain lead, and where they do not follow each other, or
// do not lead to what is in the database.
func (uc *UseCases) joins(ctx context.Context, tenantID string, parts []trail.Part) (int64, *trail.Flaw, error) {
	rd := uc.store.Read(ctx)
	anchor, bad, err := uc.anchorOf(ctx, rd, tenantID)
	if err != nil || bad != nil {
		return 0, bad, err
	}
	flaw := func(at int64, why trail.Reason) *trail.Flaw {
		return &trail.Flaw{TenantID: tenantID, Sequence: at, Why: why}
	}
	slices.SortStableFunc(parts, func(a, b trail.Part) int { return cmp.Compare(a.First, b.First) })
	end, heads := int64(0), map[int64][]byte{0: trail.ZeroHash()} // where parts that follow each other end
	for _, p := range parts {
		before, there := heads[p.First-1]
		if !there {
			return end, flaw(end+1, trail.Missing), nil
		}
		head, twice := heads[p.Last]
		if !bytes.Equal(before, p.Previous) || twice && !bytes.Equal(head, p.Head) {
			return end, flaw(p.First, trail.OutOfOrder), nil
		}
		end, heads[p.Last] = max(end, p.Last), p.Head
	}
	if anchor != nil {
		head, there := heads[anchor.Sequence]
		if !there {
			return end, flaw(end+1, trail.Missing), nil
		}
		if !bytes.Equal(head, anchor.Head) {
			return end, flaw(anchor.Sequence, trail.CheckpointMismatch), nil
		}
		if anchor.Sequence == end {
			return end, nil, nil
		}
	}
	if end == 0 {
		return 0, nil, nil
	}
	// A file was written, and its events are still here: a run that was cut short.
	e, err := rd.EventAt(tenantID, end)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return end, flaw(end, trail.Missing), nil
	case err == nil && !bytes.Equal(e.Hash, heads[end]):
		return end, flaw(end, trail.Changed), nil
	}
	if anchor == nil {
		return 0, nil, err
	}
	return anchor.Sequence, nil, err
}
