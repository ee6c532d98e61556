package server

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/rpc"
	"github.com/rekeyhq/rekey/impl/surface"
)

// fail answers with a fault. Every fault is answered by it, or by failAs.
func (s *Server) fail(g *gin.Context, sf *surface.Surface, err error) {
	s.failAs(g, err, s.writeOf(g, sf))
}

func (s *Server) failAs(g *gin.Context, err error, write func(*gin.Context, *fault.Fault)) {
	f := fault.From(err)
	timedOut := errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) // or the client left
	if timedOut && f.Kind == fault.Internal {
		f = fault.ErrUnavailable.Because(err)
	}
	g.Set(keyFault, f)
	g.Abort()
	if rpc.Recording(g) {
		rpc.Discard(g)
	}
	if g.Writer.Written() {
		g.Set(keyIncomplete, true)
		return
	}
	if f.Kind == fault.Unavailable || f.Kind == fault.Limited || f.RetryAfter > 0 {
		g.Header("Retry-After", strconv.Itoa(max(1, int((f.RetryAfter+time.Second-1)/time.Second))))
	}
	write(g, f)
}

// writePlain answers outside the surfaces: the operator's endpoints, and unknown paths.
func writePlain(g *gin.Context, f *fault.Fault) { g.String(plainStatus(f), "%s\n", f.Message) }

func plainStatus(f *fault.Fault) int {
	status, ok := map[fault.Kind]int{
		fault.NotFound: http.StatusNotFound, fault.MethodNotAllowed: http.StatusMethodNotAllowed,
		fault.Unavailable: http.StatusServiceUnavailable, fault.Limited: http.StatusTooManyRequests,
		fault.TooLarge: http.StatusRequestEntityTooLarge, fault.Unsupported: http.StatusUnsupportedMediaType,
		fault.Malformed: http.StatusBadRequest, fault.Invalid: http.StatusBadRequest, fault.Forbidden: http.StatusForbidden,
	}[f.Kind]
	if !ok {
		return http.StatusInternalServerError
	}
	return status
}

// failNoRoute answers a path that no route has. A surface may know why.
func (s *Server) failNoRoute(g *gin.Context) {
	var err error = fault.ErrNoRoute
	sf := s.surfaceOf(g.Request.URL.Path)
	if sf != nil && sf.Unrouted != nil {
		err = sf.Unrouted(g.Request)
	}
	s.fail(g, sf, err)
}

// failNoMethod answers a method that the path does not have. For a path such as /v1/sessions/refresh
// the router also finds the route of a session, and would offer its methods.
func (s *Server) failNoMethod(g *gin.Context, sf *surface.Surface) {
	if methods := s.staticPaths[g.Request.URL.EscapedPath()]; methods != nil {
		g.Header("Allow", strings.Join(methods, ", "))
	}
	s.fail(g, sf, fault.ErrNoMethod)
}

// surfaceOf finds the surface in whose shape a path is answered, by the longest prefix; nil if there
// is none.
func (s *Server) surfaceOf(path string) (found *surface.Surface) {
	longest := 0
	for _, sf := range s.surfaces {
		for _, prefix := range sf.Prefixes {
			if len(prefix) > longest && below(path, prefix, sf) {
				found, longest = sf, len(prefix)
			}
		}
	}
	return found
}

// below reports whether a path begins with a prefix of a surface, or is the prefix without its last slash.
func below(path, prefix string, sf *surface.Surface) bool {
	if len(path)+1 == len(prefix) {
		prefix = strings.TrimSuffix(prefix, "/")
	}
	if len(path) < len(prefix) {
		return false
	}
	return path[:len(prefix)] == prefix || ignoresCase(sf) && asciiFold(path[:len(prefix)], prefix)
}
