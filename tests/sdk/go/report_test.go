package sdk_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	rekey "github.com/rekeyhq/rekey/gen/sdk/go"
)

type row struct {
	Surface string `json:"surface"`
	Label   string `json:"label"`
	Done    int    `json:"done"`
	Of      int    `json:"of"`
}

func TestMain(m *testing.M) {
	status := m.Run()
	if name := os.Getenv("REKEY_REPORT"); name != "" {
		if err := report(name); err != nil {
			fmt.Fprintln(os.Stderr, err)
			status = 1
		}
	}
	os.Exit(status)
}

func report(name string) error {
	tally.Lock()
	defer tally.Unlock()
	var rows []row
	for _, surface := range slices.Sorted(maps.Keys(tally.of)) {
		rows = append(rows, row{surface, "Go: reset paths driven", tally.done[surface], tally.of[surface]})
	}
	rows = append(rows, tally.rows...)
	slices.SortStableFunc(rows, func(a, b row) int { return strings.Compare(a.Label+a.Surface, b.Label+b.Surface) })
	raw, err := json.MarshalIndent(map[string]any{
		"title": "SDK for Go", "command": "make sdk/go", "rows": rows, "notes": []string{"version " + rekey.Version},
	}, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(raw, '\n'), 0o644)
}
