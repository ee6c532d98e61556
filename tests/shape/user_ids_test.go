package shape_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/tests/seed"
)

// userID are the names under which a request names a user.
var userID = regexp.MustCompile(`(?i)^user_?ids?$|^user.*/id$`)

// TestEveryUserIDOfAVendorsRequestIsResolved: a client may name a user by the id of another system. The
// server resolves what the contract marks with x-user-id. An id that is not marked would find nobody
// who was moved; a false says that the id is not that of an existing user.
func TestEveryUserIDOfAVendorsRequestIsResolved(t *testing.T) {
	t.Parallel()
	found := 0
	for _, surface := range []string{"boomi", "entrust", "wristband", "zitadel"} {
		spec, resolved := specOf(t, surface), 0
		mark := func(where, name string, s *openapi3.Schema, extensions map[string]any) {
			if !userID.MatchString(name) || s != nil && s.Type.Is("integer") {
				return
			}
			found++
			marked, stated := extensions["x-user-id"].(bool)
			if !stated {
				t.Errorf("%s: %s is not marked with x-user-id", surface, where)
			}
			if marked {
				resolved++
			}
		}
		for path, item := range seed.InOrder(spec.Paths.Map()) {
			for method, op := range seed.InOrder(item.Operations()) {
				where := method + " " + path
				for _, p := range append(append(openapi3.Parameters{}, item.Parameters...), op.Parameters...) {
					mark(where+" "+p.Value.In+":"+p.Value.Name, p.Value.Name, p.Value.Schema.Value, p.Value.Extensions)
				}
				if op.RequestBody == nil {
					continue
				}
				for _, media := range seed.InOrder(op.RequestBody.Value.Content) {
					namesIn(media.Schema, "", map[*openapi3.Schema]bool{}, func(name string, s *openapi3.Schema) {
						mark(where+" "+name, name, s, s.Extensions)
					})
				}
			}
		}
		source, err := os.ReadFile(filepath.Join(root, "impl", "surface", surface, surface+".go"))
		if err != nil {
			t.Fatal(err)
		}
		if has := strings.Contains(string(source), "ResolveUsers:"); has != (resolved > 0) {
			t.Errorf("%s marks %d ids of users, and resolves them: %v", surface, resolved, has)
		}
	}
	if found < 15 {
		t.Errorf("only %d ids of users were found", found)
	}
}

// namesIn calls each for every text in a schema, with its name; an id has the name of its object too.
func namesIn(ref *openapi3.SchemaRef, name string, visited map[*openapi3.Schema]bool, each func(string, *openapi3.Schema)) {
	if ref == nil || ref.Value == nil || visited[ref.Value] {
		return
	}
	s := ref.Value
	switch {
	case s.Type.Is("string"), s.Type.Is("integer"):
		each(name, s)
		return
	case s.Type.Is("array"):
		namesIn(s.Items, name, visited, each)
		return
	}
	visited[s] = true
	for _, part := range s.AllOf {
		namesIn(part, name, visited, each)
	}
	for member, of := range s.Properties {
		if member == "id" {
			namesIn(of, name+"/id", visited, each)
			continue
		}
		namesIn(of, member, visited, each)
	}
}
