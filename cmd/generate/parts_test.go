package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const root = "../.."

func realTable(t *testing.T) (tree, []part) {
	t.Helper()
	surfaces, err := readSurfaces(root)
	if err != nil {
		t.Fatal(err)
	}
	return tree{root: root, out: root}, table(surfaces)
}

// covered lists the files that the patterns name; each pattern names something.
func covered(t *testing.T, repository tree, patterns []string) []string {
	t.Helper()
	for _, p := range patterns {
		p = strings.TrimPrefix(p, "-")
		files, err := repository.files([]string{p})
		if err != nil {
			t.Fatal(err)
		}
		if len(files) == 0 && !strings.HasPrefix(p, ".tools/") {
			t.Errorf("%q names no file", p)
		}
	}
	files, err := repository.files(patterns)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestEveryFileOfTheContractIsAnInput: a file that no part reads could be changed, and nothing would be written.
func TestEveryFileOfTheContractIsAnInput(t *testing.T) {
	t.Parallel()
	repository, parts := realTable(t)
	var read []string
	for _, p := range parts {
		read = append(read, covered(t, repository, p.reads)...)
	}
	all, err := repository.files([]string{
		"openapi",
		"-openapi/codegen/redocly.yaml", "-openapi/codegen/spectral", "-openapi/codegen/spectral.yaml", // make lint-spec
		"-openapi/codegen/.npmrc", "-openapi/codegen/package.json", "-openapi/codegen/package-lock.json",
		"-openapi/codegen/*.mod", "-openapi/codegen/*.sum", // in the programs that are built of them
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		if !slices.Contains(read, f) {
			t.Errorf("%s is read by no part of cmd/generate/parts.go", f)
		}
	}
}

func TestEveryGeneratedFileHasOnePart(t *testing.T) {
	t.Parallel()
	repository, parts := realTable(t)
	writer := map[string]string{}
	for _, p := range parts {
		for _, f := range covered(t, repository, p.writes) {
			if other := writer[f]; other != "" {
				t.Errorf("%s is written by %s and by %s", f, other, p.name)
			}
			writer[f] = p.name
		}
	}
	all, err := repository.files([]string{"gen", "-gen/README.md", "-gen/staticcheck.conf"})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		if writer[f] == "" {
			t.Errorf("%s is written by no part of cmd/generate/parts.go", f)
		}
	}
}

// TestTheMakefileWritesEachPart asks make, without running anything.
func TestTheMakefileWritesEachPart(t *testing.T) {
	t.Parallel()
	_, parts := realTable(t)
	args := []string{"--dry-run", "--directory", root}
	for _, p := range parts {
		args = append(args, "write/"+p.name, "generate/"+p.name)
	}
	if out, err := exec.CommandContext(t.Context(), "make", args...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
