package contract_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"google.golang.org/protobuf/reflect/protoreflect"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// The messages of a procedure say what the contract says. A field that the contract does not declare would be
// dropped on the way to the operation: what is not served has to be declared as such. What the contract declares and
// the message lacks cannot be sent in a binary message, or gets lost in an answer.
func TestMessagesAreTheContracts(t *testing.T) {
	t.Parallel()
	for _, o := range harness.Contract() {
		if o.Procedure() == "" {
			continue
		}
		request, answer, err := harness.Schema().Messages(o.Procedure())
		if err != nil {
			t.Error(err)
			continue
		}
		asked := comparison{t: t, what: o.ID + ", request", complete: true, seen: map[pair]bool{}}
		asked.compare("", request, requestOf(o))
		for _, status := range []string{"200", "201"} {
			if r := o.Op.Responses.Value(status); r != nil {
				got := comparison{t: t, what: o.ID + ", answer", seen: map[pair]bool{}}
				got.compare("", answer, r.Value.Content["application/json"].Schema.Value)
			}
		}
	}
}

// newer are members whose numbers the vendor has not published in a package yet. A binary query with one of them
// arrives empty, and is refused as such.
var newer = map[string]bool{"metadataKeyFilter": true, "metadataValueFilter": true}

// requestOf is the schema of everything that a request says: its body and its parameters.
func requestOf(o *harness.Operation) *openapi3.Schema {
	all := openapi3.NewObjectSchema()
	if o.HasBody() {
		maps.Copy(all.Properties, membersOf(o.Op.RequestBody.Value.Content["application/json"].Schema.Value))
	}
	add := func(name string, s *openapi3.SchemaRef) {
		outer, inner, nested := strings.Cut(name, ".")
		if !nested {
			all.Properties[outer] = s
			return
		}
		if all.Properties[outer] == nil {
			all.Properties[outer] = openapi3.NewSchemaRef("", openapi3.NewObjectSchema())
		}
		all.Properties[outer].Value.Properties[inner] = s
	}
	for _, p := range o.Parameters() {
		if p.In != openapi3.ParameterInHeader {
			add(p.Name, p.Schema)
		}
	}
	unserved, _ := o.Op.Extensions["x-not-served"].([]any)
	for _, pointer := range unserved {
		text, _ := pointer.(string)
		add(strings.TrimPrefix(text, "query:"), nil)
	}
	return all
}

// comparison compares a message with a schema.
type comparison struct {
	t        *testing.T
	what     string
	complete bool // the schema has every field of the message
	seen     map[pair]bool
}

// pair is a message with its schema.
type pair struct {
	message protoreflect.FullName
	schema  *openapi3.Schema
}

func (c comparison) compare(at string, m protoreflect.MessageDescriptor, s *openapi3.Schema) {
	of, members := pair{m.FullName(), s}, membersOf(s)
	if c.seen[of] || len(members) == 0 && s.Type.Is("object") && at != "" { // messages are recursive; any object is refused as a whole
		return
	}
	c.seen[of] = true
	for i := range m.Fields().Len() {
		field := m.Fields().Get(i)
		member, ok := members[field.JSONName()]
		switch {
		case !ok && c.complete:
			c.t.Errorf("%s: %s/%s is in the message and not in the contract: declare it, with x-not-served if it is not", c.what, at, field.JSONName())
		case ok && member != nil:
			c.field(at+"/"+field.JSONName(), field, member.Value)
		}
	}
	for name := range seed.InOrder(members) {
		if m.Fields().ByJSONName(name) == nil && !newer[name] {
			c.t.Errorf("%s: %s/%s is in the contract and not in %s", c.what, at, name, m.FullName())
		}
	}
}

func (c comparison) field(at string, f protoreflect.FieldDescriptor, s *openapi3.Schema) {
	if unserved, _ := s.Extensions["x-not-served"].(bool); unserved {
		return
	}
	switch {
	case f.IsMap():
		if !s.Type.Is("object") {
			c.t.Errorf("%s: %s is a map and %v", c.what, at, s.Type)
		}
		return
	case f.IsList():
		if !s.Type.Is("array") {
			c.t.Errorf("%s: %s is a list and %v", c.what, at, s.Type)
			return
		}
		s = s.Items.Value
	}
	if f.Kind() == protoreflect.MessageKind && !strings.HasPrefix(string(f.Message().FullName()), "google.protobuf.") {
		c.compare(at, f.Message(), s)
		return
	}
	c.scalar(at, f, s)
}

// scalar compares the types of a value: ProtoJSON writes integers of 64 bits as texts.
func (c comparison) scalar(at string, f protoreflect.FieldDescriptor, s *openapi3.Schema) {
	want := "string"
	switch f.Kind() {
	case protoreflect.BoolKind:
		want = "boolean"
	case protoreflect.Int32Kind, protoreflect.Uint32Kind:
		want = "integer"
	case protoreflect.EnumKind:
		for _, value := range s.Enum {
			if text, _ := value.(string); f.Enum().Values().ByName(protoreflect.Name(text)) == nil {
				c.t.Errorf("%s: %s: %v is no value of %s", c.what, at, value, f.Enum().FullName())
			}
		}
	}
	if !slices.ContainsFunc(append([]*openapi3.SchemaRef{{Value: s}}, s.AllOf...), func(r *openapi3.SchemaRef) bool { return r.Value.Type.Is(want) }) {
		c.t.Errorf("%s: %s is %s in the message, and %v in the contract", c.what, at, f.Kind(), s.Type)
	}
}

// membersOf is what an object has, with the parts of allOf.
func membersOf(s *openapi3.Schema) map[string]*openapi3.SchemaRef {
	all := map[string]*openapi3.SchemaRef{}
	maps.Copy(all, s.Properties)
	for _, parts := range []openapi3.SchemaRefs{s.AllOf, s.OneOf, s.AnyOf} {
		for _, part := range parts {
			maps.Copy(all, membersOf(part.Value))
		}
	}
	return all
}
