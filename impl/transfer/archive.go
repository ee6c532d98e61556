package transfer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/rekeyhq/rekey/impl/audit"
	"github.com/rekeyhq/rekey/impl/lifecycle"
)

// Archive moves old events from the database to a file. Whatever it is stopped at, nothing is
// lost and the same command goes on: an event is deleted only when the file with it has its
// name and rests on the disk.
type Archive struct {
	Core     *lifecycle.Core
	File     string // does not exist, or was written by an earlier run
	Before   time.Time
	TenantID string // empty: all
	// Rest is how long others have the database to themselves behind a batch that is deleted,
	// as a multiple of what the batch took.
	Rest int

	// Between is told of each step before it is taken, and may end the run there; nil: not.
	Between func(step string) error
}

// Archived tells what was done.
type Archived struct {
	Events  int64 // in the file
	Deleted int64 // rows, with those that an earlier run left
	Wrote   bool  // false: an earlier run had written the file, or nothing is so old
}

// Run writes the file, if it is not there yet, and deletes what is in it.
func (a Archive) Run(ctx context.Context) (out Archived, err error) {
	if err := a.delete(ctx, &out); err != nil { // what an earlier run left, whose file has its name
		return out, err
	}
	parts, err := a.read(ctx)
	if errors.Is(err, os.ErrNotExist) {
		out.Wrote, err = a.write(ctx)
		if err != nil || !out.Wrote {
			return out, err
		}
		parts, err = a.read(ctx) // as it rests there
	}
	if err != nil {
		return out, err
	}
	for _, p := range parts {
		out.Events += p.Last - p.First + 1
	}
	if err := a.step("moving the anchors"); err != nil {
		return out, err
	}
	if err := a.rest(); err != nil {
		return out, err
	}
	if err := a.Core.DropArchived(ctx, parts); err != nil {
		return out, err
	}
	return out, a.delete(ctx, &out)
}

func (a Archive) step(name string) error {
	if a.Between == nil {
		return nil
	}
	return a.Between(name)
}

// read checks the file as it is on the disk.
func (a Archive) read(ctx context.Context) ([]audit.Part, error) {
	f, err := os.Open(a.File)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	parts, bad, err := a.Core.ReadArchive(ctx, f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.File, err)
	}
	if bad != nil {
		return nil, fmt.Errorf("%s is no archive of this service, or was changed: %s at event %d of tenant %q; nothing was deleted", a.File, bad.Why, bad.Sequence, bad.TenantID)
	}
	return parts, nil
}

// write makes the file under another name first, so that half of one is never taken for an
// archive. It answers false if nothing is so old.
func (a Archive) write(ctx context.Context) (wrote bool, err error) {
	f, err := os.CreateTemp(filepath.Dir(a.File), ".rekey-archive-*") // 0600
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, gone(os.Remove(f.Name()))) }()
	parts, err := a.fill(ctx, f)
	if err != nil || len(parts) == 0 {
		return false, errors.Join(err, f.Close())
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return false, err
	}
	if err := a.step("naming the file"); err != nil {
		return false, err
	}
	if err := os.Link(f.Name(), a.File); err != nil { // a rename would write over another run's
		return false, fmt.Errorf("the archive cannot get its name: %w", err)
	}
	return true, nil
}

// rest makes file and name last, also those of another run, which may have been stopped, or be
// under way, between the two.
func (a Archive) rest() error {
	f, err := os.Open(a.File)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close(), syncFolder(filepath.Dir(a.File)))
}

func (a Archive) fill(ctx context.Context, to io.Writer) ([]audit.Part, error) {
	if err := a.step("writing the file"); err != nil {
		return nil, err
	}
	return a.Core.WriteArchive(ctx, lifecycle.ArchiveAudit{TenantID: a.TenantID, Before: a.Before}, to)
}

func gone(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// syncFolder makes a name last: without it a power cut may take it (fsync(2)).
func syncFolder(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

func (a Archive) delete(ctx context.Context, out *Archived) error {
	began := time.Now()
	return a.Core.DeleteArchived(ctx, a.TenantID, func(rows int) error {
		out.Deleted += int64(rows)
		if rows == 0 {
			return nil
		}
		rest := time.NewTimer(time.Duration(a.Rest) * time.Since(began))
		defer rest.Stop()
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-rest.C:
		}
		began = time.Now()
		return a.step("deleting a batch")
	})
}
