package main

import (
	"context"
	"errors"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// bench is a small repository: a bundle of two surfaces, and an SDK of the bundle in a language.
type bench struct {
	*testing.T
	generator
	parts []part
	said  *strings.Builder

	mu    sync.Mutex
	wrote []string
	// during is called while a part is written, failing makes that fail.
	during  func(part string)
	failing string
}

func newBench(t *testing.T, needs ...toolchain) *bench {
	dir := t.TempDir()
	b := &bench{T: t, said: &strings.Builder{}, parts: []part{
		{name: "bundle", reads: []string{"openapi", "-openapi/codegen"}, writes: []string{"gen/openapi"}},
		{
			name: "sdk/lisp", needs: needs,
			reads: []string{"gen/openapi/openapi.json", "openapi/codegen/*.lisp"}, writes: []string{"gen/sdk/lisp", "docs/lisp.md"},
		},
		{name: "server/a", surface: "a", reads: []string{"openapi/a.yaml"}, writes: []string{"gen/server/aapi"}},
		{name: "server/b", surface: "b", reads: []string{"openapi/b.yaml"}, writes: []string{"gen/server/bapi"}},
	}}
	b.generator = generator{
		tree: tree{root: dir, out: dir}, known: memory(filepath.Join(dir, ".tools", "generated")),
		write: b.writePart, toolchains: toolchains{}, say: log.New(b.said, "", 0),
	}
	b.put("openapi/a.yaml", "a")
	b.put("openapi/b.yaml", "b")
	b.put("openapi/codegen/sdk.lisp", "(sdk)")
	b.put("gen/README.md", "by hand")
	return b
}

func (b *bench) put(name, text string) {
	b.Helper()
	at := filepath.Join(b.root, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o755), os.WriteFile(at, []byte(text), 0o644)); err != nil {
		b.Fatal(err)
	}
}

// writePart makes each output of its part say what the inputs say.
func (b *bench) writePart(_ context.Context, t tree, name string) ([]byte, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.wrote = append(b.wrote, name)
	if name == b.failing {
		return []byte("no such schema\n"), errors.New("exit status 1")
	}
	p := b.parts[slices.IndexFunc(b.parts, func(p part) bool { return p.name == name })]
	digest, err := t.digest(p.reads)
	if err != nil {
		return nil, err
	}
	if b.during != nil {
		b.during(name)
	}
	for _, w := range p.writes {
		at := t.path(w)
		if filepath.Ext(w) == "" {
			at = filepath.Join(at, map[bool]string{true: "openapi.json", false: "code"}[name == "bundle"])
		}
		err = errors.Join(err, os.MkdirAll(filepath.Dir(at), 0o755), os.WriteFile(at, []byte(digest), 0o644))
	}
	return nil, err
}

// generates expects these parts to be written, and no other.
func (b *bench) generates(choice string, want ...string) {
	b.Helper()
	chosen, err := choose(b.parts, []string{"a", "b"}, choice)
	if err != nil {
		b.Fatal(err)
	}
	b.wrote = nil
	b.said.Reset()
	if err := b.generate(b.Context(), b.parts, chosen); err != nil {
		b.Fatal(err, b.said)
	}
	slices.Sort(b.wrote)
	if !slices.Equal(b.wrote, want) {
		b.Errorf("wrote %q, not %q", b.wrote, want)
	}
}

func TestOnlyWhatIsNotUpToDateIsWritten(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.generates("", "bundle", "sdk/lisp", "server/a", "server/b")
	b.generates("")

	b.put("openapi/a.yaml", "more") // its server, the bundle, and what is made of that
	b.generates("", "bundle", "sdk/lisp", "server/a")
	b.put("openapi/codegen/sdk.lisp", "(better)")
	b.generates("", "sdk/lisp")
	b.put("gen/server/bapi/code", "by hand")
	b.generates("", "server/b")
	if err := os.Remove(filepath.Join(b.root, "docs/lisp.md")); err != nil {
		t.Fatal(err)
	}
	b.generates("", "sdk/lisp")
	b.generates("")
}

// TestAnotherBranchIsNotedByItsContents: git gives files it checks out the time of the checkout, so that outputs may be
// older than inputs, or newer, and be right or wrong.
func TestAnotherBranchIsNotedByItsContents(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.generates("", "bundle", "sdk/lisp", "server/a", "server/b")
	before, err := os.ReadFile(filepath.Join(b.root, "gen/server/aapi/code"))
	if err != nil {
		t.Fatal(err)
	}
	b.put("openapi/a.yaml", "of the branch")
	b.put("gen/server/aapi/code", "of the branch, from another machine")
	b.generates("a", "bundle", "sdk/lisp", "server/a")
	b.put("openapi/a.yaml", "a")
	b.generates("server", "server/a") // the specification is back, its server is not
	b.put("openapi/a.yaml", "of the branch")
	b.generates("server", "server/a")
	b.put("openapi/a.yaml", "a")
	b.put("gen/server/aapi/code", string(before))
	b.generates("server") // both are
}

func TestAChangeWhileAPartIsWrittenIsNotLost(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.during = func(name string) {
		if name == "server/a" {
			b.put("openapi/a.yaml", "saved once more")
		}
	}
	b.generates("server/a", "server/a")
	b.during = nil
	b.generates("server/a", "server/a")
	b.generates("server/a")
}

func TestOneSurfaceIsWrittenByGoAlone(t *testing.T) {
	t.Parallel()
	b := newBench(t, toolchain{name: "Lisp 2", command: "no-such-lisp"})
	b.generates("a", "bundle", "server/a")
	if want := "left for make generate: sdk/lisp (needs Lisp 2), server/b\n"; !strings.Contains(b.said.String(), want) {
		t.Errorf("it says %q", b.said)
	}
	if _, err := choose(b.parts, []string{"a", "b"}, "c"); err == nil {
		t.Error("c is neither a surface nor a part")
	}
}

func TestAMissingToolchainLeavesItsPartsOut(t *testing.T) {
	t.Parallel()
	b := newBench(t, toolchain{name: "Lisp 2", command: "no-such-lisp"})
	b.generates("", "bundle", "server/a", "server/b")
	want := "left out sdk/lisp: it needs Lisp 2 (there is no no-such-lisp here)\n"
	if !strings.Contains(b.said.String(), want) || !strings.Contains(b.said.String(), "3 written, 0 up to date, 1 left out") {
		t.Errorf("it says %q", b.said)
	}
	b.said.Reset()
	if err := b.verify(t.Context(), b.parts); err == nil {
		t.Error("a part that cannot be compared passes")
	}
	want = "verify: sdk/lisp cannot be compared: it needs Lisp 2 (there is no no-such-lisp here)\n"
	if b.said.String() != want {
		t.Errorf("verify says %q", b.said)
	}
}

func TestAFailureStopsNoOtherPart(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.failing = "server/a"
	if err := b.generate(t.Context(), b.parts, b.parts); err == nil {
		t.Error("a failure is told to nobody")
	}
	for _, want := range []string{"no such schema\ngenerate: server/a failed", "3 written, 0 up to date, 0 left out, 1 failed"} {
		if !strings.Contains(b.said.String(), want) {
			t.Errorf("it says %q", b.said)
		}
	}
	b.failing = ""
	b.generates("", "server/a")
}

func TestVerifyFindsEveryDifference(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.generates("", "bundle", "sdk/lisp", "server/a", "server/b")
	verify := func(want string) {
		t.Helper()
		b.wrote = nil
		b.said.Reset()
		err := b.verify(t.Context(), b.parts)
		if len(b.wrote) != len(b.parts) {
			t.Errorf("it wrote %q: everything is to be written anew", b.wrote)
		}
		if (err == nil) != (want == "") || !strings.Contains(b.said.String(), want) {
			t.Errorf("want %q: %v, %s", want, err, b.said)
		}
	}
	verify("")
	b.put("gen/sdk/lisp/node_modules/module", "installed")
	verify("")
	b.put("gen/server/capi/code", "of a surface that is gone")
	verify("Only in gen/server: capi")
	if err := os.RemoveAll(filepath.Join(b.root, "gen/server/capi")); err != nil {
		t.Fatal(err)
	}
	b.put("docs/lisp.md", "by hand")
	verify("-by hand")
	b.generates("", "sdk/lisp")
	b.put("openapi/b.yaml", "and not generated")
	verify("diff -ru")
}

func TestToolchainsAreJudgedByTheirVersions(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	lisp := toolchain{name: "Lisp 2.5", command: "lisp", major: 2, minor: 5, with: "cons", imports: "macros"}
	program := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+text+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	missing := func(want string) {
		t.Helper()
		if _, got := lisp.find(t.Context()); got != want {
			t.Errorf("missing: %q, not %q", got, want)
		}
	}
	missing("there is no lisp here")
	program("lisp", "exit 127")
	missing("lisp --version does not tell its version")
	program("lisp", "echo Lisp 2.4.9")
	missing("lisp here is 2.4.9")
	program("lisp", `case $1 in --version) echo v2.10.1;; *) exit 1;; esac`)
	missing("there is no cons here")
	program("cons", "")
	missing("lisp here has no module macros")
	program("lisp", "echo lisp 3-rc1")
	if found, missing := lisp.find(t.Context()); found != "lisp 3-rc1" || missing != "" {
		t.Error(found, missing)
	}
}
