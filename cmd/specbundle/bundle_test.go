package main

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/rekeyhq/rekey/tests/seed"
)

const authored = "../../openapi/openapi.yaml"

func bundleOf(t *testing.T, index string) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	if err := run(index, dir); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, name := range []string{"openapi.json", "embed.go"} {
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = content
	}
	return files
}

func mustLoad(t *testing.T, document []byte) *openapi3.T {
	t.Helper()
	doc, err := load(document)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestAuthoredSpecsBundleTheSameEachTime(t *testing.T) {
	t.Parallel()
	if first, second := bundleOf(t, authored), bundleOf(t, authored); !reflect.DeepEqual(first, second) {
		t.Error("two bundles of the same specs differ")
	}
}

func TestEverySurfaceOperationIsInTheBundleOnce(t *testing.T) {
	t.Parallel()
	index, err := readDocument(authored)
	if err != nil {
		t.Fatal(err)
	}
	surfaces, err := readSurfaces(index, filepath.Dir(authored))
	if err != nil {
		t.Fatal(err)
	}
	whole := mustLoad(t, bundleOf(t, authored)["openapi.json"])
	count := 0
	for _, s := range surfaces {
		source, err := renderJSON(s.root)
		if err != nil {
			t.Fatal(err)
		}
		for path, item := range seed.InOrder(mustLoad(t, source).Paths.Map()) {
			for method, want := range seed.InOrder(item.Operations()) {
				count++
				there := whole.Paths.Value(path)
				if there == nil || there.GetOperation(method) == nil {
					t.Errorf("%s %s of %s is not in the bundle", method, path, s.name)
					continue
				}
				sameOperation(t, s.prefix, want, there.GetOperation(method))
			}
		}
	}
	for _, item := range seed.InOrder(whole.Paths.Map()) {
		count -= len(item.Operations())
	}
	if count != 0 {
		t.Errorf("the surfaces have %d operations more than the bundle", count)
	}
}

func sameOperation(t *testing.T, prefix string, want, got *openapi3.Operation) {
	t.Helper()
	if own := got.Extensions["x-surface-operation-id"]; own != want.OperationID {
		t.Errorf("%s: its own document calls it %s, not %v", got.OperationID, want.OperationID, own)
	}
	delete(got.Extensions, "x-surface-operation-id")
	if id := prefixed(prefix, want.OperationID); got.OperationID != id {
		t.Errorf("operation id %s, want %s", got.OperationID, id)
	}
	if !reflect.DeepEqual(got.Extensions, want.Extensions) {
		t.Errorf("%s: extensions %v, want %v", got.OperationID, got.Extensions, want.Extensions)
	}
	if !slices.Equal(statuses(got), statuses(want)) {
		t.Errorf("%s: statuses %v, want %v", got.OperationID, statuses(got), statuses(want))
	}
	for i, tag := range want.Tags {
		if got.Tags[i] != prefixedTag(prefix, tag) {
			t.Errorf("%s: tag %q, want %q", got.OperationID, got.Tags[i], prefixedTag(prefix, tag))
		}
	}
	if want.Security != nil && (got.Security == nil || len(*got.Security) != len(*want.Security)) {
		t.Errorf("%s: security %v, want that of %v", got.OperationID, got.Security, want.Security)
	}
}

func statuses(operation *openapi3.Operation) []string {
	var all []string
	for status := range seed.InOrder(operation.Responses.Map()) {
		all = append(all, status)
	}
	slices.Sort(all)
	return all
}

func TestEveryReferenceStaysInTheBundle(t *testing.T) {
	t.Parallel()
	for _, ref := range strings.Split(string(bundleOf(t, authored)["openapi.json"]), `"$ref": "`)[1:] {
		if !strings.HasPrefix(ref, "#/components/") {
			t.Errorf("leaves the bundle: %.80s", ref)
		}
	}
}

func TestTagsAreDeclaredOnce(t *testing.T) {
	t.Parallel()
	doc := mustLoad(t, bundleOf(t, authored)["openapi.json"])
	declared := map[string]bool{}
	for _, tag := range doc.Tags {
		if declared[tag.Name] {
			t.Errorf("%s is declared twice", tag.Name)
		}
		declared[tag.Name] = true
	}
	for path, item := range seed.InOrder(doc.Paths.Map()) {
		for method, operation := range seed.InOrder(item.Operations()) {
			for _, tag := range operation.Tags {
				if !declared[tag] {
					t.Errorf("%s %s has the undeclared tag %q", method, path, tag)
				}
			}
		}
	}
}

func TestPrefixed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, surface, given, want string }{
		{"an operation id starts with a capital behind the surface", "north", "resetPassword", "northResetPassword"},
		{"a name that already says the surface does not say it twice", "north", "NorthError", "northError"},
		{"a name that is the surface keeps its own word", "north", "north", "northNorth"},
		{"a longer word that begins alike is left whole", "north", "NorthernLight", "northNorthernLight"},
		{"punctuation ends a word", "north", "v2.user_service-Lock", "northV2UserServiceLock"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := prefixed(c.surface, c.given); got != c.want {
				t.Errorf("prefixed(%q, %q) = %q, want %q", c.surface, c.given, got, c.want)
			}
		})
	}
}
