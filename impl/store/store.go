// Package store reads and writes the models in MySQL, MariaDB or SQLite. It is the only package
// that imports gorm.
//
// A Store is an open database. A Reader only reads; a Tx also writes. Read and Write return
// handles for single statements, InTx runs a function in one transaction and repeats all of it
// after a lost race. A Scope limits lists to the objects that the caller's rights apply to.
// Functions are named after their statement: Find reads one row or returns ErrNotFound, List reads
// a page, Insert writes a row, and those that return a bool change exactly one row or return false.
//
// The core, impl/access, impl/outbox and the assembly in impl/service use it; surfaces must not.
//
// Both engines behave alike: times are UTC in microseconds, texts compare byte by byte, and each
// error that waiting can cure is one kind. Correctness depends on guarded updates that must change
// exactly one row and not on row locks, since SQLite ignores FOR UPDATE and Galera's locks are
// local. The function of InTx may run several times, so it must not use the network, hash or log.
// The store decides nothing: a rule about users belongs to the core.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
)

// ErrNotFound means that there is no such row.
var ErrNotFound = errors.New("store: not found")

// ErrDuplicate means that another row has the same unique key.
var ErrDuplicate = errors.New("store: duplicate key")

// Options of Open; URL, Clock and Log are required.
type Options struct {
	URL   string // sqlite:PATH or mysql://user:pass@host:port,host:port/name
	Clock clock.Clock
	// DatabaseClock replaces the database's own clock, which a test cannot move.
	DatabaseClock clock.Clock
	Log           *slog.Logger
	// Within is the deadline for an answer of a MySQL server to a statement without a context, such
	// as COMMIT; 0: none, for the migration of a large table.
	Within time.Duration
	// Patience is how long Open waits for a MySQL server that is not there yet; 0: not at all. Waiting is
	// required with it, and called once with the cause when Open begins to wait.
	Patience time.Duration
	Waiting  func(cause error)
	// Keyring seals the ends of the audit trail. Without it events cannot be written.
	Keyring *secret.Keyring
	// Intercept is called before each statement and can make it fail. Tests use it to prove that
	// a failure at any statement leaves the old state.
	Intercept func(ctx context.Context, statement string) error
	// Observe is called after each statement with the number of rows that it read or changed. Tests
	// use it to prove what a statement costs.
	Observe func(Statement)
	// Traced begins spans for the statements of traced requests.
	Traced bool
}

// Statement is an executed statement.
type Statement struct {
	SQL  string
	Vars []any
	Rows int64
}

// Store is an open database.
type Store struct {
	clock   clock.Clock
	theirs  clock.Clock // replaces the database's clock; nil: its own
	log     *slog.Logger
	keyring *secret.Keyring
	dialect dialect
	tx      *gorm.DB // for transactions, on the same connections as write
	write   *gorm.DB
	read    *gorm.DB // the same as write, except on SQLite, which has one writer
	plain   *gorm.DB // for reads whose statements are not kept prepared, on the connections of read

	looked     atomic.Pointer[looked]    // the last reading of the database's clock
	refusedRow atomic.Pointer[time.Time] // when a row was last refused because the database is full
}

// Open connects. It does not migrate.
func Open(ctx context.Context, o Options) (*Store, error) {
	if o.Clock == nil || o.Log == nil || o.URL == "" {
		return nil, errors.New("store: URL, Clock and Log are required")
	}
	d, err := dialectFor(o.URL, o.Within, o.Log)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", setting, err)
	}
	s := &Store{clock: o.Clock, theirs: o.DatabaseClock, log: o.Log, keyring: o.Keyring, dialect: d}
	if s.tx, err = s.open(d.writer(), d.writers(), o); err != nil {
		return nil, err
	}
	// Single statements are kept prepared; those of transactions are not. gorm shares one cache,
	// and a statement that waits for a connection to be prepared would delay the transactions that
	// have all the connections.
	s.write = s.tx.Session(&gorm.Session{PrepareStmt: true})
	s.write.Statement.ConnPool = retrying{s.write.Statement.ConnPool, d.hosts()}
	s.read = s.write
	base := s.tx
	if r := d.reader(); r != nil {
		if base, err = s.open(r, d.readers(), o); err != nil {
			return nil, errors.Join(err, s.Close())
		}
		s.read = base.Session(&gorm.Session{PrepareStmt: true})
		s.read.Statement.ConnPool = retrying{s.read.Statement.ConnPool, d.hosts()}
	}
	s.plain = base.WithContext(ctx)
	s.plain.Statement.ConnPool = retrying{s.plain.Statement.ConnPool, d.hosts()}
	if err := s.first(ctx, o); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func (s *Store) open(d gorm.Dialector, conns int, o Options) (*gorm.DB, error) {
	db, err := gorm.Open(d, &gorm.Config{
		SkipDefaultTransaction: true,
		TranslateError:         true,
		QueryFields:            true, // names every column, so that an old binary works beside a new one
		NowFunc:                s.clock.Now,
		Logger:                 quietLogger{log: o.Log},
		DisableAutomaticPing:   true,
	})
	if err != nil {
		return nil, s.explained(err) // SQLite opens its file here
	}
	pool, err := db.DB()
	if err != nil {
		return nil, fmt.Errorf("store: open: %w", err)
	}
	pool.SetMaxOpenConns(conns)
	pool.SetMaxIdleConns(conns) // connecting for each request costs ten times the query
	pool.SetConnMaxLifetime(s.dialect.life())
	err = errors.Join(keepExactTimes(db), s.watchRoom(db))
	if err == nil && o.Traced {
		err = s.traceStatements(db)
	}
	if err == nil && o.Intercept != nil {
		err = intercept(db, o.Intercept)
	}
	if err == nil && o.Observe != nil {
		err = observe(db, o.Observe)
	}
	if err != nil {
		return nil, errors.Join(err, pool.Close())
	}
	return db, nil
}

// Close ends all connections.
func (s *Store) Close() error {
	errs := []error{closePool(s.write)}
	if s.read != s.write {
		errs = append(errs, closePool(s.read))
	}
	return errors.Join(errs...)
}

// closePool closes a pool. It does nothing if Open failed before there was one.
func closePool(db *gorm.DB) error {
	if db == nil {
		return nil
	}
	pool, err := db.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}

// Ping checks that the database answers.
func (s *Store) Ping(ctx context.Context) error {
	for _, db := range []*gorm.DB{s.write, s.read} {
		pool, err := db.DB()
		if err != nil {
			return err
		}
		if err := pool.PingContext(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Dialect returns the name of the engine: mysql or sqlite.
func (s *Store) Dialect() string { return s.dialect.name() }

func (s *Store) pool() (*sql.DB, error) { return s.write.DB() }

// intercept registers the function before every kind of statement.
func intercept(db *gorm.DB, see func(context.Context, string) error) error {
	hook := func(kind string) func(*gorm.DB) {
		return func(tx *gorm.DB) {
			name := kind + " " + tx.Statement.Table
			if err := see(tx.Statement.Context, strings.TrimSpace(name)); err != nil {
				_ = tx.AddError(err)
			}
		}
	}
	c := db.Callback()
	return errors.Join(
		c.Create().Before("gorm:create").Register("rekey:see", hook("insert")),
		c.Update().Before("gorm:update").Register("rekey:see", hook("update")),
		c.Delete().Before("gorm:delete").Register("rekey:see", hook("delete")),
		c.Query().Before("gorm:query").Register("rekey:see", hook("select")),
		c.Raw().Before("gorm:raw").Register("rekey:see", hook("raw")),
		c.Row().Before("gorm:row").Register("rekey:see", hook("row")),
	)
}

func observe(db *gorm.DB, see func(Statement)) error {
	hook := func(tx *gorm.DB) {
		see(Statement{SQL: tx.Statement.SQL.String(), Vars: slices.Clone(tx.Statement.Vars), Rows: tx.RowsAffected})
	}
	c := db.Callback()
	return errors.Join(
		c.Create().After("gorm:create").Register("rekey:ran", hook),
		c.Update().After("gorm:update").Register("rekey:ran", hook),
		c.Delete().After("gorm:delete").Register("rekey:ran", hook),
		c.Query().After("gorm:query").Register("rekey:ran", hook),
	)
}

// translate converts errors of gorm and the drivers to those of the store.
func translate(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, gorm.ErrRecordNotFound):
		return ErrNotFound
	case errors.Is(err, gorm.ErrDuplicatedKey):
		return ErrDuplicate
	case conditionOf(err) != defective:
		return fault.ErrUnavailable.Because(err)
	}
	return err
}
