package server

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/idempotency"
	"github.com/rekeyhq/rekey/impl/surface"
)

// operation is what the contract says of one method and path.
type operation struct {
	route      *routers.Route
	anonymous  bool     // callers without a credential are admitted
	reads      bool     // a bearer credential is read at all
	permission string   // x-permission
	boundaries []string // x-boundary
	instead    string   // x-permission-or: a query parameter that stands in for the permission
	media      map[string]bool
	repeatable bool // it takes an Idempotency-Key
	secret     bool // x-secret: its answer holds a secret
	session    bool // x-session: a user has to be there himself; his API key will not do
	leaving    *leaving
	query      map[string]*parameter
	lifted     bool                // its parameters may be in a body as well
	shapes     map[string]*members // of a body, by media type
}

// contract enforces a surface's spec before any handler, and before parameters are
// bound: who calls, may he, is the request what the spec says.
type contract struct {
	surface    *surface.Surface
	operations map[string]*operation // by method and gin path
	server     *Server
	strict     bool // names that the spec does not hold are refused
}

var braces = regexp.MustCompile(`\{([^}]+)\}`)

func newContract(s *Server, sf *surface.Surface) (*contract, error) {
	c := &contract{surface: sf, server: s, operations: map[string]*operation{}}
	switch sf.Spec.Info.Extensions[extUnknown] {
	case "refuse":
		c.strict = true
	case "ignore":
	default:
		return nil, fmt.Errorf("server: %s: %s has to be refuse or ignore", sf.Name, extUnknown)
	}
	all := shapes{}
	for path, item := range sf.Spec.Paths.Map() {
		for method, op := range item.Operations() {
			o, err := readOperation(sf.Spec, op)
			if err != nil {
				return nil, fmt.Errorf("server: %s %s: %w", method, path, err)
			}
			if err := o.readNames(all, item, op); err != nil {
				return nil, fmt.Errorf("server: %s %s: %w", method, path, err)
			}
			o.route = &routers.Route{Spec: sf.Spec, Path: path, PathItem: item, Method: method, Operation: op}
			c.operations[method+" "+braces.ReplaceAllString(path, ":$1")] = o
		}
	}
	return c, nil
}

func readOperation(spec *openapi3.T, op *openapi3.Operation) (*operation, error) {
	o := &operation{media: map[string]bool{}}
	security := spec.Security
	if op.Security != nil {
		security = *op.Security
	}
	o.anonymous = len(security) == 0
	for _, requirement := range security {
		o.anonymous = o.anonymous || len(requirement) == 0
		for name := range requirement {
			scheme := spec.Components.SecuritySchemes[name]
			if scheme == nil || scheme.Value == nil {
				return nil, fmt.Errorf("security scheme %q is not declared", name)
			}
			// HTTP Basic is a client's own log-in at a token endpoint: the handler reads it.
			o.reads = o.reads || scheme.Value.Scheme != "basic"
		}
	}
	o.permission, _ = op.Extensions["x-permission"].(string)
	o.session, _ = op.Extensions["x-session"].(bool)
	o.secret, _ = op.Extensions["x-secret"].(bool)
	o.repeatable = op.Parameters.GetByInAndName("header", idempotency.Header) != nil
	var err error
	if o.leaving, err = readLeaving(op); err != nil {
		return nil, err
	}
	o.instead, _ = op.Extensions["x-permission-or"].(string)
	list, _ := op.Extensions["x-boundary"].([]any)
	for _, b := range list {
		text, _ := b.(string)
		o.boundaries = append(o.boundaries, text)
	}
	anyCaller, _ := op.Extensions["x-any-caller"].(bool)
	if !o.anonymous && !anyCaller && (o.permission == "" || len(o.boundaries) == 0) {
		return nil, fmt.Errorf("an operation that needs a caller needs x-permission and x-boundary, or x-any-caller")
	}
	if op.RequestBody != nil {
		for m := range op.RequestBody.Value.Content {
			o.media[m] = true
		}
	}
	return o, nil
}

// enforce is the middleware of a surface's group.
func (c *contract) enforce(g *gin.Context) {
	o, ok := c.operations[g.Request.Method+" "+g.FullPath()]
	if !ok { // a registered route that the spec does not know: a defect
		c.server.fail(g, c.surface, fault.ErrInternal.Because(fmt.Errorf("no operation for %s", g.FullPath())))
		return
	}
	// A path that is written out comes before one with a parameter (OpenAPI 3.0.3, paths object).
	if path := g.Request.URL.EscapedPath(); path != o.route.Path && c.server.plain[path] != nil {
		c.server.noMethod(g, c.surface)
		return
	}
	g.Set(keyOperation, o.route.Operation.OperationID)
	o.leaving.announce(g, c.server.base)
	var spent charges
	defer func() { c.server.keys.give(spent) }()
	if err := c.check(g, o, &spent); err != nil {
		c.server.fail(g, c.surface, err)
		return
	}
	if key := g.GetHeader(idempotency.Header); o.repeatable && key != "" {
		c.server.Idempotency.Handle(g, idempotency.Request{
			Key: key, Operation: o.route.Operation.OperationID, Secret: o.secret, Body: g.GetString(keyBody),
			Fail: func(err error) { c.server.fail(g, c.surface, err) },
		})
		return
	}
	g.Next()
}

// check admits a request or refuses it, and leaves in spent what its end gives back.
func (c *contract) check(g *gin.Context, o *operation, spent *charges) (err error) {
	c.spell(g.Request)
	who, unknown := c.authenticate(g, o)
	if unknown == nil {
		g.Set(keyCaller, who)
	}
	if *spent, err = c.spend(g, o, who, unknown == nil); err != nil {
		return err
	}
	if unknown != nil {
		return unknown
	}
	if err := c.lift(g, o); err != nil {
		return err
	}
	return c.admitted(g, o, who)
}

// admitted checks what the caller may, and what he asks for.
func (c *contract) admitted(g *gin.Context, o *operation, who caller.Caller) error {
	acting, permitted := admit(o, who, g.Request)
	g.Request = g.Request.WithContext(caller.Into(g.Request.Context(), acting))
	if !permitted {
		if who.May(o.permission) || who.OnlyHimself() {
			return fault.ErrForbidden
		}
		return caller.Lacks(o.permission)
	}
	if c.surface.Narrow != nil {
		ctx, err := c.surface.Narrow(g.Request.Context(), g.Request)
		if err != nil {
			return err
		}
		g.Request = g.Request.WithContext(ctx)
	}
	query, unknown, err := c.query(g.Request, o)
	if err != nil {
		return err
	}
	more, err := c.body(g, o)
	if err != nil {
		return err
	}
	return c.validate(g, o, query, append(unknown, more...))
}

// authenticate reads the credential. One that is not valid is refused even where none
// is needed: a caller who believes to be known must not act as nobody.
func (c *contract) authenticate(g *gin.Context, o *operation) (caller.Caller, error) {
	who := caller.Caller{Kind: caller.Anonymous, Host: hostOf(g.Request), Source: c.server.source(g.Request)}
	if o.reads {
		read := c.surface.Credential
		if read == nil {
			read = surface.Bearer
		}
		if credential, present := read(g.Request); present {
			known, err := c.server.Access.Authenticate(g.Request.Context(), credential)
			if err != nil {
				return who, err
			}
			known.Source = who.Source
			who = known
		} else if !o.anonymous {
			return who, fault.ErrUnauthenticated
		}
	}
	who.RequestID, who.Surface = g.GetString(keyRequestID), c.surface.Name
	return who, nil
}

// admit compares the caller's rights with x-permission and x-boundary, and tells as
// who he acts. A user acts by the rights that he holds where he holds them, and
// everywhere else as himself: on what lists the boundary self, which needs no right.
func admit(o *operation, who caller.Caller, r *http.Request) (caller.Caller, bool) {
	himself := who.AsHimself()
	switch {
	case o.anonymous && who.Kind == caller.Anonymous, o.permission == "":
		return himself, true
	case who.KeyID != "":
		return o.admitOwnKey(himself, who.May(o.permission), r)
	case who.May(o.permission) && who.Within(o.boundaries) && !o.ownOnly(who):
		return who, true
	case o.instead != "" && r.URL.Query().Get(o.instead) != "":
		return himself, true // the core checks what is shown instead
	case who.Kind == caller.User:
		return himself, slices.Contains(o.boundaries, string(caller.BoundarySelf))
	}
	return who, false
}

// admitOwnKey admits a user's own API key to what he may do to himself, if the key says
// so too. Whoever shows something instead of the right is nobody's by his key.
func (o *operation) admitOwnKey(himself caller.Caller, may bool, r *http.Request) (caller.Caller, bool) {
	if may && !o.session && slices.Contains(o.boundaries, string(caller.BoundarySelf)) {
		return himself, true
	}
	himself.Boundary = ""
	return himself, !o.session && o.instead != "" && r.URL.Query().Get(o.instead) != ""
}

// ownOnly tells whether a user can do this to nobody but himself, whatever he holds.
func (o *operation) ownOnly(who caller.Caller) bool {
	return who.Kind == caller.User && !slices.ContainsFunc(o.boundaries, func(b string) bool { return b != string(caller.BoundarySelf) })
}

// body reads, bounds and strictly scans the body, and puts it back for the validator. It
// gives the names that are unknown.
func (c *contract) body(g *gin.Context, o *operation) (unknown []fault.Violation, err error) {
	r := g.Request
	if len(o.media) == 0 {
		return nil, c.noBody(g)
	}
	if r.ContentLength > maxBody {
		return nil, fault.ErrBodyTooLarge
	}
	media := mediaType(r)
	if !o.media[media] {
		return nil, fault.ErrMediaType
	}
	body, err := readBody(r)
	if err != nil {
		return nil, err
	}
	if media == "application/json" {
		body, unknown, err = c.names(body, o.shapes[media])
	} else {
		err = strictForm(body)
	}
	if o.repeatable {
		g.Set(keyBody, string(body))
	}
	r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	return unknown, err
}

// noBody takes away the body of an operation that has none. One that asks for something
// is refused where unknown names are.
func (c *contract) noBody(g *gin.Context) error {
	r := g.Request
	if r.ContentLength > maxBody {
		return fault.ErrBodyTooLarge
	}
	if c.strict && r.ContentLength != 0 {
		body, err := readBody(r)
		if err != nil {
			return err
		}
		if asked := bytes.Join(bytes.Fields(body), nil); len(asked) > 0 && string(asked) != "{}" {
			return malformed("", "unexpected_body", "This operation takes no body.")
		}
	}
	r.Body = http.NoBody
	return nil
}

// names scans a JSON body and leaves in it the names of the contract alone.
func (c *contract) names(body []byte, shape *members) ([]byte, []fault.Violation, error) {
	first := shape
	if c.surface.Normalise != nil {
		first = nil // its names are compared when they are those of the contract
	}
	s, err := scanJSON(body, first, c.strict)
	if err == nil && c.surface.Normalise != nil {
		if body, err = c.surface.Normalise(body); err == nil {
			s, err = scanJSON(body, shape, c.strict)
		}
	}
	switch {
	case err != nil:
		return body, nil, err
	case len(s.unserved) > 0:
		return body, nil, fault.ErrNotServed.With(s.unserved...)
	case s.variants:
		body, err = exactNames(body, shape)
	}
	return body, s.unknown, err
}

func (c *contract) validate(g *gin.Context, o *operation, query url.Values, unknown []fault.Violation) error {
	params := make(map[string]string, len(g.Params))
	for _, p := range g.Params {
		params[p.Key] = p.Value
	}
	err := openapi3filter.ValidateRequest(g.Request.Context(), &openapi3filter.RequestValidationInput{
		Request: g.Request, PathParams: params, Route: o.route, QueryParams: query,
		Options: &openapi3filter.Options{
			// Without it the handler decodes the body a second time, ignoring case: a field
			// the schema forbids would arrive under another spelling.
			KeepValidatedValue: true,
			// Setting defaults would let null pass for a field that has one. What absence
			// means, the surfaces know.
			SkipSettingDefaults: true,
			MultiError:          true,
			AuthenticationFunc:  func(context.Context, *openapi3filter.AuthenticationInput) error { return nil },
		},
	})
	if err != nil || len(unknown) > 0 {
		return fault.ErrMalformed.With(violations(err, unknown)...)
	}
	return nil
}
