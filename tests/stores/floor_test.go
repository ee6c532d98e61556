package stores_test

import (
	"errors"
	"log/slog"
	"sync"
	"testing"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestAnOlderProgramObeysTheFloor: a program accepts a schema with migrations that it does not
// know, until one of them takes away what it needs.
func TestAnOlderProgramObeysTheFloor(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, k harness.StoreKind) {
		dbURL := k.Empty(t)
		s := openStore(t, dbURL, clock.System{}, nil)
		_, err := s.Migrate(t.Context())
		must(t, err)
		raw := openRaw(t, dbURL)
		for _, step := range []struct {
			change string
			want   error
		}{
			{"INSERT INTO goose_db_version (version_id, is_applied) VALUES (9000, 1)", nil},
			{"INSERT INTO schema_floor (id, version) VALUES (1, 150)", nil},
			{"UPDATE schema_floor SET version = 8999", store.ErrNewerSchema},
			{"UPDATE schema_floor SET version = 150", nil},
			{"DELETE FROM goose_db_version WHERE version_id = 142", store.ErrSchema},
		} {
			must(t, raw.Exec(step.change).Error)
			if err := s.Ready(t.Context()); !errors.Is(err, step.want) {
				t.Errorf("after %s: %v", step.change, err)
			}
			if step.want == store.ErrSchema {
				continue // it would be applied a second time
			}
			if n, err := s.Migrate(t.Context()); n != 0 || !errors.Is(err, step.want) {
				t.Errorf("after %s: migrated by %d steps, %v", step.change, n, err)
			}
		}
	})
}

// TestMigrationsAtOnce: several operators, or several nodes of a deployment, migrate at once.
func TestMigrationsAtOnce(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, k harness.StoreKind) {
		dbURL := k.Empty(t)
		steps, done := len(scripts(t, "sqlite")), make(chan int, 3)
		var all sync.WaitGroup
		for range cap(done) {
			all.Go(func() {
				s, err := store.Open(t.Context(), store.Options{URL: dbURL, Clock: clock.System{}, Log: slog.New(slog.DiscardHandler)})
				if err == nil {
					var n int
					n, err = s.Migrate(t.Context())
					done <- n
					err = errors.Join(err, s.Close())
				}
				if err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		close(done)
		sum := 0
		for n := range done {
			sum += n
		}
		if sum != steps {
			t.Errorf("%d of %d steps were counted", sum, steps)
		}
		must(t, openStore(t, dbURL, clock.System{}, nil).CheckSchema(t.Context()))
	})
}

// TestAMigrationThatWasKilledGoesOn: on MySQL a process that is killed between a step and its record
// leaves a step that the next run finds carried out. It records the step, and goes on. A table that
// exists is left to the operator, since it may be another program's.
func TestAMigrationThatWasKilledGoesOn(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, k harness.StoreKind) {
		if k.Name == harness.SQLite().Name { // a step and its record are one transaction
			return
		}
		dbURL := k.Empty(t)
		s := openStore(t, dbURL, clock.System{}, nil)
		_, err := s.Migrate(t.Context())
		must(t, err)
		raw := openRaw(t, dbURL)
		for _, step := range []struct {
			version int
			goesOn  bool
		}{
			{101, true}, // adds a column
			{140, true}, // adds a key
			{141, true}, // drops a key
			{142, true}, // adds a column and its key
			{150, false},
		} {
			must(t, raw.Exec("DELETE FROM goose_db_version WHERE version_id = ?", step.version).Error)
			n, err := s.Migrate(t.Context())
			if step.goesOn && (n != 1 || err != nil) || !step.goesOn && (n != 0 || err == nil) {
				t.Errorf("step %d: migrated by %d steps, %v", step.version, n, err)
			}
			if now := s.CheckSchema(t.Context()); (now == nil) != step.goesOn {
				t.Errorf("step %d: the schema is %v", step.version, now)
			}
		}
	})
}
