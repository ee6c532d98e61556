// Package server is the edge: one gin engine for all surfaces. It gives each request an id, limits, a
// deadline and a line in the access log, and holds it against the contract (contract.go) before a
// surface sees it. It also serves the operator's endpoints and the documentation.
//
// impl/service makes the one Server and tells it which surfaces and pages there are. An answer leaves
// by one door, fail, in the shape of its surface; no request reaches a handler that its contract
// does not admit, and none holds a place while its body is on the way.
//
// The server knows no store and no surface by name, and decides nothing about users: it asks
// impl/access who calls, impl/idempotency whether a request was carried out before, and the core.
package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/rekeyhq/rekey/impl/access"
	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/idempotency"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
)

// Deps are what the server needs; Mailbox may be nil, the rest is required.
type Deps struct {
	Core           *surface.Core
	Access         *access.Access
	Idempotency    *idempotency.Middleware
	PublicURL      string // where the service is reached
	Sealer         secret.Sealer
	Clock          clock.Clock
	Log            *slog.Logger
	Metrics        *prometheus.Registry
	Surfaces       []surface.New
	Pages          func(gin.IRoutes, PageEdge) error // mounts the hosted pages
	Ready          func(context.Context) error
	Secure         bool           // the public URL is https: HSTS is sent
	TrustedProxies []netip.Prefix // whose X-Forwarded-For is believed
	InFlight       int            // requests at once; beyond it 503
	PerMinute      int            // requests of one address that need no credential
	Burst          int
	Refused        func(core.Budget) // counts what a budget refuses
	Mailbox        Mailbox           // development profile only
}

// Mailbox shows captured mails, in the development profile.
type Mailbox interface {
	ServeJSON(http.ResponseWriter, *http.Request)
	ServeHTML(http.ResponseWriter, *http.Request)
}

// Server answers requests.
type Server struct {
	Deps
	engine   *gin.Engine
	sources  *sources
	keys     *keyBudgets
	slots    chan struct{}
	bodies   *receiver
	surfaces []*surface.Surface
	metrics  *metrics
	demo     *Demo               // nil: not a demo
	base     string              // the path of the public URL, such as /id; empty: none
	plain    map[string][]string // the methods of each path that has no parameter
}

// Keys of what middlewares leave in a gin context.
const (
	keyRequestID = "rekey.request_id"
	keyOperation = "rekey.operation"
	keyCaller    = "rekey.caller"
	keyFault     = "rekey.fault"
	keyBody      = "rekey.body" // as it was sent, but for its spelling of names
)

// requestTimeout is how long a request may take.
const requestTimeout = 15 * time.Second

// WorkAtMost is how long the work of a request goes on, with what is settled after its timeout.
const WorkAtMost = 2 * requestTimeout

// New builds the engine.
func New(d Deps) (*Server, error) {
	if d.Core == nil || d.Access == nil || d.Idempotency == nil || d.PublicURL == "" || d.Sealer == nil || d.Clock == nil || d.Log == nil || d.Metrics == nil || d.Ready == nil || d.Refused == nil ||
		len(d.Surfaces) == 0 || d.Pages == nil || d.InFlight < 1 || d.PerMinute < 1 || d.Burst < 1 {
		return nil, errors.New("server: Core, Access, Idempotency, PublicURL, Sealer, Clock, Log, Metrics, Ready, Refused, Surfaces, Pages, InFlight, PerMinute and Burst are required")
	}
	defineFormats()
	gin.SetMode(gin.ReleaseMode)
	s := &Server{
		Deps: d, engine: gin.New(), slots: make(chan struct{}, d.InFlight),
		sources: newSources(d.Clock, d.PerMinute, d.Burst), bodies: newReceiver(bodyWithin, bodiesRoom), base: config.PathOf(d.PublicURL), keys: newKeyBudgets(d.Clock), metrics: newMetrics(d.Metrics), plain: map[string][]string{},
	}
	s.engine.ContextWithFallback = true // or no query is ever cancelled
	s.engine.RedirectTrailingSlash = false
	s.engine.RedirectFixedPath = false
	s.engine.HandleMethodNotAllowed = true
	s.engine.RemoveExtraSlash = false
	s.engine.UseRawPath = true // an encoded slash stays inside its segment
	s.engine.UnescapePathValues = true
	if err := s.engine.SetTrustedProxies(nil); err != nil {
		return nil, fmt.Errorf("server: %w", err)
	}
	s.engine.Use(s.identify, s.observe, s.recover, s.receive, s.admit)
	for _, make := range d.Surfaces {
		if err := s.mount(make); err != nil {
			return nil, err
		}
	}
	if err := s.mountOperator(); err != nil {
		return nil, err
	}
	if err := d.Pages(s.engine, PageEdge{s}); err != nil {
		return nil, err
	}
	s.mountDocs()
	if err := s.ownsItsPaths(); err != nil {
		return nil, err
	}
	s.engine.NoRoute(func(g *gin.Context) { s.fail(g, s.surfaceOf(g.Request.URL.Path), fault.ErrNoRoute) })
	s.engine.NoMethod(func(g *gin.Context) { s.noMethod(g, s.surfaceOf(g.Request.URL.Path)) })
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.engine.ServeHTTP(w, s.below(r)) }

func (s *Server) mount(make surface.New) error {
	sf, err := make(surface.Deps{Core: s.Core, Access: s.Access, Clock: s.Clock, PublicURL: s.PublicURL, Sealer: s.Sealer})
	if err != nil {
		return err
	}
	c, err := newContract(s, sf)
	if err != nil {
		return err
	}
	s.surfaces = append(s.surfaces, sf)
	for _, o := range c.operations {
		if !strings.Contains(o.route.Path, "{") {
			s.plain[o.route.Path] = append(s.plain[o.route.Path], o.route.Method)
			slices.Sort(s.plain[o.route.Path])
		}
	}
	group := s.engine.Group("", c.enforce) // on the group: before parameters are bound
	before := len(s.engine.Routes())
	sf.Register(group, func(g *gin.Context, err error) { s.fail(g, sf, err) })
	if n := len(s.engine.Routes()) - before; n != len(c.operations) {
		return fmt.Errorf("server: %s registers %d routes for %d operations", sf.Name, n, len(c.operations))
	}
	return nil
}

// surfaceOf finds whose shape an unknown path is answered in.
func (s *Server) surfaceOf(path string) *surface.Surface {
	for _, sf := range s.surfaces {
		for _, prefix := range sf.Prefixes {
			if strings.HasPrefix(path, prefix) {
				return sf
			}
		}
	}
	return nil
}

// noMethod answers a method that the path does not have. The router takes a path such as
// /v1/sessions/refresh for a session's too, and would offer that one's methods.
func (s *Server) noMethod(g *gin.Context, sf *surface.Surface) {
	if methods := s.plain[g.Request.URL.EscapedPath()]; methods != nil {
		g.Header("Allow", strings.Join(methods, ", "))
	}
	s.fail(g, sf, fault.ErrNoMethod)
}

// fail is the one door by which a fault leaves.
func (s *Server) fail(g *gin.Context, sf *surface.Surface, err error) {
	if sf == nil {
		s.failAs(g, err, writePlain)
		return
	}
	s.failAs(g, err, sf.Write)
}

func (s *Server) failAs(g *gin.Context, err error, write func(*gin.Context, *fault.Fault)) {
	f := fault.From(err)
	ended := errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) // too slow, or the client left
	if ended && f.Kind == fault.Internal {
		f = fault.ErrUnavailable.Because(err)
	}
	g.Set(keyFault, f)
	g.Abort()
	if g.Writer.Written() {
		cut(g.Writer)
		return
	}
	if f.Kind == fault.Unavailable || f.Kind == fault.Limited || f.RetryAfter > 0 {
		g.Header("Retry-After", strconv.Itoa(max(1, int((f.RetryAfter+time.Second-1)/time.Second))))
	}
	write(g, f)
}

// cut ends the connection under an answer that broke off: without its last chunk nobody
// takes it for whole (RFC 9112 section 8).
func cut(w gin.ResponseWriter) {
	below, ok := w.(interface{ Unwrap() http.ResponseWriter })
	if !ok {
		return
	}
	if line, _, err := http.NewResponseController(below.Unwrap()).Hijack(); err == nil {
		_ = line.Close()
	}
}

// writePlain answers where no surface is: an operator's path, or nothing.
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

// identify gives the request an id, headers that hold for every answer, and a deadline.
func (s *Server) identify(g *gin.Context) {
	id := g.GetHeader("X-Request-Id")
	if !plainID(id) {
		id = secret.NewID()
	}
	g.Set(keyRequestID, id)
	h := g.Writer.Header()
	h.Set("X-Request-Id", id)
	h.Set("Cache-Control", "no-store") // every answer here is about a secret
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Content-Security-Policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	if s.Secure {
		hsts := "max-age=63072000"
		if s.base == "" { // below a path the host is others' too, and its subdomains are not ours to speak for
			hsts += "; includeSubDomains"
		}
		h.Set("Strict-Transport-Security", hsts)
	}
	if len(g.Request.TransferEncoding) > 0 {
		// Chunks may have come with a length, which net/http drops without a word; who
		// believed the length must not find a second request behind the first
		// (RFC 9112 section 6.1).
		h.Set("Connection", "close")
	}
	ctx, cancel := context.WithTimeout(g.Request.Context(), requestTimeout)
	defer cancel()
	g.Request = g.Request.WithContext(ctx)
	g.Next()
}

// plainID admits a caller's request id if it is short and cannot break a log line.
func plainID(id string) bool {
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

// recover turns a panic into a 500 in the surface's shape. The panic's value is not
// logged: it may quote what was being handled. The stack is.
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

// probe tells whether a machine looks how the service is.
func probe(g *gin.Context) bool {
	switch g.FullPath() {
	case "/healthz", "/readyz", "/metrics":
		return true
	}
	return false
}

// admit bounds the requests under way; what operators look at must answer all the same.
func (s *Server) admit(g *gin.Context) {
	if probe(g) {
		g.Next()
		return
	}
	select {
	case s.slots <- struct{}{}:
		defer func() { <-s.slots }()
		g.Next()
	default:
		s.fail(g, s.surfaceOf(g.Request.URL.Path), fault.ErrUnavailable)
	}
}
