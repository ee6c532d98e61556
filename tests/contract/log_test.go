package contract_test

import (
	"bufio"
	"encoding/json"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
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

// counts are the numbers of the log that count something, and so have no unit.
var counts = []string{"status", "rows", "failures", "attempt", "sequence", "schema"}

// TestNumbersInTheLogHaveUnits: a reader at night must not guess whether 5 is seconds or milliseconds.
func TestNumbersInTheLogHaveUnits(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		asOwner(w).issue(ada.ID, "reset", "link", "send")
		w.Deliver()
		for _, broken := range []bool{true, false} { // an outage has lines of its own
			w.BreakStore(func(string) bool { return broken })
			w.Clock.Advance(time.Second)
			w.Work(t.Context(), 0)
		}
		twin := w.TwinAhead(time.Minute)
		twin.Work(t.Context(), 0)
		units := 0
		for text := range strings.Lines(w.Log.String()) {
			line := map[string]any{}
			if err := json.Unmarshal([]byte(text), &line); err != nil {
				t.Fatal(err)
			}
			for name, value := range seed.InOrder(line) {
				if _, number := value.(float64); !number || slices.Contains(counts, name) {
					continue
				}
				if !strings.HasSuffix(name, "_ms") && !strings.HasSuffix(name, "_seconds") && !strings.HasSuffix(name, "_bytes") {
					t.Errorf("%s has no unit: %s", name, text)
				}
				units++
			}
		}
		if units < 10 {
			t.Errorf("%d numbers with units were seen", units)
		}
	}, harness.WithConfig(func(c *config.Config) { c.LogLevel = slog.LevelDebug }))
}
