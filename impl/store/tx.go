package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"database/sql/driver"
	"errors"
	"math/big"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/tracing"
	"github.com/rekeyhq/rekey/models"
)

// maxAttempts is how often a transaction that loses races is tried.
const maxAttempts = 12

// Reader is a handle for statements that only read. A write through it does not compile.
// Now is read once, so that every statement of one handle sees one time.
type Reader struct {
	Now time.Time

	db    *gorm.DB
	store *Store
}

// Tx is a handle for statements that write, and by its Reader for those that read. They run in
// a transaction, or as single statements on the handle of Write. All rows that it writes have the
// time of its Reader.
type Tx struct {
	*Reader

	keyring *secret.Keyring
	attempt string // id of the transaction's first event, which is read back if COMMIT's answer is lost
	events  []*models.Event
	alone   func(func(*Tx) error) error // on the handle of Write: runs what needs a transaction
	after   []func()                    // runs after the commit
}

// AfterCommit registers what runs once the transaction has committed, such as counting for metrics. It
// does not run if the transaction is rolled back, and runs once if it is repeated. On the handle of Write
// it runs at once.
func (tx *Tx) AfterCommit(run func()) {
	if tx.alone != nil {
		run()
		return
	}
	tx.after = append(tx.after, run)
}

// runAfter runs what was registered for the commit.
func (tx *Tx) runAfter() {
	for _, run := range tx.after {
		run()
	}
}

// Read gives a handle for single reads outside a transaction.
func (s *Store) Read(ctx context.Context) *Reader { return s.reader(s.read.WithContext(ctx)) }

// Write gives a handle for single statements that commit by themselves.
func (s *Store) Write(ctx context.Context) *Tx {
	return &Tx{Reader: s.reader(s.write.WithContext(ctx)), alone: func(fn func(*Tx) error) error { return s.InTx(ctx, fn) }}
}

func (s *Store) reader(db *gorm.DB) *Reader { return &Reader{Now: s.clock.Now(), db: db, store: s} }

// InTx runs fn in one transaction, and repeats all of it if the database reports a lost race
// (deadlock, busy, certification failure), or if its host fails before COMMIT and there is another one.
// fn must be pure: no network, hashing or logging. If COMMIT fails, the outcome is read back by the id of
// the transaction's first event; the transaction is never repeated blindly.
func (s *Store) InTx(ctx context.Context, fn func(*Tx) error) error {
	ctx, span := tracing.Start(ctx, "transaction", tracing.Internal)
	defer span.End()
	attempt := secret.NewID()
	for n := 1; ; n++ {
		span.Number(tracing.Attempts, int64(n))
		tx, err := s.runOnce(ctx, attempt, fn)
		again := retryable(err) || errors.Is(err, errChainMoved) || errors.Is(err, errTriesMoved) || s.elsewhere(err, n)
		var failed *commitFailed
		if errors.As(err, &failed) {
			switch s.readBack(ctx, attempt, failed.cause) {
			case committed:
				tx.runAfter()
				return nil
			case unknown:
				return fault.ErrUnavailable.Because(failed)
			case rolledBack:
				again = true
			}
		}
		switch {
		case err == nil:
			tx.runAfter()
			return nil
		case !again:
			return err
		case n >= maxAttempts:
			return fault.ErrUnavailable.Because(err)
		}
		if err := Pause(ctx, n); err != nil {
			return fault.ErrUnavailable.Because(err)
		}
	}
}

// elsewhere tells whether a transaction that did not arrive at COMMIT can be tried on another host. It
// is tried at most once for each host.
func (s *Store) elsewhere(err error, tries int) bool {
	return tries < s.dialect.hosts() && severed(err)
}

// runOnce runs fn in a transaction. Its connection returns to the pool only if the transaction
// ended as requested. Otherwise the server may still have it open, with its locks, and later
// changes on the connection would never be committed.
func (s *Store) runOnce(ctx context.Context, attempt string, fn func(*Tx) error) (*Tx, error) {
	pool, err := s.pool()
	if err != nil {
		return nil, err
	}
	conn, err := takeConnection(ctx, pool)
	if err != nil {
		return nil, translate(err)
	}
	clean := false
	defer func() {
		if !clean {
			_ = conn.Raw(func(any) error { return driver.ErrBadConn })
		}
		_ = conn.Close() // to the pool, unless it was bad
	}()
	db := s.tx.WithContext(ctx)
	db.Statement.ConnPool = conn
	if db = db.Begin(s.txOptions()); db.Error != nil {
		return nil, translate(db.Error)
	}
	ended := false
	defer func() {
		if !ended { // also after a panic, which continues
			clean = db.Rollback().Error == nil
		}
	}()
	tx := &Tx{Reader: s.reader(db), attempt: attempt, keyring: s.keyring}
	if err := fn(tx); err != nil {
		return nil, err
	}
	if err := tx.insertEvents(); err != nil {
		return nil, err
	}
	ended = true
	_, span := tracing.Start(ctx, "COMMIT", tracing.Client)
	err = db.Commit().Error
	span.End()
	if err != nil {
		return tx, &commitFailed{cause: err}
	}
	clean = true
	return tx, nil
}

// takeConnection waits for a connection of the pool.
func takeConnection(ctx context.Context, pool *sql.DB) (*sql.Conn, error) {
	_, span := tracing.Start(ctx, "wait for connection", tracing.Internal)
	defer span.End()
	return pool.Conn(ctx)
}

// txOptions selects READ COMMITTED on MySQL, since guarded updates need the latest row and no
// gap locks; SQLite serialises writers.
func (s *Store) txOptions() *sql.TxOptions {
	if s.dialect.name() == "mysql" {
		return &sql.TxOptions{Isolation: sql.LevelReadCommitted}
	}
	return &sql.TxOptions{}
}

// commitFailed means that COMMIT was sent and was not answered with success.
type commitFailed struct{ cause error }

func (e *commitFailed) Error() string {
	return "store: outcome of commit is unknown: " + e.cause.Error()
}
func (e *commitFailed) Unwrap() error { return e.cause }

// readBackWithin is how long the outcome of a COMMIT is looked for. A cluster that lost a node takes
// some seconds to agree on what that node had sent, and a read waits for that.
const readBackWithin = 10 * time.Second

// outcome of a transaction whose COMMIT failed.
type outcome int

const (
	unknown outcome = iota
	committed
	rolledBack
)

// readBack finds out what became of a transaction whose COMMIT failed. A refusal is read back, too: on
// Galera the error of a lost race can hide a lost connection to the cluster, after which the other nodes
// may have committed. If the connection was lost and there is no trace, COMMIT may still be on its way.
func (s *Store) readBack(ctx context.Context, attempt string, cause error) outcome {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), readBackWithin)
	defer cancel()
	for n := 1; n <= 3; n++ {
		found, err := s.Write(ctx).eventExists(attempt)
		switch {
		case err == nil && found:
			return committed
		case err == nil && (retryable(cause) || refused(cause)):
			return rolledBack
		case err == nil:
			return unknown
		}
		if Pause(ctx, n+3) != nil {
			break
		}
	}
	return unknown
}

// Pause waits a random time that grows with n, or until ctx ends.
func Pause(ctx context.Context, n int) error {
	ceiling := min(int64(5*time.Millisecond)<<n, int64(500*time.Millisecond))
	jitter, err := rand.Int(rand.Reader, big.NewInt(ceiling))
	if err != nil {
		return err
	}
	timer := time.NewTimer(time.Duration(jitter.Int64()))
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// one tells whether a guarded update changed its row.
func one(r *gorm.DB) (bool, error) {
	if r.Error != nil {
		return false, translate(r.Error)
	}
	return r.RowsAffected == 1, nil
}

// all counts the rows of an update.
func all(r *gorm.DB) (int, error) { return int(r.RowsAffected), translate(r.Error) }

// insert writes one row.
func insert[T any](tx *Tx, row *T) error { return translate(tx.db.Create(row).Error) }

// endsInBlank tells whether a value cannot be a key: MySQL compares text with padding, so "a "
// would find "a" there but not on SQLite.
func endsInBlank(args []any) bool {
	return slices.ContainsFunc(args, func(a any) bool {
		text, ok := a.(string)
		return ok && strings.HasSuffix(text, " ")
	})
}

// take reads exactly one row by named columns.
func take[T any](rd *Reader, where string, args ...any) (*T, error) {
	row := new(T)
	if endsInBlank(args) {
		return nil, ErrNotFound
	}
	if err := rd.db.Where(where, args...).Take(row).Error; err != nil {
		return nil, translate(err)
	}
	return row, nil
}

// list reads rows by named columns.
func list[T any](rd *Reader, order string, limit int, where string, args ...any) ([]T, error) {
	var rows []T
	err := rd.db.Where(where, args...).Order(order).Limit(limit).Find(&rows).Error
	return rows, translate(err)
}
