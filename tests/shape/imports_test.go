// Package shape_test holds the house rules that a compiler does not: who may import
// whom, which words live where, how long things may be.
package shape_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/rekeyhq/rekey"

const root = "../.."

// goFiles lists our Go files wherever they are, without gen/ and what tools brought.
func goFiles(t *testing.T, tests bool) []string {
	t.Helper()
	return goFilesIn(t, ".", tests, "gen", "openapi", "bin")
}

func goFilesIn(t *testing.T, top string, tests bool, without ...string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(filepath.Join(root, top), func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != root && (d.Name() == "node_modules" || strings.HasPrefix(d.Name(), ".") || slices.Contains(without, rel(path))):
			return filepath.SkipDir
		case strings.HasSuffix(path, ".go") && (tests || !strings.HasSuffix(path, "_test.go")):
			found = append(found, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func under(folder, parent string) bool {
	return folder == parent || strings.HasPrefix(folder, parent+"/")
}

func rel(path string) string { return strings.TrimPrefix(filepath.ToSlash(path), root+"/") }

// sources are the files of this module that are no tests, whatever they are built for.
func sources(t *testing.T) []source {
	t.Helper()
	var paths []string
	for _, path := range append(goFilesIn(t, "gen", false), goFiles(t, false)...) {
		if !under(rel(path), "gen/sdk") && !under(rel(path), "tests/sdk/go") && !under(rel(path), "tests/generators") { // modules of their own
			paths = append(paths, path)
		}
	}
	var found []source
	for _, path := range paths {
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		s := source{path: rel(path)}
		for _, i := range f.Imports {
			p, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			s.imports = append(s.imports, p)
		}
		found = append(found, s)
	}
	return found
}

func TestImportsGoDownOnly(t *testing.T) {
	t.Parallel()
	files := sources(t)
	for _, wrong := range append(climbs(layers(), files), strays(layers(), files)...) {
		t.Error(wrong)
	}
}

func TestLibrariesHaveOneHome(t *testing.T) {
	t.Parallel()
	files := sources(t)
	for _, wrong := range append(misplaced(libraries(), files), deserted(libraries(), files)...) {
		t.Error(wrong)
	}
}
