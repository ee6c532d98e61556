package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

var here = paths{released: "../../openapi/released", accepted: "../../openapi/released/accepted.yaml", bundle: "../../gen/openapi/openapi.json"}

// Clients were written against them: whatever is compared with must stay what it was.
func TestReleasedContractsAreNeverEdited(t *testing.T) {
	t.Parallel()
	list, err := os.ReadFile(filepath.Join(here.released, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for line := range strings.Lines(string(list)) {
		digest, name, found := strings.Cut(strings.TrimSpace(line), "  ")
		if !found || want[name] != "" {
			t.Fatalf("SHA256SUMS: %q", line)
		}
		want[name] = digest
	}
	files, err := releases(here)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		content, err := read(file)
		if err != nil {
			t.Fatal(err)
		}
		name, digest := strings.TrimSuffix(filepath.Base(file), packed), sha256.Sum256(content)
		if got := hex.EncodeToString(digest[:]); want[name] != got {
			t.Errorf("%s has the digest %s, want %q", name, got, want[name])
		}
		delete(want, name)
		doc, err := load(file)
		if err != nil {
			t.Fatal(err)
		}
		if doc.Info.Version != versionOf(file) {
			t.Errorf("%s is version %s", name, doc.Info.Version)
		}
	}
	for name := range seed.InOrder(want) {
		t.Errorf("%s was released and is gone", name)
	}
}

func TestReleasesAreInTheOrderOfTheirNumbers(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, name := range []string{"0.10.0.json.gz", "0.9.1.yaml.gz", "1.0.0.json.gz", "accepted.yaml"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, err := releases(paths{released: dir})
	if err != nil {
		t.Fatal(err)
	}
	var versions []string
	for _, file := range files {
		versions = append(versions, versionOf(file))
	}
	if got := strings.Join(versions, " "); got != "0.9.1 0.10.0 1.0.0" {
		t.Errorf("in the order %s", got)
	}
}

func TestEveryReleasedOperationIdIsStillThere(t *testing.T) {
	t.Parallel()
	released, version, err := lastReleased(here)
	if err != nil {
		t.Fatal(err)
	}
	bundle, err := load(here.bundle)
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, operation := range operationsOf(bundle) {
		there[operation.OperationID] = true
	}
	for _, operation := range operationsOf(released) {
		if !there[operation.OperationID] && operation.Extensions["x-sunset"] == nil {
			t.Errorf("%s of %s is gone: SDKs have a function of this name", operation.OperationID, version)
		}
	}
}
