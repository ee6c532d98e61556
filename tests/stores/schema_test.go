package stores_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/models"
)

// schemaOf describes each table, column and index of a database by one line. Lengths
// and types are told on MySQL alone: SQLite stores any length in any column.
func schemaOf(t testing.TB, db *gorm.DB) []string {
	t.Helper()
	tables, err := db.Migrator().GetTables()
	must(t, err)
	var lines []string
	for _, table := range tables {
		if strings.HasPrefix(table, "goose_") || strings.HasPrefix(table, "sqlite_") {
			continue
		}
		lines = append(lines, "table "+table)
		lines = append(lines, columnsOf(t, db, table)...)
		lines = append(lines, indexesOf(t, db, table)...)
	}
	slices.Sort(lines)
	return lines
}

func columnsOf(t testing.TB, db *gorm.DB, table string) []string {
	t.Helper()
	var lines []string
	if db.Name() == "sqlite" { // its migrator reads the column checked_at as a CHECK constraint
		var columns []struct {
			Name     string
			Required bool
			Primary  bool
		}
		must(t, db.Raw(`SELECT name, "notnull" AS required, pk AS "primary" FROM pragma_table_info(?)`, table).Scan(&columns).Error)
		for _, c := range columns {
			lines = append(lines, column(table, c.Name, c.Primary, !c.Required))
		}
		return lines
	}
	columns, err := db.Migrator().ColumnTypes(table)
	must(t, err)
	for _, c := range columns {
		key, _ := c.PrimaryKey()
		nullable, _ := c.Nullable()
		full, _ := c.ColumnType()
		lines = append(lines, column(table, c.Name(), key, nullable)+" "+full)
	}
	return lines
}

func column(table, name string, primary, nullable bool) string {
	return fmt.Sprintf("column %s.%s primary=%v nullable=%v", table, name, primary, nullable && !primary)
}

func indexesOf(t testing.TB, db *gorm.DB, table string) []string {
	t.Helper()
	indexes, err := db.Migrator().GetIndexes(table)
	must(t, err)
	var lines []string
	for _, i := range indexes {
		if i.Name() == "PRIMARY" || strings.HasPrefix(i.Name(), "sqlite_autoindex") {
			continue
		}
		unique, _ := i.Unique()
		lines = append(lines, fmt.Sprintf("index %s on %s(%s) unique=%v", i.Name(), table, strings.Join(i.Columns(), ","), unique))
	}
	return lines
}

// difference lists what only the first (-) or only the second (+) has.
func difference(a, b []string) []string {
	var found []string
	for _, line := range a {
		if !slices.Contains(b, line) {
			found = append(found, "- "+line)
		}
	}
	for _, line := range b {
		if !slices.Contains(a, line) {
			found = append(found, "+ "+line)
		}
	}
	return found
}

// plants are changes of a table that nobody wrote into the models, and a word of what
// must be noticed.
func plants(engine string) map[string]string {
	p := map[string]string{
		"ALTER TABLE users ADD COLUMN planted integer":                       "column users.planted",
		"CREATE INDEX idx_planted ON users (locale)":                         "index idx_planted",
		"CREATE UNIQUE INDEX idx_planted_unique ON tickets (user_id, id)":    "unique=true",
		"CREATE TABLE planted (id integer)":                                  "table planted",
		"ALTER TABLE sessions RENAME COLUMN metadata TO metadatum":           "column sessions.metadatum",
		"ALTER TABLE challenges DROP COLUMN resends":                         "column challenges.resends",
		dropIndex(engine, "idx_messages_due", "messages"):                    "index idx_messages_due",
		"ALTER TABLE tenants ADD COLUMN required integer NOT NULL DEFAULT 0": "nullable=false",
	}
	if engine == "mysql" {
		p["ALTER TABLE users MODIFY username varchar(254) NOT NULL"] = "varchar(254)"
		p["ALTER TABLE users MODIFY sequence bigint NULL"] = "column users.sequence"
		p["ALTER TABLE events MODIFY at datetime(3) NOT NULL"] = "datetime(3)"
		p["ALTER TABLE sessions MODIFY token_digest varbinary(32) NOT NULL"] = "varbinary(32)"
	}
	return p
}

func dropIndex(engine, name, table string) string {
	if engine == "mysql" {
		return "DROP INDEX " + name + " ON " + table
	}
	return "DROP INDEX " + name
}

// planted is a database made from the models, then changed.
func planted(t testing.TB, dbURL string, change ...string) []string {
	t.Helper()
	db := openRaw(t, dbURL)
	must(t, db.AutoMigrate(models.All()...))
	for _, statement := range change {
		must(t, db.Exec(statement).Error)
	}
	return schemaOf(t, db)
}
