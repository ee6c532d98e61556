package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"

	mysqldriver "github.com/go-sql-driver/mysql"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"github.com/rekeyhq/rekey/models/migrations"
)

const (
	lockTable  = "goose_lock"
	lockTries  = 120             // seconds that a second migration waits for the first
	tableWaits = 3 * time.Second // a migration waits so long for the transactions that use its table, and later ones wait behind it
	tableTries = 10
)

// Migrate migrates the schema to the version of this binary and returns the number of steps.
// Each step is one statement on MySQL, where DDL is not transactional. Servers may serve meanwhile.
// Of several at once on MySQL one works, and the others wait: a row with a lease decides, since
// Galera's other locks are local to a node. On SQLite each step is a transaction.
func (s *Store) Migrate(ctx context.Context) (int, error) {
	schema, err := s.Schema(ctx)
	if err != nil {
		return 0, err
	}
	if err := schema.Check(); errors.Is(err, ErrNewerSchema) {
		return 0, err
	}
	pool, closePool, err := s.migrationPool()
	if err != nil {
		return 0, err
	}
	defer closePool()
	p, err := s.provider(pool)
	if err != nil {
		return 0, err
	}
	done, err := s.migrate(ctx, p)
	var server *mysqldriver.MySQLError
	switch {
	case err == nil:
		return done, nil
	case errors.As(err, &server) && server.Number == noRight:
		return done, s.explained(err)
	}
	return done, fmt.Errorf("store: migrate: %w", err)
}

// migrate raises the floor before each step that contracts the schema: a server of an old version
// must not find it contracted and believe that it may serve.
func (s *Store) migrate(ctx context.Context, p *goose.Provider) (done int, err error) {
	up := func(through int64) error {
		n, err := s.upTo(ctx, p, through)
		done += n
		return err
	}
	known, err := s.knownMigrations()
	if err != nil {
		return 0, err
	}
	applied, err := s.appliedMigrations(ctx)
	if err != nil {
		return 0, err
	}
	for _, version := range without(known, applied) {
		needs, err := s.contract(version)
		if err != nil {
			return done, err
		}
		if needs == 0 {
			continue
		}
		if err := up(version - 1); err != nil {
			return done, err
		}
		if err := s.Write(ctx).raiseSchemaFloor(needs); err != nil {
			return done, err
		}
	}
	return done, up(slices.Max(known))
}

// upTo tries again if a transaction kept a table too long, or if another process was faster on
// SQLite, where a lost race looks like a table that exists already.
func (s *Store) upTo(ctx context.Context, p *goose.Provider, through int64) (done int, err error) {
	for n := 1; ; n++ {
		before, err := s.appliedMigrations(ctx)
		if err != nil {
			return done, err
		}
		results, err := p.UpTo(ctx, through)
		var part *goose.PartialError
		if errors.As(err, &part) {
			results = part.Applied
		}
		done += len(results)
		if err == nil || n == tableTries {
			return done, err
		}
		if part != nil && s.carriedOut(part) {
			if err := s.recordMigration(ctx, part.Failed.Source.Version); err != nil {
				return done, err
			}
			done++
			continue
		}
		after, readErr := s.appliedMigrations(ctx)
		if moved := len(after)-len(before) > len(results); readErr != nil || !retryable(err) && !moved {
			return done, err
		}
		if err := Pause(ctx, n); err != nil {
			return done, err
		}
	}
}

// carriedOut tells whether a step of MySQL was carried out before, by a process that was killed before it
// recorded the step. A step is one statement, which takes place as a whole or not at all: if the column or the
// key that it adds is there, or the key that it drops is not, then all of it took place. A table that is
// there may be another program's, and has to be looked at by an operator.
func (s *Store) carriedOut(failed *goose.PartialError) bool {
	var server *mysqldriver.MySQLError
	return errors.As(failed.Err, &server) && slices.Contains([]uint16{
		1060, // a column of this name exists
		1061, // a key of this name exists
		1091, // there is no column or key of this name to drop
	}, server.Number)
}

func (s *Store) recordMigration(ctx context.Context, version int64) error {
	s.log.WarnContext(ctx, "a migration that was carried out had not been recorded", "version", version)
	return translate(s.write.WithContext(ctx).Exec("INSERT INTO "+goose.DefaultTablename+" (version_id, is_applied) VALUES (?, 1)", version).Error)
}

// MigrateDown reverts every step; for tests of the migrations.
func (s *Store) MigrateDown(ctx context.Context) error {
	pool, err := s.pool()
	if err != nil {
		return err
	}
	p, err := s.provider(pool)
	if err != nil {
		return err
	}
	_, err = p.DownTo(ctx, 0)
	return err
}

// migrationPool returns connections whose statements wait only briefly for a table. A server's
// default is a day, and every later statement on the table would wait behind the migration.
func (s *Store) migrationPool() (pool *sql.DB, done func(), err error) {
	d, ok := s.dialect.(mysqlDialect)
	if !ok {
		pool, err = s.pool()
		return pool, func() {}, err
	}
	connector, err := d.connectorWith("lock_wait_timeout", fmt.Sprint(int(tableWaits.Seconds())))
	if err != nil {
		return nil, nil, err
	}
	pool = sql.OpenDB(connector)
	return pool, func() { _ = pool.Close() }, nil
}

// provider applies migrations in the order of their numbers. One with a lower number than others
// that were applied before is applied too: it comes from another line of development.
func (s *Store) provider(pool *sql.DB) (*goose.Provider, error) {
	steps, err := fs.Sub(migrations.Files, s.dialect.name())
	if err != nil {
		return nil, err
	}
	options := []goose.ProviderOption{goose.WithDisableGlobalRegistry(true), goose.WithAllowOutofOrder(true)}
	dialect := goose.DialectSQLite3
	if s.dialect.name() == "mysql" {
		dialect = goose.DialectMySQL
		locker, err := lock.NewMySQLTableLocker(lock.WithTableName(lockTable), lock.WithTableLockTimeout(time.Second, lockTries), lock.WithTableLogger(s.log))
		if err != nil {
			return nil, err
		}
		options = append(options, goose.WithLocker(locker))
	}
	return goose.NewProvider(dialect, pool, steps, options...)
}
