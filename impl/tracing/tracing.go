// Package tracing records where the time of a request goes, as spans of OpenTelemetry, and sends them to a
// collector (OTLP over HTTP).
//
// A span is a part of the work with a beginning and an end. A trace is a tree of spans: the root is a request,
// or the delivery of a message. A Tracer begins roots; it exists only if a collector is configured. Every
// other span is begun with Start below the one that the context carries, so that the store and the hasher
// need no Tracer.
//
//	tracing.go    spans, and what they may say
//	settings.go   the standard settings (OTEL_...)
//	exporter.go   the protocol
//	log.go        the id of the trace in lines of the log
//
// The assembly makes the Tracer; the server, the store, the hasher and the outbox begin spans.
//
// It promises: a span has no value of a user. Its attributes are the Keys below, and their texts are names
// from the source, never something that a request or a row contained: no id, address, path or statement.
// Without a Tracer a span costs a look into the context and no memory. A collector that is down or slow
// delays nothing: spans wait in a bounded queue, and are dropped beyond it.
//
// The SDK is OpenTelemetry's. The exporter is written here, since theirs (otlptracehttp 1.47) links gRPC into
// the program: 5 MiB for a protocol that is one POST.
package tracing

import (
	"context"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// Key names what a span may say.
type Key string

// The keys. Those without the prefix rekey are OpenTelemetry's semantic conventions 1.43.
const (
	Method    Key = "http.request.method"
	Route     Key = "http.route" // the template, such as /v1/users/:id
	Status    Key = "http.response.status_code"
	ErrorType Key = "error.type" // the code of a fault
	System    Key = "db.system.name"
	Operation Key = "db.operation.name"
	Table     Key = "db.collection.name"
	Surface   Key = "rekey.surface"
	Name      Key = "rekey.operation" // of the contract
	Attempts  Key = "rekey.attempts"
	Channel   Key = "rekey.channel"
	Template  Key = "rekey.template"
	Outcome   Key = "rekey.outcome"
)

// Keys lists the keys.
func Keys() []Key {
	return []Key{Method, Route, Status, ErrorType, System, Operation, Table, Surface, Name, Attempts, Channel, Template, Outcome}
}

// Kind is the side of a call that a span is about.
type Kind = trace.SpanKind

// The kinds.
const (
	Internal = trace.SpanKindInternal
	Server   = trace.SpanKindServer
	Client   = trace.SpanKindClient
)

// Tracer begins traces. A nil Tracer begins none.
type Tracer struct {
	provider *sdk.TracerProvider
	tracer   trace.Tracer
	exporter *exporter
}

// New returns a Tracer that sends its spans to the collector; nil if none is configured.
func New(d Deps) (*Tracer, error) {
	if d.Settings == nil {
		return nil, nil
	}
	sampler, err := d.Settings.sampler()
	if err != nil {
		return nil, err
	}
	e := newExporter(d)
	provider := sdk.NewTracerProvider(
		sdk.WithSampler(sampler), sdk.WithResource(d.Settings.resource(d.Version)),
		sdk.WithSpanProcessor(counting{sdk.NewBatchSpanProcessor(e), d.Count}),
	)
	return &Tracer{provider: provider, tracer: provider.Tracer(scope), exporter: e}, nil
}

// scope names the instrumentation.
const scope = "github.com/rekeyhq/rekey"

type tracerKey struct{}

// Into puts the Tracer into a context, for Root.
func (t *Tracer) Into(ctx context.Context) context.Context {
	if t == nil {
		return ctx
	}
	return context.WithValue(ctx, tracerKey{}, t)
}

// Request begins the trace of a request. If the caller's traceparent (W3C Trace Context) may be trusted, it
// continues the caller's trace. The header tracestate is left out: it can contain anything.
func (t *Tracer) Request(ctx context.Context, name, trustedParent string) (context.Context, Span) {
	if t == nil {
		return ctx, Span{}
	}
	if trustedParent != "" {
		ctx = propagation.TraceContext{}.Extract(ctx, propagation.MapCarrier{"traceparent": trustedParent})
	}
	return begin(ctx, t.tracer, name, Server)
}

// Root begins a trace with the Tracer of the context, if it has one.
func Root(ctx context.Context, name string) (context.Context, Span) {
	t, ok := ctx.Value(tracerKey{}).(*Tracer)
	if !ok {
		return ctx, Span{}
	}
	return begin(ctx, t.tracer, name, Internal)
}

// Start begins a span below that of the context. It does nothing if there is none.
func Start(ctx context.Context, name string, kind Kind) (context.Context, Span) {
	parent := trace.SpanFromContext(ctx)
	if !parent.IsRecording() {
		return ctx, Span{}
	}
	return begin(ctx, parent.TracerProvider().Tracer(scope), name, kind)
}

func begin(ctx context.Context, t trace.Tracer, name string, kind Kind) (context.Context, Span) {
	ctx, span := t.Start(ctx, name, trace.WithSpanKind(kind))
	return ctx, Span{span}
}

// Span is a part of the work. The zero Span records nothing.
type Span struct{ span trace.Span }

// Recording reports whether the span records what it is told.
func (s Span) Recording() bool { return s.span != nil && s.span.IsRecording() }

// Text adds a name from the source.
func (s Span) Text(key Key, name string) {
	if s.span != nil && name != "" {
		s.span.SetAttributes(attribute.String(string(key), name))
	}
}

// Number adds a number.
func (s Span) Number(key Key, n int64) {
	if s.span != nil {
		s.span.SetAttributes(attribute.Int64(string(key), n))
	}
}

// Fail marks the span as failed, with a code and no text: the text of an error can quote values.
func (s Span) Fail(code string) {
	if s.span != nil {
		s.span.SetAttributes(attribute.String(string(ErrorType), code))
		s.span.SetStatus(codes.Error, "")
	}
}

// End ends the span.
func (s Span) End() {
	if s.span != nil {
		s.span.End()
	}
}

// Flush sends what waits. Close also ends the Tracer.
func (t *Tracer) Flush(ctx context.Context) error {
	if t == nil {
		return nil
	}
	return t.provider.ForceFlush(ctx)
}

// Close sends what waits, as long as ctx allows, and ends the Tracer.
func (t *Tracer) Close(ctx context.Context) error {
	if t == nil {
		return nil
	}
	return t.provider.Shutdown(ctx)
}
