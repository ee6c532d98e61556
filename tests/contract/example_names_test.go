package contract_test

import (
	"cmp"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/conformance"
	"github.com/rekeyhq/rekey/tests/seed"
)

// Specmatic and Microcks take a request and an answer for one exchange if their examples have one name, and leave out the rest.
func TestAnExampleOfARequestAndItsAnswerShareAName(t *testing.T) {
	t.Parallel()
	bundle, err := openapi3.NewLoader().LoadFromData(openapi.JSON)
	if err != nil {
		t.Fatal(err)
	}
	book, err := conformance.ReadPlaybook(openapi.Playbook)
	if err != nil {
		t.Fatal(err)
	}
	paired := 0
	for _, item := range seed.InOrder(bundle.Paths.Map()) {
		for _, operation := range seed.InOrder(item.Operations()) {
			script := book.Operations[operation.OperationID]
			if script == nil || operation.RequestBody == nil {
				continue
			}
			requests := requestExamples(operation)
			answered := map[string]string{}
			for _, try := range script.Try {
				send, answer := cmp.Or(try.Send, script.Send), try.Answer
				if send == "" && len(requests) == 1 {
					send = requests[0]
				}
				_, name, named := strings.Cut(answer, " ")
				altered := try.Change != nil || try.Body != "" || try.Type != ""
				if altered || !named || !strings.HasPrefix(answer, "2") || answered[send] != "" {
					continue
				}
				if answered[send] = name; name != send {
					t.Errorf("%s: the request %q is answered with the example %q", operation.OperationID, send, name)
				}
				paired++
			}
		}
	}
	if paired == 0 {
		t.Error("no example of a request has an answer")
	}
}

func requestExamples(operation *openapi3.Operation) []string {
	var names []string
	for _, media := range seed.InOrder(operation.RequestBody.Value.Content) {
		for name := range seed.InOrder(media.Examples) {
			names = append(names, name)
		}
	}
	return names
}
