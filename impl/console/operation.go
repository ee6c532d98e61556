package console

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// operation is a command.
type operation struct {
	words       []string // such as users create
	method      string
	path        string // with {parameters}
	summary     string
	description string
	inputs      []*input
	hasBody     bool
	bodyNeeded  bool
	media       string // of the body
	keyed       bool   // takes an Idempotency-Key
	matched     bool   // takes If-Match
	result      *openapi3.Schema
	medias      []string // media types of a success; an empty one: no body
	callers     bool     // requires a credential
}

// place is where a value is sent.
type place int

const (
	inPath place = iota
	inQuery
	inBody
)

// input is a value that a command takes.
type input struct {
	name     string // of the flag or argument
	place    place
	member   []string // the parameter, or the path in the body from the outermost object on
	schema   *openapi3.Schema
	required bool
	secret   bool
	help     string
}

// operationsOf lists the operations that have an x-command, in the order of their words.
func operationsOf(spec *openapi3.T) ([]*operation, error) {
	var all []*operation
	for path, item := range spec.Paths.Map() {
		for method, op := range item.Operations() {
			command, _ := op.Extensions["x-command"].(string)
			if command == "" {
				continue
			}
			o := &operation{
				words: strings.Fields(command), method: method, path: path,
				callers: callers(spec, op), summary: op.Summary, description: strings.TrimSpace(op.Description), result: resultOf(op), medias: mediasOf(op),
			}
			o.parameters(slices.Concat(item.Parameters, op.Parameters))
			o.body(op)
			if err := o.check(); err != nil {
				return nil, err
			}
			all = append(all, o)
		}
	}
	slices.SortFunc(all, func(a, b *operation) int { return slices.Compare(a.words, b.words) })
	for i := 1; i < len(all); i++ {
		if slices.Equal(all[i].words, all[i-1].words) {
			return nil, fmt.Errorf("console: two operations are called %q", strings.Join(all[i].words, " "))
		}
	}
	return all, nil
}

// callers tells whether an operation requires a credential: none of its requirements is empty.
func callers(spec *openapi3.T, op *openapi3.Operation) bool {
	all := spec.Security
	if op.Security != nil {
		all = *op.Security
	}
	return len(all) > 0 && !slices.ContainsFunc(all, func(r openapi3.SecurityRequirement) bool { return len(r) == 0 })
}

func (o *operation) parameters(refs openapi3.Parameters) {
	for _, ref := range refs {
		p := ref.Value
		in := &input{
			name: flagName(p.Name), member: []string{p.Name}, schema: p.Schema.Value, required: p.Required, help: helpOf(p.Description, p.Schema.Value),
		}
		switch p.In {
		case openapi3.ParameterInPath:
			in.place = inPath
		case openapi3.ParameterInQuery:
			in.place = inQuery
		case openapi3.ParameterInHeader:
			o.keyed = o.keyed || http.CanonicalHeaderKey(p.Name) == "Idempotency-Key"
			o.matched = o.matched || http.CanonicalHeaderKey(p.Name) == "If-Match"
			continue
		default:
			continue
		}
		o.inputs = append(o.inputs, in)
	}
	// Arguments come in the order of the path.
	slices.SortStableFunc(o.inputs, func(a, b *input) int { return o.order(a) - o.order(b) })
}

func (o *operation) order(in *input) int {
	if in.place != inPath {
		return len(o.path)
	}
	return strings.Index(o.path, "{"+in.member[0]+"}")
}

func (o *operation) body(op *openapi3.Operation) {
	if op.RequestBody == nil {
		return
	}
	b := op.RequestBody.Value
	o.hasBody, o.bodyNeeded = true, b.Required
	for _, media := range []string{"application/json", "application/merge-patch+json"} {
		if c := b.Content[media]; c != nil {
			o.media = media
			o.members(c.Schema.Value, nil, true)
			return
		}
	}
}

// depth is to which depth objects become dotted flags; deeper ones need --body.
const depth = 3

// members makes inputs from an object's members; those of inner objects have dotted names.
func (o *operation) members(s *openapi3.Schema, outer []string, required bool) {
	needed := map[string]bool{}
	members := membersOf(s, needed)
	names := sorted(members)
	slices.SortStableFunc(names, func(a, b string) int { // required members come first
		return cmp.Compare(map[bool]int{true: 0, false: 1}[needed[a]], map[bool]int{true: 0, false: 1}[needed[b]])
	})
	for _, name := range names {
		m := members[name]
		member := append(slices.Clone(outer), name)
		if m.ReadOnly || slices.ContainsFunc(o.inputs, func(in *input) bool { return in.place == inBody && slices.Equal(in.member, member) }) {
			continue
		}
		must := required && needed[name]
		if kindOf(m) == objects && len(membersOf(m, map[string]bool{})) > 0 {
			if len(member) < depth {
				o.members(m, member, must)
			}
			continue
		}
		if kindOf(m) == other {
			continue
		}
		var words []string
		for _, w := range member {
			words = append(words, flagName(w))
		}
		o.inputs = append(o.inputs, &input{
			name: strings.Join(words, "."), place: inBody, member: member, schema: m, required: must,
			secret: confidential(m), help: helpOf(m.Description, m),
		})
	}
}

// membersOf merges the members of a schema with those of the schemas that it is composed of.
func membersOf(s *openapi3.Schema, needed map[string]bool) map[string]*openapi3.Schema {
	found := map[string]*openapi3.Schema{}
	for _, name := range s.Required {
		needed[name] = true
	}
	for name, ref := range s.Properties {
		found[name] = ref.Value
	}
	for _, ref := range s.AllOf {
		for name, m := range membersOf(ref.Value, needed) {
			found[name] = m
		}
	}
	for _, ref := range slices.Concat(s.OneOf, s.AnyOf) {
		for name, m := range membersOf(ref.Value, map[string]bool{}) { // required by one of several
			if found[name] == nil {
				found[name] = m
			}
		}
	}
	return found
}

// resultOf returns the schema of a successful answer, or nil.
func resultOf(op *openapi3.Operation) *openapi3.Schema {
	for _, status := range []int{http.StatusOK, http.StatusCreated, http.StatusAccepted} {
		r := op.Responses.Status(status)
		if r == nil {
			continue
		}
		if m := r.Value.Content["application/json"]; m != nil && m.Schema != nil {
			return m.Schema.Value
		}
	}
	return nil
}

// mediasOf returns the media types of a success, with an empty one for an answer without a body.
func mediasOf(op *openapi3.Operation) []string {
	var all []string
	for status, r := range op.Responses.Map() {
		if !strings.HasPrefix(status, "2") {
			continue
		}
		if len(r.Value.Content) == 0 {
			all = append(all, "")
		}
		for media := range r.Value.Content {
			all = append(all, media)
		}
	}
	return all
}

// reserved lists the flags that every command has or can have.
func reserved() []string {
	return []string{
		"help", "url", "key-file", "insecure-http", "json", "table", "wide", "only", "all", "body", "unset", "idempotency-key", "if-match",
	}
}

// check refuses a contract that would give two flags one name.
func (o *operation) check() error {
	seen := map[string]bool{}
	for _, name := range reserved() {
		seen[name] = true
	}
	for _, in := range o.inputs {
		for _, name := range in.flags() {
			if seen[name] {
				return fmt.Errorf("console: %s has two flags --%s", strings.Join(o.words, " "), name)
			}
			seen[name] = true
		}
	}
	if len(o.words) < 2 {
		return fmt.Errorf("console: %s %s: x-command needs two words", o.method, o.path)
	}
	return nil
}

// flags returns the names of the flags for an input. A secret is never taken from the command line,
// where every process of the machine can read it.
func (in *input) flags() []string {
	if in.secret {
		return []string{in.name + "-file", in.name + "-env"}
	}
	return []string{in.name}
}

// lists returns the schema of an item if the answer is a page of a list.
func (o *operation) lists() *openapi3.Schema {
	if o.result == nil {
		return nil
	}
	items := membersOf(o.result, map[string]bool{})["items"]
	if items == nil || items.Items == nil {
		return nil
	}
	return items.Items.Value
}

// takes tells whether the body can have a member.
func (o *operation) takes(member string) bool {
	return slices.ContainsFunc(o.inputs, func(in *input) bool { return in.place == inBody && in.member[0] == member })
}

// pages tells whether there can be a next page.
func (o *operation) pages() bool {
	return slices.ContainsFunc(o.inputs, func(in *input) bool { return in.place == inQuery && in.member[0] == "cursor" })
}

// safe tells whether the operation changes nothing.
func (o *operation) safe() bool { return o.method == http.MethodGet || o.method == http.MethodHead }
