package stores_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestNoOtherSignatureMakesAnArchive: not that of a checkpoint, of another part, of another
// service, or none.
func TestNoOtherSignatureMakesAnArchive(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		f, a := newForger(t, w), newArchivist(t, w)
		a.mustArchive("1.ndjson", late(w))
		raw := string(a.read("1.ndjson"))
		genuine := jwsOf(t, raw)
		parts := strings.Split(genuine, ".")
		other := harness.New(t, harness.SQLite())
		must(t, openRaw(t, other.DBURL).Exec("UPDATE signing_keys SET id = (SELECT id FROM signing_keys)").Error)
		statement, err := (&trail.Part{TenantID: w.Tenant.ID, First: 1, Last: signedAt, Previous: trail.ZeroHash(), Head: f.events[signedAt-1].Hash}).Statement(harness.PublicURL)
		must(t, err)
		strange, err := other.Access.Attest(t.Context(), trail.ArchiveType, statement)
		must(t, err)
		otherwise, err := w.Access.Attest(t.Context(), trail.ArchiveType, statement) // of other lines
		must(t, err)
		for name, jws := range seed.InOrder(map[string]string{
			"a checkpoint": f.checkpoints[0].Signature, "another service's": strange, "of other lines": otherwise,
			"none":         "eyJhbGciOiJub25lIiwidHlwIjoicmVrZXktYXJjaGl2ZStqd3QifQ." + parts[1] + ".",
			"not checked":  parts[0] + "." + parts[1] + "." + strings.Repeat("A", len(parts[2])),
			"no signature": "x",
		}) {
			found, err := a.check([]byte(strings.Replace(raw, genuine, jws, 1)))
			if err != nil || found.Flaw == nil || found.Flaw.Why != trail.ArchiveSignature {
				t.Errorf("%s: %+v %v", name, found.Flaw, err)
			}
		}
		if err := os.WriteFile(a.path("2.ndjson"), []byte(strings.Replace(raw, genuine, f.checkpoints[0].Signature, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := a.archive("2.ndjson", w.Clock.Now(), nil); err == nil {
			t.Error("a forged file is taken for an archive")
		}
	})
}

// jwsOf is the signature of the part of the forger's tenant, the last of the file.
func jwsOf(t testing.TB, raw string) string {
	t.Helper()
	_, jws, found := strings.Cut(raw[strings.LastIndex(raw, `{"archive"`):], `{"archive":"`)
	if !found {
		t.Fatal(raw)
	}
	return strings.TrimSuffix(strings.TrimSpace(jws), `"}`)
}

// TestTheRestOfAChainShowsEveryForgery: with the database in his hands, but not the secret
// file, nobody makes events go by saying that they are archived, and nobody adds any.
func TestTheRestOfAChainShowsEveryForgery(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		f, a := newForger(t, w), newArchivist(t, w)
		plain := f.checkpoints[0]
		a.mustArchive("1.ndjson", late(w))
		var early models.Checkpoint
		must(t, f.db.Where("id = ?", trail.AnchorID(w.Tenant.ID)).Take(&early).Error)
		f.load()
		first := f.events[0] // the tenth
		anchor := func(column string, value any) func() {
			return func() { f.exec("UPDATE checkpoints SET "+column+" = ? WHERE id = ?", value, early.ID) }
		}
		fake := func(at int64) func() {
			return func() {
				e := first
				e.ID, e.Sequence, e.PreviousHash, e.ActorID = "fake", at, trail.ZeroHash(), "nobody"
				e.Hash = trail.Hash(&e)
				must(t, f.db.Create(&e).Error)
			}
		}
		cases := map[string]struct {
			by  func()
			at  int64
			why trail.Reason
		}{
			"the anchor is gone":          {func() { f.exec("DELETE FROM checkpoints WHERE id = ?", early.ID) }, 1, trail.Missing},
			"the first is gone":           {func() { f.cut(10, 10) }, 10, trail.Missing},
			"all are gone":                {func() { f.cut(10, lastAt) }, 10, trail.Missing},
			"the anchor is moved":         {func() { f.cut(10, 10); anchor("sequence", 10)() }, 10, trail.CheckpointSignature},
			"and its hash":                {func() { f.cut(10, 10); anchor("sequence", 10)(); anchor("head", first.Hash)() }, 10, trail.CheckpointSignature},
			"another hash":                {anchor("head", first.Hash), signedAt, trail.CheckpointSignature},
			"a checkpoint for its anchor": {anchor("signature", plain.Signature), signedAt, trail.CheckpointSignature},
			"no signature":                {anchor("signature", "x"), signedAt, trail.CheckpointSignature},
			"an event before it":          {fake(4), 5, trail.Missing},
			"one at it":                   {fake(signedAt), signedAt, trail.CheckpointMismatch},
			"the first is changed":        {func() { f.exec("UPDATE events SET actor_id = 'x' WHERE id = ?", first.ID) }, 10, trail.Changed},
		}
		for name, c := range seed.InOrder(cases) {
			c.by()
			v := verify(t, w, w.Tenant.ID, 10_000)
			if v.Flaw == nil || v.Flaw.Sequence != c.at || v.Flaw.Why != c.why {
				t.Errorf("%s: %+v, want %s at %d", name, v.Flaw, c.why, c.at)
			}
			f.mend()
			if v := verify(t, w, w.Tenant.ID, 10_000); v.Flaw != nil || v.Checked != lastAt-signedAt {
				t.Fatalf("%s was mended: %+v %+v", name, v, v.Flaw)
			}
		}
		w.Clock.Advance(2 * time.Hour)
		a.mustArchive("2.ndjson", late(w))
		f.exec("DELETE FROM checkpoints WHERE id = ?", early.ID)
		must(t, f.db.Create(&early).Error) // the earlier anchor is put back
		if v := verify(t, w, w.Tenant.ID, 10_000); v.Flaw == nil || v.Flaw.Why != trail.Missing || v.Flaw.Sequence != 10 {
			t.Errorf("an earlier anchor: %+v", v.Flaw)
		}
	})
}

// TestAChainIsCheckedWhileItIsArchived: whichever statement of the check it is before which
// another server archives and deletes all events, half-way or whole, the check finds no flaw.
func TestAChainIsCheckedWhileItIsArchived(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		a, twin := newArchivist(t, w), w.Twin()
		for k, there := 0, true; there; k++ {
			must(t, w.Store.InTx(t.Context(), func(tx *store.Tx) error {
				for range 510 { // more than a batch of either
					if err := tx.AppendEvent(&models.Event{TenantID: w.Tenant.ID, Action: "test"}); err != nil {
						return err
					}
				}
				return nil
			}))
			w.Clock.Advance(2 * time.Hour)
			statement, file := 0, fmt.Sprintf("%03d.ndjson", k)
			half := func(step string) error {
				if step == "deleting a batch" && k%2 == 0 {
					return errStopped
				}
				return nil
			}
			there = false
			twin.WatchStore(func(context.Context, string) {
				if statement++; statement == k+1 {
					there = true
					if _, err := a.archive(file, late(w), half); err != nil && !errors.Is(err, errStopped) {
						t.Error(err)
					}
				}
			})
			v := verify(t, twin, w.Tenant.ID, 300)
			twin.WatchStore(nil)
			if v.Flaw != nil {
				t.Errorf("before statement %d: %+v", k, v.Flaw)
			}
			if there {
				a.mustArchive(file, late(w))
			}
			intact(t, w)
		}
	})
}
