package zitadel

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/access"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
)

const (
	oauthPrefix   = "/oauth/v2/"
	discoveryPath = "/.well-known/openid-configuration"
	mayBeKept     = "public, max-age=300"

	grantClientCredentials = "client_credentials"
	grantAssertion         = "urn:ietf:params:oauth:grant-type:jwt-bearer"
)

// isOAuth tells whether a path is answered as RFC 6749 requires.
func isOAuth(path string) bool {
	return strings.HasPrefix(path, oauthPrefix) || strings.HasPrefix(path, discoveryPath)
}

// dropQuery removes the query: net/http merges it into the form, and a credential in a URL is not
// accepted (RFC 6749 section 2.3.1, ASVS 5.0 14.2.1).
func dropQuery(g *gin.Context) {
	if isOAuth(g.Request.URL.Path) {
		g.Request.URL.RawQuery = ""
	}
}

// writeOAuth answers a fault as RFC 6749 section 5.2 requires.
func writeOAuth(g *gin.Context, f *fault.Fault) {
	e := oauthErrorOf(f)
	raw, err := json.Marshal(zitadelapi.OAuthError{Error: e.Code, ErrorDescription: &e.Description})
	if err != nil { // unreachable: strings
		g.Status(http.StatusInternalServerError)
		return
	}
	g.Header("Pragma", "no-cache")
	if e.Status == http.StatusUnauthorized {
		g.Header("WWW-Authenticate", `Basic realm="rekey"`)
	}
	g.Data(e.Status, "application/json", raw)
}

func oauthErrorOf(f *fault.Fault) surface.OAuthError {
	if f.Code == errAssertion.Code {
		return surface.OAuthError{Status: http.StatusBadRequest, Code: f.Code, Description: f.Message}
	}
	return surface.OAuthErrorOf(f, []string{"grant_type", "assertion", "scope", "client_id", "client_secret"})
}

// GetOpenidConfiguration names what a program needs to log in (RFC 8414). A server without a signing key names
// nothing: it could not issue a token, and a load balancer should try another server.
func (h *handlers) GetOpenidConfiguration(ctx context.Context, _ zitadelapi.GetOpenidConfigurationRequestObject) (zitadelapi.GetOpenidConfigurationResponseObject, error) {
	if _, err := h.Access.PublicKeys(ctx); err != nil {
		return nil, err
	}
	return zitadelapi.GetOpenidConfiguration200JSONResponse{
		Headers: zitadelapi.GetOpenidConfiguration200ResponseHeaders{CacheControl: mayBeKept},
		Body: zitadelapi.OpenidConfiguration{
			Issuer: h.Access.Issuer, TokenEndpoint: h.Access.Issuer + oauthPrefix + "token", JwksURI: h.Access.Issuer + oauthPrefix + "keys",
			GrantTypesSupported:               []string{grantClientCredentials, grantAssertion},
			TokenEndpointAuthMethodsSupported: []string{"client_secret_basic", "client_secret_post"},
			// RFC 8414 has no list for assertions of a grant; the vendor's clients look here.
			TokenEndpointAuthSigningAlgValuesSupported: access.AssertionAlgorithms(),
		},
	}, nil
}

// GetKeys lists the keys that verify access tokens.
func (h *handlers) GetKeys(ctx context.Context, _ zitadelapi.GetKeysRequestObject) (zitadelapi.GetKeysResponseObject, error) {
	keys, err := h.Access.PublicKeys(ctx)
	if err != nil {
		return nil, err
	}
	set := zitadelapi.JSONWebKeySet{Keys: make([]zitadelapi.JSONWebKey, 0, len(keys))}
	for _, k := range keys {
		set.Keys = append(set.Keys, zitadelapi.JSONWebKey{Kty: "RSA", Use: "sig", Alg: "RS256", Kid: k.KeyID, N: k.Modulus, E: k.Exponent})
	}
	return zitadelapi.GetKeys200JSONResponse{Body: set, Headers: zitadelapi.GetKeys200ResponseHeaders{CacheControl: mayBeKept}}, nil
}

// GetToken is the token endpoint. The grant is compared first: a client that asks for one which is not served
// learns that, with any credential or none.
func (h *handlers) GetToken(ctx context.Context, r zitadelapi.GetTokenRequestObject) (zitadelapi.GetTokenResponseObject, error) {
	var err error
	switch r.Body.GrantType {
	case grantClientCredentials:
		ctx, err = surface.OAuthClient(ctx, h.Access, r.Body.ClientID, r.Body.ClientSecret)
	case grantAssertion:
		ctx, err = h.program(ctx, r.Body)
	default:
		return nil, surface.ErrGrantType
	}
	if err != nil {
		return nil, err
	}
	return h.tokenFor(ctx)
}

// errAssertion answers every assertion that is not accepted (RFC 7523 section 3.1).
var errAssertion = fault.New(fault.Invalid, "invalid_grant", "The assertion is not valid, or its key is unknown or revoked.")

// program authenticates a program by its assertion, and puts it into the context as the caller. A client secret beside
// the assertion is refused: nobody would compare it (RFC 7521 section 4.1 leaves client authentication to the server).
func (h *handlers) program(ctx context.Context, form *zitadelapi.TokenInput) (context.Context, error) {
	switch {
	case form.Assertion == nil:
		return ctx, fault.ErrMalformed.With(fault.Violation{Pointer: "/assertion", Code: fault.BrokenRequired})
	case form.ClientSecret != nil || surface.SendsBasic(ctx):
		return ctx, surface.ErrTwoClients
	}
	program, err := h.Access.AuthenticateAssertion(ctx, secret.NewText(*form.Assertion))
	if errors.Is(err, fault.ErrUnauthenticated) {
		return ctx, errAssertion.Because(cmp.Or(errors.Unwrap(err), err))
	}
	if err != nil {
		return ctx, err
	}
	return surface.AsClient(ctx, program), nil
}

// tokenFor issues an access token to the client that is the caller.
func (h *handlers) tokenFor(ctx context.Context) (zitadelapi.GetTokenResponseObject, error) {
	client := caller.From(ctx)
	token, err := h.Access.IssueForKey(ctx, client)
	if err != nil {
		return nil, err
	}
	return zitadelapi.GetToken200JSONResponse{
		Headers: zitadelapi.GetToken200ResponseHeaders{Pragma: "no-cache"},
		Body: zitadelapi.TokenOutput{
			AccessToken: token.Text.Reveal(), TokenType: "Bearer", ExpiresIn: int32(token.ExpiresAt.Sub(token.IssuedAt) / time.Second),
			Scope: unlessZero(strings.Join(client.Permissions, " ")),
		},
	}, nil
}
