package native

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/gen/problem"
	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/surface"
)

// catalogue is the list of problems by code.
var catalogue = sync.OnceValue(func() map[string]problem.Problem {
	all := map[string]problem.Problem{}
	for _, p := range problem.Catalogue() {
		all[p.Code] = p
	}
	return all
})

// write answers a fault with a problem of RFC 9457.
func (h *handlers) write(g *gin.Context, f *fault.Fault) {
	body := explain(f)
	body.Type = strings.TrimSuffix(h.PublicURL, "/") + "/problems/" + body.Code
	body.RequestID = g.Writer.Header().Get("X-Request-Id")
	if body.Status == http.StatusUnauthorized {
		g.Header("WWW-Authenticate", `Bearer realm="rekey"`)
	}
	raw, err := json.Marshal(body)
	if err != nil {
		g.Status(http.StatusInternalServerError)
		return
	}
	g.Data(int(body.Status), "application/problem+json", raw)
}

// explain builds the problem of a fault, except the URL of its page. A fault that the
// catalogue does not hold is internal; a test prevents this.
func explain(f *fault.Fault) rekeyapi.Problem {
	p, ok := catalogue()[f.Code]
	if !ok {
		f = fault.ErrInternal
		p = catalogue()[f.Code]
	}
	out := rekeyapi.Problem{Title: p.Title, Status: int32(p.Status), Code: p.Code, Detail: f.Message}
	if missing := (*caller.MissingPermission)(nil); errors.As(f, &missing) {
		out.Permission = &missing.Permission
	}
	if needs := (*surface.NeedsCode)(nil); errors.As(f, &needs) {
		out.Challenge, out.Method, out.ExpiresAt = some(needs.ID.Reveal()), some(string(needs.Method)), &needs.ExpiresAt
		if needs.Method == core.FactorTOTP {
			out.Detail = "Log in again with the code of the authenticator app."
		}
	}
	if needs := (*surface.NeedsChange)(nil); errors.As(f, &needs) {
		out.Ticket = revealed(needs.Ticket)
	}
	if command := surface.AllowingCommand(f); command != "" {
		out.Detail = "The URL template is not on the tenant's allow-list. " + command
	}
	if len(f.Violations) > 0 {
		list := make([]rekeyapi.Violation, len(f.Violations))
		for i, v := range f.Violations {
			list[i] = violation(v)
		}
		out.Violations = &list
	}
	return out
}

// violation describes one broken rule, with its place in the body or its parameter.
func violation(v fault.Violation) rekeyapi.Violation {
	out := rekeyapi.Violation{Code: v.Code, Message: v.Message}
	if _, name, ok := strings.Cut(v.Pointer, ":"); ok && !strings.HasPrefix(v.Pointer, "/") {
		out.Parameter = &name
	} else {
		out.Pointer = &v.Pointer
	}
	if out.Message == "" {
		out.Message = "The value breaks the rule " + v.Code + "."
	}
	if len(v.Params) > 0 {
		out.Params = new(v.Params.Strings())
	}
	return out
}
