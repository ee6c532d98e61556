package tracing

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"sync"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	collector "go.opentelemetry.io/proto/slim/otlp/collector/trace/v1"
	common "go.opentelemetry.io/proto/slim/otlp/common/v1"
	resources "go.opentelemetry.io/proto/slim/otlp/resource/v1"
	traces "go.opentelemetry.io/proto/slim/otlp/trace/v1"
	"google.golang.org/protobuf/proto"
)

const (
	postWithin = 10 * time.Second // the standard's default
	maxPosts   = 3                // of the same spans
	postPause  = time.Second      // before the second; doubled before the third
	maxPause   = 10 * time.Second // of a Retry-After that is respected
)

// exporter posts spans to a collector. It reports no error to the SDK, which would print it on its own: the
// log has the first failure of an outage and its end.
type exporter struct {
	settings *Settings
	client   *http.Client
	log      *slog.Logger
	count    func(Result, int)

	mu      sync.Mutex
	failing bool // guarded by mu
}

func newExporter(d Deps) *exporter {
	return &exporter{
		settings: d.Settings, log: d.Log, count: d.Count,
		client: &http.Client{
			Timeout:       postWithin,
			Transport:     &http.Transport{Proxy: http.ProxyFromEnvironment, TLSClientConfig: &tls.Config{RootCAs: d.Settings.RootCAs, MinVersion: tls.VersionTLS12}, MaxIdleConnsPerHost: 1, IdleConnTimeout: time.Minute},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, // the headers are for the collector
		},
	}
}

// ExportSpans posts spans.
func (e *exporter) ExportSpans(ctx context.Context, spans []sdk.ReadOnlySpan) error {
	body, err := proto.Marshal(encode(spans))
	if err == nil {
		err = e.post(ctx, body)
	}
	result := Exported
	if err != nil {
		result = Lost
	}
	e.count(result, len(spans))
	e.report(ctx, err)
	return nil
}

// Shutdown ends the connection.
func (e *exporter) Shutdown(context.Context) error {
	e.client.CloseIdleConnections()
	return nil
}

func (e *exporter) report(ctx context.Context, err error) {
	e.mu.Lock()
	before := e.failing
	e.failing = err != nil
	e.mu.Unlock()
	switch {
	case err != nil && !before:
		e.log.WarnContext(ctx, "the collector does not take the traces; this is not told again", "cause", err.Error())
	case err == nil && before:
		e.log.InfoContext(ctx, "the collector takes the traces again")
	}
}

// post tries again after an answer that the protocol calls temporary
// (https://opentelemetry.io/docs/specs/otlp/#otlphttp-response).
func (e *exporter) post(ctx context.Context, body []byte) error {
	wait := postPause
	for n := 1; ; n++ {
		again, after, err := e.postOnce(ctx, body)
		if err == nil || !again || n == maxPosts {
			return err
		}
		timer := time.NewTimer(max(wait, min(after, maxPause)))
		select {
		case <-ctx.Done():
			timer.Stop()
			return err
		case <-timer.C:
		}
		wait *= 2
	}
}

func (e *exporter) postOnce(ctx context.Context, body []byte) (again bool, after time.Duration, err error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, e.settings.Endpoint, bytes.NewReader(body))
	if err != nil {
		return false, 0, errors.New("the collector's address is no URL")
	}
	r.Header.Set("Content-Type", "application/x-protobuf")
	for name, value := range e.settings.Headers {
		r.Header.Set(name, value)
	}
	answer, err := e.client.Do(r)
	if err != nil {
		return true, 0, err
	}
	defer func() { _ = answer.Body.Close() }()
	_, _ = io.Copy(io.Discard, io.LimitReader(answer.Body, 64<<10))
	switch answer.StatusCode {
	case http.StatusOK, http.StatusAccepted, http.StatusNoContent:
		return false, 0, nil
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		again = true
	}
	seconds, _ := strconv.ParseUint(answer.Header.Get("Retry-After"), 10, 16)
	return again, time.Duration(seconds) * time.Second, fmt.Errorf("the collector answers %d", answer.StatusCode)
}

// counting counts the spans that end.
type counting struct {
	sdk.SpanProcessor
	count func(Result, int)
}

// OnEnd passes a span on.
func (c counting) OnEnd(span sdk.ReadOnlySpan) {
	c.count(Ended, 1)
	c.SpanProcessor.OnEnd(span)
}

// encode writes spans in the protocol. Events and links are left out: there are none.
func encode(spans []sdk.ReadOnlySpan) *collector.ExportTraceServiceRequest {
	if len(spans) == 0 {
		return &collector.ExportTraceServiceRequest{}
	}
	all := make([]*traces.Span, len(spans))
	for i, s := range spans {
		all[i] = encodeSpan(s)
	}
	of := spans[0] // one provider, and so one resource and one scope, for all
	return &collector.ExportTraceServiceRequest{ResourceSpans: []*traces.ResourceSpans{{
		Resource:   &resources.Resource{Attributes: encodeAttributes(of.Resource().Attributes())},
		ScopeSpans: []*traces.ScopeSpans{{Scope: &common.InstrumentationScope{Name: of.InstrumentationScope().Name}, Spans: all}},
	}}}
}

func encodeSpan(s sdk.ReadOnlySpan) *traces.Span {
	id, trace, parent := s.SpanContext().SpanID(), s.SpanContext().TraceID(), s.Parent().SpanID()
	out := &traces.Span{
		TraceId: trace[:], SpanId: id[:], Name: s.Name(), Kind: traces.Span_SpanKind(s.SpanKind()), Flags: uint32(s.SpanContext().TraceFlags()),
		StartTimeUnixNano: uint64(max(0, s.StartTime().UnixNano())), EndTimeUnixNano: uint64(max(0, s.EndTime().UnixNano())),
		Attributes: encodeAttributes(s.Attributes()),
	}
	if parent.IsValid() {
		out.ParentSpanId = parent[:]
	}
	if s.Status().Code == codes.Error {
		out.Status = &traces.Status{Code: traces.Status_STATUS_CODE_ERROR}
	}
	return out
}

func encodeAttributes(all []attribute.KeyValue) []*common.KeyValue {
	out := make([]*common.KeyValue, len(all))
	for i, a := range all {
		value := &common.AnyValue{Value: &common.AnyValue_StringValue{StringValue: a.Value.AsString()}}
		if a.Value.Type() == attribute.INT64 {
			value = &common.AnyValue{Value: &common.AnyValue_IntValue{IntValue: a.Value.AsInt64()}}
		}
		out[i] = &common.KeyValue{Key: string(a.Key), Value: value}
	}
	return out
}
