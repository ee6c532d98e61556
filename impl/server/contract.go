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
	"github.com/rekeyhq/rekey/impl/rpc"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
)

// operation is one method and path as the contract declares it.
type operation struct {
	route           *routers.Route
	anonymous       bool     // callers without a credential are admitted
	readsCredential bool     // a bearer credential is read
	permission      string   // x-permission
	boundaries      []string // x-boundary
	permissionOr    string   // x-permission-or: a query parameter that replaces the permission
	media           map[string]bool
	repeatable      bool // it accepts an Idempotency-Key
	secret          bool // x-secret: its answer holds a secret
	session         bool // x-session: users need a session; their API keys are refused
	deprecation     *deprecation
	query           map[string]*parameter
	bodyParameters  bool                // its parameters may also be in a body
	members         map[string]*members // of the body, by media type
	procedure       *rpc.Procedure      // nil: there is none
	procedureRoute  string
	users           userIDs // where the request names users
}

// contract enforces a surface's spec before a handler runs, and before parameters are bound: it
// authenticates the caller, checks permission and boundary, and validates the request.
type contract struct {
	surface    *surface.Surface
	operations map[string]*operation // by method and gin path
	calls      map[string]*operation // by method and the route of their procedure
	server     *Server
	naming
	jsonTypes []string // further media types of JSON bodies
	head      bool     // HEAD is answered wherever GET is
}

// pathParameter matches a parameter in a path of the contract, which gin writes with a colon.
var pathParameter = regexp.MustCompile(`\{([^}]+)\}`)

func newContract(s *Server, sf *surface.Surface) (*contract, error) {
	c := &contract{surface: sf, server: s, operations: map[string]*operation{}, calls: map[string]*operation{}}
	switch sf.Spec.Info.Extensions[extUnknown] {
	case "refuse":
		c.strict = true
	case "ignore":
	default:
		return nil, fmt.Errorf("server: %s: %s has to be refuse or ignore", sf.Name, extUnknown)
	}
	if err := c.readTolerances(); err != nil {
		return nil, err
	}
	all := memberSets{}
	for path, item := range sf.Spec.Paths.Map() {
		for method, op := range item.Operations() {
			o, err := readOperation(sf.Spec, op)
			if err != nil {
				return nil, fmt.Errorf("server: %s %s: %w", method, path, err)
			}
			if err := o.readNames(all, item, op); err != nil {
				return nil, fmt.Errorf("server: %s %s: %w", method, path, err)
			}
			if o.users, err = readUserIDs(all, item, op); err != nil {
				return nil, fmt.Errorf("server: %s %s: %w", method, path, err)
			}
			o.route = &routers.Route{Spec: sf.Spec, Path: path, PathItem: item, Method: method, Operation: op}
			c.operations[method+" "+pathParameter.ReplaceAllString(path, ":$1")] = o
		}
	}
	return c, c.checkNames(all)
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
			// HTTP Basic authenticates a client at a token endpoint: the handler reads it.
			o.readsCredential = o.readsCredential || scheme.Value.Scheme != "basic"
		}
	}
	o.permission, _ = op.Extensions["x-permission"].(string)
	o.session, _ = op.Extensions["x-session"].(bool)
	o.secret, _ = op.Extensions["x-secret"].(bool)
	o.repeatable = op.Parameters.GetByInAndName("header", idempotency.Header) != nil
	var err error
	if o.deprecation, err = readDeprecation(op); err != nil {
		return nil, err
	}
	o.permissionOr, _ = op.Extensions["x-permission-or"].(string)
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
	method := g.Request.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	o, called := c.calls[method+" "+g.FullPath()]
	ok := called
	if !called {
		o, ok = c.operations[method+" "+g.FullPath()]
	}
	if !ok { // the route is registered and the spec does not have it: a defect
		c.server.fail(g, c.surface, fault.ErrInternal.Because(fmt.Errorf("no operation for %s", g.FullPath())))
		return
	}
	// A path without parameters takes precedence over one with parameters (OpenAPI 3.0.3, paths object).
	if path := g.Request.URL.EscapedPath(); !called && path != o.route.Path && c.server.staticPaths[path] != nil {
		c.server.failNoMethod(g, c.surface)
		return
	}
	g.Set(keyOperation, o.route.Operation.OperationID)
	o.deprecation.writeHeaders(g, c.server.base)
	var reserved reservations
	defer func() { c.server.keys.release(reserved) }()
	if err := c.check(g, o, &reserved); err != nil {
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

// check admits a request or refuses it. The end of the request releases what is reserved.
func (c *contract) check(g *gin.Context, o *operation, reserved *reservations) (err error) {
	twice := c.renameParameters(g.Request, o)
	who, unauthenticated := c.authenticate(g, o)
	if unauthenticated == nil {
		g.Set(keyCaller, who)
	}
	if *reserved, err = c.reserveBudgets(g, o, who, unauthenticated == nil); err != nil {
		return err
	}
	if unauthenticated != nil {
		return unauthenticated
	}
	if err := c.moveBodyParameters(g, o); err != nil {
		return err
	}
	return c.authorizeAndValidate(g, o, who, twice)
}

// authorizeAndValidate checks the caller's rights first, then the request. The violations were found before.
func (c *contract) authorizeAndValidate(g *gin.Context, o *operation, who caller.Caller, found []fault.Violation) error {
	acting, permitted := authorize(o, who, g.Request)
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
	query, violations, err := c.readQuery(g.Request, o)
	if err != nil {
		return err
	}
	unknown, err := c.prepareBody(g, o)
	if err != nil {
		return err
	}
	if err := c.validate(g, o, query, slices.Concat(found, violations, unknown)); err != nil {
		return err
	}
	return c.resolveUsers(g, o)
}

// authenticate reads the credential. An invalid credential is refused even where none is needed:
// a caller that sends one must not act anonymously without noticing.
func (c *contract) authenticate(g *gin.Context, o *operation) (caller.Caller, error) {
	who := caller.Caller{Kind: caller.Anonymous, Host: hostOf(g.Request), Source: c.server.source(g.Request)}
	if o.readsCredential {
		credential, present, err := c.readCredential(g.Request)
		if err != nil {
			return who, err
		}
		if present {
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

// readCredential reads the credential where the surface's clients send it.
func (c *contract) readCredential(r *http.Request) (credential secret.Text, present bool, err error) {
	if c.surface.Credential != nil {
		return c.surface.Credential(r)
	}
	credential, present = surface.Bearer(r)
	return credential, present, nil
}

// authorize compares the caller's rights with x-permission and x-boundary, and returns the caller
// as it acts. Users act with their granted rights where these apply. Elsewhere they act on
// their own account: on operations that list the boundary self, which needs no right.
func authorize(o *operation, who caller.Caller, r *http.Request) (caller.Caller, bool) {
	self := who.AsHimself()
	switch {
	case o.anonymous && who.Kind == caller.Anonymous, o.permission == "":
		return self, true
	case who.KeyID != "":
		return o.authorizeOwnKey(self, who.May(o.permission), r)
	case who.May(o.permission) && who.Within(o.boundaries) && !o.ownOnly(who):
		return who, true
	case o.permissionOr != "" && r.URL.Query().Get(o.permissionOr) != "":
		return self, true // the core checks the parameter
	case who.Kind == caller.User:
		return self, slices.Contains(o.boundaries, string(caller.BoundarySelf))
	}
	return who, false
}

// authorizeOwnKey admits a user's own API key to what users may do to their own account, if the key
// has the permission. If a parameter replaces the permission, the key gives access to no account.
func (o *operation) authorizeOwnKey(self caller.Caller, may bool, r *http.Request) (caller.Caller, bool) {
	if may && !o.session && slices.Contains(o.boundaries, string(caller.BoundarySelf)) {
		return self, true
	}
	self.Boundary = ""
	return self, !o.session && o.permissionOr != "" && r.URL.Query().Get(o.permissionOr) != ""
}

// ownOnly reports whether users may apply this to their own account only, with any permission.
func (o *operation) ownOnly(who caller.Caller) bool {
	return who.Kind == caller.User && !slices.ContainsFunc(o.boundaries, func(b string) bool { return b != string(caller.BoundarySelf) })
}

// prepareBody reads the body, checks its size and scans it strictly, and makes it readable again for
// the validator. It returns the names that are unknown.
func (c *contract) prepareBody(g *gin.Context, o *operation) (unknown []fault.Violation, err error) {
	r := g.Request
	if len(o.media) == 0 {
		return nil, c.dropBody(g)
	}
	if r.ContentLength > maxBody {
		return nil, fault.ErrBodyTooLarge
	}
	media := mediaType(r)
	if !o.media[media] {
		if !o.media[jsonMedia] || !c.isJSON(media) {
			return nil, fault.ErrMediaType
		}
		media = jsonMedia
		r.Header.Set("Content-Type", media) // the validator knows no other
	}
	body, err := readBody(r)
	if err != nil {
		return nil, err
	}
	if media == jsonMedia {
		body, unknown, err = c.scanNames(o, body, o.members[media])
	} else {
		err = strictForm(body)
	}
	if o.repeatable {
		g.Set(keyBody, string(body))
	}
	r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	return unknown, err
}

// dropBody removes the body of an operation that declares none. A body that is not empty is refused
// where unknown names are refused.
func (c *contract) dropBody(g *gin.Context) error {
	r := g.Request
	if r.ContentLength > maxBody {
		return fault.ErrBodyTooLarge
	}
	if c.strict && r.ContentLength != 0 {
		body, err := readBody(r)
		if err != nil {
			return err
		}
		if content := bytes.Join(bytes.Fields(body), nil); len(content) > 0 && string(content) != "{}" {
			return malformed("", "unexpected_body", "This operation takes no body.")
		}
	}
	r.Body = http.NoBody
	return nil
}

// scanNames scans a JSON body, and renames or removes names that differ from declared ones by case alone.
func (c *contract) scanNames(o *operation, body []byte, declared *members) ([]byte, []fault.Violation, error) {
	first := declared
	if c.surface.Normalise != nil {
		first = nil // the names are compared after Normalise gave them the contract's spelling
	}
	s, err := scanJSON(body, first, c.naming)
	if err == nil && c.surface.Normalise != nil {
		if body, err = c.surface.Normalise(o.route.Operation.OperationID, body); err == nil {
			s, err = scanJSON(body, declared, c.naming)
		}
	}
	switch {
	case err != nil:
		return body, nil, err
	case len(s.unserved) > 0:
		return body, nil, fault.ErrNotServed.With(s.unserved...)
	case s.variants:
		body, err = c.resolveVariants(body, declared)
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
			// Otherwise the handler decodes the body a second time and ignores case: a member that
			// the schema forbids would arrive under another spelling.
			KeepValidatedValue: true,
			// With defaults set, null would be valid for a member that has a default. The
			// surfaces decide what an absent member means.
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
