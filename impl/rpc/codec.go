package rpc

import (
	"errors"
	"fmt"

	"connectrpc.com/connect"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/dynamicpb"
)

// message is a message in JSON.
type message struct{ json []byte }

// errUnreadable does not quote the message, which may hold a password.
var errUnreadable = errors.New("the message cannot be read")

// asJSON passes on a message as it is.
type asJSON struct{ name string }

func (c asJSON) Name() string { return c.name }

func (c asJSON) Unmarshal(data []byte, into any) error {
	m, ok := into.(*message)
	if !ok || len(data) == 0 { // JSON has no empty text
		return errUnreadable
	}
	m.json = append([]byte(nil), data...) // the library uses its buffer again
	return nil
}

func (c asJSON) Marshal(from any) ([]byte, error) {
	m, ok := from.(*message)
	if !ok {
		return nil, fmt.Errorf("rpc: %T is no message", from)
	}
	return m.json, nil
}

// asBinary writes a binary message as JSON, and the other way round.
type asBinary struct {
	request, answer protoreflect.MessageDescriptor
}

func (c asBinary) Name() string { return "proto" }

func (c asBinary) Unmarshal(data []byte, into any) error {
	m, ok := into.(*message)
	if !ok {
		return errUnreadable
	}
	decoded := dynamicpb.NewMessage(c.request)
	err := proto.UnmarshalOptions{DiscardUnknown: true}.Unmarshal(data, decoded)
	if err == nil {
		m.json, err = protojson.Marshal(decoded)
	}
	if err != nil {
		return errUnreadable
	}
	return nil
}

// Marshal also gets the status of a failed call in gRPC, which is a message of the library's own.
func (c asBinary) Marshal(from any) ([]byte, error) {
	m, ok := from.(*message)
	if !ok {
		own, ok := from.(proto.Message)
		if !ok {
			return nil, fmt.Errorf("rpc: %T is no message", from)
		}
		return proto.Marshal(own)
	}
	encoded := dynamicpb.NewMessage(c.answer)
	if err := (protojson.UnmarshalOptions{DiscardUnknown: true}).Unmarshal(m.json, encoded); err != nil {
		return nil, errors.New("rpc: the answer is none of its message")
	}
	return deterministic.Marshal(encoded)
}

// deterministic writes the fields of a message in order: a dynamic message has no order of its own.
var deterministic = proto.MarshalOptions{Deterministic: true}

// options are those of all handlers of a procedure. Without gzip no message is decompressed.
func options(request, answer protoreflect.MessageDescriptor, maxBytes int) []connect.HandlerOption {
	return []connect.HandlerOption{
		connect.WithCodec(asBinary{request, answer}), connect.WithCodec(asJSON{"json"}), connect.WithCodec(asJSON{"json; charset=utf-8"}),
		connect.WithCompression("gzip", nil, nil), connect.WithReadMaxBytes(maxBytes),
	}
}
