package harness

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"sync"

	"connectrpc.com/connect"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/dynamicpb"
	"google.golang.org/protobuf/types/known/anypb"

	descriptors "github.com/rekeyhq/rekey/gen/proto"
)

// succeed is what REST would answer to a request whose call was answered so.
func (o *Operation) succeed(r *http.Request, header http.Header, body []byte) *http.Response {
	status := http.StatusOK
	if o.Declares(http.StatusCreated) {
		status = http.StatusCreated
	}
	return inJSON(r, status, header, body)
}

func inJSON(r *http.Request, status int, header http.Header, body []byte) *http.Response {
	header = header.Clone()
	header.Set("Content-Type", "application/json")
	header.Del("Content-Length")
	return &http.Response{
		StatusCode: status, Status: http.StatusText(status), Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: header, Body: io.NopCloser(bytes.NewReader(body)), ContentLength: int64(len(body)), Request: r,
	}
}

// statuses are those of REST by the codes of calls.
var statuses = map[connect.Code]int{
	connect.CodeInvalidArgument: http.StatusBadRequest, connect.CodeFailedPrecondition: http.StatusBadRequest,
	connect.CodeNotFound: http.StatusNotFound, connect.CodeAlreadyExists: http.StatusConflict,
	connect.CodePermissionDenied: http.StatusForbidden, connect.CodeUnauthenticated: http.StatusUnauthorized,
	connect.CodeUnimplemented: http.StatusNotImplemented, connect.CodeUnavailable: http.StatusServiceUnavailable,
	connect.CodeInternal: http.StatusInternalServerError,
}

// failed is what REST would answer to a request whose call failed so.
func (o *Operation) failed(r *http.Request, header http.Header, problem *connect.Error) (*http.Response, error) {
	status := statuses[problem.Code()]
	if problem.Code() == connect.CodeResourceExhausted { // of two statuses
		status = http.StatusRequestEntityTooLarge
		if header.Get("Retry-After") != "" {
			status = http.StatusTooManyRequests
		}
	}
	answer := map[string]any{"code": int(problem.Code()), "message": problem.Message()}
	var all []json.RawMessage
	for _, d := range problem.Details() {
		message, err := decoded(d.Type(), d.Bytes())
		if err != nil {
			return nil, err
		}
		raw, err := protojson.Marshal(message)
		if err != nil {
			return nil, err
		}
		kind, _ := json.Marshal("type.googleapis.com/" + d.Type()) // a text
		all = append(all, append(append([]byte(`{"@type":`), append(kind, ',')...), raw[1:]...))
	}
	if all != nil {
		answer["details"] = all
	}
	body, err := json.Marshal(answer)
	if err != nil {
		return nil, err
	}
	return inJSON(r, status, header, body), nil
}

// details are the files of the contract's messages.
var details = sync.OnceValue(func() *protoregistry.Files {
	var set descriptorpb.FileDescriptorSet
	if err := protojson.Unmarshal(descriptors.Descriptors, &set); err != nil {
		panic(err)
	}
	files, err := protodesc.FileOptions{AllowUnresolvable: true}.NewFiles(&set)
	if err != nil {
		panic(err)
	}
	return files
})

// decoded reads the detail of an error.
func decoded(kind string, raw []byte) (proto.Message, error) {
	found, err := details().FindDescriptorByName(protoreflect.FullName(kind))
	if err != nil {
		return nil, err
	}
	message := dynamicpb.NewMessage(found.(protoreflect.MessageDescriptor))
	return message, proto.Unmarshal(raw, message)
}

func packed(kind string, raw []byte) (*connect.ErrorDetail, error) {
	return connect.NewErrorDetail(&anypb.Any{TypeUrl: "type.googleapis.com/" + kind, Value: raw})
}

func unpadded(text string) ([]byte, error) { return base64.RawStdEncoding.DecodeString(text) }
