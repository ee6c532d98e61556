package conformance

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Resolved is a call completed by contract and playbook, with the values of the examples. The
// generators of collections and snippets use it.
type Resolved struct {
	Operation string              `json:"operation,omitempty"`
	Surface   string              `json:"surface,omitempty"`
	Method    string              `json:"method,omitempty"`
	Target    string              `json:"target,omitempty"` // path and query
	Path      []string            `json:"-"`
	Query     map[string]string   `json:"-"`
	Headers   map[string]string   `json:"headers,omitempty"`
	Auth      []string            `json:"auth,omitempty"` // "bearer NAME", "header HEADER NAME" or "basic NAME NAME", split
	Media     string              `json:"media,omitempty"`
	Body      any                 `json:"body,omitempty"`
	Status    int                 `json:"status,omitempty"`
	Answers   string              `json:"answers,omitempty"` // the media type of the answer
	Answer    any                 `json:"answer,omitempty"`
	Varies    []string            `json:"varies,omitempty"`
	Part      []string            `json:"part,omitempty"`
	Learn     map[string]string   `json:"learn,omitempty"`
	Times     int                 `json:"times,omitempty"`
	Mail      *Mail               `json:"mail,omitempty"`
	App       *App                `json:"app,omitempty"`
	Arrange   string              `json:"-"`
	Given     []string            `json:"-"`
	Name      string              `json:"-"` // name of the answer's example, such as "201 created"
	Send      string              `json:"-"` // name of the request's example; empty if there is only one
	Spec      *openapi3.Operation `json:"-"`
}

// Successes lists the successful cases of a surface's operations whose situations need only calls.
func (c *Contract) Successes(surface string) ([]Resolved, error) {
	p := c.Player(Server{})
	var all []Resolved
	for _, o := range c.sorted(surface) {
		script := c.Playbook.Operations[o.id]
		if script == nil {
			continue
		}
		for _, s := range p.cases(o, script) {
			if s.standing || !strings.HasPrefix(s.Answer, "2") || s.Arrange != "" || c.arranged(s.Given) {
				continue
			}
			r, err := c.resolve(p, s.Call)
			if err != nil {
				return nil, err
			}
			r.Given = s.Given
			all = append(all, r)
		}
	}
	return all, nil
}

// arranged tells whether a situation needs a test bed.
func (c *Contract) arranged(situations []string) bool {
	return slices.ContainsFunc(situations, func(name string) bool {
		s := c.Playbook.Situations[name]
		return c.arranged(s.After) || slices.ContainsFunc(s.Steps, func(step Step) bool { return step.Arrange != "" })
	})
}

// Situations resolves the steps of every situation that needs only calls.
func (c *Contract) Situations() (map[string][]Resolved, error) {
	all := map[string][]Resolved{}
	for name := range c.Playbook.Situations {
		if c.arranged([]string{name}) {
			continue
		}
		steps, err := c.Steps(c.Playbook.Situations[name].Steps)
		if err != nil {
			return nil, err
		}
		all[name] = steps
	}
	return all, nil
}

// Steps resolves steps.
func (c *Contract) Steps(steps []Step) ([]Resolved, error) {
	p := c.Player(Server{})
	var all []Resolved
	for _, s := range steps {
		if s.Call.Call == "" {
			all = append(all, Resolved{Mail: s.Mail, App: s.App})
			continue
		}
		if s.As == "" {
			s.As = "ownerKey"
		}
		s.Varies = s.varies()
		r, err := c.resolve(p, s.Call)
		if err != nil {
			return nil, err
		}
		r.Learn, r.Times = s.Learn, s.Times
		all = append(all, r)
	}
	return all, nil
}

func (c *Contract) resolve(p *Player, call Call) (Resolved, error) {
	o := c.operations[call.Call]
	w := newWorld(c.Playbook, nil)
	w.live = maps.Clone(w.examples) // every value as in the examples
	r := Resolved{
		Operation: o.id, Surface: o.surface, Method: o.method, Headers: maps.Clone(call.Headers), Spec: o.spec, Name: call.Answer, Send: call.Send, Part: call.Part,
		Varies: slices.Concat(c.Playbook.Surfaces[o.surface].Varies, call.Varies),
	}
	var err error
	if r.Target, err = p.target(w, o, call); err != nil {
		return r, err
	}
	path, query, _ := strings.Cut(r.Target, "?")
	r.Path = strings.Split(strings.Trim(path, "/"), "/")
	if r.Query, err = single(query); err != nil {
		return r, err
	}
	if call.Host != "" {
		r.Headers = joined(r.Headers, map[string]string{"Host": call.Host})
	}
	r.Auth = o.auth(call.As)
	if r.Media, r.Body, err = o.request(call.Send); err != nil {
		return r, err
	}
	r.Body = changed(r.Body, call.Change)
	r.Status, r.Answers, r.Answer, err = o.answer(call.Answer)
	return r, err
}

func single(query string) (map[string]string, error) {
	values, err := url.ParseQuery(query)
	if err != nil || len(values) == 0 {
		return nil, err
	}
	all := map[string]string{}
	for name := range values {
		all[name] = values.Get(name)
	}
	return all, nil
}

// AuthOf returns how a credential is sent to an operation: as in Resolved.
func (c *Contract) AuthOf(operation, as string) []string { return c.operations[operation].auth(as) }

// auth returns how the credential is sent.
func (o *operation) auth(as string) []string {
	if as == "" || as == "none" {
		return nil
	}
	id, secret, pair := strings.Cut(as, " ")
	for _, s := range o.security {
		switch {
		case s.Scheme == "basic" && pair:
			return []string{"basic", id, secret}
		case s.Type == "apiKey":
			return []string{"header", s.Name, id}
		case s.Scheme == "bearer" && !pair:
			return []string{"bearer", id}
		}
	}
	return nil
}

// Example is an example of an answer.
type Example struct {
	Name    string // such as "201 created"
	Summary string
	Status  int
	Media   string
	Value   any
}

// Examples lists the examples of an operation's answers.
func (c *Contract) Examples(operation string) ([]Example, error) {
	o := c.operations[operation]
	var all []Example
	for _, name := range o.answers() {
		status, media, value, err := o.answer(name)
		if err != nil {
			return nil, err
		}
		e := Example{Name: name, Status: status, Media: media, Value: value, Summary: *o.spec.Responses.Status(status).Value.Description}
		if _, example, ok := strings.Cut(name, " "); ok {
			e.Summary = o.spec.Responses.Status(status).Value.Content[media].Examples[example].Value.Summary
		}
		all = append(all, e)
	}
	return all, nil
}
