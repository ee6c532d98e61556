package stores_test

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models/migrations"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestModelsAndMigrationsAgree compares a database built by the migrations with one
// built from the models, and shows that the comparison can tell.
func TestModelsAndMigrationsAgree(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, k harness.StoreKind) {
		migrated := k.Empty(t)
		s := openStore(t, migrated, clock.System{}, nil)
		_, err := s.Migrate(t.Context())
		must(t, err)
		have := schemaOf(t, openRaw(t, migrated))
		if len(have) < 150 {
			t.Fatalf("only %d tables, columns and indexes were seen", len(have))
		}
		for _, d := range difference(have, planted(t, k.Empty(t))) {
			t.Error(d)
		}
		for change, notice := range seed.InOrder(plants(s.Dialect())) {
			t.Run(change, func(t *testing.T) {
				t.Parallel()
				found := difference(have, planted(t, k.Empty(t), change))
				if !slices.ContainsFunc(found, func(d string) bool { return strings.Contains(d, notice) }) {
					t.Errorf("not noticed; found %q", found)
				}
			})
		}
	})
}

// TestMigrationsGoDownAndUp takes every step back and makes it again.
func TestMigrationsGoDownAndUp(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, k harness.StoreKind) {
		dbURL := k.Empty(t)
		s := openStore(t, dbURL, clock.System{}, nil)
		raw := openRaw(t, dbURL)
		steps := len(scripts(t, "sqlite"))
		newest := number(t, scripts(t, "sqlite")[steps-1])
		up := func() {
			n, err := s.Migrate(t.Context())
			must(t, err)
			if n != steps {
				t.Fatalf("%d of %d steps were taken", n, steps)
			}
			found, err := s.Schema(t.Context())
			must(t, err)
			if err := found.Check(); err != nil || found.Version != newest || found.Needed != newest || found.Newer() {
				t.Fatalf("%+v, newest %d, %v", found, newest, err)
			}
		}
		up()
		before := schemaOf(t, raw)
		must(t, s.MigrateDown(t.Context()))
		if left := schemaOf(t, raw); len(left) != 0 {
			t.Errorf("left behind: %q", left)
		}
		if found, err := s.Schema(t.Context()); err != nil || found.Version != 0 || found.Needed != newest || !errors.Is(found.Check(), store.ErrSchema) {
			t.Errorf("%+v, %v", found, err)
		}
		up()
		if d := difference(before, schemaOf(t, raw)); len(d) != 0 {
			t.Errorf("the second time differs: %q", d)
		}
		if n, err := s.Migrate(t.Context()); n != 0 || err != nil {
			t.Errorf("a migrated database was migrated by %d steps, %v", n, err)
		}
	})
}

func scripts(t testing.TB, folder string) []string {
	t.Helper()
	files, err := fs.Glob(migrations.Files, folder+"/*.sql")
	must(t, err)
	if len(files) == 0 {
		t.Fatalf("no migrations in %s", folder)
	}
	return files
}

// number is what a script's name begins with; some numbers are left out.
func number(t testing.TB, script string) int64 {
	t.Helper()
	text, _, _ := strings.Cut(path.Base(script), "_")
	n, err := strconv.ParseInt(text, 10, 64)
	must(t, err)
	return n
}

// TestMigrationsOfBothEnginesAreTwins: equal numbers and names, so that versions mean
// the same, and one statement a step on MySQL, where a step that fails half-way
// cannot be rolled back.
func TestMigrationsOfBothEnginesAreTwins(t *testing.T) {
	t.Parallel()
	lite, server := scripts(t, "sqlite"), scripts(t, "mysql")
	if len(lite) != len(server) {
		t.Fatalf("%d files for sqlite, %d for mysql", len(lite), len(server))
	}
	for i := range lite {
		if strings.TrimPrefix(lite[i], "sqlite/") != strings.TrimPrefix(server[i], "mysql/") {
			t.Errorf("%s has no twin but %s", lite[i], server[i])
		}
	}
	for _, file := range server {
		body, err := migrations.Files.ReadFile(file)
		must(t, err)
		for section, n := range seed.InOrder(statements(string(body))) {
			if n != 1 {
				t.Errorf("%s holds %d statements %s", file, n, section)
			}
		}
	}
	if n := statements("-- +goose Up\nCREATE TABLE a (b int);\nCREATE INDEX c ON a (b);\n-- +goose Down\n"); n["up"] != 2 || n["down"] != 0 {
		t.Errorf("statements are miscounted: %v", n)
	}
}

// statements counts those of each direction of a migration.
func statements(body string) map[string]int {
	up, down, _ := strings.Cut(body, "-- +goose Down")
	count := func(part string) (n int) {
		for line := range strings.Lines(part) {
			if line = strings.TrimSpace(line); !strings.HasPrefix(line, "--") {
				n += strings.Count(line, ";")
			}
		}
		return n
	}
	return map[string]int{"up": count(up), "down": count(down)}
}
