package surface

import (
	"context"
	"net/http"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/access"
	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/rpc"
	"github.com/rekeyhq/rekey/impl/secret"
)

// Deps are what a surface needs.
type Deps struct {
	Core      *Core
	Access    *access.Access
	Clock     clock.Clock
	PublicURL string        // what addresses in answers begin with
	Sealer    secret.Sealer // of the cursors of lists
}

// ResolveUsers is Surface.ResolveUsers of the surfaces that take external ids.
func (d Deps) ResolveUsers(ctx context.Context, ids []string) ([]string, error) {
	return d.Core.Accounts.ResolveUserIDs(ctx, ids)
}

// Fail answers a request with an error, in the surface's own shape.
type Fail func(*gin.Context, error)

// Surface is one API at the edge.
type Surface struct {
	Name     string
	Prefixes []string // of all paths of this surface, declared or not
	Spec     *openapi3.T
	// Procedures are the messages of the surface's remote procedures; nil if there are none.
	// The contract says which operation does what a procedure does.
	Procedures *rpc.Schema
	// Register puts the generated handlers on the router. All their error hooks lead
	// to fail.
	Register func(router gin.IRouter, fail Fail)
	// Write answers a fault in the surface's shape. It is called once for a request.
	Write func(*gin.Context, *fault.Fault)
	// Credential reads the caller's credential, and whether there is one; Bearer, if nil. An error
	// refuses the request, such as two credentials that differ.
	Credential func(*http.Request) (secret.Text, bool, error)
	// Normalise rewrites a JSON body of an operation before it is checked, for surfaces whose
	// vendor's decoder accepts more spellings of names and values than the contract has.
	Normalise func(operationID string, body []byte) ([]byte, error)
	// Spelling returns the contract's spelling of a query parameter, for surfaces that
	// accept a second one; nil if there is only one.
	Spelling func(name string) string
	// Unrouted says why no route has the path of a request, such as a path that the vendor
	// deprecated; nil: there is nothing at any such path.
	Unrouted func(*http.Request) error
	// ResolveUsers returns the native ids of users, for surfaces whose clients may name users by
	// the ids of another system. The server replaces what the contract marks with x-user-id by
	// the result; nil if there is nothing to replace.
	ResolveUsers func(ctx context.Context, ids []string) ([]string, error)
	// Narrow limits the caller to what the request also names, such as one of several
	// tenants in the caller's scope; nil if nothing is named.
	Narrow func(context.Context, *http.Request) (context.Context, error)
}

// New makes a surface.
type New func(Deps) (*Surface, error)

// Bearer reads the Authorization header (RFC 6750 section 2.1); it returns false when
// there is none. A credential in the query is not accepted (ASVS 5.0 14.2.1). Nor is an
// empty bearer token: some generated clients always send the header, even without a caller.
func Bearer(r *http.Request) (secret.Text, bool) {
	h := r.Header.Values("Authorization")
	if len(h) == 0 {
		return secret.Text{}, false
	}
	scheme, token, _ := strings.Cut(h[0], " ")
	if len(h) > 1 || !strings.EqualFold(scheme, "Bearer") {
		return secret.Text{}, true // there, and not valid
	}
	token = strings.TrimSpace(token)
	return secret.NewText(token), token != ""
}

// Unbound answers what a generated binder refused; the validator should refuse it first.
// The binder's text may quote the value, so it is dropped.
func Unbound(error) error {
	return fault.ErrMalformed.With(fault.Violation{Code: "invalid", Message: "A parameter or the body could not be read."})
}

// Password reads a password from a request; a text that cannot be a password is a declared
// fault that does not quote it.
func Password(raw string) (secret.Password, error) {
	p, err := secret.NewPassword(raw)
	if err != nil {
		return secret.Password{}, core.ErrPasswordText.Because(err)
	}
	return p, nil
}

// Detach is the strict middleware that every surface needs. The generated code hands
// gin's own context to the handler as its context.Context; database/sql still asks that
// for Done after the answer is sent, when gin has given it to the next request. The
// copy stays with this request, and no answer can be written through it.
func Detach[F ~func(*gin.Context, any) (any, error)](handle F, _ string) F {
	return func(g *gin.Context, request any) (any, error) { return handle(g.Copy(), request) }
}
