package contract_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/spec"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestEntrustNullIsAbsenceInEveryRequest sends each example of the contract with null for each optional member that it
// lacks, and with null for each required one: the first is never refused for a null, the second always.
func TestEntrustNullIsAbsenceInEveryRequest(t *testing.T) {
	t.Parallel()
	document, err := spec.Load("entrust")
	if err != nil {
		t.Fatal(err)
	}
	harness.Each(t, func(t *testing.T, w *harness.World) {
		key := w.KeyWith(keys.CreateAPIKeyInput{Boundary: models.BoundaryPlatform, Permissions: []string{"*"}}).Key.Reveal()
		played, people := 0, 0
		for path, item := range seed.InOrder(document.Paths.Map()) {
			for method, op := range seed.InOrder(item.Operations()) {
				if op.RequestBody == nil {
					continue
				}
				media := op.RequestBody.Value.Content["application/json"]
				for name, example := range seed.InOrder(media.Examples) {
					played++
					sent := entrustFilled(t, media.Schema.Value, example.Value.Value)
					call := func(body any) harness.Answer {
						people++
						p := w.Person("ada" + strconv.Itoa(people))
						return w.Do(harness.Call{Method: method, Path: strings.NewReplacer("{userid}", p.ID, "{id}", p.ID).Replace(path), Token: key, Body: body})
					}
					if a := call(sent); a.Status >= 400 && slices.ContainsFunc(entrustErrors(t, a), entrustAboutNull) {
						t.Errorf("%s %s with nulls: %d %s", op.OperationID, name, a.Status, a.Body)
					}
					for _, member := range media.Schema.Value.Required {
						sent := maps.Clone(sent)
						sent[member] = nil
						if a := call(sent); a.Status != http.StatusBadRequest || !slices.ContainsFunc(entrustErrors(t, a), func(e string) bool { return strings.HasPrefix(e, "/"+member+" ") }) {
							t.Errorf("%s %s with null for %s: %d %s", op.OperationID, name, member, a.Status, a.Body)
						}
					}
				}
			}
		}
		if played < 5 {
			t.Errorf("%d examples", played)
		}
	})
}

func entrustAboutNull(e string) bool {
	return strings.HasSuffix(e, " null") || strings.HasSuffix(e, " not_allowed")
}

// entrustFilled is an example of a body with null for each member that it lacks.
func entrustFilled(t *testing.T, of *openapi3.Schema, example any) map[string]any {
	t.Helper()
	raw, err := json.Marshal(example)
	if err != nil {
		t.Fatal(err)
	}
	var body map[string]any
	if err := json.Unmarshal(raw, &body); err != nil {
		t.Fatal(err)
	}
	for name := range of.Properties {
		if _, there := body[name]; !there {
			body[name] = nil
		}
	}
	return body
}
