// Command stories is a Go program of a ZITADEL customer: grpc-go with the vendor's messages, and a token that the vendor's
// Go library for OpenID Connect fetches with a key file. The vendor's own Go client does the same with generated code.
//
//	stories DESCRIPTORS STORY...
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/zitadel/oidc/v3/pkg/client/profile"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/dynamicpb"
)

// vendor calls the services with the vendor's messages.
type vendor struct {
	files *protoregistry.Files
	types *dynamicpb.Types
	conn  *grpc.ClientConn
	token string

	nobody, reader *vendor // without a token, and with one that may only read settings
}

// answer is a message as JSON, with the names of its fields.
type answer map[string]any

// at follows names and indexes, as in at("result", 0, "userId"); nil if there is nothing.
func (a answer) at(path ...any) any {
	var v any = map[string]any(a)
	for _, step := range path {
		switch step := step.(type) {
		case string:
			m, _ := v.(map[string]any)
			v = m[step]
		case int:
			l, _ := v.([]any)
			if step >= len(l) {
				return nil
			}
			v = l[step]
		}
	}
	return v
}

func (a answer) text(path ...any) string {
	s, _ := a.at(path...).(string)
	return s
}

type fields = map[string]any

// try calls a method such as user/PasswordReset.
func (v *vendor) try(method string, request fields, headers ...string) (answer, error) {
	service, name, _ := strings.Cut(method, "/")
	full := fmt.Sprintf("zitadel.%s.v2.%sService", service, strings.ToUpper(service[:1])+service[1:])
	found, err := v.files.FindDescriptorByName(protoreflect.FullName(full + "." + name))
	if err != nil {
		return nil, err
	}
	m := found.(protoreflect.MethodDescriptor)
	in, out := dynamicpb.NewMessage(m.Input()), dynamicpb.NewMessage(m.Output())
	raw, err := json.Marshal(request)
	if err == nil {
		err = protojson.UnmarshalOptions{Resolver: v.types}.Unmarshal(raw, in)
	}
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	if v.token != "" {
		headers = append(headers, "authorization", "Bearer "+v.token)
	}
	ctx = metadata.AppendToOutgoingContext(ctx, headers...)
	if err := v.conn.Invoke(ctx, "/"+full+"/"+name, in, out); err != nil {
		return nil, err
	}
	raw, err = protojson.MarshalOptions{Resolver: v.types}.Marshal(out)
	if err != nil {
		return nil, err
	}
	var a answer
	return a, json.Unmarshal(raw, &a)
}

// failure ends a story.
type failure struct{ why string }

func check(holds bool, format string, a ...any) {
	if !holds {
		panic(failure{fmt.Sprintf(format, a...)})
	}
}

// call is a call that has to succeed.
func (v *vendor) call(method string, request fields, headers ...string) answer {
	a, err := v.try(method, request, headers...)
	check(err == nil, "%s: %v", method, err)
	return a
}

// refused is a call that has to fail with the code, and with the id of the vendor in its details.
func (v *vendor) refused(code codes.Code, id, method string, request fields) {
	_, err := v.try(method, request)
	s, ok := status.FromError(err)
	check(ok && s.Code() == code, "%s: %v, not %v", method, err, code)
	if id == "" {
		return
	}
	for _, detail := range s.Proto().Details {
		message, err := v.types.FindMessageByURL(detail.TypeUrl)
		check(err == nil, "%s: %v", detail.TypeUrl, err)
		m := message.New().Interface()
		check(proto.Unmarshal(detail.Value, m) == nil, "details of %s", method)
		if strings.Contains(fmt.Sprint(m), id) {
			return
		}
	}
	check(false, "%s: no %s in %v", method, id, s.Proto())
}

// open makes a client that logs in with the key file.
func open(descriptors string) (*vendor, error) {
	raw, err := os.ReadFile(descriptors)
	set := &descriptorpb.FileDescriptorSet{}
	if err == nil {
		err = proto.Unmarshal(raw, set)
	}
	if err != nil {
		return nil, err
	}
	files, err := protodesc.FileOptions{AllowUnresolvable: true}.NewFiles(set)
	if err != nil {
		return nil, err
	}
	issuer := os.Getenv("ZITADEL_URL")
	source, err := profile.NewJWTProfileTokenSourceFromKeyFile(context.Background(), issuer, os.Getenv("ZITADEL_KEY_FILE"),
		[]string{"openid", "urn:zitadel:iam:org:project:id:zitadel:aud"})
	if err != nil {
		return nil, err
	}
	token, err := source.Token()
	if err != nil {
		return nil, err
	}
	conn, err := grpc.NewClient(strings.TrimPrefix(issuer, "http://"), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, err
	}
	of := func(token string) *vendor {
		return &vendor{files: files, types: dynamicpb.NewTypes(files), conn: conn, token: token}
	}
	v := of(token.AccessToken)
	v.nobody, v.reader = of(""), of(os.Getenv("ZITADEL_READER_TOKEN"))
	return v, nil
}

func main() {
	say := func(name, result, why string) {
		_ = json.NewEncoder(os.Stdout).Encode(map[string]string{"story": name, "result": result, "why": why})
	}
	v, err := open(os.Args[1])
	for _, name := range os.Args[2:] {
		if err != nil {
			say(name, "failed", err.Error())
			continue
		}
		func() {
			defer func() {
				if r := recover(); r != nil {
					say(name, "failed", fmt.Sprint(r))
				}
			}()
			say(name, stories()[name](v), "")
		}()
	}
}
