package server

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/spec"
)

// mountOperator adds health, metrics and the contract itself.
func (s *Server) mountOperator() error {
	s.engine.GET("/healthz", func(g *gin.Context) { g.String(http.StatusOK, "ok\n") })
	s.engine.GET("/readyz", s.serveReadiness)
	s.engine.GET("/metrics", gin.WrapH(promhttp.HandlerFor(s.Metrics, promhttp.HandlerOpts{})))
	contract, err := s.withPublicURL(openapi.JSON)
	if err != nil {
		return err
	}
	asJSON := func() ([]byte, error) { return contract, nil }
	// Converted on the first request, so that the start does not wait for it.
	asYAML := sync.OnceValues(func() ([]byte, error) { return spec.YAML(contract) })
	for path, show := range map[string]gin.HandlerFunc{
		"/openapi.json": serveContract("application/json", asJSON), "/openapi.yaml": serveContract("application/yaml", asYAML),
	} {
		s.engine.GET(path, show)
		s.engine.HEAD(path, show)
	}
	if s.Mailbox != nil {
		s.engine.GET("/dev/mailbox", gin.WrapF(s.Mailbox.ServeHTML))
		s.engine.GET("/dev/mailbox.json", gin.WrapF(s.Mailbox.ServeJSON))
	}
	return nil
}

func (s *Server) serveReadiness(g *gin.Context) {
	if err := s.Ready(g.Request.Context()); err != nil {
		g.String(http.StatusServiceUnavailable, "not ready\n")
		return
	}
	g.String(http.StatusOK, "ready\n")
}

// serveContract serves the contract with an ETag, so that clients can cache it.
func serveContract(mediaType string, read func() ([]byte, error)) gin.HandlerFunc {
	digest := sync.OnceValue(func() string {
		body, _ := read()
		sum := sha256.Sum256(body)
		return `"` + hex.EncodeToString(sum[:16]) + `"`
	})
	return func(g *gin.Context) {
		body, err := read()
		if err != nil {
			_ = g.Error(err)
			g.String(http.StatusInternalServerError, "the contract cannot be written in this notation; ask for the other one\n")
			return
		}
		etag := digest()
		g.Header("ETag", etag)
		g.Header("Cache-Control", "public, max-age=0, must-revalidate")
		if matchesETag(g.GetHeader("If-None-Match"), etag) {
			g.Status(http.StatusNotModified)
			return
		}
		g.Data(http.StatusOK, mediaType, body)
	}
}

// matchesETag reports whether the client has this version (RFC 9110 section 13.1.2).
func matchesETag(ifNoneMatch, etag string) bool {
	for _, tag := range strings.Split(ifNoneMatch, ",") {
		if t := strings.TrimPrefix(strings.TrimSpace(tag), "W/"); t == etag || t == "*" {
			return true
		}
	}
	return false
}
