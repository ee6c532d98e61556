package transfer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/rekeyhq/rekey/impl/core/audit"
	"github.com/rekeyhq/rekey/impl/trail"
)

// Archive moves old events from the database to a file. It can be interrupted at any point: no
// event is lost, and the same command continues. An event is deleted only after the file that
// contains it has its final name and is synced to the disk.
type Archive struct {
	Audit    *audit.UseCases
	File     string // a new file, or one that an earlier run wrote
	Before   time.Time
	TenantID string // empty: all
	// Rest is the pause after each deleted batch, in which other clients have the database to
	// themselves, as a multiple of the time that the batch took.
	Rest int

	// Between is called before each step, and can end the run with an error; it may be nil.
	Between func(step string) error
}

// Archived is the result of a run.
type Archived struct {
	Events  int64 // in the file
	Deleted int64 // rows, including those that an earlier run left
	Wrote   bool  // false: an earlier run had written the file, or no event is old enough
}

// Run writes the file unless it exists, and deletes the events that are in it.
func (a Archive) Run(ctx context.Context) (out Archived, err error) {
	if err := a.delete(ctx, &out); err != nil { // rows that an earlier run left after its file was complete
		return out, err
	}
	parts, err := a.read(ctx)
	if errors.Is(err, os.ErrNotExist) {
		out.Wrote, err = a.write(ctx)
		if err != nil || !out.Wrote {
			return out, err
		}
		parts, err = a.read(ctx) // the file that is on the disk
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
	if err := a.sync(); err != nil {
		return out, err
	}
	if err := a.Audit.DropArchived(ctx, parts); err != nil {
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

// read checks the file on the disk.
func (a Archive) read(ctx context.Context) ([]trail.Part, error) {
	f, err := os.Open(a.File)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	parts, bad, err := a.Audit.ReadArchive(ctx, f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.File, err)
	}
	if bad != nil {
		return nil, fmt.Errorf("%s is not an archive of this service, or was changed: %s at event %d of tenant %q; nothing was deleted", a.File, bad.Why, bad.Sequence, bad.TenantID)
	}
	return parts, nil
}

// write writes the file under another name first, so that an incomplete file is never taken for
// an archive. It returns false if no event is old enough.
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
	if err := os.Link(f.Name(), a.File); err != nil { // a rename would overwrite the file of another run
		return false, fmt.Errorf("the archive cannot be given its name: %w", err)
	}
	return true, nil
}

// sync syncs the file and its folder. They may be those of another run, which was stopped, or is
// still under way, between writing and syncing.
func (a Archive) sync() error {
	f, err := os.Open(a.File)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close(), syncFolder(filepath.Dir(a.File)))
}

func (a Archive) fill(ctx context.Context, to io.Writer) ([]trail.Part, error) {
	if err := a.step("writing the file"); err != nil {
		return nil, err
	}
	return a.Audit.WriteArchive(ctx, audit.WriteArchiveInput{TenantID: a.TenantID, Before: a.Before}, to)
}

func gone(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// syncFolder makes a new name durable: without it a power failure may undo it (fsync(2)).
func syncFolder(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

func (a Archive) delete(ctx context.Context, out *Archived) error {
	began := time.Now()
	return a.Audit.DeleteArchived(ctx, a.TenantID, func(rows int) error {
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
