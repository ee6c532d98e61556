// Package migrations embeds the schema's steps, one folder per dialect, with the
// same numbers in both.
package migrations

import "embed"

// Files holds the folders mysql and sqlite.
//
//go:embed mysql/*.sql sqlite/*.sql
var Files embed.FS
