package vendors_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"github.com/rekeyhq/rekey/tests/figures"
	"github.com/rekeyhq/rekey/tests/seed"
)

// saw is what became of each story for each client, as the file has it for the guide's table.
type saw struct {
	Clients []string `json:"clients"`
	Stories []row    `json:"stories"`
}

type row struct {
	Story   string            `json:"story"`
	Tells   string            `json:"tells"`
	Results map[string]string `json:"results"` // by client: works, refused (as the vendor refuses it), not offered
}

// results are what the runs on the stores saw of a vendor's clients.
type results struct {
	vendor
	mu   sync.Mutex
	seen map[string]map[string]string // by story and client
}

func newResults(v vendor) *results { return &results{vendor: v, seen: map[string]map[string]string{}} }

// path of the file from which the guide's table is made.
func (r *results) path() string { return filepath.Join("results", r.name+".json") }

// add records how a story ended; every store has to see the same.
func (r *results) add(t *testing.T, c client, store string, e ending) {
	t.Helper()
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.seen[e.Story] == nil {
		r.seen[e.Story] = map[string]string{}
	}
	before, had := r.seen[e.Story][c.name]
	if had && before != e.Result {
		t.Errorf("%s: %s on %s, %s on the other store", e.Story, e.Result, store, before)
	}
	r.seen[e.Story][c.name] = e.Result
	if e.Result == "failed" {
		t.Errorf("%s, %s: %s", c.name, e.Story, e.Why)
	}
}

// judge compares what was seen with what the file says. REKEY_WRITE_DOCS=1 writes it, if the run played everything.
func (r *results) judge(t *testing.T) {
	t.Helper()
	raw, err := os.ReadFile(r.path())
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	var said saw
	if err := json.Unmarshal(raw, &said); err != nil && len(raw) > 0 {
		t.Fatal(err)
	}
	for story, by := range seed.InOrder(r.seen) {
		for name, result := range seed.InOrder(by) {
			i := slices.IndexFunc(said.Stories, func(s row) bool { return s.Story == story })
			if os.Getenv("REKEY_WRITE_DOCS") == "" && (i < 0 || said.Stories[i].Results[name] != result) {
				t.Errorf("%s, %s: %s is not what %s says; run: REKEY_WRITE_DOCS=1 make vendors generate/docs", story, name, result, r.path())
			}
		}
	}
	if os.Getenv("REKEY_WRITE_DOCS") != "" && r.complete() && !t.Failed() {
		if err := os.WriteFile(r.path(), r.file(t), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// complete tells whether everything was played.
func (r *results) complete() bool {
	for _, c := range r.clients {
		for _, name := range r.played(c) {
			if r.seen[name][c.name] == "" {
				return false
			}
		}
	}
	return true
}

// file is what was seen, in the order of the stories.
func (r *results) file(t *testing.T) []byte {
	t.Helper()
	var all saw
	for _, c := range r.clients {
		all.Clients = append(all.Clients, c.name)
	}
	for _, s := range r.stories {
		all.Stories = append(all.Stories, row{Story: s.name, Tells: s.tells, Results: r.seen[s.name]})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(all); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// leave writes the figures of the conformance report: a line for each client.
func leave(t *testing.T, all []*results) {
	t.Helper()
	columns := []string{"works", "refused as the vendor does", "not offered"}
	words := map[string]string{"works": columns[0], "refused": columns[1], "not offered": columns[2]}
	chapter := figures.Chapter{Title: "The vendors' own clients", Command: "make vendors", Columns: columns}
	played, stories := 0, 0
	for _, r := range all {
		for _, c := range r.clients {
			stories += len(r.played(c))
			counted, of := map[string]int{}, 0
			for _, by := range r.seen {
				if result := by[c.name]; result != "" {
					counted[words[result]]++
					of++
				}
			}
			played += of
			for _, column := range columns {
				chapter.Rows = append(chapter.Rows, figures.Figure{Surface: column, Label: r.title + ": " + c.name, Done: counted[column], Of: counted[column]})
			}
			if counted[""] > 0 {
				chapter.Notes = append(chapter.Notes, fmt.Sprintf("%s: %s: %d failed.", r.title, c.name, counted[""]))
			}
		}
	}
	chapter.Notes = append(chapter.Notes, fmt.Sprintf("Left out: %d of %d stories of clients.", stories-played, stories))
	if err := chapter.Leave("vendors"); err != nil {
		t.Fatal(err)
	}
}
