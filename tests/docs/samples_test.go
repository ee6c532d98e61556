// Package docs_test runs what the documents show: every fenced block of every page is
// executed or checked, and those that cannot be run here say why.
package docs_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

const root = "../.."

// binary is the program under test.
var binary string

func TestMain(m *testing.M) { os.Exit(harness.WithBinary(m, &binary)) }

// pages are the documents that people are given. docs/problems.md is generated and shows nothing to run.
func pages(t *testing.T) []string {
	t.Helper()
	names := []string{"README.md", "CONTRIBUTING.md", "SECURITY.md"}
	more, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil || len(more) == 0 {
		t.Fatal("no documents", err)
	}
	for _, path := range more {
		names = append(names, "docs/"+filepath.Base(path))
	}
	return names
}

// TestSamples runs each page on a stage of its own.
func TestSamples(t *testing.T) {
	t.Parallel()
	all := pages(t)
	c := &count{}
	for _, name := range all {
		p, wrong := readPage(root, name)
		for _, w := range wrong {
			t.Error(w)
		}
		if p == nil {
			continue
		}
		t.Run(strings.TrimSuffix(name, ".md"), func(t *testing.T) {
			t.Parallel()
			c.add(playPage(t, p))
		})
	}
	t.Cleanup(func() {
		if !t.Failed() && len(c.pages) == len(all) && mysqlDSN() != "" {
			c.write(t)
		}
	})
}

func playPage(t *testing.T, p *page) *judged {
	t.Helper()
	j := playedPage(t, p)
	for _, w := range j.wrong {
		t.Error(w)
	}
	return j
}

// playedPage runs the parts of a page as long as nothing is wrong.
func playedPage(t *testing.T, p *page) *judged {
	t.Helper()
	j := judge(p, mysqlDSN() != "")
	for _, part := range p.parts() {
		if len(j.wrong) == 0 {
			j.wrong = perform(t, part, j.runOf(part))
		}
	}
	return j
}

// perform runs the page's commands, with its files in place.
func perform(t *testing.T, p *page, run []*block) []string {
	t.Helper()
	if len(run) == 0 {
		return nil
	}
	s := newStage(t)
	for _, b := range p.blocks {
		if b.mark.verb == "file" {
			s.write(s.dir, b.mark.argument, b.text)
		}
	}
	s.likeProduction(p)
	for _, before := range p.before {
		c := s.command(t.Context(), "bash", "-euo", "pipefail", "-c", before.command)
		if said, err := c.CombinedOutput(); err != nil {
			return []string{fmt.Sprintf("%s: before the page, %s: %v\n%s", p.name, before.command, err, said)}
		}
	}
	if p.usesDemo() {
		s.startDemo()
	}
	wrong := s.metricsOf(p)
	if len(wrong) == 0 {
		wrong = s.play(p, run)
	}
	if len(p.twice) > 0 && len(wrong) == 0 {
		wrong = s.play(p, run)
	}
	return wrong
}
