package native

import (
	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/spec"
	"github.com/rekeyhq/rekey/impl/surface"
)

var contract = spec.Once("rekey")

type handlers struct{ surface.Deps }

// New makes the surface.
func New(d surface.Deps) (*surface.Surface, error) {
	document, err := contract()
	if err != nil {
		return nil, err
	}
	h := &handlers{Deps: d}
	return &surface.Surface{
		Name: "rekey", Prefixes: []string{"/v1/"}, Spec: document, Write: h.write,
		Register: func(router gin.IRouter, fail surface.Fail) {
			strict := rekeyapi.NewStrictHandlerWithOptions(h, []rekeyapi.StrictMiddlewareFunc{surface.Detach[rekeyapi.StrictHandlerFunc]}, rekeyapi.StrictGinServerOptions{
				RequestErrorHandlerFunc:  func(g *gin.Context, err error) { fail(g, surface.Unbound(err)) },
				HandlerErrorFunc:         func(g *gin.Context, err error) { fail(g, err) },
				ResponseErrorHandlerFunc: func(g *gin.Context, err error) { fail(g, err) },
			})
			rekeyapi.RegisterHandlersWithOptions(router, strict, rekeyapi.GinServerOptions{
				ErrorHandler: func(g *gin.Context, err error, _ int) { fail(g, surface.Unbound(err)) },
			})
		},
	}, nil
}

// orZero is the value of an optional member, or the zero value if it is absent.
func orZero[T any](v *T) T {
	if v == nil {
		var zero T
		return zero
	}
	return *v
}

// some is an optional member that is there.
func some[T any](v T) *T { return &v }
