package vendors_test

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/descriptorpb"

	"github.com/rekeyhq/rekey/tests/seed"
)

// TestNoMemberOfARequestIsDropped: what the vendor's message has, the contract has as well, be it to serve or to refuse it
// (x-not-served). tests/shape sees to it that the service reads or refuses what the contract has.
func TestNoMemberOfARequestIsDropped(t *testing.T) {
	t.Parallel()
	found, compared := dropped(t, contract(t))
	for _, f := range found {
		t.Errorf("%s would be dropped", f)
	}
	if compared < 16 {
		t.Errorf("only %d operations were compared", compared)
	}
}

// A member that is taken out of the contract is found.
func TestADroppedMemberIsFound(t *testing.T) {
	t.Parallel()
	spec := contract(t)
	delete(spec.Components.Schemas["Checks"].Value.Properties, "webAuthN")
	found, _ := dropped(t, spec)
	if !slices.Equal(found, []string{"/checks/webAuthN of CreateSession", "/checks/webAuthN of SetSession"}) {
		t.Errorf("found %q", found)
	}
}

func contract(t *testing.T) *openapi3.T {
	t.Helper()
	spec, err := openapi3.NewLoader().LoadFromFile("../../openapi/zitadel.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return spec
}

// dropped are the members of the vendor's requests that a contract does not have, and the number of operations.
func dropped(t *testing.T, spec *openapi3.T) (found []string, compared int) {
	t.Helper()
	set := &descriptorpb.FileDescriptorSet{}
	if err := proto.Unmarshal(vendorDescriptors(t), set); err != nil {
		t.Fatal(err)
	}
	vendor := files(t, set)
	for _, item := range seed.InOrder(spec.Paths.Map()) {
		for _, o := range seed.InOrder(item.Operations()) {
			name, ok := o.Extensions["x-procedure"].(string)
			if !ok {
				continue
			}
			method, err := vendor.FindDescriptorByName(protoreflect.FullName(strings.ReplaceAll(name, "/", ".")))
			if err != nil {
				t.Errorf("%s: the vendor has no %s", o.OperationID, name)
				continue
			}
			compared++
			w := &walk{operation: o, seen: map[string]bool{}}
			w.parameters(item, o)
			w.message(method.(protoreflect.MethodDescriptor).Input(), w.body(), "")
			for _, pointer := range w.dropped {
				found = append(found, pointer+" of "+o.OperationID)
			}
		}
	}
	slices.Sort(found)
	return found, compared
}

// walk goes through a message of the vendor beside the schema of an operation.
type walk struct {
	operation *openapi3.Operation
	known     map[string]bool // parameters, with dots for members of members
	seen      map[string]bool // messages that contain themselves
	dropped   []string
}

// parameters are members that are in the path or the query.
func (w *walk) parameters(item *openapi3.PathItem, o *openapi3.Operation) {
	w.known = map[string]bool{}
	for _, p := range slices.Concat(item.Parameters, o.Parameters) {
		w.known[p.Value.Name] = true
	}
	refused, _ := o.Extensions["x-not-served"].([]any)
	for _, r := range refused {
		name, _ := r.(string)
		w.known[strings.TrimPrefix(name, "query:")] = true
	}
}

func (w *walk) body() *openapi3.Schema {
	if w.operation.RequestBody == nil {
		return openapi3.NewObjectSchema()
	}
	return w.operation.RequestBody.Value.Content.Get("application/json").Schema.Value
}

func (w *walk) message(m protoreflect.MessageDescriptor, schema *openapi3.Schema, at string) {
	for i := range m.Fields().Len() {
		f := m.Fields().Get(i)
		name := at + "/" + f.JSONName()
		if w.known[strings.ReplaceAll(name[1:], "/", ".")] {
			continue
		}
		property := property(schema, f.JSONName())
		switch {
		case property == nil && w.within(name):
			w.message(f.Message(), openapi3.NewObjectSchema(), name)
		case property == nil:
			w.dropped = append(w.dropped, name)
		case f.Message() == nil || f.IsMap() || property.Extensions["x-not-served"] == true, isPlain(f.Message()), isWhole(property):
		default:
			if f.IsList() && property.Items != nil {
				property = property.Items.Value
			}
			// A query contains queries: once through each message of a member is enough.
			if key := string(f.FullName()); !w.seen[key] {
				w.seen[key] = true
				w.message(f.Message(), property, name)
			}
		}
	}
}

// within tells whether members of a member are parameters, as in ctx.orgId.
func (w *walk) within(name string) bool {
	prefix := strings.ReplaceAll(name[1:], "/", ".") + "."
	return slices.ContainsFunc(slices.Collect(maps.Keys(w.known)), func(known string) bool { return strings.HasPrefix(known, prefix) })
}

// property is a member of a schema, or of one that it is made of.
func property(schema *openapi3.Schema, name string) *openapi3.Schema {
	if p := schema.Properties[name]; p != nil {
		return p.Value
	}
	for _, part := range slices.Concat(schema.AllOf, schema.OneOf, schema.AnyOf) {
		if p := property(part.Value, name); p != nil {
			return p
		}
	}
	return nil
}

// isWhole tells of an object that is read or refused as a whole.
func isWhole(schema *openapi3.Schema) bool {
	return schema.Items == nil && len(schema.Properties)+len(schema.AllOf)+len(schema.OneOf)+len(schema.AnyOf) == 0
}

// isPlain tells of a message that is a text, a number or free in JSON.
func isPlain(m protoreflect.MessageDescriptor) bool {
	return path.Dir(string(m.ParentFile().Path())) == "google/protobuf"
}
