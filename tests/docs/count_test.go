package docs_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

// count gathers what became of all blocks.
type count struct {
	mu    sync.Mutex
	pages []*judged // guarded by mu
}

func (c *count) add(j *judged) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.pages = append(c.pages, j)
}

// reportRow is a line of the conformance report.
type reportRow struct {
	Surface string `json:"surface"`
	Label   string `json:"label"`
	Done    int    `json:"done"`
	Of      int    `json:"of"`
}

// write leaves the figures for make report.
func (c *count) write(t *testing.T) {
	t.Helper()
	slices.SortFunc(c.pages, func(a, b *judged) int { return cmp.Compare(a.page.name, b.page.name) })
	rows, notes := []reportRow{}, []string{}
	totals := map[fate]int{}
	for _, j := range c.pages {
		row := reportRow{Label: j.page.name + ": samples executed or checked"}
		for _, b := range j.page.blocks {
			f := j.fates[b]
			totals[f]++
			if f == picture {
				continue
			}
			row.Of++
			if f == parsed {
				notes = append(notes, fmt.Sprintf("%s:%d: parsed, not run: %s", j.page.name, b.line, b.mark.argument))
				continue
			}
			row.Done++
		}
		if row.Of > 0 {
			rows = append(rows, row)
		}
	}
	notes = append([]string{fmt.Sprintf("%d blocks executed, %d checked otherwise, %d parsed alone, %d that are no samples.",
		totals[executed], totals[checked], totals[parsed], totals[picture])}, notes...)
	for _, n := range notes {
		t.Log(n)
	}
	report := map[string]any{"title": "Samples in the documentation", "command": "make docs-test/samples", "rows": rows, "notes": notes}
	body, err := json.MarshalIndent(report, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(root, ".report")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "samples.json"), append(body, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}
