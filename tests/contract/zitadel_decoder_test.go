package contract_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/dynamicpb"

	genproto "github.com/rekeyhq/rekey/gen/proto"
	"github.com/rekeyhq/rekey/impl/rpc"
	"github.com/rekeyhq/rekey/impl/spec"
	"github.com/rekeyhq/rekey/tests/seed"
)

// zitStrict are the members in which a value of an enumeration that does not exist is refused.
var zitStrict = []string{"queries", "checks", "challenges"}

// zitBody is the body of an operation: its message, and what the contract says of it.
type zitBody struct {
	operation, procedure string
	path                 []string // parameters of the path, which a body does not have
	message              protoreflect.MessageDescriptor
	contract             *openapi3.SchemaRef
}

// zitBodies are those of all operations of the contract.
func zitBodies(t *testing.T) (*rpc.Schema, []zitBody) {
	t.Helper()
	schema, err := rpc.Read(genproto.Descriptors)
	if err != nil {
		t.Fatal(err)
	}
	document, err := spec.Load("zitadel")
	if err != nil {
		t.Fatal(err)
	}
	var all []zitBody
	for path, item := range document.Paths.Map() {
		for _, op := range item.Operations() {
			if op.RequestBody == nil || op.RequestBody.Value.Content["application/json"] == nil {
				continue
			}
			b := zitBody{operation: op.OperationID, procedure: op.Extensions["x-procedure"].(string), contract: op.RequestBody.Value.Content["application/json"].Schema}
			if b.message, _, err = schema.Messages(b.procedure); err != nil {
				t.Fatal(err)
			}
			for _, segment := range strings.Split(path, "/") {
				if name, ok := strings.CutPrefix(segment, "{"); ok {
					b.path = append(b.path, strings.TrimSuffix(name, "}"))
				}
			}
			all = append(all, b)
		}
	}
	slices.SortFunc(all, func(a, b zitBody) int { return strings.Compare(a.operation, b.operation) })
	return schema, all
}

// zitMember is the schema of a member, or nil.
func zitMember(s *openapi3.Schema, name string) *openapi3.Schema {
	if s == nil {
		return nil
	}
	if m := s.Properties[name]; m != nil {
		return m.Value
	}
	for _, part := range s.AllOf {
		if m := zitMember(part.Value, name); m != nil {
			return m
		}
	}
	return nil
}

// zitServed tells whether a request may have the member.
func zitServed(s *openapi3.Schema) bool {
	if s == nil {
		return false
	}
	refused, _ := s.Extensions["x-not-served"].(bool)
	for _, part := range s.AllOf {
		refused = refused || !zitServed(part.Value)
	}
	return !refused
}

// zitFields calls visit for each member that the contract serves, with the place of the message that has it.
func zitFields(b zitBody, visit func(at []string, field protoreflect.FieldDescriptor, s *openapi3.Schema)) {
	var walk func(at []string, md protoreflect.MessageDescriptor, s *openapi3.Schema)
	walk = func(at []string, md protoreflect.MessageDescriptor, s *openapi3.Schema) {
		for i := range md.Fields().Len() {
			field := md.Fields().Get(i)
			member := zitMember(s, field.JSONName())
			if len(at) == 0 && slices.Contains(b.path, field.JSONName()) || !zitServed(member) {
				continue
			}
			visit(at, field, member)
			below := append(slices.Clone(at), field.JSONName())
			if field.IsList() {
				below[len(below)-1] += "[]"
				if member.Items != nil {
					member = member.Items.Value
				}
			}
			if field.Message() != nil && !field.IsMap() && len(at) < 4 {
				walk(below, field.Message(), member)
			}
		}
	}
	walk(nil, b.message, b.contract.Value)
}

// zitAt puts members at a place of a body.
func zitAt(at []string, members string) string {
	for _, name := range slices.Backward(at) {
		if list, ok := strings.CutSuffix(name, "[]"); ok {
			members = fmt.Sprintf(`%q:[{%s}]`, list, members)
		} else {
			members = fmt.Sprintf(`%q:{%s}`, name, members)
		}
	}
	return "{" + members + "}"
}

// TestZitadelEveryMemberIsReadAsTheVendorReadsIt: for every member of every operation, null and both
// spellings of its name; for every enumeration the numbers and names of its values and others.
func TestZitadelEveryMemberIsReadAsTheVendorReadsIt(t *testing.T) {
	t.Parallel()
	schema, bodies := zitBodies(t)
	enumerations := 0
	for _, b := range bodies {
		reads := func(sent, want string) {
			t.Helper()
			got, err := schema.Canonical(b.procedure, []byte(sent), zitStrict...)
			if err != nil || zitCompact(t, got) != zitCompact(t, []byte(want)) {
				t.Errorf("%s: %s is read as %s (%v), not as %s", b.operation, sent, got, err, want)
			}
		}
		zitFields(b, func(at []string, field protoreflect.FieldDescriptor, s *openapi3.Schema) {
			name, original := field.JSONName(), string(field.Name())
			reads(zitAt(at, fmt.Sprintf(`%q:null`, name)), zitAt(at, ""))
			reads(zitAt(at, fmt.Sprintf(`%q:null`, original)), zitAt(at, ""))
			if name != original {
				twice := (*rpc.Ambiguous)(nil)
				for _, values := range [][]any{{"null", "null"}, {`"x"`, "null"}, {"{}", "{}"}} {
					_, err := schema.Canonical(b.procedure, []byte(zitAt(at, fmt.Sprintf(`%q:%s,%q:%s`, name, values[0], original, values[1]))), zitStrict...)
					if !errors.As(err, &twice) || !strings.HasSuffix(twice.One, "/"+name) {
						t.Errorf("%s: %s in both spellings: %v", b.operation, name, err)
					}
				}
			}
			if field.Enum() == nil {
				return
			}
			enumerations++
			strict := len(at) > 0 && slices.Contains(zitStrict, strings.TrimSuffix(at[0], "[]"))
			one := func(value string) string {
				if field.IsList() {
					value = "[" + value + "]"
				}
				return zitAt(at, fmt.Sprintf(`%q:%s`, name, value))
			}
			if field.IsList() {
				s = s.Items.Value
			}
			for i := range field.Enum().Values().Len() {
				v := field.Enum().Values().Get(i)
				reads(one(fmt.Sprint(v.Number())), one(fmt.Sprintf("%q", v.Name())))
				reads(one(fmt.Sprintf("%d.0", v.Number())), one(fmt.Sprintf("%q", v.Name())))
				reads(one(fmt.Sprintf("%q", v.Name())), one(fmt.Sprintf("%q", v.Name())))
			}
			for _, other := range []string{`"NOTHING"`, `"` + strings.ToLower(string(field.Enum().Values().Get(0).Name())) + `x"`, `""`, "99", "-1"} {
				want := zitAt(at, "")
				if field.IsList() {
					want = one("")
				}
				if strict {
					want = one(other)
				}
				reads(one(other), want)
				var raw any
				if err := json.Unmarshal([]byte(other), &raw); err != nil || s.VisitJSON(raw) == nil {
					t.Errorf("%s: the contract takes %s for %s", b.operation, other, name)
				}
			}
		})
	}
	if len(bodies) < 10 || enumerations < 3 {
		t.Errorf("only %d bodies with %d enumerations", len(bodies), enumerations)
	}
}

func zitCompact(t *testing.T, raw []byte) string {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(string(raw)))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%s: %v", raw, err)
	}
	out, _ := json.Marshal(v)
	return string(out)
}

// TestZitadelBodiesAreReadAsTheVendorsDecoderReadsThem compares our reading of made-up bodies with that of
// protojson, which discards what it does not know. What it accepts is accepted here and has the same meaning,
// in the contract's spelling; what it refuses is refused, by the reading or by the contract. Differences that
// are meant: a number that an enumeration does not have is absent, where protojson keeps it and the vendor's server
// takes it for the default.
func TestZitadelBodiesAreReadAsTheVendorsDecoderReadsThem(t *testing.T) {
	t.Parallel()
	schema, bodies := zitBodies(t)
	cases := 300
	if seed.Cases() != seed.Some {
		cases = 5000
	}
	for _, b := range bodies {
		t.Run(b.operation, func(t *testing.T) {
			t.Parallel()
			w, accepted := &zitWriter{draw: seed.For(t), body: b}, 0
			for range cases {
				sent := w.object(b.message, b.contract.Value, 0)
				if b.compare(t, schema, sent) {
					accepted++
				}
			}
			if accepted < cases/100 {
				t.Errorf("only %d of %d bodies are accepted", accepted, cases)
			}
		})
	}
}

// compare tells whether protojson accepts the body.
func (b zitBody) compare(t *testing.T, schema *rpc.Schema, sent string) bool {
	t.Helper()
	theirs, decode := dynamicpb.NewMessage(b.message), protojson.UnmarshalOptions{DiscardUnknown: true}
	err := decode.Unmarshal([]byte(sent), theirs)
	read, refused := schema.Canonical(b.procedure, []byte(sent), zitStrict...)
	if err != nil {
		if refused == nil {
			var v any
			if json.Unmarshal(read, &v) == nil && b.contract.Value.VisitJSON(v) == nil {
				t.Errorf("%s is accepted as %s, and protojson refuses it: %v", sent, read, err)
			}
		}
		return false
	}
	if refused != nil {
		t.Errorf("%s is refused, and protojson accepts it: %v", sent, refused)
		return true
	}
	ours := dynamicpb.NewMessage(b.message)
	if err := decode.Unmarshal(read, ours); err != nil {
		t.Errorf("%s became %s: %v", sent, read, err)
		return true
	}
	zitKnown(theirs)
	zitKnown(ours)
	if !proto.Equal(ours, theirs) {
		t.Errorf("%s became %s, which has another meaning", sent, read)
	}
	if again, err := schema.Canonical(b.procedure, read, zitStrict...); err != nil || string(again) != string(read) {
		t.Errorf("%s became %s, and that %s (%v)", sent, read, again, err)
	}
	return true
}

// zitKnown clears numbers that an enumeration does not have.
func zitKnown(m protoreflect.Message) {
	m.Range(func(field protoreflect.FieldDescriptor, v protoreflect.Value) bool {
		switch {
		case field.IsMap():
		case field.IsList():
			for i := range v.List().Len() {
				if field.Message() != nil {
					zitKnown(v.List().Get(i).Message())
				}
			}
			if field.Enum() != nil {
				kept := m.NewField(field)
				for i := range v.List().Len() {
					if item := v.List().Get(i); field.Enum().Values().ByNumber(item.Enum()) != nil {
						kept.List().Append(item)
					}
				}
				m.Set(field, kept)
			}
		case field.Message() != nil:
			zitKnown(v.Message())
		case field.Enum() != nil && field.Enum().Values().ByNumber(v.Enum()) == nil:
			m.Clear(field)
		}
		return true
	})
}

// zitWriter makes bodies up.
type zitWriter struct {
	draw *rand.Rand
	body zitBody
}

func (w *zitWriter) pick(of ...string) string { return of[w.draw.IntN(len(of))] }

// right draws a spelling, and at times a mistake.
func (w *zitWriter) right(spellings, mistakes []string) string {
	if w.draw.IntN(8) == 0 {
		return w.pick(mistakes...)
	}
	return w.pick(spellings...)
}

// object writes a message of the members that the contract serves, in any spelling and with mistakes.
func (w *zitWriter) object(md protoreflect.MessageDescriptor, s *openapi3.Schema, depth int) string {
	var members []string
	for i := range md.Fields().Len() {
		field := md.Fields().Get(i)
		member := zitMember(s, field.JSONName())
		if depth == 0 && slices.Contains(w.body.path, field.JSONName()) || !zitServed(member) || depth > 5 || w.draw.IntN(depth+2) > 1 ||
			field.ContainingOneof() != nil && w.draw.IntN(3) > 0 {
			continue
		}
		for range 1 + w.draw.IntN(20)/19 {
			name := w.pick(field.JSONName(), field.JSONName(), string(field.Name()))
			if !slices.ContainsFunc(members, func(m string) bool { return strings.HasPrefix(m, fmt.Sprintf("%q:", name)) }) { // our scan refuses duplicates before
				members = append(members, fmt.Sprintf("%q:%s", name, w.value(field, member, depth)))
			}
		}
	}
	if w.draw.IntN(8) == 0 {
		members = append(members, w.pick(`"unknown":1`, `"un_known":{"a":[null]}`, `"Checks":{}`, `"user__id":"x"`))
	}
	w.draw.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
	return "{" + strings.Join(members, ",") + "}"
}

func (w *zitWriter) value(field protoreflect.FieldDescriptor, s *openapi3.Schema, depth int) string {
	if w.draw.IntN(12) == 0 {
		return w.pick("null", "null", "1", "true", `"x"`, "[]", "{}")
	}
	switch {
	case field.IsList():
		var items []string
		for range w.draw.IntN(3) {
			item := "null"
			if w.draw.IntN(20) > 0 {
				item = w.single(field, s.Items.Value, depth)
			}
			items = append(items, item)
		}
		return "[" + strings.Join(items, ",") + "]"
	case field.IsMap():
		return `{"a_b":` + w.pick(w.single(field.MapValue(), s.AdditionalProperties.Schema.Value, depth), "null") + `,"aB":` + w.single(field.MapValue(), s.AdditionalProperties.Schema.Value, depth) + "}"
	}
	return w.single(field, s, depth)
}

func (w *zitWriter) single(field protoreflect.FieldDescriptor, s *openapi3.Schema, depth int) string {
	switch field.Kind() {
	case protoreflect.BoolKind:
		return w.right([]string{"true", "false"}, []string{`"true"`, "1"})
	case protoreflect.EnumKind:
		values := field.Enum().Values()
		v := values.Get(w.draw.IntN(values.Len()))
		return w.right([]string{fmt.Sprintf("%q", v.Name()), fmt.Sprint(v.Number()), fmt.Sprintf("%d.0", v.Number()), `"UNKNOWN"`, "77", "-3"},
			[]string{"1.5", "true", "1e400", "3000000000"})
	case protoreflect.BytesKind:
		return w.right([]string{`"Zm8="`, `"Zm8"`, `"-_8="`, `"-_8"`, `""`}, []string{`"-/8="`, `"Zm8===="`, `"Zg="`, `"Z"`, `"%"`})
	case protoreflect.StringKind:
		return w.right([]string{`"x"`, `"a_b"`, `"<&>"`}, []string{"1"})
	case protoreflect.MessageKind:
		switch field.Message().FullName() {
		case "google.protobuf.Duration":
			return w.right([]string{`"300s"`, `"+300s"`, `"300.s"`, `".5s"`, `"0.5s"`, `"300.000000001s"`},
				[]string{`"05s"`, `"5"`, `".s"`, `"+s"`, `"1e3s"`, `" 5s"`, "5", `"300.0000000001s"`, `"+-5s"`, `"99999999999999s"`})
		case "google.protobuf.Timestamp", "google.protobuf.Struct":
			return "null"
		}
		return w.object(field.Message(), s, depth+1)
	}
	return w.right([]string{"1", "20", "1.0", "2e1", "20e-1", `"1"`, `"1.0"`, `"1e1"`, "0", "0.0", "0e7", "4294967295"}, []string{
		"1.5", `"01"`, `" 1"`, `"+1"`, "1e30", `"1e999999999999"`, "-0", "-1", `"x"`, "4294967296", `"18446744073709551615"`, `"18446744073709551616"`,
		"1.8446744073709551615e19", "9007199254740993",
	})
}
