package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestWristbandCallsThatAreNotServedSayWhatIs: calls of the vendor's packages and apps are answered in the shape of their
// path, and name what to use instead. Unknown paths are not found.
func TestWristbandCallsThatAreNotServedSayWhatIs(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for call, use := range seed.InOrder(map[string]string{
			"GET /api/v1/oauth2/authorize?client_id=canary&response_type=code":    "POST /v1/sessions",
			"GET /api/v1/oauth2/userinfo":                                         "GET /api/v1/users/{userId}",
			"GET /api/v1/logout?client_id=canary":                                 "POST /api/v1/oauth2/revoke",
			"GET /api/v1/clients/canary/sdk-configuration":                        "POST /v1/sessions",
			"POST /api/v1/new-user-invitation/invite-user":                        "POST /api/v1/users",
			"POST /api/v1/existing-user-invitation/invite-user":                   "PATCH /api/v1/users/{userId}",
			"POST /api/v1/tenant-discovery/find-user-tenant":                      "GET /api/v1/applications/{applicationId}/users",
			"POST /api/v1/email-verification/request-email-verification?a=canary": "POST /v1/tickets",
		}) {
			method, path, _ := strings.Cut(call, " ")
			a := must(w, harness.Call{Method: method, Path: path}, http.StatusNotImplemented)
			shape := `"code":"not_implemented"`
			if strings.Contains(path, "/oauth2/") {
				shape = `"error":"invalid_request"`
			}
			if !strings.Contains(a.Body, shape) || !strings.Contains(a.Body, "does not serve this call. ") || !strings.Contains(a.Body, use) || strings.Contains(a.Body, "canary") {
				t.Errorf("%s: %s", call, a.Body)
			}
		}
		for _, call := range []string{"POST /api/v1/oauth2/authorize", "GET /api/v1/clients//sdk-configuration", "GET /api/v1/clients/a", "GET /api/v1/userinfo", "GET /api/v1/logout/"} {
			method, path, _ := strings.Cut(call, " ")
			must(w, harness.Call{Method: method, Path: path}, http.StatusNotFound)
		}
	})
}
