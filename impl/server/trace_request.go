package server

import (
	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/tracing"
)

// beginTrace begins the trace of a request, if there is a collector. It continues the trace of a trusted proxy
// alone: anybody else could choose ids that belong to others, and have every request recorded.
func (s *Server) beginTrace(g *gin.Context) tracing.Span {
	if s.Tracer == nil || isProbe(g) {
		return tracing.Span{}
	}
	parent := ""
	if s.trusted(parseAddr(g.Request.RemoteAddr)) {
		parent = g.GetHeader("Traceparent")
	}
	method := methodName(g.Request.Method)
	ctx, span := s.Tracer.Request(g.Request.Context(), method+" "+g.FullPath(), parent)
	span.Text(tracing.Method, method)
	span.Text(tracing.Route, g.FullPath())
	g.Request = g.Request.WithContext(ctx)
	return span
}

// endTrace adds how the request was answered.
func endTrace(g *gin.Context, span tracing.Span, surfaceName, operation string) {
	if !span.Recording() {
		return
	}
	span.Text(tracing.Surface, surfaceName)
	span.Text(tracing.Name, operation)
	status := statusOf(g)
	span.Number(tracing.Status, int64(status))
	if f, ok := g.Value(keyFault).(*fault.Fault); ok && status >= 500 {
		span.Fail(f.Code)
	}
	span.End()
}
