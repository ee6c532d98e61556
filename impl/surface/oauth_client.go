package surface

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/access"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
)

// OAuthClient authenticates the client of a token endpoint, by HTTP Basic or by two fields of the form
// (RFC 6749 section 2.3.1), and puts it into the context as the caller.
func OAuthClient(ctx context.Context, a *access.Access, formID, formSecret *string) (context.Context, error) {
	id, pass, inHeader, err := basicCredential(ctx)
	if err != nil {
		return ctx, err
	}
	if inHeader && (formID != nil || formSecret != nil) {
		return ctx, ErrTwoClients
	}
	if !inHeader {
		id, pass = valueOf(formID), secret.NewText(valueOf(formSecret))
	}
	key, ok := access.ParseClientID(id)
	if !ok || pass.Empty() {
		return ctx, fault.ErrUnauthenticated
	}
	known, err := a.AuthenticateKey(ctx, key, pass)
	if err != nil {
		return ctx, err
	}
	if known.Kind != caller.APIKey {
		return ctx, ErrNoClient
	}
	return AsClient(ctx, known), nil
}

// AsClient puts a client into the context as the caller of this request.
func AsClient(ctx context.Context, client caller.Caller) context.Context {
	anonymous := caller.From(ctx)
	client.RequestID, client.Source, client.Surface, client.Host = anonymous.RequestID, anonymous.Source, anonymous.Surface, anonymous.Host
	return caller.Into(ctx, client)
}

// basicCredential reads the Authorization header. Other schemes are not read here. Both halves
// are form-encoded before they are joined (RFC 6749 section 2.3.1).
func basicCredential(ctx context.Context) (id string, pass secret.Text, present bool, err error) {
	g, ok := ctx.(*gin.Context)
	if !ok {
		return "", secret.Text{}, false, fault.ErrInternal
	}
	values := g.Request.Header.Values("Authorization")
	if len(values) > 1 {
		return "", secret.Text{}, false, ErrTwoClients
	}
	if len(values) == 0 || !isBasic(values[0]) {
		return "", secret.Text{}, false, nil
	}
	one := http.Request{Header: http.Header{"Authorization": values}}
	rawID, rawPass, ok := one.BasicAuth()
	if ok && rawID == "" && rawPass == "" { // not a credential, like an empty bearer token
		return "", secret.Text{}, false, nil
	}
	id, idErr := url.QueryUnescape(rawID)
	plain, passErr := url.QueryUnescape(rawPass)
	if !ok || idErr != nil || passErr != nil {
		return "", secret.Text{}, true, fault.ErrUnauthenticated
	}
	return id, secret.NewText(plain), true, nil
}

// SendsBasic tells whether the request has a client in its header.
func SendsBasic(ctx context.Context) bool {
	_, _, present, err := basicCredential(ctx)
	return present || err != nil
}

func isBasic(header string) bool {
	scheme, _, _ := strings.Cut(header, " ")
	return strings.EqualFold(scheme, "Basic")
}

func valueOf(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
