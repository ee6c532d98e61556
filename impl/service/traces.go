package service

import (
	"context"
	"errors"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/tracing"
)

// flushWithin bounds how long the end of the program waits for the collector.
const flushWithin = 5 * time.Second

// openTracer begins to trace if a collector is configured. Lines of the log then have the id of their trace.
func openTracer(p *Parts, c *counters) (*tracing.Tracer, error) {
	tracer, err := tracing.New(tracing.Deps{Settings: p.Config.Traces, Version: openapi.Version, Log: p.Log, Count: c.countSpans})
	if tracer != nil {
		p.Log = tracing.Log(p.Log)
	}
	return tracer, err
}

// newSpans counts the spans of traces.
func newSpans() *prometheus.CounterVec {
	spans := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "rekey_trace_spans_total", Help: "Spans of traces, by what became of them.",
	}, []string{"outcome"})
	for _, result := range tracing.Results() {
		spans.WithLabelValues(string(result))
	}
	return spans
}

func (c *counters) countSpans(result tracing.Result, n int) {
	c.spans.WithLabelValues(string(result)).Add(float64(n))
}

// FlushTraces sends the spans that wait to the collector.
func (i *Instance) FlushTraces(ctx context.Context) error { return i.tracer.Flush(ctx) }

// Close sends the spans that wait, and ends the database connections.
func (i *Instance) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), flushWithin)
	defer cancel()
	return errors.Join(i.tracer.Close(ctx), i.store.Close())
}
