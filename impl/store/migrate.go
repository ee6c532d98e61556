package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	mysqldriver "github.com/go-sql-driver/mysql"
	"github.com/pressly/goose/v3"

	"github.com/rekeyhq/rekey/models/migrations"
)

// Migrate migrates the schema to the version of this binary and returns the number of steps.
// Each step is one statement on MySQL, where DDL is not transactional.
func (s *Store) Migrate(ctx context.Context) (int, error) {
	p, err := s.provider()
	if err != nil {
		return 0, err
	}
	done, err := p.Up(ctx)
	var server *mysqldriver.MySQLError
	if errors.As(err, &server) && server.Number == noRight {
		return len(done), s.explained(err)
	}
	if err != nil {
		return len(done), fmt.Errorf("store: migrate: %w", err)
	}
	return len(done), nil
}

// MigrateDown reverts every step; for tests of the migrations.
func (s *Store) MigrateDown(ctx context.Context) error {
	p, err := s.provider()
	if err != nil {
		return err
	}
	_, err = p.DownTo(ctx, 0)
	return err
}

// Versions returns the version of the schema, 0 if there is none, and the version that this
// binary needs. It only reads: goose's own function would first create its table, and neither a
// server nor a probe may do that.
func (s *Store) Versions(ctx context.Context) (current, needed int64, err error) {
	p, err := s.provider()
	if err != nil {
		return 0, 0, err
	}
	for _, source := range p.ListSources() {
		needed = max(needed, source.Version)
	}
	there, err := s.hasTable(ctx, goose.DefaultTablename)
	if err != nil || !there {
		return 0, needed, err
	}
	err = s.read.WithContext(ctx).Raw("SELECT COALESCE(MAX(version_id), 0) FROM " + goose.DefaultTablename).Scan(&current).Error
	return current, needed, translate(err)
}

// hasTable has a query of its own, since gorm's migrator panics if the database does not answer.
func (s *Store) hasTable(ctx context.Context, name string) (bool, error) {
	n := 0
	err := s.read.WithContext(ctx).Raw(s.dialect.countTables(), name).Scan(&n).Error
	return n > 0, translate(err)
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
