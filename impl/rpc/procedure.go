package rpc

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"

	"connectrpc.com/connect"
	"github.com/gin-gonic/gin"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// Twin is the operation that does what a procedure does.
type Twin struct {
	Method     string
	Path       string   // with its parameters in braces
	Parameters []string // of the path
	HasBody    bool     // otherwise its parameters are in the query
	// Spelling returns the contract's spelling of the name of a member.
	Spelling func(name string) string
	// Fail answers a request with an error.
	Fail func(*gin.Context, error)
	// Malformed makes the error for a member that cannot be read.
	Malformed func(pointer, code, message string) error
}

// Procedure answers the calls of one procedure.
type Procedure struct {
	schema  *Schema
	input   protoreflect.MessageDescriptor
	twin    Twin
	handler http.Handler
}

// Procedure makes the procedure of a name. It reads messages of at most maxBytes.
func (s *Schema) Procedure(name string, twin Twin, maxBytes int) (*Procedure, error) {
	request, answer, err := s.Messages(name)
	if err != nil {
		return nil, err
	}
	p := &Procedure{schema: s, input: request, twin: twin}
	p.handler = connect.NewUnaryHandler("/"+name, p.call, options(request, answer, maxBytes)...)
	return p, nil
}

// running is a call while it is answered.
type running struct {
	g      *gin.Context
	status int // of the twin; 0: it was not asked
}

type runningKey struct{}

// Serve answers a call with what the next handlers answer to a request of the twin. It returns the status of that
// answer; 0 if the call was refused before.
func (p *Procedure) Serve(g *gin.Context) (status int) {
	now := &running{g: g}
	call := posted(g.Request)
	p.handler.ServeHTTP(g.Writer, call.WithContext(context.WithValue(g.Request.Context(), runningKey{}, now)))
	g.Abort() // the next handlers have run, or must not run
	return now.status
}

func (p *Procedure) call(ctx context.Context, sent *connect.Request[message]) (*connect.Response[message], error) {
	now, ok := ctx.Value(runningKey{}).(*running)
	if !ok {
		return nil, connect.NewError(connect.CodeInternal, errors.New("the call has no request"))
	}
	g := now.g
	request, params := g.Request, g.Params
	defer func() { g.Request, g.Params = request, params }()
	for _, name := range []string{"Accept-Encoding", "Grpc-Accept-Encoding"} { // of the answer: empty, since nothing is decompressed
		g.Writer.Header().Del(name)
	}
	body := sent.Msg.json
	if len(body) == 0 { // a frame without a message, which the library reads as its zero
		body = []byte("{}")
	}
	var answer []byte
	now.status, answer = record(g, func() { p.ask(ctx, g, body) })
	switch {
	case now.status < http.StatusBadRequest:
		if len(answer) == 0 {
			answer = []byte("{}")
		}
		return connect.NewResponse(&message{json: answer}), nil
	case now.status >= http.StatusInternalServerError && errors.Is(ctx.Err(), context.DeadlineExceeded) && request.Context().Err() == nil:
		return nil, connect.NewError(connect.CodeDeadlineExceeded, errors.New("the deadline of the client has passed"))
	}
	return nil, p.schema.failed(now.status, answer)
}

// ask makes the request of the twin and has it answered.
func (p *Procedure) ask(ctx context.Context, g *gin.Context, body []byte) {
	named := map[string]string{} // by the path of a request
	for _, param := range g.Params {
		named[param.Key] = param.Value
	}
	m, err := p.split(body, named)
	if err != nil {
		p.twin.Fail(g, err)
		return
	}
	g.Params = nil
	path := p.twin.Path
	for _, name := range p.twin.Parameters {
		g.Params = append(g.Params, gin.Param{Key: name, Value: m.path[name]})
		path = strings.ReplaceAll(path, "{"+name+"}", url.PathEscape(m.path[name]))
	}
	g.Request = p.request(g.Request.WithContext(ctx), path, m)
	g.Next()
}

// request makes the request of the twin from that of the call.
func (p *Procedure) request(call *http.Request, path string, m *parts) *http.Request {
	r := call
	r.Method, r.Header = p.twin.Method, call.Header.Clone()
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json")
	r.Header.Del("Content-Encoding")
	r.URL = &url.URL{Path: path, RawQuery: m.query.Encode()}
	if unescaped, err := url.PathUnescape(path); err == nil {
		r.URL.Path, r.URL.RawPath = unescaped, path
	}
	r.RequestURI = r.URL.RequestURI()
	r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(m.body)), int64(len(m.body))
	if len(m.body) == 0 {
		r.Body = http.NoBody
	}
	return r
}
