// Package migrations embeds the migrations of the schema: one folder for each engine, with the
// same numbers in both. impl/store applies them in order. A released migration is never changed,
// since databases that have applied it would differ from new ones.
//
// A migration expands the schema, so that programs which do not know it can go on: it adds tables,
// indexes, and columns that may be left out. One that takes away what an earlier program needs
// contracts the schema, and says for which programs it is safe, in a line of its own:
//
//	-- contract: needs 0150
//
// Programs that know all migrations up to this number continue; others refuse the schema.
package migrations

import (
	"embed"
	"regexp"
	"strconv"
)

// Files holds the folders mysql and sqlite.
//
//go:embed mysql/*.sql sqlite/*.sql
var Files embed.FS

var contract = regexp.MustCompile(`(?m)^-- contract: needs (\d{4})$`)

// Contract returns the version that a program must know so that it can continue after a migration;
// zero if the migration only expands the schema.
func Contract(migration string) int64 {
	found := contract.FindStringSubmatch(migration)
	if found == nil {
		return 0
	}
	n, _ := strconv.ParseInt(found[1], 10, 64) // four digits
	return n
}
