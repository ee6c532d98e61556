package zitadel

import (
	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/surface"
)

type handlers struct {
	zitadelapi.StrictServerInterface
	surface.Deps
}

// New makes the surface.
func New(d surface.Deps) (*surface.Surface, error) {
	spec, err := zitadelapi.GetSpec()
	if err != nil {
		return nil, err
	}
	h := &handlers{Deps: d}
	return &surface.Surface{
		Name: "zitadel", Prefixes: []string{"/v2/"}, Spec: spec, Write: write,
		Register: func(router gin.IRouter, fail surface.Fail) {
			strict := zitadelapi.NewStrictHandlerWithOptions(h, nil, zitadelapi.StrictGinServerOptions{
				RequestErrorHandlerFunc:  func(g *gin.Context, err error) { fail(g, surface.Unbound(err)) },
				HandlerErrorFunc:         func(g *gin.Context, err error) { fail(g, err) },
				ResponseErrorHandlerFunc: func(g *gin.Context, err error) { fail(g, err) },
			})
			zitadelapi.RegisterHandlersWithOptions(router, strict, zitadelapi.GinServerOptions{
				ErrorHandler: func(g *gin.Context, err error, _ int) { fail(g, surface.Unbound(err)) },
			})
		},
	}, nil
}
