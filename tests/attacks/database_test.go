package attacks_test

import (
	"database/sql"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// table is a table as it stands: column by column, row by row.
type table struct {
	columns []string
	rows    map[string][]string // by the first column, which is the key of all tables but two
}

// picture is a whole database at a moment.
type picture map[string]table

// beside is a connection to the world's database that the service does not know of.
func (s *stage) beside() *sql.DB {
	s.T.Helper()
	if s.other == nil {
		s.other = harness.Beside(s.T, s.DBURL)
	}
	return s.other
}

// tables are all columns that the database itself lists, by table.
func (s *stage) tables() map[string][]string {
	s.T.Helper()
	if s.listed != nil {
		return s.listed
	}
	listing := "SELECT m.name, p.name FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table' ORDER BY m.name, p.cid"
	if s.Store.Dialect() == "mysql" {
		listing = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position"
	}
	all := map[string][]string{}
	for _, row := range s.query(listing) {
		if row[0] != "goose_db_version" && !strings.HasPrefix(row[0], "sqlite_") {
			all[row[0]] = append(all[row[0]], row[1])
		}
	}
	if len(all) < 15 {
		s.T.Fatalf("the database lists %d tables only", len(all))
	}
	s.listed = all
	return all
}

// picture reads every column of every table.
func (s *stage) picture() picture {
	s.T.Helper()
	quote := `"`
	if s.Store.Dialect() == "mysql" {
		quote = "`"
	}
	all := picture{}
	for name, columns := range seed.InOrder(s.tables()) {
		t := table{columns: columns, rows: map[string][]string{}}
		list := quote + strings.Join(columns, quote+", "+quote) + quote
		for _, row := range s.query("SELECT " + list + " FROM " + quote + name + quote) {
			t.rows[row[0]] = row
		}
		all[name] = t
	}
	return all
}

func (s *stage) query(statement string) [][]string {
	s.T.Helper()
	rows, err := s.beside().QueryContext(s.T.Context(), statement)
	if err != nil {
		s.T.Fatalf("%s: %v", statement, err)
	}
	defer func() { _ = rows.Close() }()
	columns, err := rows.Columns()
	if err != nil {
		s.T.Fatal(err)
	}
	raw, into := make([]sql.RawBytes, len(columns)), make([]any, len(columns))
	for i := range raw {
		into[i] = &raw[i]
	}
	var all [][]string
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			s.T.Fatal(err)
		}
		row := make([]string, len(columns))
		for i := range raw {
			row[i] = string(raw[i])
		}
		all = append(all, row)
	}
	if err := rows.Err(); err != nil {
		s.T.Fatal(err)
	}
	return all
}

// bytes are all places of the database where something could lie: every value of every
// column, and on SQLite the files too, with what deleted rows left in them.
func (s *stage) bytes() []place {
	s.T.Helper()
	var places []place
	for name, t := range seed.InOrder(s.picture()) {
		for i, column := range t.columns {
			var b strings.Builder
			for _, row := range seed.InOrder(t.rows) {
				b.WriteString(row[i] + "\n")
			}
			places = append(places, place{"column " + name + "." + column, b.String()})
		}
	}
	path, isFile := strings.CutPrefix(s.DBURL, "sqlite:")
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if !isFile {
			break
		}
		raw, err := os.ReadFile(path + suffix)
		if err != nil {
			s.T.Fatalf("%v: a running database has this file", err)
		}
		places = append(places, place{"file rekey.db" + suffix, string(raw)})
	}
	return places
}

// changes lists what differs between two pictures: "users.locked_at of <id>", "new row
// in events", "lost row in tickets".
func (before picture) changes(after picture) []string {
	var found []string
	for name, b := range seed.InOrder(before) {
		a := after[name]
		for id, row := range seed.InOrder(b.rows) {
			now, still := a.rows[id]
			if !still {
				found = append(found, "lost row in "+name)
				continue
			}
			for i, column := range b.columns {
				if row[i] != now[i] {
					found = append(found, name+"."+column)
				}
			}
		}
		for id := range seed.InOrder(a.rows) {
			if _, known := b.rows[id]; !known {
				found = append(found, "new row in "+name)
			}
		}
	}
	slices.Sort(found)
	return found
}

// kept are the changes that no refused request may leave behind: everything but the
// audit trail with the ends of its chains, the counters and tries, the note of a key's use or of a
// link's opening, and reset requests that wait for the worker.
func kept(changes []string) []string {
	return slices.DeleteFunc(slices.Clone(changes), func(c string) bool {
		return strings.HasSuffix(c, " events") || strings.Contains(c, "event_chains") || strings.Contains(c, "counters") || strings.HasSuffix(c, " tries") || strings.HasPrefix(c, "tries.") ||
			strings.HasSuffix(c, ".failed_tries") || c == "api_keys.last_used_at" || c == "tickets.opened_at" || c == "new row in reset_requests"
	})
}

func TestThePictureShowsEveryChange(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		p := s.person()
		before := s.picture()
		if found := before.changes(s.picture()); len(found) != 0 {
			t.Errorf("nothing happened, and the picture shows %v", found)
		}
		s.lock(p)
		found := before.changes(s.picture())
		for _, want := range []string{"users.locked_at", "users.sequence", "new row in events"} {
			if !slices.Contains(found, want) {
				t.Errorf("the picture does not show %s: %v", want, found)
			}
		}
	})
}
