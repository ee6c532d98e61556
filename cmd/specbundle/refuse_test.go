package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

const smallIndex = `openapi: 3.0.3
info: {title: Small, version: 0.1.0, description: Two surfaces.}
servers: [{url: /}]
tags:
  - {name: north, description: North.}
  - {name: south, description: South.}
x-surfaces:
  - {name: north, file: north.yaml, prefix: north}
  - {name: south, file: south.yaml, prefix: south}
`

// The two surfaces agree on every name but the path's, and use keywords of OpenAPI as names of properties.
const smallSurface = `openapi: 3.0.3
info: {title: NAME, version: 0.1.0, description: About NAME.}
security:
  - key: []
tags:
  - {name: Locks, description: Locks.}
paths:
  /NAME/lock:
    x-source: page
    post:
      operationId: lock
      tags: [Locks] # a comment
      x-permission: lock:turn
      x-boundary: [tenant]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/Lock'
            examples:
              pointer:
                value: {default: '#/components/schemas/Lock', tags: [Locks], operationId: lock, at: 2026-11-21T10:00:00Z}
      responses:
        200:
          description: Locked.
          content:
            application/x-ndjson:
              x-item-schema:
                $ref: '#/components/schemas/Lock'
              schema: {type: string, format: binary}
components:
  securitySchemes:
    key: {type: http, scheme: bearer}
  schemas:
    Lock:
      type: object
      x-source: proposal
      properties:
        default:
          $ref: '#/components/schemas/Word'
        tags: {type: array, items: {type: string}}
        operationId: {type: string, default: lock}
        at: {type: string, format: date-time}
    Word: {type: string, maxLength: 80}
`

// small writes the small index and its surfaces after the edit, a list of file, old text and new text.
func small(t *testing.T, edit ...string) string {
	t.Helper()
	files := map[string]string{
		"openapi.yaml": smallIndex,
		"north.yaml":   strings.ReplaceAll(smallSurface, "NAME", "north"),
		"south.yaml":   strings.ReplaceAll(smallSurface, "NAME", "south"),
	}
	for ; len(edit) > 0; edit = edit[3:] {
		if !strings.Contains(files[edit[0]], edit[1]) {
			t.Fatalf("%s does not hold %q", edit[0], edit[1])
		}
		files[edit[0]] = strings.Replace(files[edit[0]], edit[1], edit[2], 1)
	}
	dir := t.TempDir()
	for name, content := range seed.InOrder(files) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "openapi.yaml")
}

func TestNamesAreRenamedAndDataIsNot(t *testing.T) {
	t.Parallel()
	doc := mustLoad(t, bundleOf(t, small(t))["openapi.json"])
	lock := doc.Components.Schemas["southLock"]
	if lock == nil {
		t.Fatal("southLock is missing")
	}
	if lock.Value.Extensions["x-source"] != "proposal" {
		t.Error("the extension of a schema is lost")
	}
	if ref := lock.Value.Properties["default"].Ref; ref != "#/components/schemas/southWord" {
		t.Errorf("a property named as a keyword points at %s", ref)
	}
	if got := lock.Value.Properties["operationId"].Value.Default; got != "lock" {
		t.Errorf("a default became %v", got)
	}
	post := doc.Paths.Value("/south/lock").Post
	item, _ := post.Responses.Status(200).Value.Content["application/x-ndjson"].Extensions["x-item-schema"].(map[string]any)
	if item["$ref"] != "#/components/schemas/southLock" {
		t.Errorf("the schema of a line points at %v", item["$ref"])
	}
	example := post.RequestBody.Value.Content["application/json"].Examples["pointer"].Value.Value.(map[string]any)
	for key, want := range seed.InOrder(map[string]string{
		"default": "#/components/schemas/Lock", "operationId": "lock", "at": "2026-11-21T10:00:00Z",
	}) {
		if example[key] != want {
			t.Errorf("the example's %s became %v", key, example[key])
		}
	}
	if post.Security == nil || len(*post.Security) != 1 || (*post.Security)[0]["southKey"] == nil {
		t.Errorf("the document's security is not at the operation: %v", post.Security)
	}
}

func TestBundleRefusesWhatItWouldLoseOrBreak(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		edit []string
		want string
	}{
		{"a path in two surfaces", []string{"south.yaml", "/south/lock:", "/north/lock:"}, "in two surfaces"},
		{"a surface that the index does not describe", []string{"openapi.yaml", "{name: south, desc", "{name: west, desc"}, "south is not described"},
		{"an index without surfaces", []string{"openapi.yaml", "x-surfaces", "x-facades"}, "x-surfaces is missing"},
		{"a surface without a prefix", []string{"openapi.yaml", ", prefix: south", ""}, "needs name, file and prefix"},
		{"a surface in another version", []string{"south.yaml", "openapi: 3.0.3", "openapi: 3.1.0"}, "is not OpenAPI 3.0.3"},
		{"a surface that was not released with the others", []string{"south.yaml", "version: 0.1.0", "version: 0.0.9"}, "is not version 0.1.0"},
		{"a section that the bundle has no place for", []string{"south.yaml", "security:\n", "x-note: lost\nsecurity:\n"}, "x-note has no place"},
		{"a reference to nothing", []string{"south.yaml", "schemas/Word'", "schemas/Sentence'"}, "schemas/Sentence is not there"},
		{"a reference to another file", []string{"south.yaml", "'#/components/schemas/Word'", "'north.yaml#/components/schemas/Word'"}, "north.yaml: openapi belongs into south.yaml"},
		{"two names that become one", []string{"south.yaml", "    Word:", "    southLock: {type: string}\n    Word:"}, "would both be named southLock"},
		{"a key that is there twice", []string{"south.yaml", "      operationId: lock\n", "      operationId: lock\n      operationId: key\n"}, "there twice"},
		{"an alias", []string{"south.yaml", "[tenant]", "&b [tenant]"}, "anchors and aliases"},
		{"an example that its schema refuses", []string{"south.yaml", "operationId: lock, at", "operationId: 7, at"}, "not valid"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			out := filepath.Join(t.TempDir(), "out")
			err := run(small(t, c.edit...), out)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
			if _, err := os.Stat(out); !os.IsNotExist(err) {
				t.Error("a refused bundle was written")
			}
		})
	}
}
