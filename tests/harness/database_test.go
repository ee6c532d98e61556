package harness

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) { os.Exit(Main(m)) }

// TestAWorldSeesNothingOfTheOneBefore: a database is returned without a row, and not at
// all if its schema was changed. It runs by itself: others would take what it returns.
func TestAWorldSeesNothingOfTheOneBefore(t *testing.T) {
	for _, k := range Stores(t) {
		lease := func(use func(t *testing.T, url string)) {
			t.Helper()
			t.Run(k.Name, func(t *testing.T) { use(t, k.Fresh(t)) })
		}
		applications := func(t *testing.T, url string) (n int) {
			t.Helper()
			if err := Beside(t, url).QueryRowContext(testingContext(), "SELECT COUNT(*) FROM applications").Scan(&n); err != nil {
				t.Fatal(err)
			}
			return n
		}
		lease(func(t *testing.T, url string) {
			Spoil(t, url, "INSERT INTO applications (id, name, policy, policy_preset, policy_version, version, created_at, updated_at) VALUES ('a', 'A', '{}', '', 1, 1, '2026-01-01', '2026-01-01')")
			if n := applications(t, url); n != 1 {
				t.Fatalf("%s: %d rows were planted", k.Name, n)
			}
		})
		lease(func(t *testing.T, url string) {
			if n := applications(t, url); n != 0 {
				t.Errorf("%s: %d applications are left", k.Name, n)
			}
		})
		for _, change := range []string{
			"ALTER TABLE applications ADD COLUMN planted integer", "CREATE INDEX planted ON applications (name)",
			"INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, 1)",
			"CREATE TRIGGER planted BEFORE DELETE ON applications FOR EACH ROW BEGIN DELETE FROM tenants; END",
		} {
			changed := ""
			lease(func(t *testing.T, url string) {
				Spoil(t, url, change)
				changed = url
			})
			lease(func(t *testing.T, url string) {
				if url == changed {
					t.Errorf("%s: the database is reused after %s", k.Name, change)
				}
			})
		}
	}
}
