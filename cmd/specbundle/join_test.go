package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

// inParts is a surface in three files, which say together what the small surface says of south.
var inParts = map[string]string{
	"south.yaml": `openapi: 3.0.3
info: {title: south, version: 0.1.0, description: About south.}
tags:
  - {name: Locks, description: Locks.}
paths:
  /south/lock:
    $ref: 'south/locks.yaml#/paths/~1south~1lock'
components:
  securitySchemes:
    key: {type: http, scheme: bearer}
`,
	"south/locks.yaml": `paths:
  /south/lock:
    get:
      operationId: look
      tags: [Locks]
      responses:
        200:
          description: It.
          content: {application/json: {schema: {$ref: '#/components/schemas/Lock'}, example: {$ref: 'a.yaml#/is/data'}}}
components:
  schemas:
    Lock: {type: object, properties: {word: {$ref: 'words.yaml#/components/schemas/Word'}}}
`,
	"south/words.yaml": `components:
  schemas:
    Word: {type: string, maxLength: 80}
    Sentence: {type: array, items: {$ref: '#/components/schemas/Word'}}
`,
}

func splitSurface(t *testing.T, edit ...string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "south"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, content := range seed.InOrder(inParts) {
		if len(edit) > 0 && edit[0] == name {
			if !strings.Contains(content, edit[1]) {
				t.Fatalf("%s does not hold %q", name, edit[1])
			}
			content = strings.Replace(content, edit[1], edit[2], 1)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "south.yaml")
}

func TestFilesOfASurfaceAreOneDocument(t *testing.T) {
	t.Parallel()
	root, err := joinFiles(splitSurface(t))
	if err != nil {
		t.Fatal(err)
	}
	joined, err := renderJSON(root)
	if err != nil {
		t.Fatal(err)
	}
	doc := mustLoad(t, joined)
	schema := doc.Paths.Value("/south/lock").Get.Responses.Value("200").Value.Content["application/json"].Schema
	if word := schema.Value.Properties["word"]; schema.Ref != "#/components/schemas/Lock" || word.Ref != "#/components/schemas/Word" || *word.Value.MaxLength != 80 {
		t.Errorf("another schema was joined: %s", joined)
	}
	if !bytes.Contains(joined, []byte(`"example": {"$ref": "a.yaml#/is/data"}`)) || doc.Components.Schemas["Sentence"] == nil {
		t.Errorf("data was changed, or a schema lost: %s", joined)
	}
}

func TestJoiningRefusesWhatItWouldLose(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		edit []string
		want string
	}{
		{"a path that the surface forgot", []string{"south/locks.yaml", "components:", "  /south/key: {}\ncomponents:"}, "/south/key is not among the paths of south.yaml"},
		{"a path that the file lacks", []string{"south.yaml", "paths/~1south~1lock'", "paths/~1south~1key'"}, "~1south~1key is not there"},
		{"a component that the file lacks", []string{"south/locks.yaml", "schemas/Word", "schemas/Verb"}, "schemas/Verb is not there"},
		{"a component of the file itself that is in another", []string{"south/words.yaml", "#/components/schemas/Word", "locks.yaml#/components/schemas/Word"}, "is not there"},
		{"a component that two files have", []string{"south/words.yaml", "    Word:", "    Lock: {type: string}\n    Word:"}, "Lock is in another file, too"},
		{"a file that is not there", []string{"south/locks.yaml", "words.yaml#", "verbs.yaml#"}, "no such file"},
		{"a file outside", []string{"south/locks.yaml", "words.yaml#", "../../words.yaml#"}, "does not name a component of this surface"},
		{"a section that only the surface has", []string{"south/words.yaml", "components:", "security: []\ncomponents:"}, "security belongs into south.yaml"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if _, err := joinFiles(splitSurface(t, c.edit...)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}
