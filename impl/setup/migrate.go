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
	"github.com/rekeyhq/rekey/impl/keycheck"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
)

// MigrateUp brings a database, which it makes if it is an SQLite file, to this version's
// schema and tells how many steps it took. One that was used before is held against the
// secret file: before, if it knows its keys, else after the steps that make it know them.
func MigrateUp(ctx context.Context, c *config.Config, log *slog.Logger) (int, error) {
	if err := MakeDatabase(c.DatabaseURL); err != nil {
		return 0, err
	}
	steps := 0
	err := withKeys(ctx, c, log, func(st *store.Store, keys *keycheck.Checker) (err error) {
		if keys == nil {
			steps, err = st.Migrate(ctx)
			return err
		}
		if err := keys.Verify(ctx); err != nil {
			return err
		}
		if steps, err = st.Migrate(ctx); err != nil {
			return err
		}
		return keys.Register(ctx)
	})
	return steps, err
}

// Status tells the schema's version and the one that is needed, of a database to which
// the secret file belongs. It changes nothing.
func Status(ctx context.Context, c *config.Config, log *slog.Logger) (have, need int64, err error) {
	if err := RequireDatabase(c.DatabaseURL); err != nil {
		return 0, 0, err
	}
	err = withKeys(ctx, c, log, func(st *store.Store, keys *keycheck.Checker) (err error) {
		if keys != nil {
			if err := keys.Verify(ctx); err != nil {
				return err
			}
		}
		have, need, err = st.Versions(ctx)
		return err
	})
	return have, need, err
}

// withKeys opens a database, and with it the keys of the secret file; there are none of a
// database that was never used, which may be there before the file.
func withKeys(ctx context.Context, c *config.Config, log *slog.Logger, do func(*store.Store, *keycheck.Checker) error) error {
	keyring, missing := secret.LoadKeyring(c.SecretFile)
	if missing != nil && !errors.Is(missing, os.ErrNotExist) {
		return missing
	}
	st, err := store.Open(ctx, store.Options{URL: c.DatabaseURL, Clock: clock.System{}, Log: log, Keyring: keyring})
	if err != nil {
		return err
	}
	return errors.Join(func() error {
		used, err := inUse(ctx, st)
		switch {
		case err != nil:
			return err
		case !used:
			return do(st, nil)
		case missing != nil:
			return noFile(c.SecretFile, missing)
		}
		return do(st, &keycheck.Checker{Store: st, Keyring: keyring})
	}(), st.Close())
}

// noFile names the file by its whole path: commands are run in several folders.
func noFile(path string, missing error) error {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	return fmt.Errorf("this database was used with a secret file, and there is none at %s: put it there, since a new one could not read what is in the database: %w", path, missing)
}

// inUse tells whether a database may hold what a secret made.
func inUse(ctx context.Context, st *store.Store) (bool, error) {
	used, err := st.Used(ctx)
	if used || err != nil {
		return used, err
	}
	return st.KnowsKeys(ctx)
}
