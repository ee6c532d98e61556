package harness

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"connectrpc.com/connect"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/dynamicpb"

	descriptors "github.com/rekeyhq/rekey/gen/proto"
	"github.com/rekeyhq/rekey/impl/rpc"
)

// Schema is the messages and procedures of the contract.
var Schema = sync.OnceValue(func() *rpc.Schema {
	s, err := rpc.Read(descriptors.Descriptors)
	if err != nil {
		panic(err)
	}
	return s
})

// Procedure is the operation's x-procedure; empty: it has none.
func (o *Operation) Procedure() string {
	name, _ := o.Op.Extensions["x-procedure"].(string)
	return name
}

// Face is a transport that makes requests of REST as calls of a protocol, and answers with what REST would answer.
// A request of an operation without a procedure, and one whose media type is not JSON, stays as it is.
type Face struct {
	Name string
	Made int // calls

	binary  bool
	options []connect.ClientOption
	rest    http.RoundTripper
	calls   *http.Transport
}

// FaceNames lists the faces.
func FaceNames() []string {
	return []string{"JSON", "Connect", "Connect in binary", "gRPC", "gRPC-Web"}
}

// NewFace makes the face of a name; rest makes the other requests.
func NewFace(t testing.TB, name string, rest http.RoundTripper) *Face {
	f := &Face{Name: name, rest: rest, calls: &http.Transport{}}
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	switch name {
	case "gRPC":
		protocols.SetHTTP1(false)
		protocols.SetUnencryptedHTTP2(true)
		f.binary, f.options = true, []connect.ClientOption{connect.WithGRPC()}
	case "gRPC-Web":
		f.binary, f.options = true, []connect.ClientOption{connect.WithGRPCWeb()}
	case "Connect in binary":
		f.binary = true
	}
	f.calls.Protocols = &protocols
	t.Cleanup(f.calls.CloseIdleConnections)
	return f
}

// RoundTrip makes the call.
func (f *Face) RoundTrip(r *http.Request) (*http.Response, error) {
	o := find(r.Method, r.URL.Path)
	if o == nil || o.Procedure() == "" {
		return f.rest.RoundTrip(r)
	}
	var body []byte
	if r.Body != nil {
		var err error
		if body, err = io.ReadAll(r.Body); err != nil {
			return nil, err
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
	}
	if len(body) > 0 && r.Header.Get("Content-Type") != "application/json" {
		return f.rest.RoundTrip(r)
	}
	request, answer, err := Schema().Messages(o.Procedure())
	if err != nil {
		return nil, err
	}
	f.Made++
	message := joined(o, r, body)
	if f.Name == "JSON" {
		return f.plain(o, r, message)
	}
	return f.call(o, r, message, request, answer)
}

// joined is the message of a call: the body of a request, and its parameters.
func joined(o *Operation, r *http.Request, body []byte) []byte {
	members := map[string]any{}
	have, want := strings.Split(r.URL.EscapedPath(), "/"), strings.Split(o.Path, "/")
	for i, part := range want {
		if name, ok := strings.CutPrefix(part, "{"); ok {
			members[strings.TrimSuffix(name, "}")], _ = url.PathUnescape(have[i])
		}
	}
	for name, values := range r.URL.Query() {
		outer, inner, nested := strings.Cut(name, ".")
		var value any = values[0]
		if values[0] == "true" || values[0] == "false" {
			value = values[0] == "true"
		}
		if !nested {
			members[outer] = value
			continue
		}
		object, ok := members[outer].(map[string]any)
		if !ok {
			object = map[string]any{}
			members[outer] = object
		}
		object[inner] = value
	}
	text, _ := json.Marshal(members) // texts and truths
	rest, isObject := bytes.CutPrefix(bytes.TrimSpace(body), []byte("{"))
	switch {
	case len(members) == 0 && len(body) > 0:
		return body
	case !isObject || bytes.TrimSpace(rest)[0] == '}':
		return text
	case len(members) == 0:
		return body
	}
	return append(append(bytes.TrimSuffix(text, []byte("}")), ','), rest...) // as it was sent, even if it is no JSON
}

// plain posts JSON and knows nothing of Connect, as the clients in Python, PHP, Ruby and Java do.
func (f *Face) plain(o *Operation, r *http.Request, message []byte) (*http.Response, error) {
	post, err := http.NewRequestWithContext(r.Context(), http.MethodPost, r.URL.Scheme+"://"+r.URL.Host+"/"+o.Procedure(), bytes.NewReader(message))
	if err != nil {
		return nil, err
	}
	post.Host, post.Header = r.Host, r.Header.Clone()
	post.Header.Set("Content-Type", "application/json")
	resp, err := f.calls.RoundTrip(post)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(resp.Body)
	_ = resp.Body.Close()
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusOK {
		return o.succeed(r, resp.Header, body), nil
	}
	var failed struct {
		Code    string
		Message string
		Details []struct{ Type, Value string }
	}
	if err := json.Unmarshal(body, &failed); err != nil {
		return nil, fmt.Errorf("answers %d, and no error of Connect: %s", resp.StatusCode, body)
	}
	var code connect.Code
	if err := code.UnmarshalText([]byte(failed.Code)); err != nil {
		return nil, err
	}
	problem := connect.NewError(code, errors.New(failed.Message))
	for _, d := range failed.Details {
		raw, err := unpadded(d.Value)
		if err != nil {
			return nil, fmt.Errorf("a detail is not in unpadded base64: %w", err)
		}
		detail, err := packed(d.Type, raw)
		if err != nil {
			return nil, err
		}
		problem.AddDetail(detail)
	}
	return o.failed(r, resp.Header, problem)
}

// call calls by the library. What binary messages cannot say is sent as JSON, in the frames of the protocol.
func (f *Face) call(o *Operation, r *http.Request, message []byte, request, answer protoreflect.MessageDescriptor) (*http.Response, error) {
	name, sent := "json", message
	if f.binary {
		encoded := dynamicpb.NewMessage(request)
		if protojson.Unmarshal(message, encoded) == nil {
			name = "proto"
			var err error
			if sent, err = proto.Marshal(encoded); err != nil {
				return nil, err
			}
		}
	}
	options := append([]connect.ClientOption{connect.WithCodec(asIs{name})}, f.options...)
	client := connect.NewClient[[]byte, []byte](hosted{f.calls, r.Host}, r.URL.Scheme+"://"+r.URL.Host+"/"+o.Procedure(), options...)
	call := connect.NewRequest(&sent)
	for k, v := range r.Header {
		if k != "Content-Type" {
			call.Header()[k] = v
		}
	}
	got, err := client.CallUnary(r.Context(), call)
	var failed *connect.Error
	if errors.As(err, &failed) {
		return o.failed(r, failed.Meta(), failed)
	}
	if err != nil {
		return nil, err
	}
	body := *got.Msg
	if name == "proto" {
		decoded := dynamicpb.NewMessage(answer)
		if err := proto.Unmarshal(body, decoded); err != nil {
			return nil, err
		}
		if len(decoded.GetUnknown()) > 0 {
			return nil, errors.New("the answer has fields that its message does not have")
		}
		if body, err = protojson.Marshal(decoded); err != nil {
			return nil, err
		}
	}
	return o.succeed(r, got.Header(), body), nil
}

// hosted makes requests for a host.
type hosted struct {
	http.RoundTripper
	host string
}

// Do makes a request.
func (h hosted) Do(r *http.Request) (*http.Response, error) {
	r.Host = h.host
	return h.RoundTrip(r)
}

// asIs passes on messages as they are; the library also reads its own messages with it.
type asIs struct{ name string }

func (c asIs) Name() string { return c.name }

func (c asIs) Marshal(from any) ([]byte, error) {
	if raw, ok := from.(*[]byte); ok {
		return *raw, nil
	}
	return nil, fmt.Errorf("%T is no message", from)
}

func (c asIs) Unmarshal(data []byte, into any) error {
	switch into := into.(type) {
	case *[]byte:
		*into = bytes.Clone(data)
	case proto.Message:
		return proto.Unmarshal(data, into)
	default:
		return fmt.Errorf("%T is no message", into)
	}
	return nil
}
