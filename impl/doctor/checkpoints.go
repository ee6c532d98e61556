package doctor

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/trail"
)

// checkpoints compares the checkpoints in a file, which was kept outside of the database, with the
// chains of the database. A database that was cut, or restored from an older backup, is behind them.
func (d Doctor) checkpoints(ctx context.Context, st *store.Store) []Finding {
	f, err := os.Open(d.Checkpoints)
	if err != nil {
		return []Finding{{Fail, "checkpoints", err.Error()}}
	}
	defer func() { _ = f.Close() }()
	kept, err := trail.LastKept(f)
	switch {
	case err != nil:
		return []Finding{{Fail, "checkpoints", d.Checkpoints + ": " + err.Error()}}
	case len(kept) == 0:
		return []Finding{{Warn, "checkpoints", d.Checkpoints + " has none; give the log of the service, or what rekey audit checkpoints printed"}}
	}
	var out []Finding
	for _, tenantID := range slices.Sorted(maps.Keys(kept)) {
		problem, err := contradicts(st.Read(ctx), kept[tenantID])
		if err != nil {
			return []Finding{{Fail, "checkpoints", "the audit trail cannot be read: " + store.ForOperator(err)}}
		}
		if problem != "" {
			out = append(out, Finding{Warn, "checkpoints", problem})
		}
	}
	if len(out) == 0 {
		return []Finding{{OK, "checkpoints", fmt.Sprintf("the last ones of %d chains in %s match the database", len(kept), d.Checkpoints)}}
	}
	return out
}

// contradicts says how a chain differs from a checkpoint; empty if it does not.
func contradicts(rd *store.Reader, k trail.Kept) (string, error) {
	chain := "of the platform"
	if k.TenantID != "" {
		chain = "of tenant " + k.TenantID
	}
	end := int64(0)
	c, err := rd.FindChain(k.TenantID)
	if err == nil {
		end = c.Sequence
	} else if !errors.Is(err, store.ErrNotFound) {
		return "", err
	}
	at := k.At.Format(time.RFC3339)
	if end < k.Sequence {
		return fmt.Sprintf("the checkpoint %s from %s is at event %d and the database ends at event %d: it is older, from a backup, or was cut; "+
			"after a restore run rekey restored", chain, at, k.Sequence, end), nil
	}
	e, err := rd.EventAt(k.TenantID, k.Sequence)
	if errors.Is(err, store.ErrNotFound) {
		return notThere(rd, k, chain)
	}
	if err != nil || bytes.Equal(e.Hash, k.Head) {
		return "", err
	}
	return strings.Join([]string{"the checkpoint", chain, "from", at, fmt.Sprintf("has another hash for event %d", k.Sequence),
		"than the database: it was restored from a backup before that time and went on, or the trail was rewritten; look for the event database.restore"}, " "), nil
}

// notThere accepts an event that was archived.
func notThere(rd *store.Reader, k trail.Kept, chain string) (string, error) {
	anchor, err := rd.FindCheckpoint(trail.AnchorID(k.TenantID))
	if err == nil && anchor.Sequence >= k.Sequence {
		return "", nil
	}
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return "", err
	}
	return fmt.Sprintf("event %d %s, which a checkpoint names, is missing; run rekey audit verify", k.Sequence, chain), nil
}
