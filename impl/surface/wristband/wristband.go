package wristband

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/spec"
	"github.com/rekeyhq/rekey/impl/surface"
)

var contract = spec.Once("wristband")

type handlers struct{ surface.Deps }

// New makes the surface.
func New(d surface.Deps) (*surface.Surface, error) {
	document, err := contract()
	if err != nil {
		return nil, err
	}
	h := &handlers{Deps: d}
	return &surface.Surface{
		Name: "wristband", Prefixes: []string{"/api/v1/"}, Spec: document, Write: write, ResolveUsers: d.ResolveUsers, Unrouted: unrouted,
		Register: func(router gin.IRouter, fail surface.Fail) {
			strict := wristbandapi.NewStrictHandlerWithOptions(h, []wristbandapi.StrictMiddlewareFunc{surface.Detach[wristbandapi.StrictHandlerFunc]}, wristbandapi.StrictGinServerOptions{
				RequestErrorHandlerFunc:  func(g *gin.Context, err error) { fail(g, surface.Unbound(err)) },
				HandlerErrorFunc:         func(g *gin.Context, err error) { fail(g, err) },
				ResponseErrorHandlerFunc: func(g *gin.Context, err error) { fail(g, err) },
			})
			wristbandapi.RegisterHandlersWithOptions(router, strict, wristbandapi.GinServerOptions{
				ErrorHandler: func(g *gin.Context, err error, _ int) { fail(g, surface.Unbound(err)) },
				Middlewares:  []wristbandapi.MiddlewareFunc{dropQuery},
			})
		},
	}, nil
}

const oauthPrefix = "/api/v1/oauth2/"

func isOAuth(g *gin.Context) bool { return strings.HasPrefix(g.Request.URL.Path, oauthPrefix) }

// dropQuery removes the query: net/http merges it into the form, and a credential
// in a URL is not accepted (RFC 6749 section 2.3.1, ASVS 5.0 14.2.1).
func dropQuery(g *gin.Context) {
	if isOAuth(g) {
		g.Request.URL.RawQuery = ""
	}
}

// value is the value of a field, or empty if it is absent.
func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// text wraps a secret.
func text(s *string) secret.Text { return secret.NewText(value(s)) }

// password reads the password in a field of the body.
func password(field string, s *string) (secret.Password, error) {
	pw, err := surface.Password(value(s))
	switch {
	case err == nil:
		return pw, nil
	case errors.Is(err, secret.ErrPasswordTooLong): // NFC made it longer than the schema saw it
		return pw, fault.From(err).With(broken(field, "too_long", fault.Max, strconv.Itoa(secret.MaxPasswordPoints)))
	}
	return pw, fault.From(err).With(broken(field, "invalid_format", "", ""))
}

// broken is a broken rule of a body field, perhaps with a bound.
func broken(field, code string, param fault.Param, value string) fault.Violation {
	v := fault.Violation{Pointer: "/" + field, Code: code}
	if param != "" {
		v.Params = fault.Params{param: value}
	}
	return v
}

// isCaller reports whether the caller is the user with this id.
func isCaller(ctx context.Context, userID string) bool {
	who := caller.From(ctx)
	return who.Kind == caller.User && who.ID == userID
}
