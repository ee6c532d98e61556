package harness

import (
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	collector "go.opentelemetry.io/proto/slim/otlp/collector/trace/v1"
	common "go.opentelemetry.io/proto/slim/otlp/common/v1"
	traces "go.opentelemetry.io/proto/slim/otlp/trace/v1"
	"google.golang.org/protobuf/encoding/prototext"
	"google.golang.org/protobuf/proto"
)

// Collector receives traces as a collector of OpenTelemetry does (OTLP over HTTP, in protobuf). It stands in
// for one: it is read with the protocol's own generated code.
type Collector struct {
	URL string // where traces are posted

	mu    sync.Mutex
	spans []*traces.Span
	text  string // everything that was received
	fails int    // the status of its answers; 0: it takes everything
}

// NewCollector starts one.
func NewCollector(t testing.TB) *Collector {
	c := &Collector{}
	web := httptest.NewServer(http.HandlerFunc(c.take))
	t.Cleanup(web.Close)
	c.URL = web.URL + "/v1/traces"
	return c
}

// Fail makes it refuse everything with a status; 0 ends that.
func (c *Collector) Fail(status int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.fails = status
}

func (c *Collector) take(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	var sent collector.ExportTraceServiceRequest
	if err == nil {
		err = proto.Unmarshal(body, &sent)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case err != nil || r.Header.Get("Content-Type") != "application/x-protobuf":
		w.WriteHeader(http.StatusBadRequest)
		return
	case c.fails != 0:
		w.WriteHeader(c.fails)
		return
	}
	c.text += prototext.Format(&sent)
	for _, of := range sent.ResourceSpans {
		for _, in := range of.ScopeSpans {
			c.spans = append(c.spans, in.Spans...)
		}
	}
}

// Spans lists what was received.
func (c *Collector) Spans() []*traces.Span {
	c.mu.Lock()
	defer c.mu.Unlock()
	return append([]*traces.Span(nil), c.spans...)
}

// Text is everything that was received, to be searched.
func (c *Collector) Text() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.text
}

// Attribute is an attribute of a span as text; empty if it has none of the name.
func Attribute(s *traces.Span, name string) string {
	for _, a := range s.Attributes {
		if a.Key == name {
			if n, ok := a.Value.Value.(*common.AnyValue_IntValue); ok {
				return http.StatusText(int(n.IntValue))
			}
			return a.Value.GetStringValue()
		}
	}
	return ""
}
