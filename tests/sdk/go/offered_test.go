package sdk_test

import (
	"encoding/json"
	"os"
	"reflect"
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
	offered := map[string]bool{}
	client := reflect.TypeFor[*rekey.Client]()
	for i := range client.NumMethod() {
		offered[strings.ToLower(client.Method(i).Name)] = true
	}
	for path, item := range contract.Paths {
		for method, raw := range item {
			var o struct{ OperationID string }
			if json.Unmarshal(raw, &o) != nil || o.OperationID == "" {
				continue
			}
			for _, g := range contract.Groups {
				if strings.HasPrefix(o.OperationID, g.Name) {
					checked(g.Name, "Go: operations offered", offered[strings.ToLower(o.OperationID)])
				}
			}
			if !offered[strings.ToLower(o.OperationID)] {
				t.Errorf("%s %s (%s) is not offered", method, path, o.OperationID)
			}
		}
	}
}
