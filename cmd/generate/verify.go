package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// verify writes all parts into a new folder and compares them with the existing files. It does not
// compare with git, so that it also works before a commit and outside a clone.
func (g generator) verify(ctx context.Context, parts []part) (err error) {
	dir, err := os.MkdirTemp("", "rekey-verify")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	here, fresh := g.tree, g
	fresh.out, fresh.known, fresh.quiet = dir, "", true
	done := fresh.run(ctx, parts)
	same := []string{"gen/README.md", "gen/staticcheck.conf"} // written by hand
	for i, p := range parts {
		if done[i] == leftOut {
			_, missing := g.toolchains.versions(ctx, p.needs)
			g.say.Printf("verify: %s cannot be compared: it needs %s", p.name, missing)
		}
		if done[i] != written { // reported, but not a difference
			same = append(same, p.writes...)
		}
	}
	if err := copyInto(dir, here, same); err != nil {
		return err
	}
	drift, err := differences(ctx, here, dir, parts)
	if err != nil {
		return err
	}
	if drift != "" {
		g.say.Printf("%sverify: gen/ differs from what openapi/ says (- is what is there, + is what belongs there).\n"+
			"verify: run \"make generate\", delete files listed as \"Only in gen\", and commit the result.", drift)
	}
	if drift != "" || done.count(written) < len(parts) {
		return errors.New("verify: failed")
	}
	return nil
}

// copyInto copies the files of patterns from their place to a folder.
func copyInto(folder string, here tree, patterns []string) error {
	files, err := here.files(patterns)
	if err != nil {
		return err
	}
	for _, f := range files {
		raw, err := os.ReadFile(here.path(f))
		if err != nil {
			return err
		}
		to := filepath.Join(folder, f)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, raw, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// differences compares gen/ as a whole, so that a file that no part writes is a difference, and the
// generated pages in docs/.
func differences(ctx context.Context, here tree, fresh string, parts []part) (string, error) {
	compare := []string{"gen"}
	for _, p := range parts {
		for _, w := range p.writes {
			if strings.HasPrefix(w, "docs/") {
				compare = append(compare, w)
			}
		}
	}
	var all strings.Builder
	for _, name := range compare {
		args := []string{"-ru"}
		for _, l := range litter {
			args = append(args, "-x", l)
		}
		c := exec.CommandContext(ctx, "diff", append(args, name, filepath.Join(fresh, name))...)
		c.Dir = here.root
		out, err := c.CombinedOutput()
		var exit *exec.ExitError
		if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
			return "", fmt.Errorf("diff: %w: %s", err, out)
		}
		all.WriteString(shortened(string(out)))
	}
	return all.String(), nil
}

// shortened returns the beginning of each difference.
func shortened(diff string) string {
	const most, width = 40, 160
	var all strings.Builder
	shown := 0
	for l := range strings.Lines(diff) {
		if strings.HasPrefix(l, "diff -ru ") || strings.HasPrefix(l, "Only in ") {
			shown = 0
		}
		if shown++; shown > most {
			continue
		}
		if len(l) > width {
			l = l[:width] + "\n"
		}
		all.WriteString(l)
	}
	return all.String()
}
