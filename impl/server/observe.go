package server

import (
	"log/slog"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
)

type metrics struct {
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec

	noSlot, noMemory prometheus.Counter // requests that found no place
}

func newMetrics(r *prometheus.Registry) *metrics {
	m := &metrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "rekey_http_requests_total", Help: "Requests by surface, operation and status.",
		}, []string{"surface", "operation", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "rekey_http_request_seconds", Help: "Time to answer, by surface and operation.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"surface", "operation"}),
	}
	full := func(queue string) prometheus.Counter {
		return prometheus.NewCounter(prometheus.CounterOpts{
			Name: "rekey_queue_refusals_total", Help: "Requests that were answered 503 since a queue was full.", ConstLabels: prometheus.Labels{"queue": queue},
		})
	}
	m.noSlot, m.noMemory = full("requests"), full("bodies")
	r.MustRegister(m.requests, m.seconds, m.noSlot, m.noMemory)
	return m
}

// Budgets lists the budgets of the edge, for metrics.
func Budgets() []core.Budget {
	return []core.Budget{budgetAddress, budgetKeyMinute, budgetKeyAtOnce, budgetUserMinute, budgetUserAtOnce, budgetApplicationAtOnce}
}

// observe writes the access log and the metrics. It names the route, and never the path or the
// query, which may hold a key.
func (s *Server) observe(g *gin.Context) {
	began := time.Now()
	span := s.beginTrace(g)
	g.Next()
	took := time.Since(began)
	surfaceName := "none"
	if sf := s.surfaceOf(g.Request.URL.Path); sf != nil {
		surfaceName = sf.Name
	}
	operation := g.GetString(keyOperation)
	if operation == "" {
		operation = "none"
	}
	s.metrics.requests.WithLabelValues(surfaceName, operation, strconv.Itoa(statusOf(g))).Inc()
	s.metrics.seconds.WithLabelValues(surfaceName, operation).Observe(took.Seconds())
	s.logRequest(g, surfaceName, operation, took)
	endTrace(g, span, surfaceName, operation)
}

func (s *Server) logRequest(g *gin.Context, surfaceName, operation string, took time.Duration) {
	level := slog.LevelInfo
	if isProbe(g) {
		level = slog.LevelDebug // there are several a second, and readiness logs its own failures
	}
	attrs := []slog.Attr{
		slog.String("request_id", g.GetString(keyRequestID)), slog.String("surface", surfaceName),
		slog.String("operation", operation), slog.String("method", methodName(g.Request.Method)),
		slog.String("route", g.FullPath()), slog.Int("status", statusOf(g)), milliseconds(took),
	}
	if who, ok := g.Value(keyCaller).(caller.Caller); ok {
		attrs = append(attrs, slog.String("caller", string(who.Kind)), slog.String("caller_id", who.ID), slog.String("source", who.Source))
	}
	if f, ok := g.Value(keyFault).(*fault.Fault); ok {
		attrs = append(attrs, slog.Any("fault", f))
		if f.Kind == fault.Internal || f.Kind == fault.Unavailable {
			level = slog.LevelError
		}
	}
	s.Log.LogAttrs(g.Request.Context(), level, "request", attrs...)
}

// milliseconds is a duration in the log: a number, with the unit in its name.
func milliseconds(took time.Duration) slog.Attr {
	return slog.Float64("took_ms", float64(took.Microseconds())/1000)
}

// methodName returns "other" for an unknown method, which would otherwise be a label of its own.
func methodName(m string) string {
	switch m {
	case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS":
		return m
	}
	return "other"
}

// stack returns the functions on the stack, without their arguments.
func stack() string {
	pcs := make([]uintptr, 32)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	var b strings.Builder
	for {
		f, more := frames.Next()
		b.WriteString(f.Function + ":" + strconv.Itoa(f.Line) + " ")
		if !more {
			return strings.TrimSpace(b.String())
		}
	}
}
