// Package server is the edge: one gin engine for all surfaces. It has three parts:
//
//	the engine    server.go, middleware.go, fail.go, observe.go: request ids, deadlines, faults, the access log
//	the limits    limits.go, key_budgets.go, receive_body.go: requests by address and by key, the arrival of bodies
//	the contract  contract.go and the files it uses: authentication, permission, validation of names and values
//
// It also serves the operator's endpoints (operator.go) and the documentation (docs.go).
//
// # Nouns
//
// An operation is one method and path as the contract declares it. The members of a schema are its
// names, which the names of a body are compared with. A holder is the key, user or application whose
// requests count together. A reservation counts a request as running until it ends.
//
// # Promises
//
//   - A handler runs only if the contract admits its request: the caller is authenticated, has the
//     permission within the boundary, and the request is valid.
//   - Every fault is answered by fail, in the shape of its surface. An answer never contains an error
//     text of a library, which may quote a password.
//   - A request occupies none of the slots for concurrent requests until its body has arrived.
//   - The access log and the metrics name the route, never the path or the query.
//
// # What must not be done here
//
// The server knows neither the store nor a surface by name, and decides nothing about users. It asks
// impl/access who the caller is, impl/idempotency whether a request was carried out before, and the
// core for the rest. impl/service builds the only Server; the hosted pages use it through PageEdge.
package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/rekeyhq/rekey/impl/access"
	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/idempotency"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/impl/tracing"
)

// Deps are what the server needs; Mailbox and Tracer may be nil, every other field is required.
type Deps struct {
	Core           *surface.Core
	Access         *access.Access
	Idempotency    *idempotency.Middleware
	PublicURL      string // the address of the service for its clients
	Sealer         secret.Sealer
	Clock          clock.Clock
	Log            *slog.Logger
	Metrics        *prometheus.Registry
	Surfaces       []surface.New
	Pages          func(gin.IRoutes, PageEdge) error // mounts the hosted pages
	Ready          func(context.Context) error
	Secure         bool           // the public URL is https: send HSTS
	TrustedProxies []netip.Prefix // peers whose X-Forwarded-For is used
	InFlight       int            // concurrent requests; more are answered with 503
	PerMinute      int            // requests of one address where no credential is needed
	Burst          int
	Refused        func(core.Budget) // counts the refusals of a budget
	Mailbox        Mailbox           // development profile only
	Tracer         *tracing.Tracer
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
	sources  *sourceBudgets
	keys     *keyBudgets
	slots    chan struct{}
	bodies   *bodyReceiver
	surfaces []*surface.Surface
	metrics  *metrics
	demo     *Demo  // nil: not a demo
	base     string // the path of the public URL, such as /id; may be empty

	staticPaths map[string][]string // the methods of each path that has no parameter
	aliases     []alias
	spellings   *segment // of the paths that match in any case; nil: there are none
}

// Keys of the values that middlewares set in a gin context.
const (
	keyRequestID  = "rekey.request_id"
	keyOperation  = "rekey.operation"
	keyCaller     = "rekey.caller"
	keyFault      = "rekey.fault"
	keyNoCall     = "rekey.no_call"    // the operation is no remote procedure, whatever the content type says
	keyBody       = "rekey.body"       // as sent, but with the contract's spelling of names
	keyStatus     = "rekey.status"     // of the operation that answered a call
	keyIncomplete = "rekey.incomplete" // the answer failed after its first part was sent
)

// requestTimeout bounds the context of a request.
const requestTimeout = 15 * time.Second

// MaxWork bounds the work of a request, including what is written after its timeout.
const MaxWork = 2 * requestTimeout

// New builds the engine.
func New(d Deps) (*Server, error) {
	if d.Core == nil || d.Access == nil || d.Idempotency == nil || d.PublicURL == "" || d.Sealer == nil || d.Clock == nil || d.Log == nil ||
		d.Metrics == nil || d.Ready == nil || d.Refused == nil || len(d.Surfaces) == 0 || d.Pages == nil || d.InFlight < 1 || d.PerMinute < 1 || d.Burst < 1 {
		return nil, errors.New("server: Core, Access, Idempotency, PublicURL, Sealer, Clock, Log, Metrics, Ready, Refused, Surfaces, Pages, InFlight, PerMinute and Burst are required")
	}
	defineFormats()
	gin.SetMode(gin.ReleaseMode)
	s := &Server{
		Deps: d, engine: gin.New(), slots: make(chan struct{}, d.InFlight), metrics: newMetrics(d.Metrics),
		sources: newSourceBudgets(d.Clock, d.PerMinute, d.Burst), keys: newKeyBudgets(d.Clock), bodies: newBodyReceiver(bodyTimeout, bodiesMemory),
		base: config.PathOf(d.PublicURL), staticPaths: map[string][]string{},
	}
	s.engine.ContextWithFallback = true // otherwise no query is ever cancelled
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
	for _, newSurface := range d.Surfaces {
		if err := s.mount(newSurface); err != nil {
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
	if err := s.checkOwnPaths(); err != nil {
		return nil, err
	}
	s.engine.NoRoute(s.failNoRoute)
	s.engine.NoMethod(func(g *gin.Context) { s.failNoMethod(g, s.surfaceOf(g.Request.URL.Path)) })
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.engine.ServeHTTP(w, s.resolveSpelling(s.resolveAlias(s.stripPublicPath(r))))
}

// mount adds the operations of a surface, each under its contract.
func (s *Server) mount(newSurface surface.New) error {
	sf, err := newSurface(surface.Deps{Core: s.Core, Access: s.Access, Clock: s.Clock, PublicURL: s.PublicURL, Sealer: s.Sealer})
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
			s.staticPaths[o.route.Path] = append(s.staticPaths[o.route.Path], c.methodsOf(o)...)
			slices.Sort(s.staticPaths[o.route.Path])
		}
		if err := s.addSpelling(c, o.route.Path); err != nil {
			return fmt.Errorf("server: %s: %w", o.route.Path, err)
		}
	}
	for path, item := range sf.Spec.Paths.Map() {
		aliases, err := readAliases(path, item)
		if err != nil {
			return fmt.Errorf("server: %s: %w", path, err)
		}
		s.aliases = append(s.aliases, aliases...)
	}
	group := s.engine.Group("", c.acceptCalls, c.enforce) // on the group: before parameters are bound
	before := len(s.engine.Routes())
	sf.Register(group, func(g *gin.Context, err error) { s.fail(g, sf, err) })
	if n := len(s.engine.Routes()) - before; n != len(c.operations) {
		return fmt.Errorf("server: %s registers %d routes for %d operations", sf.Name, n, len(c.operations))
	}
	c.mountHead(group, s.engine.Routes())
	return c.mountProcedures(s.engine.Routes())
}
