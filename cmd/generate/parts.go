package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// part is what one target of the Makefile writes. Names of files are patterns, or folders with
// everything below; a minus sign in front excludes files.
type part struct {
	name    string
	surface string      // set if the part belongs to one surface
	needs   []toolchain // besides Go
	reads   []string
	writes  []string // below gen/ and docs/
}

// afterBundle tells that a part reads the output of other parts.
func (p part) afterBundle() bool {
	return slices.ContainsFunc(p.reads, func(r string) bool { return strings.HasPrefix(r, "gen/") })
}

// readSurfaces returns the surfaces, by the configurations of their servers.
func readSurfaces(root string) ([]string, error) {
	const end = ".server.yaml"
	files, err := filepath.Glob(filepath.Join(root, "openapi/codegen/*"+end))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no openapi/codegen/*%s here; run this at the root of the repository", end)
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(filepath.Base(f), end)
	}
	return files, nil
}

// Programs are inputs as built files, which depend on their sources, modules and the compiler's version.
const (
	specbundle = ".tools/specbundle"
	specgate   = ".tools/specgate"
	oasdiff    = ".tools/oasdiff"
	oapi       = ".tools/oapi-codegen"
	bundle     = "gen/openapi/openapi.json"
	playbook   = "gen/openapi/playbook.json"
	codegen    = "openapi/codegen/"
	problems   = "openapi/problems.yaml"
	goSnippets = "gen/openapi/snippets.go.json"
)

// table lists all parts; of parts that can be written at the same time, the slowest first.
func table(surfaces []string) []part {
	parts := append([]part{
		{
			name:   "bundle",
			reads:  []string{specbundle, "openapi", "-openapi/codegen", "-openapi/released", "-openapi/proto", "-" + problems},
			writes: []string{"gen/openapi", "-gen/openapi/snippets.*.json"},
		},
	}, sdks()...)
	parts = append(parts, []part{
		{
			name:   "changes",
			reads:  []string{specgate, oasdiff, bundle, "openapi/released", codegen + "oasdiff-levels.txt"},
			writes: []string{"docs/contract-changes.md"},
		},
		snippets("typescript", nil),
		snippets("python", []toolchain{python}),
		snippets("java", []toolchain{java}),
		{
			name:   "postman",
			reads:  []string{specbundle, bundle, playbook, codegen + "postman"},
			writes: []string{"gen/postman"},
		},
		{
			name:   "problems",
			reads:  []string{specbundle, problems},
			writes: []string{"gen/problem", "docs/problems.md"},
		},
		{
			name:   "proto",
			reads:  []string{specbundle, "openapi/proto"},
			writes: []string{"gen/proto"},
		},
	}...)
	for _, s := range surfaces {
		parts = append(parts, part{
			name: "server/" + s, surface: s,
			reads:  []string{specbundle, oapi, "openapi/openapi.yaml", "openapi/" + s + "*", codegen + s + ".server.yaml", codegen + "server"},
			writes: []string{"gen/server/" + s + "api"},
		})
	}
	for i := range parts {
		parts[i].reads = append(parts[i].reads, "Makefile") // its recipe
	}
	return parts
}

// snippets are the examples of requests in a language; some languages use a formatter.
func snippets(language string, needs []toolchain) part {
	return part{
		name: "snippets/" + language, needs: needs,
		reads:  []string{specbundle, bundle, codegen + "sdk/" + language},
		writes: []string{"gen/openapi/snippets." + language + ".json", "gen/sdk/" + language + "/examples"},
	}
}

// sdks are the clients; the snippets of all except Go are parts of their own.
func sdks() []part {
	return []part{
		{
			name:   "sdk/java",
			reads:  []string{specbundle, bundle, problems, codegen + "sdk/java", "LICENSE"},
			writes: []string{"gen/sdk/java", "-gen/sdk/java/examples"},
		},
		{
			name: "sdk/typescript", needs: []toolchain{node},
			reads:  []string{specbundle, bundle, problems, codegen + "sdk/typescript", "LICENSE"},
			writes: []string{"gen/sdk/typescript", "-gen/sdk/typescript/examples"},
		},
		{
			name: "sdk/python", needs: []toolchain{python},
			reads:  []string{specbundle, bundle, problems, codegen + "sdk/python", "LICENSE"},
			writes: []string{"gen/sdk/python", "-gen/sdk/python/examples"},
		},
		{
			name:   "sdk/go",
			reads:  []string{specbundle, oapi, bundle, problems, codegen + "sdk/go", "LICENSE"},
			writes: []string{"gen/sdk/go", goSnippets}, // its snippets use its types
		},
	}
}

// choose returns all parts, or those of a surface that Go alone writes, or those of a name or group;
// in each case with the bundle if they read it.
func choose(parts []part, surfaces []string, choice string) ([]part, error) {
	picked := func(p part) bool {
		switch {
		case choice == "":
			return true
		case slices.Contains(surfaces, choice):
			return len(p.needs) == 0 && (p.surface == "" || p.surface == choice)
		}
		return p.name == choice || strings.HasPrefix(p.name, choice+"/")
	}
	var chosen []part
	for _, p := range parts {
		if picked(p) {
			chosen = append(chosen, p)
		}
	}
	if len(chosen) == 0 {
		return nil, fmt.Errorf("generate: %q is neither a surface nor a part; make help lists what there is", choice)
	}
	if chosen[0].name != "bundle" && slices.ContainsFunc(chosen, part.afterBundle) {
		chosen = append([]part{parts[0]}, chosen...)
	}
	return chosen, nil
}
