package contract_test

import (
	"context"
	"encoding/hex"
	"io"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	traces "go.opentelemetry.io/proto/slim/otlp/trace/v1"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/tracing"
	"github.com/rekeyhq/rekey/tests/harness"
)

func flush(t *testing.T, w *harness.World) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	if err := w.FlushTraces(ctx); err != nil {
		t.Fatal(err)
	}
}

// named are the spans of a name in a trace; every trace if the id is empty.
func named(c *harness.Collector, traceID, name string) (found []*traces.Span) {
	for _, s := range c.Spans() {
		if s.Name == name && (traceID == "" || hex.EncodeToString(s.TraceId) == traceID) {
			found = append(found, s)
		}
	}
	return found
}

// TestTracesTellWhereTheTimeGoes and nothing of the users.
func TestTracesTellWhereTheTimeGoes(t *testing.T) {
	t.Parallel()
	for _, store := range harness.Stores(t) {
		t.Run(store.Name, func(t *testing.T) {
			t.Parallel()
			collector := harness.NewCollector(t)
			w := harness.New(t, store, harness.WithConfig(func(c *config.Config) {
				c.Traces = &tracing.Settings{Endpoint: collector.URL}
				c.Proxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}
			}))
			ada := w.Person("ada")
			must(w, post("/v1/sessions", j{"username": ada.Username, "password": ada.Password}), http.StatusCreated)
			asOwner(w).issue(ada.ID, "reset", "link", "send")
			w.Deliver()
			flush(t, w)
			w.Step("a login is a tree", func(t *testing.T) { loginIsATree(t, w, collector) })
			w.Step("a delivery is a trace of its own", func(t *testing.T) {
				if all := named(collector, "", "deliver message"); len(all) != 1 || harness.Attribute(all[0], "rekey.template") != "reset_link" {
					t.Errorf("%d deliveries: %v", len(all), all)
				} else if send := named(collector, hex.EncodeToString(all[0].TraceId), "send email"); len(send) != 1 {
					t.Errorf("it was sent %d times", len(send))
				}
			})
			w.Step("a trusted proxy's trace goes on, without what else it says", func(t *testing.T) {
				const theirs = "4bf92f3577b34da6a3ce929d0e0e4736"
				must(w, harness.Call{Method: http.MethodGet, Path: "/v1/users/" + ada.ID, Header: map[string]string{
					"Traceparent": "00-" + theirs + "-00f067aa0ba902b7-01", "Tracestate": "vendor=canary-of-the-state",
				}}, http.StatusUnauthorized)
				flush(t, w)
				if all := named(collector, theirs, "GET /v1/users/:userId"); len(all) != 1 || hex.EncodeToString(all[0].ParentSpanId) != "00f067aa0ba902b7" {
					t.Errorf("it was not continued: %v", all)
				}
			})
			for _, value := range []string{
				ada.ID, ada.Email, ada.Username + "\"", harness.Password, w.Tenant.ID, "canary-of-the-state", "127.0.0.1", "id.example.test",
			} {
				if strings.Contains(collector.Text(), value) {
					t.Errorf("the traces have %q", value)
				}
			}
			for _, s := range collector.Spans() {
				for _, a := range s.Attributes {
					if !slices.Contains(tracing.Keys(), tracing.Key(a.Key)) {
						t.Errorf("the span %s has the attribute %s", s.Name, a.Key)
					}
				}
			}
		})
	}
}

func loginIsATree(t *testing.T, w *harness.World, c *harness.Collector) {
	t.Helper()
	roots := named(c, "", "POST /v1/sessions")
	if len(roots) != 1 {
		t.Fatalf("%d traces of the login", len(roots))
	}
	root, id := roots[0], hex.EncodeToString(roots[0].TraceId)
	if harness.Attribute(root, "http.response.status_code") != "Created" || harness.Attribute(root, "rekey.surface") != "rekey" || len(root.ParentSpanId) != 0 {
		t.Errorf("the root is %v", root)
	}
	for _, name := range []string{"wait for hash", "hash", "transaction", "COMMIT", "SELECT users", "INSERT sessions", "wait for connection"} {
		for _, s := range named(c, id, name) {
			if s.StartTimeUnixNano < root.StartTimeUnixNano || s.EndTimeUnixNano > root.EndTimeUnixNano || len(s.ParentSpanId) == 0 {
				t.Errorf("%s is not within the request", name)
			}
		}
		if len(named(c, id, name)) == 0 {
			t.Errorf("the trace has no %s", name)
		}
	}
	if !strings.Contains(w.Log.String(), `"trace_id":"`+id+`"`) {
		t.Error("the log does not name the trace")
	}
}

// TestATraceOfAnUntrustedPeerIsNotContinued, since it could choose ids that belong to others.
func TestATraceOfAnUntrustedPeerIsNotContinued(t *testing.T) {
	t.Parallel()
	collector := harness.NewCollector(t)
	w := harness.New(t, harness.Stores(t)[0], harness.WithConfig(func(c *config.Config) { c.Traces = &tracing.Settings{Endpoint: collector.URL} }))
	const theirs = "4bf92f3577b34da6a3ce929d0e0e4736"
	must(w, harness.Call{Method: http.MethodGet, Path: users, Header: map[string]string{"Traceparent": "00-" + theirs + "-00f067aa0ba902b7-01"}}, http.StatusUnauthorized)
	flush(t, w)
	if all := named(collector, "", "GET /v1/users"); len(all) != 1 || hex.EncodeToString(all[0].TraceId) == theirs {
		t.Errorf("%v", all)
	}
}

// TestACollectorThatIsDownDelaysNothing: what it does not take is counted.
func TestACollectorThatIsDownDelaysNothing(t *testing.T) {
	t.Parallel()
	collector := harness.NewCollector(t)
	collector.Fail(http.StatusBadRequest)
	w := harness.New(t, harness.Stores(t)[0], harness.WithConfig(func(c *config.Config) { c.Traces = &tracing.Settings{Endpoint: collector.URL} }))
	const lost, exported = `rekey_trace_spans_total{outcome="lost"}`, `rekey_trace_spans_total{outcome="exported"}`
	must(w, harness.Call{Method: http.MethodGet, Path: users}, http.StatusUnauthorized)
	flush(t, w)
	if now := scrape(t, w); now[lost] < 1 || now[exported] != 0 || now[`rekey_trace_spans_total{outcome="ended"}`] < now[lost] {
		t.Errorf("%v lost, %v exported", now[lost], now[exported])
	}
	if !strings.Contains(w.Log.String(), "the collector does not take the traces") {
		t.Error("the log does not say it")
	}
	collector.Fail(0)
	must(w, harness.Call{Method: http.MethodGet, Path: users}, http.StatusUnauthorized)
	flush(t, w)
	if now := scrape(t, w); now[exported] < 1 || !strings.Contains(w.Log.String(), "takes the traces again") {
		t.Errorf("%v exported", now[exported])
	}
}

// TestProfilesAreForThisMachine: they have an address of their own, and the port of the service has none.
func TestProfilesAreForThisMachine(t *testing.T) {
	t.Parallel()
	admin := harness.FreeAddress(t)
	w := harness.New(t, harness.Stores(t)[0], harness.WithConfig(func(c *config.Config) { c.AdminAddr = admin }))
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- w.Serve(ctx, l) }()
	get := func(base, host, path string) (int, string) {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, base+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		if host != "" {
			r.Host = host
		}
		for deadline := time.Now().Add(10 * time.Second); ; {
			answer, err := http.DefaultClient.Do(r)
			if err == nil {
				body, _ := io.ReadAll(answer.Body)
				_ = answer.Body.Close()
				return answer.StatusCode, string(body)
			}
			if time.Now().After(deadline) {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct {
		base, host, path string
		status           int
		has              string
	}{
		{"http://" + admin, "", "/debug/pprof/", 200, "goroutine"},
		{"http://" + admin, "localhost", "/debug/pprof/goroutine?debug=1", 200, "goroutine profile"},
		{"http://" + admin, "", "/metrics", 200, "rekey_build_info"},
		{"http://" + admin, "", "/readyz", 200, "ready"},
		{"http://" + admin, "", "/debug/pprof/cmdline", 404, ""},
		{"http://" + admin, "", "/v1/users", 404, ""},
		{"http://" + admin, "attacker.example", "/debug/pprof/heap", 403, ""},
		{"http://" + l.Addr().String(), "", "/debug/pprof/", 404, ""},
	} {
		if status, body := get(c.base, c.host, c.path); status != c.status || !strings.Contains(body, c.has) {
			t.Errorf("%s as %q: %d %.80s", c.path, c.host, status, body)
		}
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
