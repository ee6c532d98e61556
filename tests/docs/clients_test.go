package docs_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// clientsTable says what became of each story with each client that was tried. tests/vendors plays them, and writes what
// it saw into the file.
func clientsTable(t *testing.T, vendor string) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(root, "tests/vendors/results", vendor+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var saw struct {
		Clients []string
		Stories []struct {
			Tells   string
			Results map[string]string
		}
	}
	if err := json.Unmarshal(raw, &saw); err != nil {
		t.Fatal(err)
	}
	var table strings.Builder
	table.WriteString("\n| what a program does | " + strings.Join(saw.Clients, " | ") + " |\n|" + strings.Repeat(" --- |", len(saw.Clients)+1) + "\n")
	for _, s := range saw.Stories {
		cells := []string{s.Tells}
		for _, c := range saw.Clients {
			cells = append(cells, strings.ReplaceAll(s.Results[c], "not offered", "–"))
		}
		table.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
	return table.String() + "\n"
}

// TestTheTablesOfClientsHaveAResultForEachStory: an empty cell is a client that does not play the story, and each story has some.
func TestTheTablesOfClientsHaveAResultForEachStory(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join(root, "tests/vendors/results/*.json"))
	if err != nil || len(files) == 0 {
		t.Fatal("no results", err)
	}
	for _, file := range files {
		vendor := strings.TrimSuffix(filepath.Base(file), ".json")
		lines := strings.Split(strings.TrimSpace(clientsTable(t, vendor)), "\n")
		if len(lines) < 5 {
			t.Errorf("%s: the table has only %d lines", vendor, len(lines))
		}
		for _, line := range lines[2:] {
			cells := strings.Split(line, "|")
			if !slices.ContainsFunc(cells[2:len(cells)-1], func(c string) bool { return strings.TrimSpace(c) != "" }) {
				t.Errorf("%s: no client plays this story: %s", vendor, line)
			}
		}
	}
}
