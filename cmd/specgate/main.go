// Command specgate checks the contract: every document is valid with all its examples, passes redocly and
// our own rules for spectral, and breaks nothing since the last release.
//
// A finding is a fault of the contract, with its place and the rule that found it. A rule that never
// fails proves nothing, so specgate plants faults first (planted/) and requires that each is found.
// `make lint-spec` runs it. It changes no file except the page of changes and its report.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/rekeyhq/rekey/impl/clock"
)

// paths are where the contract and its tools are, from the root of the repository.
type paths struct {
	index, bundle, released      string
	redocly, spectral, oasdiff   string
	redoclyRules, spectralRules  string
	levels, accepted, page, file string
}

func main() {
	var p paths
	flag.StringVar(&p.index, "index", "openapi/openapi.yaml", "the index of all surfaces")
	flag.StringVar(&p.bundle, "bundle", "gen/openapi/openapi.json", "the bundle of all surfaces")
	flag.StringVar(&p.released, "released", "openapi/released", "the bundles of earlier versions")
	flag.StringVar(&p.redocly, "redocly", "", "the command of redocly")
	flag.StringVar(&p.redoclyRules, "redocly-rules", "openapi/codegen/redocly.yaml", "its configuration")
	flag.StringVar(&p.spectral, "spectral", "", "the command of spectral")
	flag.StringVar(&p.spectralRules, "spectral-rules", "openapi/codegen/spectral.yaml", "our own rules")
	flag.StringVar(&p.oasdiff, "oasdiff", "", "the command of oasdiff")
	flag.StringVar(&p.levels, "levels", "openapi/codegen/oasdiff-levels.txt", "which changes break a client, where oasdiff thinks otherwise")
	flag.StringVar(&p.accepted, "accepted", "openapi/released/accepted.yaml", "changes that look breaking and are not")
	flag.StringVar(&p.page, "page", "", "write the changes between all versions to this page, and do nothing else")
	flag.StringVar(&p.file, "report", ".report/spec.json", "where the figures go")
	flag.Parse()
	if err := run(p); err != nil {
		fmt.Fprintln(os.Stderr, "specgate:", err)
		os.Exit(1)
	}
}

func run(p paths) error {
	if p.page != "" {
		return writePage(p)
	}
	surfaces, err := readSurfaces(p)
	if err != nil {
		return err
	}
	report := &report{Title: "Specification", Command: "make lint-spec"}
	dir, err := os.MkdirTemp("", "specgate")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	found, err := inspect(p, dir, surfaces, report, clock.System{}.Now())
	if err != nil {
		return err
	}
	for _, f := range found {
		fmt.Fprintln(os.Stderr, f)
	}
	if err := report.write(p.file); err != nil {
		return err
	}
	if len(found) > 0 {
		return fmt.Errorf("%d problems", len(found))
	}
	return nil
}

// inspect runs every gate, so that one run tells everything. The slow tool works beside the others.
func inspect(p paths, dir string, surfaces []surface, report *report, now time.Time) ([]finding, error) {
	faults, err := plantFaults(dir, p.spectralRules, now)
	if err != nil {
		return nil, err
	}
	files := append(documents(p, surfaces), faults.files()...)
	type result struct {
		found []finding
		err   error
	}
	linted, matched := make(chan result, 1), make(chan result, 1)
	go func() {
		found, err := runSpectral(p, files)
		linted <- result{found, err}
	}()
	go func() {
		found, err := judgePatterns(dir, files)
		matched <- result{found, err}
	}()
	styled, styleErr := runRedocly(p, files)
	broken, breakErr := compareWithLast(p)
	judged, wrong, judgeErr := judgePlanted(p, dir, now)
	ruled, tried := <-linted, <-matched
	if err := errors.Join(styleErr, breakErr, judgeErr, ruled.err, tried.err); err != nil {
		return nil, err
	}
	all := slices.Concat(validate(files), styled, ruled.found, tried.found)
	planted, found := faults.judge(all)
	found = slices.Concat(found, broken, wrong)
	report.count(p, surfaces, slices.Concat(all, broken))
	report.row("", "planted faults found", planted, len(faults.list))
	report.row("", "planted changes judged as docs/deprecation.md says", judged-len(wrong), judged)
	return found, nil
}
