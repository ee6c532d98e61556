package spec_test

import (
	"bytes"
	"context"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oasdiff/yaml3"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/spec"
	"github.com/rekeyhq/rekey/tests/seed"
)

func surfaces(t *testing.T) []string {
	t.Helper()
	var bundle struct {
		Groups []struct{ Name string } `json:"x-tagGroups"`
	}
	if err := json.Unmarshal(openapi.JSON, &bundle); err != nil || len(bundle.Groups) < 5 {
		t.Fatal(bundle, err)
	}
	var names []string
	for _, g := range bundle.Groups {
		names = append(names, g.Name)
	}
	return names
}

// TestTheSurfacesAreTheContract: each is a document by itself, and together they serve what the bundle serves, under the
// names that their own documents have.
func TestTheSurfacesAreTheContract(t *testing.T) {
	t.Parallel()
	whole, err := openapi3.NewLoader().LoadFromData(openapi.JSON)
	if err != nil {
		t.Fatal(err)
	}
	left := map[string]*openapi3.Operation{}
	for path, item := range seed.InOrder(whole.Paths.Map()) {
		for method, operation := range seed.InOrder(item.Operations()) {
			left[method+" "+path] = operation
		}
	}
	for _, name := range surfaces(t) {
		alone, err := spec.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := alone.Validate(context.Background()); err != nil {
			t.Errorf("%s is no document by itself: %v", name, err)
		}
		if word := alone.Info.Extensions[spec.UnknownNames]; word != "refuse" && word != "ignore" {
			t.Errorf("%s says %v of unknown names", name, word)
		}
		if said := alone.Info.Description; said == "" || said == whole.Info.Description {
			t.Errorf("%s is described as %q", name, said)
		}
		for path, item := range seed.InOrder(alone.Paths.Map()) {
			for method, operation := range seed.InOrder(item.Operations()) {
				same := left[method+" "+path]
				if same == nil || !strings.HasPrefix(same.OperationID, name) || same.Extensions["x-surface-operation-id"] != operation.OperationID {
					t.Errorf("%s: %s %s is another operation in the bundle", name, method, path)
				}
				delete(left, method+" "+path)
			}
		}
		for kind := range seed.InOrder(alone.Components.Schemas) {
			if !strings.HasPrefix(kind, name) {
				t.Errorf("%s has the schema %s of another surface", name, kind)
			}
		}
	}
	for operation := range seed.InOrder(left) {
		t.Errorf("%s is on no surface", operation)
	}
	if _, err := spec.Load("nobody"); err == nil || !strings.Contains(err.Error(), `no surface "nobody"`) {
		t.Errorf("a surface that is not there: %v", err)
	}
}

// TestYAMLSaysTheSame as JSON, in the same order.
func TestYAMLSaysTheSame(t *testing.T) {
	t.Parallel()
	documents := map[string][]byte{"all": openapi.JSON}
	for _, name := range surfaces(t) {
		raw, err := spec.JSON(name)
		if err != nil {
			t.Fatal(err)
		}
		documents[name] = raw
	}
	for name, raw := range seed.InOrder(documents) {
		asYAML, err := spec.YAML(raw)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(asYAML, []byte("openapi: 3.0.3\ninfo:\n  title: Rekey\n")) {
			t.Errorf("%s begins with %.60q", name, asYAML)
		}
		if _, err := openapi3.NewLoader().LoadFromData(asYAML); err != nil {
			t.Errorf("%s cannot be read as YAML: %v", name, err)
		}
		var said, meant any
		if err := yaml.Unmarshal(asYAML, &said); err != nil {
			t.Fatal(err)
		}
		if err := yaml.Unmarshal(raw, &meant); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(said, meant) {
			t.Errorf("%s says something else as YAML", name)
		}
		if name == "all" && !bytes.Contains(asYAML, []byte("\n        - \"off\"\n")) {
			t.Error("a reader of YAML 1.1 takes the word off for false")
		}
		if !json.Valid(raw) {
			t.Errorf("%s is no JSON", name)
		}
	}
}
