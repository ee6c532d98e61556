package contract_test

import (
	"context"
	"net/http"
	"sync"
	"testing"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/conformance"
	"github.com/rekeyhq/rekey/tests/harness"
)

// played reads the published contract with its playbook.
func played(t *testing.T) *conformance.Contract {
	t.Helper()
	c, err := conformance.Read(openapi.JSON, openapi.Playbook)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Every example of the contract is sent to a running server in its situation, and the
// answer compared with the example. One changed member of one example fails here.
func TestEveryExampleIsTrue(t *testing.T) {
	t.Parallel()
	contract := played(t)
	for _, surface := range contract.Surfaces() {
		t.Run(surface, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				var results []conformance.Result
				contract.Run(t.Context(), bed(w), []string{surface}, []string{"examples"}, func(r conformance.Result) {
					results = append(results, r)
					if r.Verdict != conformance.Passed {
						t.Errorf("%s: %s: %s: %s", r.Operation, r.Case, r.Verdict, r.Why)
					}
				})
				for _, e := range contract.Untried(surface, results) {
					t.Errorf("%s is tried by nothing in openapi/situations/%s.yaml", e, surface)
				}
			})
		})
	}
}

// bed is a world in which also that can be arranged which no caller can bring about.
func bed(w *harness.World) conformance.Server {
	var mu sync.Mutex
	broken := func(context.Context) (string, func(), error) {
		w.BreakStore(func(string) bool { return true })
		return "", func() { w.BreakStore(nil) }, nil
	}
	return conformance.Server{
		URL: w.URL, Client: &http.Client{Transport: &harness.Checked{T: w.T}, CheckRedirect: noRedirect},
		Given: map[string]string{"ownerKey": w.Owner().Key.Reveal()},
		Mails: func(_ context.Context, to string) ([]string, error) {
			mu.Lock()
			defer mu.Unlock()
			var texts []string
			for _, m := range w.Mails() {
				if m.To == to {
					texts = append([]string{m.Text}, texts...)
				}
			}
			return texts, nil
		},
		Arrange: map[string]func(context.Context) (string, func(), error){
			"the store is broken": broken,
		},
	}
}

func noRedirect(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
