package server

import (
	"context"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
)

// identify gives the request an id, a deadline, and the headers of every answer.
func (s *Server) identify(g *gin.Context) {
	id := g.GetHeader("X-Request-Id")
	if !validRequestID(id) {
		id = secret.NewID()
	}
	g.Set(keyRequestID, id)
	h := g.Writer.Header()
	h.Set("X-Request-Id", id)
	h.Set("Cache-Control", "no-store") // answers contain secrets, or depend on them
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Content-Security-Policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	if s.Secure {
		hsts := "max-age=63072000"
		if s.base == "" { // with a path, other applications share the host and its subdomains
			hsts += "; includeSubDomains"
		}
		h.Set("Strict-Transport-Security", hsts)
	}
	if len(g.Request.TransferEncoding) > 0 {
		// A chunked request may also have a Content-Length, which net/http ignores. A proxy that
		// uses the length must not send a second request on this connection (RFC 9112 section 6.1).
		h.Set("Connection", "close")
	}
	ctx, cancel := context.WithTimeout(g.Request.Context(), requestTimeout)
	defer cancel()
	g.Request = g.Request.WithContext(ctx)
	g.Next()
	if g.GetBool(keyIncomplete) {
		// Closes the connection, or resets the stream: without the last chunk or frame, clients
		// recognise that the answer is incomplete (RFC 9112 section 8, RFC 9113 section 8.1).
		panic(http.ErrAbortHandler)
	}
}

// recover turns a panic into a 500 in the surface's shape. It logs the stack, and not the value of
// the panic, which may quote a secret.
func (s *Server) recover(g *gin.Context) {
	defer func() {
		if p := recover(); p != nil {
			s.Log.ErrorContext(g.Request.Context(), "panic", "request_id", g.GetString(keyRequestID),
				"operation", g.GetString(keyOperation), "type", fmt.Sprintf("%T", p), "stack", stack())
			s.fail(g, s.surfaceOf(g.Request.URL.Path), fault.ErrInternal)
		}
	}()
	g.Next()
}

// admit bounds the number of concurrent requests. Probes are exempt, so that a busy service is still
// observable. The contract and the documentation are exempt, since they are in memory and large: a
// client that reads its answer slowly would occupy a slot, and needs no credential for them.
func (s *Server) admit(g *gin.Context) {
	if isProbe(g) || isDocument(g) {
		g.Next()
		return
	}
	select {
	case s.slots <- struct{}{}:
		defer func() { <-s.slots }()
		g.Next()
	default:
		s.metrics.noSlot.Inc()
		s.fail(g, s.surfaceOf(g.Request.URL.Path), fault.ErrUnavailable)
	}
}

// isProbe reports whether a request is for the endpoints that monitoring calls.
func isProbe(g *gin.Context) bool {
	switch g.FullPath() {
	case "/healthz", "/readyz", "/metrics":
		return true
	}
	return false
}

// validRequestID accepts a caller's request id if it is short and cannot break a log line.
func validRequestID(id string) bool {
	if id == "" || len(id) > 64 {
		return false
	}
	for _, r := range id {
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' || r == '.') {
			return false
		}
	}
	return true
}
