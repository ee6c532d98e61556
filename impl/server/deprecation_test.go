package server

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/gin-gonic/gin"
	"github.com/rekeyhq/rekey/tests/seed"
)

// No operation is deprecated yet, so this test alone covers the headers of a deprecated one.
func TestDeprecationHeaders(t *testing.T) {
	t.Parallel()
	for name, c := range seed.InOrder(map[string]struct {
		deprecated        bool
		extensions        map[string]any
		refused           bool
		deprecation, gone string
	}{
		"not deprecated":   {},
		"without a date":   {deprecated: true, refused: true},
		"not decided when": {deprecated: true, extensions: map[string]any{"x-deprecated-since": "2026-11-01"}, refused: true},
		"after 179 days":   {deprecated: true, extensions: map[string]any{"x-deprecated-since": "2026-11-01", "x-sunset": "2027-04-29"}, refused: true},
		"after 180 days":   {deprecated: true, extensions: map[string]any{"x-deprecated-since": "2026-11-01", "x-sunset": "2027-04-30"}, deprecation: "@1793491200", gone: "Fri, 30 Apr 2027 00:00:00 GMT"},
		"after 181 days":   {deprecated: true, extensions: map[string]any{"x-deprecated-since": "2026-11-01", "x-sunset": "2027-05-01"}, deprecation: "@1793491200", gone: "Sat, 01 May 2027 00:00:00 GMT"},
		"after half of it": {deprecated: true, extensions: map[string]any{"x-deprecated-since": "2026-11-01", "x-sunset": "2027-02-01"}, refused: true},
		"at no day at all": {deprecated: true, extensions: map[string]any{"x-deprecated-since": "2026-11-01", "x-sunset": "soon"}, refused: true},
		"since no day":     {deprecated: true, extensions: map[string]any{"x-deprecated-since": "2026-02-30"}, refused: true},
	}) {
		d, err := readDeprecation(&openapi3.Operation{OperationID: "old", Deprecated: c.deprecated, Extensions: c.extensions})
		if (err != nil) != c.refused {
			t.Errorf("%s: %v", name, err)
		}
		if err != nil {
			continue
		}
		w := httptest.NewRecorder()
		g, _ := gin.CreateTestContext(w)
		g.Request = httptest.NewRequest(http.MethodGet, "/v1/old", nil)
		d.writeHeaders(g, "/id")
		if got := w.Header().Get("Deprecation"); got != c.deprecation {
			t.Errorf("%s: Deprecation %q, want %q", name, got, c.deprecation)
		}
		if got := w.Header().Get("Sunset"); got != c.gone {
			t.Errorf("%s: Sunset %q, want %q", name, got, c.gone)
		}
		if strings.HasPrefix(w.Header().Get("Link"), "</id/docs/deprecation>") != c.deprecated {
			t.Errorf("%s: Link %q", name, w.Header().Get("Link"))
		}
	}
}
