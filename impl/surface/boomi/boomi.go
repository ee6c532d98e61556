package boomi

import (
	"github.com/gin-gonic/gin"
	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/spec"
	"github.com/rekeyhq/rekey/impl/surface"
)

var contract = spec.Once("boomi")

type handlers struct{ surface.Deps }

var _ boomiapi.StrictServerInterface = (*handlers)(nil)

// New makes the surface.
func New(d surface.Deps) (*surface.Surface, error) {
	document, err := contract()
	if err != nil {
		return nil, err
	}
	h := &handlers{Deps: d}
	return &surface.Surface{
		Name: "boomi", Prefixes: []string{"/api/"}, Spec: document, Write: write, Credential: credential,
		Register: func(router gin.IRouter, fail surface.Fail) {
			strict := boomiapi.NewStrictHandlerWithOptions(h, []boomiapi.StrictMiddlewareFunc{surface.Detach[boomiapi.StrictHandlerFunc]}, boomiapi.StrictGinServerOptions{
				RequestErrorHandlerFunc:  func(g *gin.Context, err error) { fail(g, surface.Unbound(err)) },
				HandlerErrorFunc:         func(g *gin.Context, err error) { fail(g, err) },
				ResponseErrorHandlerFunc: func(g *gin.Context, err error) { fail(g, err) },
			})
			boomiapi.RegisterHandlersWithOptions(router, strict, boomiapi.GinServerOptions{
				ErrorHandler: func(g *gin.Context, err error, _ int) { fail(g, surface.Unbound(err)) },
			})
		},
	}, nil
}

// text is a nullable field's value; absent and null are both nothing here.
func text(n nullable.Nullable[string]) string {
	s, err := n.Get()
	if err != nil {
		return ""
	}
	return s
}
