// Package migrations embeds the migrations of the schema: one folder for each engine, with the
// same numbers in both. impl/store applies them in order. A released migration is never changed,
// since databases that have applied it would differ from new ones.
package migrations

import "embed"

// Files holds the folders mysql and sqlite.
//
//go:embed mysql/*.sql sqlite/*.sql
var Files embed.FS
