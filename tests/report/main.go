// Command report joins what the checks counted into two pages, docs/conformance.md and
// docs/reliability.md. Every figure is from a file that a run wrote; none is typed.
package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/tests/figures"
)

// chapter is what one check wrote.
type chapter struct {
	figures.Chapter
	name string
}

// wanted are the checks without which the report is not whole, in the order of the page.
func wanted() []string {
	return []string{
		"spec", "examples", "coverage", "sdk-go", "sdk-typescript", "sdk-python", "sdk-java",
		"snippets-go", "snippets-typescript", "snippets-python", "snippets-java", "postman", "fuzz", "mock", "docs",
		"samples", "sabotage", "generators", "vendors",
	}
}

func main() {
	from := flag.String("from", ".report", "where the checks left their figures")
	to := flag.String("to", "docs/conformance.md", "the page of conformance")
	reliable := flag.String("reliability", "docs/reliability.md", "the page of reliability")
	leftOut := flag.String("left-out", "", "say in a line what the last such run left out, and write no page: some, rest, all, some-race or all-race")
	flag.Parse()
	err := error(nil)
	if *leftOut != "" {
		err = sayLeftOut(*from, *leftOut)
	} else {
		err = errors.Join(run(*from, *to), reliability(*from, *reliable))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "report:", err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	chapters, err := read(from)
	if err != nil {
		return err
	}
	if err := os.WriteFile(to, []byte(write(chapters)), 0o644); err != nil {
		return err
	}
	var missing []error // what a check found wanting, it failed by itself
	for _, name := range wanted() {
		if !slices.ContainsFunc(chapters, func(c chapter) bool { return c.name == name }) {
			missing = append(missing, errors.New(name+" left no figures: run make check first"))
		}
	}
	return errors.Join(missing...)
}

func read(dir string) ([]chapter, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	var all []chapter
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		c := chapter{name: strings.TrimSuffix(filepath.Base(path), ".json")}
		if err := json.Unmarshal(raw, &c); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		all = append(all, c)
	}
	place := func(c chapter) int {
		if i := slices.Index(wanted(), c.name); i >= 0 {
			return i
		}
		return len(wanted())
	}
	slices.SortFunc(all, func(a, b chapter) int { return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.name, b.name)) })
	return all, nil
}

// write is the page.
func write(chapters []chapter) string {
	var b strings.Builder
	line := func(format string, a ...any) { fmt.Fprintf(&b, format+"\n", a...) }
	version := version()
	line("# Conformance report\n")
	line("Rekey %s, contract %s, commit %s, measured on %s. Written by `make check-long`, from what the commands named below counted.\n",
		version, version, commit(), clock.System{}.Now().Format("2 January 2006"))
	line("| check | command | result |\n| --- | --- | --- |")
	for _, c := range chapters {
		done, of := 0, 0
		for _, r := range c.Rows {
			done, of = done+r.Done, of+r.Of
		}
		line("| %s | `%s` | %d of %d |", c.Title, c.Command, done, of)
	}
	for _, c := range chapters {
		line("\n## %s\n\n`%s`\n", c.Title, c.Command)
		table(line, c)
		for _, n := range c.Notes {
			line("- %s", n)
		}
	}
	return b.String()
}

// version is that of the contract, and of the program.
func version() string {
	spec, err := openapi3.NewLoader().LoadFromData(openapi.JSON)
	if err != nil {
		return "?"
	}
	return spec.Info.Version
}

// commit is what was measured.
func commit() string {
	said, err := exec.CommandContext(context.Background(), "git", "describe", "--always", "--abbrev=12", "--dirty").Output()
	if err != nil {
		return "unknown" // of an archive without history
	}
	return strings.TrimSpace(string(said))
}

// table has a line for each label and a column for each surface.
func table(line func(string, ...any), c chapter) {
	var labels, surfaces []string
	for _, r := range c.Rows {
		if !slices.Contains(labels, r.Label) {
			labels = append(labels, r.Label)
		}
		if !slices.Contains(surfaces, r.Surface) {
			surfaces = append(surfaces, r.Surface)
		}
	}
	if len(c.Columns) > 0 {
		surfaces = c.Columns
	} else {
		slices.Sort(surfaces)
	}
	head := []string{""}
	for _, s := range surfaces {
		head = append(head, cmp.Or(s, "all"))
	}
	line("| %s |\n|%s", strings.Join(head, " | "), strings.Repeat(" --- |", len(head)))
	for _, l := range labels {
		cells := []string{l}
		for _, s := range surfaces {
			cell := ""
			if i := slices.IndexFunc(c.Rows, func(r figures.Figure) bool { return r.Label == l && r.Surface == s }); i >= 0 {
				cell = fmt.Sprintf("%d of %d", c.Rows[i].Done, c.Rows[i].Of)
			}
			cells = append(cells, cell)
		}
		line("| %s |", strings.Join(cells, " | "))
	}
	line("")
}
