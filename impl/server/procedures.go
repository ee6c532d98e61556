package server

import (
	"fmt"
	"net/http"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/rpc"
	"github.com/rekeyhq/rekey/impl/surface"
)

// extProcedure names the remote procedure that does the same as an operation.
const extProcedure = "x-procedure"

// mountProcedures adds a route for each procedure, with the handlers of the operation that does the same.
func (c *contract) mountProcedures(routes gin.RoutesInfo) error {
	handlers := map[string]gin.HandlerFunc{}
	for _, r := range routes {
		handlers[r.Method+" "+r.Path] = r.HandlerFunc
	}
	for key, o := range c.operations {
		name, _ := o.route.Operation.Extensions[extProcedure].(string)
		if name == "" {
			continue
		}
		if c.surface.Procedures == nil {
			return fmt.Errorf("server: %s: %s has a procedure, and the surface has no schema", c.surface.Name, o.route.Operation.OperationID)
		}
		var err error
		if o.procedure, err = c.surface.Procedures.Procedure(name, c.twinOf(o), maxBody); err != nil {
			return fmt.Errorf("server: %s: %w", c.surface.Name, err)
		}
		o.procedureRoute = "/" + name
		c.server.engine.POST(o.procedureRoute, func(g *gin.Context) { c.call(g, o) }, c.enforce, handlers[key])
	}
	for _, o := range c.operations {
		if o.procedure != nil {
			c.calls[o.route.Method+" "+o.procedureRoute] = o
		}
	}
	return nil
}

// twinOf describes an operation to its procedure.
func (c *contract) twinOf(o *operation) rpc.Twin {
	spelling := c.surface.Spelling
	if spelling == nil {
		spelling = func(name string) string { return name }
	}
	t := rpc.Twin{
		Method: o.route.Method, Path: o.route.Path, HasBody: len(o.media) > 0, Spelling: spelling, Malformed: malformed,
		Fail: func(g *gin.Context, err error) { c.server.fail(g, c.surface, err) },
	}
	for _, of := range []openapi3.Parameters{o.route.PathItem.Parameters, o.route.Operation.Parameters} {
		for _, p := range of {
			if p.Value.In == openapi3.ParameterInPath {
				t.Parameters = append(t.Parameters, p.Value.Name)
			}
		}
	}
	return t
}

// acceptCalls answers calls at the path of an operation, which a client may send there.
func (c *contract) acceptCalls(g *gin.Context) {
	o := c.operations[g.Request.Method+" "+g.FullPath()]
	switch {
	case o == nil:
	case o.procedure == nil:
		g.Set(keyNoCall, true)
	case rpc.Framed(g.Request):
		c.call(g, o)
	}
}

// call answers a call by the next handlers, which get a request of the operation.
func (c *contract) call(g *gin.Context, o *operation) {
	g.Set(keyOperation, o.route.Operation.OperationID)
	if _, err := readBody(g.Request); err != nil {
		c.server.fail(g, c.surface, err)
		return
	}
	status := o.procedure.Serve(g)
	if status == 0 { // what was sent is no message
		status = http.StatusBadRequest
	}
	g.Set(keyStatus, status)
}

// writeOf returns what writes a fault: in the shape of the surface, or in that of the protocol if the request is a call.
func (s *Server) writeOf(g *gin.Context, sf *surface.Surface) func(*gin.Context, *fault.Fault) {
	switch {
	case sf == nil:
		return writePlain
	case sf.Procedures == nil || rpc.Recording(g) || g.GetBool(keyNoCall) || !sf.Procedures.Called(g.Request):
		return sf.Write
	}
	return func(g *gin.Context, f *fault.Fault) {
		if f.Code == fault.ErrNoRoute.Code {
			g.Set(keyStatus, sf.Procedures.WriteUnknown(g))
			return
		}
		g.Set(keyStatus, sf.Procedures.WriteFailure(g, func() { sf.Write(g, f) }))
	}
}

// statusOf returns the status of an answer; for a call it is that of the operation, since gRPC answers failures
// with 200.
func statusOf(g *gin.Context) int {
	if status := g.GetInt(keyStatus); status != 0 && g.Writer.Status() < http.StatusBadRequest {
		return status
	}
	return g.Writer.Status()
}
