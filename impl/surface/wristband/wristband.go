package wristband

import (
	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/surface"
)

type handlers struct {
	wristbandapi.StrictServerInterface
	surface.Deps
}

// New makes the surface.
func New(d surface.Deps) (*surface.Surface, error) {
	spec, err := wristbandapi.GetSpec()
	if err != nil {
		return nil, err
	}
	h := &handlers{Deps: d}
	return &surface.Surface{
		Name: "wristband", Prefixes: []string{"/api/v1/"}, Spec: spec, Write: write,
		Register: func(router gin.IRouter, fail surface.Fail) {
			strict := wristbandapi.NewStrictHandlerWithOptions(h, nil, wristbandapi.StrictGinServerOptions{
				RequestErrorHandlerFunc:  func(g *gin.Context, err error) { fail(g, surface.Unbound(err)) },
				HandlerErrorFunc:         func(g *gin.Context, err error) { fail(g, err) },
				ResponseErrorHandlerFunc: func(g *gin.Context, err error) { fail(g, err) },
			})
			wristbandapi.RegisterHandlersWithOptions(router, strict, wristbandapi.GinServerOptions{
				ErrorHandler: func(g *gin.Context, err error, _ int) { fail(g, surface.Unbound(err)) },
			})
		},
	}, nil
}
