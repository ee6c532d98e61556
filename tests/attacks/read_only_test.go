package attacks_test

import (
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/conformance"
	"github.com/rekeyhq/rekey/tests/seed"
)

// onlooker notes each request on its way.
type onlooker struct {
	next http.RoundTripper
	mu   sync.Mutex
	sent []string // guarded by mu
}

// RoundTrip passes a request on.
func (o *onlooker) RoundTrip(r *http.Request) (*http.Response, error) {
	o.mu.Lock()
	o.sent = append(o.sent, r.Method+" "+r.URL.Path)
	o.mu.Unlock()
	return o.next.RoundTrip(r)
}

// searches are the operations that read by POST.
var searches = map[string]bool{"POST /v2/sessions/search": true, "POST /v2/users": true}

// TestAReadingContractTestChangesNothing: rekey contract-test --read-only is let loose on servers in production. Of all
// that stands in the database, the trail included, nothing is another afterwards but when the key was used.
func TestAReadingContractTestChangesNothing(t *testing.T) {
	t.Parallel()
	contract, err := conformance.Read(openapi.JSON, openapi.Playbook)
	if err != nil {
		t.Fatal(err)
	}
	onStage(t, func(t *testing.T, s *stage) {
		s.LogIn(s.person())
		s.beside() // stays open for all steps
		for who, key := range seed.InOrder(map[string]string{
			"an owner": s.Owner().Key.Reveal(), "a tenant": s.TenantKey(s.Tenant, "users:read").Key.Reveal(), "nobody": "",
		}) {
			s.Check("with the key of "+who, func(t *testing.T) {
				given := map[string]string{}
				if key != "" {
					given["ownerKey"] = key
				}
				all := &onlooker{next: s.Client.Transport}
				server := conformance.Server{URL: s.URL, Client: &http.Client{Transport: all, CheckRedirect: s.Client.CheckRedirect}, Given: given}
				before := s.picture()
				if _, err := contract.Look(t.Context(), server, conformance.Selection{ReadOnly: true}); err != nil {
					t.Fatal(err)
				}
				passed := 0
				left := contract.Run(t.Context(), server, conformance.Selection{ReadOnly: true}, func(r conformance.Result) bool {
					if r.Verdict == conformance.Failed || r.Verdict == conformance.NotRun {
						t.Errorf("%s: %s\n%s", r.Path(), r.Why, r.Request)
					}
					if r.Verdict == conformance.Passed {
						passed++
					}
					return true
				})
				changed := slices.DeleteFunc(before.changes(s.picture()), func(c string) bool {
					return c == "api_keys.last_used_at" || c == "api_keys.updated_at"
				})
				if len(changed) > 0 || len(left) > 0 {
					t.Errorf("it changed %v, and left %v", changed, left)
				}
				for _, sent := range all.sent {
					if !strings.HasPrefix(sent, "GET ") && !searches[sent] {
						t.Errorf("it sent %s", sent)
					}
				}
				if passed < 90 || len(all.sent) < passed {
					t.Errorf("%d cases passed with %d requests: nothing was looked at", passed, len(all.sent))
				}
			})
		}
	})
}
