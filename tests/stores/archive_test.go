package stores_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/audit"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/impl/transfer"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// archivist moves old events to files of a folder.
type archivist struct {
	*harness.World
	t      testing.TB
	folder string
}

func newArchivist(t testing.TB, w *harness.World) *archivist {
	return &archivist{w, t, harness.Memory(t)}
}

func (a *archivist) path(name string) string { return filepath.Join(a.folder, name) }

// archive is how the command runs; between may end it.
func (a *archivist) archive(name string, before time.Time, between func(string) error) (transfer.Archived, error) {
	return transfer.Archive{Audit: a.Core.Audit, File: a.path(name), Before: before, Between: between}.Run(asOwner(a.t.Context()))
}

func (a *archivist) mustArchive(name string, before time.Time) transfer.Archived {
	a.t.Helper()
	done, err := a.archive(name, before, nil)
	must(a.t, err)
	return done
}

// check verifies bytes or files together with the database.
func (a *archivist) check(files ...[]byte) (*transfer.VerifiedArchive, error) {
	var readers []io.Reader
	for _, f := range files {
		readers = append(readers, bytes.NewReader(f))
	}
	return transfer.VerifyArchive(asOwner(a.t.Context()), a.Core.Audit, "", readers...)
}

func (a *archivist) read(name string) []byte {
	a.t.Helper()
	raw, err := os.ReadFile(a.path(name))
	must(a.t, err)
	return raw
}

// whole fails unless files and database together hold an intact trail of so many events.
func (a *archivist) whole(events int64, names ...string) {
	a.t.Helper()
	var files [][]byte
	for _, name := range names {
		files = append(files, a.read(name))
	}
	found, err := a.check(files...)
	must(a.t, err)
	var there int64
	must(a.t, openRaw(a.t, a.DBURL).Model(&models.Event{}).Count(&there).Error)
	if found.Flaw != nil || found.Archived+int64(found.Checked) != events || there != int64(found.Checked) {
		a.t.Errorf("%d events in files, %d checked, %d in the database, want %d in all: %+v", found.Archived, found.Checked, there, events, found.Flaw)
	}
}

func (a *archivist) total() (n int64) {
	must(a.t, openRaw(a.t, a.DBURL).Model(&models.Event{}).Count(&n).Error)
	return n
}

// late is between the ninth event of a forger's chain, which is signed, and the tenth.
func late(w *harness.World) time.Time { return w.Clock.Now().Add(-time.Minute) }

// TestArchivesAndTheRestAreOneTrail: twice, with events in between; and what is missing, out
// of order or of another chain is told.
func TestArchivesAndTheRestAreOneTrail(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		f, a := newForger(t, w), newArchivist(t, w)
		all := a.total()
		first := a.mustArchive("1.ndjson", late(w))
		if !first.Wrote || first.Events < signedAt || first.Deleted < signedAt || f.count() != lastAt-signedAt {
			t.Fatalf("%+v, %d events of the tenant are left", first, f.count())
		}
		all += a.total() + first.Events - all // the events of the archive itself
		a.whole(all, "1.ndjson")
		intact(t, w)
		if info, err := os.Stat(a.path("1.ndjson")); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%v %v", info.Mode(), err)
		}
		if again := a.mustArchive("1.ndjson", w.Clock.Now()); again.Wrote || again.Deleted != 0 || again.Events != first.Events {
			t.Errorf("the same command again: %+v", again)
		}
		w.Clock.Advance(2 * time.Hour)
		w.Deliver() // the rest is signed by a checkpoint
		second := a.mustArchive("2.ndjson", late(w))
		if f.count() != 0 || second.Events == 0 {
			t.Errorf("%+v, %d events of the tenant are left", second, f.count())
		}
		intact(t, w)
		all = a.total() + first.Events + second.Events
		a.whole(all, "1.ndjson", "2.ndjson")
		w.Person("ada") // the chain goes on behind an archive that took all of it
		intact(t, w)
		one, two := a.read("1.ndjson"), a.read("2.ndjson")
		for name, c := range seed.InOrder(map[string]struct {
			files [][]byte
			why   trail.Reason
		}{
			"the first is left out": {[][]byte{two}, trail.Missing}, "the second is left out": {[][]byte{one}, trail.Missing},
			"both are": {nil, trail.Missing}, "in another order": {[][]byte{two, one}, ""}, "one twice": {[][]byte{one, two, one}, ""},
		}) {
			found, err := a.check(c.files...)
			must(t, err)
			if (found.Flaw == nil) != (c.why == "") || found.Flaw != nil && found.Flaw.Why != c.why {
				t.Errorf("%s: %+v, want %s", name, found.Flaw, c.why)
			}
		}
		if none := a.mustArchive("3.ndjson", late(w).Add(-time.Hour)); none.Wrote || none.Events != 0 {
			t.Errorf("nothing is so old: %+v", none)
		}
		if entries, err := os.ReadDir(a.folder); err != nil || len(entries) != 2 {
			t.Errorf("%v %v", entries, err)
		}
	})
}

// TestEveryByteOfAnArchiveCounts: none can be changed, left out or put in.
func TestEveryByteOfAnArchiveCounts(t *testing.T) {
	t.Parallel()
	w := harness.New(t, harness.SQLite())
	newForger(t, w)
	a := newArchivist(t, w)
	a.mustArchive("1.ndjson", late(w))
	raw := a.read("1.ndjson")
	flawed := func(name string, changed []byte) {
		t.Helper()
		if found, err := a.check(changed); err == nil && found.Flaw == nil {
			t.Errorf("%s is not noticed", name)
		}
	}
	draw := seed.For(t, "bytes")
	for range 400 {
		at, bit := draw.IntN(len(raw)), byte(1)<<draw.IntN(8)
		if raw[at] == '\n' && at == len(raw)-1 {
			continue // the end of the last line
		}
		changed := bytes.Clone(raw)
		changed[at] ^= bit
		flawed(fmt.Sprintf("bit %d of byte %d, %q", bit, at, raw[max(0, at-20):min(len(raw), at+20)]), changed)
	}
	lines := bytes.SplitAfter(raw, []byte("\n"))
	lines = lines[:len(lines)-1]
	for i := range lines {
		rest := bytes.Join(lines[i+1:], nil)
		before := bytes.Join(lines[:i], nil)
		flawed(fmt.Sprintf("without line %d", i), append(bytes.Clone(before), rest...))
		flawed(fmt.Sprintf("line %d twice", i), append(append(bytes.Clone(before), append(bytes.Clone(lines[i]), lines[i]...)...), rest...))
		if i > 0 {
			flawed(fmt.Sprintf("cut before line %d", i), before)
			flawed(fmt.Sprintf("lines %d and %d exchanged", i-1, i), bytes.Join([][]byte{bytes.Join(lines[:i-1], nil), lines[i], lines[i-1], rest}, nil))
		}
	}
}

// TestAChainThatWasChangedIsNotArchived: a signature would make it right.
func TestAChainThatWasChangedIsNotArchived(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		f, a := newForger(t, w), newArchivist(t, w)
		all := a.total()
		for name, by := range seed.InOrder(map[string]func(){
			"an old event": func() { f.exec("UPDATE events SET actor_id = 'x' WHERE id = ?", f.events[3].ID) },
			"the tail":     func() { f.redo(12) }, "all of it": func() { f.redo(2) },
		}) {
			by()
			if done, err := a.archive("1.ndjson", late(w), nil); err == nil || done.Deleted != 0 {
				t.Errorf("%s was changed: %+v %v", name, done, err)
			}
			f.mend()
		}
		if entries, err := os.ReadDir(a.folder); err != nil || len(entries) != 0 || a.total() != all {
			t.Errorf("%v %v, %d events of %d", entries, err, a.total(), all)
		}
	})
}

var errStopped = errors.New("stopped")

// TestAnArchiveThatIsStoppedLosesNothing: at each step, and at each statement; the same
// command goes on.
func TestAnArchiveThatIsStoppedLosesNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		a := newArchivist(t, w)
		newForger(t, w)
		stopped := func(name string, stop func(n int) (between func(string) error, ran func() bool)) {
			for n := 0; ; n++ {
				must(t, w.Store.InTx(t.Context(), func(tx *store.Tx) error { return tx.AppendEvent(&models.Event{TenantID: w.Tenant.ID, Action: "test"}) }))
				w.Clock.Advance(2 * time.Hour)
				before := w.Clock.Now()
				file := fmt.Sprintf("%s-%03d.ndjson", name, n)
				events := a.events()
				between, ran := stop(n)
				done, err := a.archive(file, before, between)
				w.BreakStore(nil)
				if err != nil && !ran() {
					t.Fatalf("%s %d: %+v %v", name, n, done, err)
				}
				a.kept(events, file)
				a.mustArchive(file, before)
				a.kept(events, file)
				intact(t, w)
				if !ran() {
					return
				}
			}
		}
		stopped("step", func(n int) (func(string) error, func() bool) {
			taken := 0
			return func(string) error {
				if taken++; taken == n+1 {
					return errStopped
				}
				return nil
			}, func() bool { return taken > n }
		})
		stopped("statement", func(n int) (func(string) error, func() bool) {
			ran := 0
			w.BreakStore(func(string) bool { ran++; return ran == n+1 })
			return nil, func() bool { return ran > n }
		})
		var files [][]byte
		entries, err := os.ReadDir(a.folder)
		must(t, err)
		for _, e := range entries {
			files = append(files, a.read(e.Name()))
		}
		if found, err := a.check(files...); err != nil || found.Flaw != nil {
			t.Errorf("all files together: %+v %v", found.Flaw, err)
		}
	})
}

// events are the ids of those in the database.
func (a *archivist) events() (ids []string) {
	a.t.Helper()
	must(a.t, openRaw(a.t, a.DBURL).Model(&models.Event{}).Pluck("id", &ids).Error)
	return ids
}

// kept fails unless each event is in the file or in the database.
func (a *archivist) kept(events []string, file string) {
	a.t.Helper()
	there := map[string]bool{}
	for _, id := range a.events() {
		there[id] = true
	}
	raw, err := os.ReadFile(a.path(file))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		a.t.Fatal(err)
	}
	for _, id := range events {
		if !there[id] && !bytes.Contains(raw, []byte(`"id":"`+id+`"`)) {
			a.t.Fatalf("event %s is nowhere", id)
		}
	}
}

// TestArchivesSideBySide: other servers append and check meanwhile, and of two runs with two
// files each event is in one at least.
func TestArchivesSideBySide(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		a, twin := newArchivist(t, w), w.Twin()
		add := func(w *harness.World, n int) error {
			return w.Store.InTx(t.Context(), func(tx *store.Tx) error {
				for range n {
					if err := tx.AppendEvent(&models.Event{TenantID: w.Tenant.ID, Action: "test"}); err != nil {
						return err
					}
				}
				return nil
			})
		}
		must(t, add(w, 1700))
		w.Clock.Advance(2 * time.Hour)
		before := late(w)
		var bad *trail.Flaw
		results := make([]transfer.Archived, 2)
		errs := together(4, func(i int) error {
			switch i {
			case 0, 1:
				var err error
				results[i], err = a.archive(fmt.Sprintf("%d.ndjson", i), before, nil)
				return err
			case 2:
				for range 30 {
					if err := add(twin, 1); err != nil {
						return err
					}
				}
			case 3:
				for range 10 {
					in := audit.VerifyAuditInput{Limit: 300}
					for {
						out, err := twin.Core.Audit.VerifyAudit(asOwner(t.Context()), in)
						if err != nil {
							return err
						}
						if out.Flaw != nil {
							bad = out.Flaw
						}
						if in.After = out.Next; out.Next == nil {
							break
						}
					}
				}
			}
			return nil
		})
		must(t, errors.Join(errs[2:]...))
		if bad != nil {
			t.Errorf("a check beside the archive: %+v", bad)
		}
		var names []string
		for i, err := range errs[:2] {
			switch {
			case err == nil && results[i].Wrote:
				names = append(names, fmt.Sprintf("%d.ndjson", i))
			case err != nil && !errors.Is(err, audit.ErrArchiveMoved):
				t.Error(err)
			}
		}
		if len(names) == 0 {
			t.Fatalf("no run had its way: %v", errs)
		}
		must(t, a.Core.Audit.DeleteArchived(asOwner(t.Context()), "", func(int) error { return nil }))
		a.whole(a.total()+results[int(names[0][0]-'0')].Events, names...)
	})
}
