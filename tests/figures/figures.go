// Package figures carries what checks count to docs/conformance.md and docs/reliability.md, and what one check saw to another.
package figures

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// Chapter is what one check counted.
type Chapter struct {
	Title   string   `json:"title"`
	Command string   `json:"command"`
	Columns []string `json:"columns,omitempty"` // the order of the table, if not that of the alphabet
	Rows    []Figure `json:"rows"`
	Notes   []string `json:"notes"`
}

// Figure is so many of so many.
type Figure struct {
	Surface string `json:"surface"` // empty: all
	Label   string `json:"label"`
	Done    int    `json:"done"`
	Of      int    `json:"of"`
}

// Leave writes the chapter where REKEY_REPORT says; without it nobody asked.
func (c Chapter) Leave(name string) error { return Note(name, c) }

// Note leaves what later checks need where REKEY_REPORT says.
func Note(name string, value any) error {
	dir := os.Getenv("REKEY_REPORT")
	if dir == "" {
		return nil
	}
	raw, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return err
	}
	path := filepath.Join(dir, name+".json")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, append(raw, '\n'), 0o644)
}
