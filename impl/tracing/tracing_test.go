package tracing_test

import (
	"context"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/tracing"
)

type ctxKey struct{}

// TestWithoutACollectorSpansCostNoMemory: every statement begins one.
func TestWithoutACollectorSpansCostNoMemory(t *testing.T) {
	ctx := context.WithValue(t.Context(), ctxKey{}, 1)
	var none *tracing.Tracer
	if n := testing.AllocsPerRun(1000, func() {
		within, root := none.Request(ctx, "GET /", "")
		within, span := tracing.Start(within, "SELECT users", tracing.Client)
		_, delivery := tracing.Root(none.Into(within), "deliver message")
		span.Text(tracing.Table, "users")
		span.Number(tracing.Attempts, 2)
		span.Fail("database")
		span.End()
		delivery.End()
		root.End()
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestTheStandardSettings(t *testing.T) {
	t.Parallel()
	const at = "http://127.0.0.1:4318"
	for _, c := range []struct {
		name  string
		in    tracing.Input
		posts string // the URL; empty: none
		fault string
	}{
		{"nothing", tracing.Input{}, "", ""},
		{"a collector", tracing.Input{Endpoint: at, Protocol: "http/protobuf"}, at + "/v1/traces", ""},
		{"with a slash", tracing.Input{Endpoint: at + "/", Protocol: "http/protobuf"}, at + "/v1/traces", ""},
		{"a whole URL", tracing.Input{Endpoint: at, TracesEndpoint: at + "/x", Protocol: "http/protobuf"}, at + "/x", ""},
		{"switched off", tracing.Input{Endpoint: at, Protocol: "grpc", Disabled: true}, "", ""},
		{"gRPC", tracing.Input{Endpoint: at, Protocol: "grpc"}, "", "OTEL_EXPORTER_OTLP_PROTOCOL"},
		{"no URL", tracing.Input{Endpoint: "collector:4317", Protocol: "http/protobuf"}, "", "OTEL_EXPORTER_OTLP_ENDPOINT"},
		{"a password in the URL", tracing.Input{Endpoint: "http://hunter2@collector:4318", Protocol: "http/protobuf"}, "", "OTEL_EXPORTER_OTLP_ENDPOINT"},
		{"a header without a value", tracing.Input{Endpoint: at, Protocol: "http/protobuf", Headers: "hunter2"}, "", "OTEL_EXPORTER_OTLP_HEADERS"},
		{"a sampler", tracing.Input{Endpoint: at, Protocol: "http/protobuf", Sampler: "parentbased_traceidratio", Argument: "0.1"}, at + "/v1/traces", ""},
		{"an unknown sampler", tracing.Input{Endpoint: at, Protocol: "http/protobuf", Sampler: "jaeger_remote"}, "", "OTEL_TRACES_SAMPLER"},
		{"half a share", tracing.Input{Endpoint: at, Protocol: "http/protobuf", Sampler: "traceidratio", Argument: "2"}, "", "OTEL_TRACES_SAMPLER_ARG"},
	} {
		s, err := tracing.Parse(c.in)
		posts := ""
		if s != nil {
			posts = s.Endpoint
		}
		if posts != c.posts || (err != nil) != (c.fault != "") || err != nil && (!strings.Contains(err.Error(), c.fault) || strings.Contains(err.Error(), "hunter2")) {
			t.Errorf("%s: %q, %v", c.name, posts, err)
		}
	}
}
