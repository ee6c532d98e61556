package rpc

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"connectrpc.com/connect"
	"github.com/gin-gonic/gin"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/types/dynamicpb"
)

// failure is an error in the JSON of google.rpc.Status, which twins answer with.
type failure struct {
	Code    uint32            `json:"code"` // connect.Code is read from names alone
	Message string            `json:"message"`
	Details []json.RawMessage `json:"details"`
}

// unnumbered are the codes of statuses whose answer has none.
var unnumbered = map[int]connect.Code{
	http.StatusUnauthorized: connect.CodeUnauthenticated, http.StatusForbidden: connect.CodePermissionDenied,
	http.StatusNotFound: connect.CodeUnimplemented, http.StatusTooManyRequests: connect.CodeResourceExhausted,
	http.StatusServiceUnavailable: connect.CodeUnavailable,
}

// failed reads the error that a twin answered with.
func (s *Schema) failed(status int, body []byte) *connect.Error {
	var f failure
	if err := json.Unmarshal(body, &f); err != nil || f.Code < uint32(connect.CodeCanceled) || f.Code > uint32(connect.CodeUnauthenticated) {
		code, ok := unnumbered[status]
		if !ok {
			code = connect.CodeInternal
		}
		return connect.NewError(code, errors.New(http.StatusText(status)))
	}
	failed := connect.NewError(connect.Code(f.Code), errors.New(f.Message))
	for _, raw := range f.Details {
		if detail := s.detail(raw); detail != nil {
			failed.AddDetail(detail)
		}
	}
	return failed
}

// detail reads a google.protobuf.Any in JSON; it returns nil if the type is not known.
func (s *Schema) detail(raw []byte) *connect.ErrorDetail {
	var kind struct {
		URL string `json:"@type"`
	}
	if json.Unmarshal(raw, &kind) != nil {
		return nil
	}
	known, err := s.types.FindMessageByURL(kind.URL)
	if err != nil {
		return nil
	}
	detail := dynamicpb.NewMessage(known.Descriptor())
	if (protojson.UnmarshalOptions{DiscardUnknown: true}).Unmarshal(raw, detail) != nil { // it discards @type
		return nil
	}
	packed, err := connect.NewErrorDetail(detail) // with the message at hand, JSON shows it as `debug` too
	if err != nil {
		return nil
	}
	return packed
}

// Framed reports whether the body of a request has the frames or the binary messages of a protocol for calls.
func Framed(r *http.Request) bool {
	media, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
	switch strings.ToLower(strings.TrimSpace(media)) {
	case "application/proto", "application/grpc", "application/grpc+proto", "application/grpc+json",
		"application/grpc-web", "application/grpc-web+proto", "application/grpc-web+json":
		return true
	}
	return false
}

// Called reports whether a request is a call: by its path, or by its frames.
func (s *Schema) Called(r *http.Request) bool {
	return strings.HasPrefix(r.URL.Path, s.Prefix()) && r.Method == http.MethodPost || Framed(r)
}

// WriteFailure answers a call that did not get as far as its twin. write writes the answer that a request of the
// twin would get; its status is returned.
func (s *Schema) WriteFailure(g *gin.Context, write func()) (status int) {
	status, body := record(g, write)
	s.writeError(g, s.failed(status, body))
	return status
}

// WriteUnknown answers a call of a procedure that is not there.
func (s *Schema) WriteUnknown(g *gin.Context) (status int) {
	s.writeError(g, connect.NewError(connect.CodeUnimplemented, errors.New("there is no such procedure")))
	return http.StatusNotFound
}

func (s *Schema) writeError(g *gin.Context, err error) {
	_ = connect.NewErrorWriter().Write(g.Writer, posted(g.Request), err) // the client has left
}

// posted returns a request with the method that all calls have, and headers that can be changed.
func posted(r *http.Request) *http.Request {
	call := *r
	call.Method, call.Header = http.MethodPost, r.Header.Clone()
	return &call
}
