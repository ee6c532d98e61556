package stores_test

import (
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// TestEveryTableHasAPrimaryKey, those of the migrations too: Galera cannot certify rows without one, and refuses
// DELETE there (https://galeracluster.com/library/training/tutorials/differences.html).
func TestEveryTableHasAPrimaryKey(t *testing.T) {
	t.Parallel()
	for _, k := range servers(t) {
		w := harness.New(t, k)
		db := harness.Beside(t, w.DBURL)
		rows, err := db.QueryContext(t.Context(), `SELECT t.table_name, t.engine, COUNT(c.constraint_name) FROM information_schema.tables t
			LEFT JOIN information_schema.table_constraints c ON c.table_schema = t.table_schema AND c.table_name = t.table_name AND c.constraint_type = 'PRIMARY KEY'
			WHERE t.table_schema = DATABASE() GROUP BY t.table_name, t.engine`)
		must(t, err)
		defer func() { _ = rows.Close() }()
		tables := 0
		for rows.Next() {
			var name, engine string
			var keys int
			must(t, rows.Scan(&name, &engine, &keys))
			if keys != 1 || engine != "InnoDB" {
				t.Errorf("%s: %d primary keys, engine %s", name, keys, engine)
			}
			tables++
		}
		must(t, rows.Err())
		if tables < 20 {
			t.Errorf("only %d tables", tables)
		}
	}
}
