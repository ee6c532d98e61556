package vendors_test

import (
	"bytes"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"

	ours "github.com/rekeyhq/rekey/gen/proto"
)

// vendorFiles have the services that are served, and the details of errors.
func vendorFiles() []string {
	return []string{"zitadel/user/v2/user_service", "zitadel/session/v2/session_service", "zitadel/settings/v2/settings_service", "zitadel/message"}
}

// vendorDescriptors are those that the vendor's package for Node brings.
func vendorDescriptors(t *testing.T) []byte {
	t.Helper()
	print := exec.CommandContext(t.Context(), "node", slices.Concat([]string{"descriptors.mjs"}, vendorFiles())...)
	print.Dir = "node/zitadel"
	var errs bytes.Buffer
	print.Stderr = &errs
	raw, err := print.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	return raw
}

func files(t *testing.T, set *descriptorpb.FileDescriptorSet) *protoregistry.Files {
	t.Helper()
	found, err := protodesc.FileOptions{AllowUnresolvable: true}.NewFiles(set)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestOurMessagesAreTheVendors: whatever is declared in openapi/proto has the name, number and type that it has in the
// vendor's own package.
func TestOurMessagesAreTheVendors(t *testing.T) {
	t.Parallel()
	own, theirs := &descriptorpb.FileDescriptorSet{}, &descriptorpb.FileDescriptorSet{}
	if err := protojson.Unmarshal(ours.Descriptors, own); err != nil {
		t.Fatal(err)
	}
	if err := proto.Unmarshal(vendorDescriptors(t), theirs); err != nil {
		t.Fatal(err)
	}
	vendor := files(t, theirs)
	compared := 0
	files(t, own).RangeFiles(func(file protoreflect.FileDescriptor) bool {
		if !strings.HasPrefix(string(file.Package()), "zitadel.") {
			return true
		}
		for _, d := range declared(file) {
			compared++
			compare(t, d, vendor)
		}
		return true
	})
	if compared < 50 {
		t.Errorf("only %d declarations were compared", compared)
	}
}

// declared are the messages, enumerations and services of a file.
func declared(file protoreflect.FileDescriptor) (all []protoreflect.Descriptor) {
	var within func(enums protoreflect.EnumDescriptors, messages protoreflect.MessageDescriptors)
	within = func(enums protoreflect.EnumDescriptors, messages protoreflect.MessageDescriptors) {
		for i := range enums.Len() {
			all = append(all, enums.Get(i))
		}
		for i := range messages.Len() {
			all = append(all, messages.Get(i))
			within(messages.Get(i).Enums(), messages.Get(i).Messages())
		}
	}
	within(file.Enums(), file.Messages())
	for i := range file.Services().Len() {
		all = append(all, file.Services().Get(i))
	}
	return all
}

// newer is what the vendor's server has, and its package not yet. A client that sends it must not be told that it was
// checked: so it is declared, and refused.
var newer = []protoreflect.FullName{
	"zitadel.session.v2.Checks.recovery_code", "zitadel.session.v2.CheckRecoveryCode",
	"zitadel.session.v2.SearchQuery.expiration_date_query", "zitadel.session.v2.ExpirationDateQuery",
}

func compare(t *testing.T, own protoreflect.Descriptor, vendor *protoregistry.Files) {
	t.Helper()
	their, err := vendor.FindDescriptorByName(own.FullName())
	if (err != nil) != slices.Contains(newer, own.FullName()) {
		t.Errorf("the vendor has no %s", own.FullName())
	}
	if err != nil {
		return
	}
	switch own := own.(type) {
	case protoreflect.MessageDescriptor:
		compareFields(t, own, their.(protoreflect.MessageDescriptor))
	case protoreflect.EnumDescriptor:
		values := their.(protoreflect.EnumDescriptor).Values()
		for i := range own.Values().Len() {
			v := own.Values().Get(i)
			if w := values.ByName(v.Name()); w == nil || w.Number() != v.Number() {
				t.Errorf("%s = %d is not the vendor's", v.FullName(), v.Number())
			}
		}
		if own.Values().Len() != values.Len() {
			t.Errorf("%s has %d values, the vendor's has %d", own.FullName(), own.Values().Len(), values.Len())
		}
	case protoreflect.ServiceDescriptor:
		for i := range own.Methods().Len() {
			m := own.Methods().Get(i)
			w := their.(protoreflect.ServiceDescriptor).Methods().ByName(m.Name())
			if w == nil || w.Input().FullName() != m.Input().FullName() || w.Output().FullName() != m.Output().FullName() {
				t.Errorf("%s is not the vendor's", m.FullName())
			}
		}
	}
}

// compareFields also asks that a request has all of the vendor's fields: one that is not declared would be dropped.
func compareFields(t *testing.T, own, their protoreflect.MessageDescriptor) {
	t.Helper()
	for i := range own.Fields().Len() {
		f := own.Fields().Get(i)
		w := their.Fields().ByName(f.Name())
		if (w == nil || shape(w) != shape(f)) != slices.Contains(newer, f.FullName()) {
			t.Errorf("%s (%s) is not the vendor's (%s)", f.FullName(), shape(f), shape(w))
		}
	}
	for i := range their.Fields().Len() {
		f := their.Fields().Get(i)
		if own.Fields().ByName(f.Name()) == nil && !strings.HasSuffix(string(own.Name()), "Response") {
			t.Errorf("%s is not declared: what a client sends there would be dropped", f.FullName())
		}
	}
}

// shape is everything of a field that is on the wire.
func shape(f protoreflect.FieldDescriptor) string {
	if f == nil {
		return "none"
	}
	words := []string{f.Cardinality().String(), f.Kind().String(), f.JSONName()}
	switch {
	case f.Message() != nil:
		words = append(words, string(f.Message().FullName()))
	case f.Enum() != nil:
		words = append(words, string(f.Enum().FullName()))
	}
	if f.ContainingOneof() != nil && !f.ContainingOneof().IsSynthetic() {
		words = append(words, "of "+string(f.ContainingOneof().Name()))
	}
	if f.HasOptionalKeyword() {
		words = append(words, "optional")
	}
	return fmt.Sprintf("%s = %d", strings.Join(words, " "), f.Number())
}
