package zitadel

import (
	"context"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/proto"
	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/rpc"
	"github.com/rekeyhq/rekey/impl/spec"
	"github.com/rekeyhq/rekey/impl/surface"
)

var (
	contract   = spec.Once("zitadel")
	procedures = sync.OnceValues(func() (*rpc.Schema, error) { return rpc.Read(proto.Descriptors) })
)

type handlers struct{ surface.Deps }

var _ zitadelapi.StrictServerInterface = (*handlers)(nil)

// New makes the surface.
func New(d surface.Deps) (*surface.Surface, error) {
	document, err := contract()
	if err != nil {
		return nil, err
	}
	schema, err := procedures()
	if err != nil {
		return nil, err
	}
	former, err := replacements(document)
	if err != nil {
		return nil, err
	}
	normalise, err := normaliser(document, schema)
	if err != nil {
		return nil, err
	}
	h := &handlers{Deps: d}
	return &surface.Surface{
		Name: "zitadel", Prefixes: append(prefixes(), oauthPrefix, discoveryPath, schema.Prefix()), Spec: document, Procedures: schema,
		Write: newProblems(document).write, Normalise: normalise, Spelling: lowerCamel, Narrow: h.narrow, ResolveUsers: d.ResolveUsers,
		Unrouted: unrouted(former),
		Register: func(router gin.IRouter, fail surface.Fail) {
			strict := zitadelapi.NewStrictHandlerWithOptions(h, []zitadelapi.StrictMiddlewareFunc{surface.Detach[zitadelapi.StrictHandlerFunc]}, zitadelapi.StrictGinServerOptions{
				RequestErrorHandlerFunc:  func(g *gin.Context, err error) { fail(g, surface.Unbound(err)) },
				HandlerErrorFunc:         func(g *gin.Context, err error) { fail(g, err) },
				ResponseErrorHandlerFunc: func(g *gin.Context, err error) { fail(g, err) },
			})
			zitadelapi.RegisterHandlersWithOptions(router, strict, zitadelapi.GinServerOptions{
				ErrorHandler: func(g *gin.Context, err error, _ int) { fail(g, surface.Unbound(err)) },
				Middlewares:  []zitadelapi.MiddlewareFunc{dropQuery},
			})
		},
	}, nil
}

// requireSelf refuses users who name another account than their own. The answer is the same for users who exist
// and for ids that no user has (S44).
func requireSelf(ctx context.Context, userID string) error {
	if who := caller.From(ctx); who.OnlyHimself() && !who.Is(userID) {
		return fault.ErrForbidden
	}
	return nil
}

// requireAdministrator refuses users who act as themselves. The contract checked that all other callers hold
// user.write.
func requireAdministrator(ctx context.Context) error {
	if caller.From(ctx).OnlyHimself() {
		return fault.ErrForbidden
	}
	return nil
}

// optional reads a member that may be absent; null counts as absent.
func optional[T any](n nullable.Nullable[T]) (T, bool) {
	v, err := n.Get()
	return v, err == nil
}

// exclusive refuses two members of which at most one may be there.
func exclusive(one, other string) error {
	return fault.ErrMalformed.With(fault.Violation{Code: "exclusive", Message: one + " and " + other + " exclude each other."})
}

// orZero reads a member that may be absent.
func orZero[T any](p *T) T {
	var zero T
	if p == nil {
		return zero
	}
	return *p
}

// unlessZero omits a member with the zero value, as the vendor does.
func unlessZero[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}
