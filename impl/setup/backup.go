package setup

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/store"
)

// Backup writes a copy of an SQLite database, while the service runs, into a file that does not exist.
// The file has its name only when it is complete and on the disk.
func Backup(ctx context.Context, c *config.Config, log *slog.Logger, path string) (err error) {
	if err := RequireDatabase(c.DatabaseURL); err != nil {
		return err
	}
	st, err := store.Open(ctx, store.Options{URL: c.DatabaseURL, Clock: clock.System{}, Log: log})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	// A folder that only its owner can open: SQLite makes the file with the mode of the umask.
	folder, err := os.MkdirTemp(filepath.Dir(path), ".rekey-backup-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	part := filepath.Join(folder, "part")
	if err := st.CopyTo(ctx, part); err != nil {
		return err
	}
	if err := errors.Join(os.Chmod(part, 0o600), syncFile(part)); err != nil {
		return err
	}
	if err := os.Link(part, path); err != nil { // fails if the file exists
		return fmt.Errorf("the backup: %w", err)
	}
	return syncFile(filepath.Dir(path))
}

// syncFile waits until a file, or the names in a folder, are on the disk.
func syncFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
