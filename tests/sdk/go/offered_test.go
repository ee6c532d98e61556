package sdk_test

import (
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	rekey "github.com/rekeyhq/rekey/gen/sdk/go"
)

// TestEveryOperationIsOffered compares with the contract, which names more operations than
// the other tests call.
func TestEveryOperationIsOffered(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("../../../gen/openapi/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	var contract struct {
		Info   struct{ Version string }
		Paths  map[string]map[string]json.RawMessage
		Groups []struct{ Name string } `json:"x-tagGroups"`
	}
	if err := json.Unmarshal(raw, &contract); err != nil {
		t.Fatal(err)
	}
	if contract.Info.Version != rekey.Version {
		t.Errorf("the SDK is of %s, the contract of %s", rekey.Version, contract.Info.Version)
	}
	offered := offers(reflect.TypeFor[rekey.Client]())
	for path, item := range contract.Paths {
		for method, raw := range item {
			var o struct {
				OperationID string
				Command     string `json:"x-command"`
			}
			if json.Unmarshal(raw, &o) != nil || o.OperationID == "" {
				continue
			}
			for _, g := range contract.Groups {
				own, ok := strings.CutPrefix(o.OperationID, g.Name)
				if !ok {
					continue
				}
				name := strings.ReplaceAll(strings.Replace(o.Command, " ", ".", 1), "-", "")
				if name == "" {
					name = strings.ToLower(g.Name + "." + springfox.ReplaceAllString(own, ""))
				}
				checked(g.Name, "Go: operations offered", offered[name])
				if !offered[name] {
					t.Errorf("%s %s (%s) is not offered as %s", method, path, o.OperationID, name)
				}
			}
		}
	}
}

var springfox = regexp.MustCompile(`Using(GET|PUT|POST|PATCH|DELETE)$`)

// offers lists the methods of a client's services, in lower case.
func offers(client reflect.Type) map[string]bool {
	found := map[string]bool{}
	for _, service := range reflect.VisibleFields(client) {
		if !service.IsExported() || service.Type.Kind() != reflect.Pointer {
			continue
		}
		for i := range service.Type.NumMethod() {
			found[strings.ToLower(service.Name+"."+service.Type.Method(i).Name)] = true
		}
	}
	return found
}
