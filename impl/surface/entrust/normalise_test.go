package entrust

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/tests/seed"
)

func TestMain(m *testing.M) { os.Exit(seed.Main(m)) }

// TestNullIsAbsenceInEveryBodyOfTheContract fills each body of the contract with nulls at every depth: those of
// optional members go, and those that the contract decides on stay.
func TestNullIsAbsenceInEveryBodyOfTheContract(t *testing.T) {
	t.Parallel()
	document, err := contract()
	if err != nil {
		t.Fatal(err)
	}
	rewrite, bodies := normaliser(document), 0
	for path, item := range seed.InOrder(document.Paths.Map()) {
		for method, op := range seed.InOrder(item.Operations()) {
			if op.RequestBody == nil {
				continue
			}
			bodies++
			schema := op.RequestBody.Value.Content["application/json"].Schema.Value
			sent, want := nulls(schema, 0)
			raw, err := json.Marshal(sent)
			if err != nil {
				t.Fatal(err)
			}
			out, err := rewrite(op.OperationID, raw)
			if err != nil {
				t.Fatal(err)
			}
			var got any
			if err := json.Unmarshal(out, &got); err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s %s: %s became %s, want %v", method, path, raw, out, want)
			}
		}
	}
	if bodies < 3 {
		t.Errorf("%d bodies", bodies)
	}
}

// nulls is a value of the schema with a null for each member that is no object or list, and what should be left of it.
func nulls(s *openapi3.Schema, depth int) (sent, want any) {
	switch {
	case depth > 8:
		return nil, nil
	case s.Type.Is("array") && s.Items != nil:
		sent, want = nulls(s.Items.Value, depth+1)
		return []any{sent, nil}, []any{want, nil}
	case !s.Type.Is("object") || len(s.Properties) == 0:
		return nil, nil
	}
	all, left := map[string]any{"unknown": nil}, map[string]any{"unknown": nil}
	for name, ref := range s.Properties {
		all[name], want = nulls(ref.Value, depth+1)
		if all[name] != nil || ref.Value.Nullable || slices.Contains(s.Required, name) {
			left[name] = want
		}
	}
	return all, left
}

func TestTimesMayHaveAnOffsetWithoutAColon(t *testing.T) {
	t.Parallel()
	document, err := contract()
	if err != nil {
		t.Fatal(err)
	}
	rewrite := normaliser(document)
	for sent, want := range seed.InOrder(map[string]string{
		"2018-05-28T19:07:50.328+0000": "2018-05-28T19:07:50.328+00:00", "2018-05-28T19:07:50-0330": "2018-05-28T19:07:50-03:30",
		"2018-05-28T19:07:50Z": "2018-05-28T19:07:50Z", "2018-05-28T19:07:50+00:00": "2018-05-28T19:07:50+00:00",
		"2018-05-28T19:07:50+00000": "2018-05-28T19:07:50+00000", "2018-05-28 19:07:50+0000": "2018-05-28 19:07:50+0000", "0000": "0000",
	}) {
		body := fmt.Sprintf(`{"expiryTime":%q,"password":%q}`, sent, sent)
		out, err := rewrite("setUserPasswordUsingPUT", []byte(body))
		if err != nil {
			t.Fatal(err)
		}
		var got struct{ ExpiryTime, Password string }
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatal(err)
		}
		if got.ExpiryTime != want || got.Password != sent {
			t.Errorf("%s: %s", sent, out)
		}
	}
}
