package store

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/models"
)

// sqliteFile is a store on a new file, with its schema.
func sqliteFile(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), Options{URL: "sqlite:" + path, Clock: clock.System{}, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if _, err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

// pragma changes the connection for writes.
func pragma(t *testing.T, s *Store, change string) {
	t.Helper()
	if err := s.tx.Exec("PRAGMA " + change).Error; err != nil {
		t.Fatal(err)
	}
}

// grow writes until the database grows.
func grow(ctx context.Context, s *Store) error {
	for range 300 {
		now := s.clock.Now()
		id := strings.Repeat("x", 20) + now.Format("150405.000000000")
		err := s.InTx(ctx, func(tx *Tx) error {
			return insert(tx, &models.Application{ID: id[len(id)-26:], Name: strings.Repeat("n", 200), CreatedAt: now, UpdatedAt: now})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// later is a clock behind the time for which a refused row counts.
type later struct{ clock.Clock }

func (c later) Now() time.Time { return c.Clock.Now().Add(noRoomFor) }

func TestAFullSQLiteFileIsWaitedFor(t *testing.T) {
	t.Parallel()
	s := sqliteFile(t, filepath.Join(t.TempDir(), "rekey.db"))
	pragma(t, s, "max_page_count = 1") // no more than there are
	if err := grow(t.Context(), s); !errors.Is(err, fault.ErrUnavailable) {
		t.Errorf("a full one: %v", err)
	}
	if err := s.Write(t.Context()).InsertApplication(&models.Application{ID: "y", Name: strings.Repeat("n", 100)}); err != nil && !errors.Is(err, fault.ErrUnavailable) {
		t.Errorf("a statement by itself: %v", err)
	}
	if err := s.Ready(t.Context()); err == nil {
		t.Error("it is ready")
	}
	pragma(t, s, "max_page_count = 100000")
	if err := grow(t.Context(), s); err != nil {
		t.Errorf("with room again: %v", err)
	}
	s.clock = later{s.clock}
	if err := s.Ready(t.Context()); err != nil {
		t.Errorf("ten seconds later: %v", err)
	}
}

func TestAReadOnlySQLiteFileIsWaitedFor(t *testing.T) {
	t.Parallel()
	s := sqliteFile(t, filepath.Join(t.TempDir(), "rekey.db"))
	pragma(t, s, "query_only = 1")
	if err := s.Ready(t.Context()); !errors.Is(err, fault.ErrUnavailable) {
		t.Errorf("it is ready: %v", err)
	}
	// BEGIN fails; the connection that takes no writes is not used again.
	if err := grow(t.Context(), s); !errors.Is(err, fault.ErrUnavailable) {
		t.Errorf("a change: %v", err)
	}
	if err := errors.Join(grow(t.Context(), s), s.Ready(t.Context())); err != nil {
		t.Errorf("after that: %v", err)
	}
}

// TestAWaitForSQLiteEndsWithItsRequest: another process holds the file for longer.
func TestAWaitForSQLiteEndsWithItsRequest(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "rekey.db")
	s, other := sqliteFile(t, path), sqliteFile(t, path)
	pragma(t, s, "busy_timeout = 100")
	held := other.tx.Begin()
	if held.Error != nil {
		t.Fatal(held.Error)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := grow(ctx, s); !errors.Is(err, fault.ErrUnavailable) {
		t.Errorf("a change: %v", err)
	}
	if err := s.Ready(ctx); err == nil {
		t.Error("it is ready")
	}
	if err := held.Rollback().Error; err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(grow(t.Context(), s), s.Ready(t.Context())); err != nil {
		t.Errorf("after that: %v", err)
	}
}

// TestALongStatementOfSQLiteEndsWithItsRequest: it is interrupted.
func TestALongStatementOfSQLiteEndsWithItsRequest(t *testing.T) {
	t.Parallel()
	s := sqliteFile(t, filepath.Join(t.TempDir(), "rekey.db"))
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	err := s.tx.WithContext(ctx).Exec("DELETE FROM readiness WHERE id IN (WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c)").Error
	if err := translate(err); !errors.Is(err, fault.ErrUnavailable) {
		t.Errorf("%v", err)
	}
}

func TestADamagedFileIsNotWaitedFor(t *testing.T) {
	t.Parallel()
	s := sqliteFile(t, filepath.Join(t.TempDir(), "rekey.db"))
	if err := translate(s.tx.Exec("SELECT nothing FROM nowhere").Error); err == nil || errors.Is(err, fault.ErrUnavailable) {
		t.Errorf("a wrong statement: %v", err)
	}
}
