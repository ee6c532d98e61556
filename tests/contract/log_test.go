package contract_test

import (
	"bufio"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// TestTheLogHasRequestsAndNotProbes: those come several times a second, for ever.
func TestTheLogHasRequestsAndNotProbes(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for _, path := range []string{"/healthz", "/readyz", "/metrics", "/llms.txt"} {
			if a := w.Do(harness.Call{Method: http.MethodGet, Path: path}); a.Status != http.StatusOK {
				t.Fatalf("%s: %d", path, a.Status)
			}
		}
		var routes []string
		lines := bufio.NewScanner(strings.NewReader(w.Log.String()))
		for lines.Scan() {
			var line struct {
				Msg, Route string
				Took       *float64 `json:"took_ms"`
			}
			if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
				t.Fatal(err)
			}
			if line.Msg != "request" {
				continue
			}
			routes = append(routes, line.Route)
			if line.Took == nil || *line.Took > 60_000 {
				t.Errorf("how long it took is not told in milliseconds: %s", lines.Text())
			}
		}
		if !slices.Equal(routes, []string{"/llms.txt"}) {
			t.Errorf("requests to %v", routes)
		}
	})
}
