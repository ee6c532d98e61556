package entrust

import (
	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/surface"
)

type handlers struct {
	entrustapi.StrictServerInterface
	surface.Deps
}

// New makes the surface.
func New(d surface.Deps) (*surface.Surface, error) {
	spec, err := entrustapi.GetSpec()
	if err != nil {
		return nil, err
	}
	h := &handlers{Deps: d}
	return &surface.Surface{
		Name: "entrust", Prefixes: []string{"/api/web/"}, Spec: spec, Write: write,
		Register: func(router gin.IRouter, fail surface.Fail) {
			strict := entrustapi.NewStrictHandlerWithOptions(h, nil, entrustapi.StrictGinServerOptions{
				RequestErrorHandlerFunc:  func(g *gin.Context, err error) { fail(g, surface.Unbound(err)) },
				HandlerErrorFunc:         func(g *gin.Context, err error) { fail(g, err) },
				ResponseErrorHandlerFunc: func(g *gin.Context, err error) { fail(g, err) },
			})
			entrustapi.RegisterHandlersWithOptions(router, strict, entrustapi.GinServerOptions{
				ErrorHandler: func(g *gin.Context, err error, _ int) { fail(g, surface.Unbound(err)) },
			})
		},
	}, nil
}
