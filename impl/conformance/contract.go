package conformance

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
)

// Contract is the published bundle together with its playbook.
type Contract struct {
	Playbook   *Playbook
	operations map[string]*operation
	undo       map[string]Undo // by the operation that creates
	mask       *mask
}

// operation is an operation of the contract.
type operation struct {
	id, surface, method, path string
	spec                      *openapi3.Operation
	route                     *routers.Route
	parameters                openapi3.Parameters
	security                  []*openapi3.SecurityScheme // empty: the operation reads no credential
	anonymous                 bool
}

// Read reads a bundle and a playbook. It fails unless every name in the playbook is in the bundle.
// Answers with members that the contract does not have count as failures.
func Read(bundle, playbook []byte) (*Contract, error) {
	spec, err := openapi3.NewLoader().LoadFromData(bundle)
	if err != nil {
		return nil, fmt.Errorf("conformance: %w", err)
	}
	Close(spec)
	c := &Contract{operations: map[string]*operation{}}
	if c.Playbook, err = ReadPlaybook(playbook); err != nil {
		return nil, err
	}
	surfaces := surfacesOf(spec)
	for path, item := range spec.Paths.Map() {
		for method, op := range item.Operations() {
			o := &operation{
				id: op.OperationID, surface: surfaces[op.Tags[0]], method: method, path: path, spec: op,
				route:      &routers.Route{Spec: spec, Path: path, PathItem: item, Method: method, Operation: op},
				parameters: slices.Concat(item.Parameters, op.Parameters),
			}
			for _, requirement := range *op.Security {
				o.anonymous = o.anonymous || len(requirement) == 0
				for name := range requirement {
					o.security = append(o.security, spec.Components.SecuritySchemes[name].Value)
				}
			}
			o.anonymous = o.anonymous || len(*op.Security) == 0
			c.operations[o.id] = o
		}
	}
	c.undo, c.mask = c.undoOf(), newMask(spec, c.operations, c.Playbook)
	return c, c.check()
}

// Close forbids undeclared members in all objects that do not allow them explicitly.
func Close(spec *openapi3.T) {
	no := false
	for _, ref := range spec.Components.Schemas {
		s := ref.Value
		if s != nil && s.Type.Is("object") && s.AdditionalProperties.Has == nil && s.AdditionalProperties.Schema == nil {
			s.AdditionalProperties.Has = &no
		}
	}
}

// surfacesOf returns the surface of each tag.
func surfacesOf(spec *openapi3.T) map[string]string {
	of := map[string]string{}
	groups, _ := spec.Extensions["x-tagGroups"].([]any)
	for _, g := range groups {
		group, _ := g.(map[string]any)
		name, _ := group["name"].(string)
		tags, _ := group["tags"].([]any)
		for _, t := range tags {
			tag, _ := t.(string)
			of[tag] = name
		}
	}
	return of
}

// Surfaces lists the surfaces in the order of their names.
func (c *Contract) Surfaces() []string {
	var names []string
	for _, o := range c.operations {
		if !slices.Contains(names, o.surface) {
			names = append(names, o.surface)
		}
	}
	slices.Sort(names)
	return names
}

// sorted lists the operations of a surface by id.
func (c *Contract) sorted(surface string) []*operation {
	var all []*operation
	for _, o := range c.operations {
		if o.surface == surface {
			all = append(all, o)
		}
	}
	slices.SortFunc(all, func(a, b *operation) int { return strings.Compare(a.id, b.id) })
	return all
}

// check reports names of the playbook that the contract does not have.
func (c *Contract) check() error {
	var errs []error
	for name, s := range c.Playbook.Situations {
		for _, step := range s.Steps {
			if step.Call.Call == "" {
				continue
			}
			if err := c.checkCall(step.Call); err != nil {
				errs = append(errs, fmt.Errorf("situation %q: %w", name, err))
			}
			if step.Undo != "" && c.undo[step.Call.Call].By != step.Undo {
				errs = append(errs, fmt.Errorf("situation %q: %s does not undo every %s", name, step.Undo, step.Call.Call))
			}
		}
	}
	for id, script := range c.Playbook.Operations {
		for _, try := range script.Try {
			call := try.over(script.Call)
			call.Call = id
			if err := c.checkCall(call); err != nil {
				errs = append(errs, fmt.Errorf("%s: %w", id, err))
			}
			for _, s := range slices.Concat(script.Given, try.Given) {
				if c.Playbook.Situations[s] == nil {
					errs = append(errs, fmt.Errorf("%s: situation %q is not described", id, s))
				}
			}
		}
	}
	return errors.Join(append(errs, c.checkProbes()...)...)
}

func (c *Contract) checkProbes() (errs []error) {
	situations := func(of string, names []string) {
		for _, s := range names {
			if c.Playbook.Situations[s] == nil {
				errs = append(errs, fmt.Errorf("%s: situation %q is not described", of, s))
			}
		}
	}
	calls := func(of string, calls ...Call) {
		for _, call := range calls {
			if err := c.checkCall(call); err != nil {
				errs = append(errs, fmt.Errorf("%s: %w", of, err))
			}
		}
	}
	for _, j := range c.Playbook.Journeys {
		situations(j.Name, j.Given)
		for _, step := range j.Steps {
			if step.Mail == nil {
				calls(j.Name, step.Call)
			}
		}
	}
	for _, s := range c.Playbook.Probes.Unauthorised {
		situations(s.Name, s.Given)
	}
	for _, r := range c.Playbook.Probes.Rights {
		situations(r.Name, r.Given)
		calls(r.Name, append(r.Look, r.Redeem)...)
	}
	for _, r := range c.Playbook.Probes.Enumeration {
		situations(r.Name, r.Given)
		calls(r.Name, r.Ask)
	}
	return errs
}

func (c *Contract) checkCall(call Call) error {
	o := c.operations[call.Call]
	if o == nil {
		return fmt.Errorf("operation %s is not in the contract", call.Call)
	}
	if _, _, err := o.request(call.Send); err != nil && call.Body == "" {
		return err
	}
	_, _, _, err := o.answer(call.Answer)
	return err
}

// request returns the named example of the operation's request. The name is optional if there is
// only one.
func (o *operation) request(name string) (media string, value any, err error) {
	if o.spec.RequestBody == nil {
		if name != "" {
			return "", nil, fmt.Errorf("%s has no request body, and so no example %q", o.id, name)
		}
		return "", nil, nil
	}
	examples := 0
	for m, content := range o.spec.RequestBody.Value.Content {
		for n, e := range content.Examples {
			examples++
			if n == name || name == "" {
				media, value = m, e.Value.Value
			}
		}
	}
	switch {
	case media == "":
		return "", nil, fmt.Errorf("%s has no request example %q", o.id, name)
	case name == "" && examples > 1:
		return "", nil, fmt.Errorf("%s has several request examples: say which", o.id)
	}
	return media, value, nil
}

// answer returns the example that a name like "201 created" means, and its media type; a status
// alone has no example. An empty name means the first 2xx, which has at most one example.
func (o *operation) answer(name string) (status int, media string, value any, err error) {
	code, example, _ := strings.Cut(name, " ")
	if code == "" {
		for _, s := range []string{"200", "201", "202", "204"} {
			if o.spec.Responses.Value(s) != nil {
				code = s
				break
			}
		}
	}
	response := o.spec.Responses.Value(code)
	if response == nil {
		return 0, "", nil, fmt.Errorf("%s does not declare %s", o.id, code)
	}
	if status, err = strconv.Atoi(code); err != nil {
		return 0, "", nil, fmt.Errorf("%s: answer %q: %w", o.id, name, err)
	}
	if name == code {
		return status, "", nil, nil
	}
	examples := 0
	for m, content := range response.Value.Content {
		for n, e := range content.Examples {
			examples++
			if n == example || example == "" {
				media, value = m, e.Value.Value
			}
		}
	}
	switch {
	case len(response.Value.Content) == 0 && example == "":
	case media == "":
		err = fmt.Errorf("%s: %s has no example %q", o.id, code, example)
	case example == "" && examples > 1:
		err = fmt.Errorf("%s: %s has several examples: say which", o.id, code)
	}
	return status, media, value, err
}

// answers lists the declared answers: "201 created", or "204" without a body.
func (o *operation) answers() []string {
	var all []string
	for code, response := range o.spec.Responses.Map() {
		if len(response.Value.Content) == 0 {
			all = append(all, code)
		}
		for _, content := range response.Value.Content {
			for name := range content.Examples {
				all = append(all, code+" "+name)
			}
		}
	}
	slices.Sort(all)
	return all
}

// Example returns the value of an example that a result names: "request alice" or "201 created";
// nil for a status alone.
func (c *Contract) Example(operation, name string) (any, error) {
	o := c.operations[operation]
	if o == nil {
		return nil, fmt.Errorf("operation %s is not in the contract", operation)
	}
	if sent, ok := strings.CutPrefix(name, "request "); ok {
		_, value, err := o.request(sent)
		return value, err
	}
	_, _, value, err := o.answer(name)
	return value, err
}

// Holds checks an answer against the declaration of its route.
func Holds(route *routers.Route, status int, header http.Header, body []byte) error {
	declared := route.Operation.Responses.Status(status)
	if declared == nil {
		declared := slices.Sorted(maps.Keys(route.Operation.Responses.Map()))
		return &differs{Difference{"status", "one of " + strings.Join(declared, ", "), strconv.Itoa(status)}, fmt.Sprintf("status %d is not declared", status)}
	}
	if len(declared.Value.Content) == 0 {
		if len(body) != 0 {
			return fmt.Errorf("status %d has a body that is not declared", status)
		}
		return nil
	}
	if stream := declared.Value.Content[lines]; stream != nil {
		schema, err := ofLine(route.Spec, stream)
		if err != nil {
			return err
		}
		return eachLine(schema, header, body)
	}
	r, err := http.NewRequest(route.Method, "http://x"+route.Path, nil)
	if err != nil {
		return err
	}
	options := &openapi3filter.Options{IncludeResponseStatus: true, MultiError: true}
	err = openapi3filter.ValidateResponse(context.Background(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: r, Route: route, Options: options},
		Status:                 status, Header: header, Body: io.NopCloser(bytes.NewReader(body)), Options: options,
	})
	return withoutValues(err)
}

// extItem is the schema of a line. OpenAPI 3.2 calls it itemSchema; 3.0 can only describe the whole.
const extItem = "x-item-schema"

// ofLine returns the schema of an answer's lines.
func ofLine(spec *openapi3.T, stream *openapi3.MediaType) (*openapi3.Schema, error) {
	item, _ := stream.Extensions[extItem].(map[string]any)
	ref, _ := item["$ref"].(string)
	name, ok := strings.CutPrefix(ref, "#/components/schemas/")
	if schema := spec.Components.Schemas[name]; ok && schema != nil {
		return schema.Value, nil
	}
	return nil, fmt.Errorf("the schema of a line, %s, is not declared", extItem)
}

func eachLine(schema *openapi3.Schema, header http.Header, body []byte) error {
	if got := header.Get("Content-Type"); len(body) > 0 && got != lines {
		return fmt.Errorf("lines of JSON are declared, and answered is %q", got)
	}
	for line := range bytes.Lines(body) {
		var value any
		if err := json.Unmarshal(line, &value); err != nil {
			return errors.New("a line is not JSON")
		}
		if err := schema.VisitJSON(value, openapi3.MultiErrors()); err != nil {
			return withoutValues(err)
		}
	}
	return nil
}

// withoutValues reduces an error to the place and the rule. The value may be a secret, and the
// text of the error is written into a report.
func withoutValues(err error) error {
	if err == nil {
		return nil
	}
	var many openapi3.MultiError
	if errors.As(err, &many) {
		var all []error
		for _, e := range many {
			all = append(all, withoutValues(e))
		}
		return errors.Join(all...)
	}
	var schema *openapi3.SchemaError
	if errors.As(err, &schema) {
		at := "/" + strings.Join(schema.JSONPointer(), "/")
		return inBody(at, schema.Reason, kind(schema.Value), "%s: %s", at, schema.Reason)
	}
	line, _, _ := strings.Cut(err.Error(), "\n")
	return errors.New(line)
}

// isJSON tells whether a media type is JSON or based on it.
func isJSON(media string) bool {
	m, _, err := mime.ParseMediaType(media)
	return err == nil && (m == "application/json" || strings.HasSuffix(m, "+json"))
}
