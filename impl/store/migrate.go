package store

import (
	"context"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"

	"github.com/rekeyhq/rekey/models/migrations"
)

// Migrate brings the schema up to this binary's version and tells how many steps it
// took. Each step is one statement on MySQL, where DDL is not transactional.
func (s *Store) Migrate(ctx context.Context) (int, error) {
	p, err := s.provider()
	if err != nil {
		return 0, err
	}
	done, err := p.Up(ctx)
	if err != nil {
		return len(done), fmt.Errorf("store: migrate: %w", err)
	}
	return len(done), nil
}

// MigrateDown takes every step back; for tests of the migrations.
func (s *Store) MigrateDown(ctx context.Context) error {
	p, err := s.provider()
	if err != nil {
		return err
	}
	_, err = p.DownTo(ctx, 0)
	return err
}

// Versions tells the schema's version and the one this binary needs.
func (s *Store) Versions(ctx context.Context) (current, needed int64, err error) {
	p, err := s.provider()
	if err != nil {
		return 0, 0, err
	}
	return p.GetVersions(ctx)
}

func (s *Store) provider() (*goose.Provider, error) {
	pool, err := s.pool()
	if err != nil {
		return nil, err
	}
	steps, err := fs.Sub(migrations.Files, s.dialect.name())
	if err != nil {
		return nil, err
	}
	dialect := goose.DialectSQLite3
	if s.dialect.name() == "mysql" {
		dialect = goose.DialectMySQL
	}
	return goose.NewProvider(dialect, pool, steps, goose.WithDisableGlobalRegistry(true))
}
