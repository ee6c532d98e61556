package server

import (
	"net/url"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
)

// PageEdge does for hosted pages what the contract does for operations.
type PageEdge struct{ s *Server }

// Admit records the operation and an anonymous caller, and spends from the budget of its address.
func (e PageEdge) Admit(g *gin.Context, operation string) error {
	g.Set(keyOperation, operation)
	who := caller.Caller{
		Kind: caller.Anonymous, Host: hostOf(g.Request), RequestID: g.GetString(keyRequestID),
		Source: e.s.source(g.Request), Surface: "pages",
	}
	g.Set(keyCaller, who)
	g.Request = g.Request.WithContext(caller.Into(g.Request.Context(), who))
	err := e.s.sources.spend(g.Writer.Header(), who.Source)
	if err != nil {
		e.s.Refused(budgetAddress)
	}
	return err
}

// Form reads the body of a form.
func (e PageEdge) Form(g *gin.Context) (url.Values, error) {
	if mediaType(g.Request) != "application/x-www-form-urlencoded" {
		return nil, fault.ErrMediaType
	}
	body, err := readBody(g.Request)
	if err != nil {
		return nil, err
	}
	if err := strictForm(body); err != nil {
		return nil, err
	}
	return url.ParseQuery(string(body))
}

// Fail answers with a fault in plain text.
func (e PageEdge) Fail(g *gin.Context, err error) { e.s.fail(g, nil, err) }

// FailAs answers with a fault, which write writes.
func (e PageEdge) FailAs(g *gin.Context, err error, write func(*gin.Context, *fault.Fault)) {
	e.s.failAs(g, err, write)
}

// Status returns the HTTP status of a fault.
func (e PageEdge) Status(f *fault.Fault) int { return plainStatus(f) }

// LogFault adds a fault to the line in the access log.
func (e PageEdge) LogFault(g *gin.Context, f *fault.Fault) { g.Set(keyFault, f) }
