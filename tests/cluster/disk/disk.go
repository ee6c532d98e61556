package disk

import (
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/rekeyhq/rekey/tests/seed"
)

// Sector is what a disk writes as a whole or not at all.
const Sector = 512

// file is a file whatever its name: what a sync kept, and what was done to it since.
type file struct {
	kept    []byte
	pending []Event
	syncing []int // how much was pending when a sync began that is not done
}

// Disk is what a power cut at this point would meet.
type Disk struct {
	names   map[string]*file // as the process sees them
	kept    map[string]*file // as the folder was synced
	changes []rename         // since then
	syncing []int
}

// rename is a change of a folder.
type rename struct {
	path string
	file *file // nil: removed
}

// New is a disk with these files, by path, which all are kept.
func New(files map[string][]byte) *Disk {
	d := &Disk{names: map[string]*file{}, kept: map[string]*file{}}
	for path, content := range seed.InOrder(files) {
		f := &file{kept: slices.Clone(content)}
		d.names[path], d.kept[path] = f, f
	}
	return d
}

// Play does what the process did.
func (d *Disk) Play(e Event) {
	switch e.Kind {
	case Create:
		d.file(e.Path)
	case Write, Truncate:
		f := d.file(e.Path)
		f.pending = append(f.pending, e)
	case Remove:
		delete(d.names, e.Path)
		d.changes = append(d.changes, rename{path: e.Path})
	case Sync:
		d.sync(e)
	}
}

// file finds a file, or creates it.
func (d *Disk) file(path string) *file {
	f := d.names[path]
	if f == nil {
		f = &file{}
		d.names[path] = f
		d.changes = append(d.changes, rename{path, f})
	}
	return f
}

// sync keeps, at its end, what was done before its beginning.
func (d *Disk) sync(e Event) {
	f := d.names[e.Path]
	switch {
	case f != nil && !e.Done:
		f.syncing = append(f.syncing, len(f.pending))
	case f != nil && len(f.syncing) > 0:
		n := min(f.syncing[0], len(f.pending))
		for _, change := range f.pending[:n] {
			f.kept = applied(f.kept, change)
		}
		f.pending, f.syncing = f.pending[n:], nil
	case f == nil && !e.Done: // the folder
		d.syncing = append(d.syncing, len(d.changes))
	case f == nil && len(d.syncing) > 0:
		n := min(d.syncing[0], len(d.changes))
		for _, c := range d.changes[:n] {
			rename{c.path, c.file}.apply(d.kept)
		}
		d.changes, d.syncing = d.changes[n:], nil
	}
}

func (c rename) apply(names map[string]*file) {
	if c.file == nil {
		delete(names, c.path)
	} else {
		names[c.path] = c.file
	}
}

// Pending tells whether a power cut could lose anything now.
func (d *Disk) Pending() bool {
	return len(d.changes) > 0 || slices.ContainsFunc(slices.Collect(maps.Values(d.names)), func(f *file) bool { return len(f.pending) > 0 })
}

// Loss is what a power cut loses of what was not synced.
type Loss string

// The losses.
const (
	All     Loss = "everything" // that was not synced
	Nothing Loss = "nothing"    // as after kill -9
	Some    Loss = "some writes"
	Torn    Loss = "some sectors"
)

// Losses lists them.
func Losses() []Loss { return []Loss{All, Nothing, Some, Torn} }

// Left gives the files that are left after a power cut.
func (d *Disk) Left(loss Loss, draw *seed.Source) map[string][]byte {
	names := maps.Clone(d.kept)
	for _, c := range d.changes {
		if loss == Nothing || loss != All && draw.IntN(2) == 0 {
			c.apply(names)
		}
	}
	left := map[string][]byte{}
	for path, f := range seed.InOrder(names) {
		left[path] = f.left(loss, draw)
	}
	return left
}

func (f *file) left(loss Loss, draw *seed.Source) []byte {
	content := slices.Clone(f.kept)
	for _, change := range f.pending {
		switch {
		case loss == Nothing, loss == Some && draw.IntN(2) == 0:
			content = applied(content, change)
		case loss == Torn && change.Kind == Truncate && draw.IntN(2) == 0:
			content = applied(content, change)
		case loss == Torn && change.Kind == Write:
			for _, sector := range sectors(change) {
				if draw.IntN(3) > 0 {
					content = applied(content, sector)
				}
			}
		}
	}
	return content
}

// sectors splits a write where sectors of the disk begin.
func sectors(e Event) (list []Event) {
	for at, data := e.At, e.Data; len(data) > 0; {
		n := min(int64(len(data)), Sector-at%Sector)
		list = append(list, Event{Kind: Write, Path: e.Path, At: at, Data: data[:n]})
		at, data = at+n, data[n:]
	}
	return list
}

// applied is a content after a change. A gap has zeros, as in a sparse file.
func applied(content []byte, e Event) []byte {
	size := e.At
	if e.Kind == Write {
		size += int64(len(e.Data))
	}
	if grow := size - int64(len(content)); grow > 0 {
		content = append(content, make([]byte, grow)...)
	}
	if e.Kind == Truncate {
		return content[:e.At]
	}
	copy(content[e.At:], e.Data)
	return content
}

// Store writes files, under their own names, into another folder.
func Store(files map[string][]byte, folder string) error {
	for path, content := range seed.InOrder(files) {
		if err := os.WriteFile(filepath.Join(folder, filepath.Base(path)), content, 0o600); err != nil {
			return err
		}
	}
	return nil
}
