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

// MigrateUp migrates a database to the schema of this version, and returns the number of
// migrations. It creates an SQLite file that does not exist. A database that was used before must
// belong to the secret file. That is checked before the migration if the schema stores its keys
// already, otherwise after the migrations that add them.
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

// Status compares the schema with this version, for a database that belongs to the secret file. It
// changes nothing.
func Status(ctx context.Context, c *config.Config, log *slog.Logger) (schema store.Schema, err error) {
	if err := RequireDatabase(c.DatabaseURL); err != nil {
		return schema, err
	}
	err = withKeys(ctx, c, log, func(st *store.Store, keys *keycheck.Checker) (err error) {
		if keys != nil {
			if err := keys.Verify(ctx); err != nil {
				return err
			}
		}
		schema, err = st.Schema(ctx)
		return err
	})
	return schema, err
}

// withKeys opens a database and the keys of the secret file. A database that was never used may
// exist before the secret file, and then there are no keys.
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

// noFile gives the absolute path of the file, since commands are run in different directories.
func noFile(path string, missing error) error {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	return fmt.Errorf("this database was used with a secret file, and there is none at %s: put it there, since a new one could not decrypt the data in the database: %w", path, missing)
}

// inUse tells whether a database may hold data that depends on a secret file.
func inUse(ctx context.Context, st *store.Store) (bool, error) {
	used, err := st.Used(ctx)
	if used || err != nil {
		return used, err
	}
	return st.KnowsKeys(ctx)
}
