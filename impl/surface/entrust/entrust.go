package entrust

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/spec"
	"github.com/rekeyhq/rekey/impl/surface"
)

var contract = spec.Once("entrust")

type handlers struct{ surface.Deps }

// New makes the surface.
func New(d surface.Deps) (*surface.Surface, error) {
	document, err := contract()
	if err != nil {
		return nil, err
	}
	h := &handlers{Deps: d}
	return &surface.Surface{
		Name: "entrust", Prefixes: []string{"/api/web/"}, Spec: document, Write: write, Normalise: normaliser(document),
		ResolveUsers: d.ResolveUsers, Credential: credential,
		Register: func(router gin.IRouter, fail surface.Fail) {
			strict := entrustapi.NewStrictHandlerWithOptions(h, []entrustapi.StrictMiddlewareFunc{surface.Detach[entrustapi.StrictHandlerFunc]}, entrustapi.StrictGinServerOptions{
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

// credential reads the Authorization header: the token alone, or after Bearer. The
// vendor declares a plain header and its samples show both spellings.
func credential(r *http.Request) (secret.Text, bool, error) {
	h := r.Header.Values("Authorization")
	if len(h) == 1 && !strings.Contains(h[0], " ") && !strings.EqualFold(h[0], "Bearer") {
		return secret.NewText(h[0]), true, nil
	}
	token, present := surface.Bearer(r)
	return token, present, nil
}
