package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// tree is the repository. Generated files may be in another place, in folders of the same names.
type tree struct{ root, out string }

// base returns the folder that the name of a file or pattern is relative to.
func (t tree) base(name string) string {
	if strings.HasPrefix(name, "gen/") || strings.HasPrefix(name, "docs/") {
		return t.out
	}
	return t.root
}

func (t tree) path(name string) string { return filepath.Join(t.base(name), name) }

// Files of installations and builds, which git ignores too.
var litter = []string{"node_modules", "dist"}

// files lists the files that match patterns, sorted.
func (t tree) files(patterns []string) ([]string, error) {
	var found []string
	for _, p := range patterns {
		if strings.HasPrefix(p, "-") {
			continue
		}
		matches, err := filepath.Glob(t.path(p))
		if err != nil {
			return nil, err
		}
		for _, m := range matches {
			below, err := walk(t.base(p), m)
			if err != nil {
				return nil, err
			}
			found = append(found, below...)
		}
	}
	found = slices.DeleteFunc(found, func(f string) bool {
		return slices.ContainsFunc(patterns, func(p string) bool {
			without, ok := strings.CutPrefix(p, "-")
			return ok && within(f, without)
		})
	})
	slices.Sort(found)
	return slices.Compact(found), nil
}

func within(file, pattern string) bool {
	match, err := filepath.Match(pattern, file)
	return err == nil && match || strings.HasPrefix(file, pattern+"/")
}

// walk lists the files below a folder, or the file itself, by their names from base.
func walk(base, top string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains(litter, d.Name()):
			return filepath.SkipDir
		case d.IsDir():
			return nil
		}
		name, err := filepath.Rel(base, path)
		found = append(found, filepath.ToSlash(name))
		return err
	})
	return found, err
}

// digest hashes names and contents. Times mean nothing, since git sets them at each checkout.
func (t tree) digest(patterns []string) (string, error) {
	files, err := t.files(patterns)
	if err != nil {
		return "", err
	}
	all := sha256.New()
	for _, f := range files {
		raw, err := os.ReadFile(t.path(f))
		if err != nil {
			return "", err
		}
		fmt.Fprintf(all, "%s %x\n", f, sha256.Sum256(raw))
	}
	return hex.EncodeToString(all.Sum(nil)), nil
}

// memory is a file with a line for each pair of inputs and outputs that belong together. It has those
// of all branches, so that switching back to one costs nothing. Without a name it stores nothing.
type memory string

func (m memory) has(line string) (bool, error) {
	if m == "" {
		return false, nil
	}
	raw, err := os.ReadFile(string(m))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return slices.Contains(strings.Split(string(raw), "\n"), line), err
}

func (m memory) add(line string) error {
	if m == "" {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(string(m)), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(string(m), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(line + "\n")
	return errors.Join(err, f.Close())
}
