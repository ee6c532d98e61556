package docs

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"
)

// contract is the bundle, as it is read for the pages of one surface.
type contract struct {
	root     *object
	markdown *markdown
	places   places
	snippets []language
	demo     *Demo
	surface  string // the surface whose names lose their prefix and whose objects are linked
	shallow  bool   // the members of named objects are not read
}

// reference is one surface.
type reference struct {
	Name, Title, Lead string
	Path              string
	Intro             prose
	Schemes           []scheme
	Groups            []group
	Shared            []answer // answers that several operations give
	Objects           []value
}

// group is a page of operations.
type group struct {
	Surface     *reference
	Name, Title string
	Path        string
	Description prose
	Operations  []operation
}

// scheme is a kind of credential.
type scheme struct {
	Name        string
	Description prose
}

type operation struct {
	ID, Method, Path string
	Address          string // address of its description
	FullID           string // the id in the contract of all surfaces
	Summary          string
	Description      prose
	Permission       string
	Instead          string // x-permission-or
	Boundaries       []string
	Credential       string // needed, optional, none or client
	Self             bool   // x-session
	Secret           bool
	Repeatable       bool
	Deprecated       string // since when
	Sunset           string
	Source           string
	Command          string
	Parameters       []field
	Body             *media
	Answers          []answer
	Accepts          []string // media types of its successes, if there are several
	Request          string   // a shell command that sends it
	Snippets         []snippet
	Codes            []string // problem codes of its own errors
	Next             []next   // operations that its answer leads to
}

// next is an operation that an answer leads to, by a link of the contract.
type next struct{ Address, Summary, Takes string }

type answer struct {
	Status, Name string
	Address      string // address of its description, if several operations give it
	Description  prose
	Headers      []field
	Bodies       []media
	Codes        []string // problem codes in its examples
}

// media is a representation of a body.
type media struct {
	Type     string
	Required bool
	Value    value
	Examples []example
}

type example struct {
	Name, Summary string
	Text          string
	Brief         string // on one line, if it fits there
	HTML          template.HTML
}

var methods = []string{"get", "put", "post", "delete", "patch"}

// places has the addresses of operations, by surface and the id in that surface.
type places map[[2]string]string

// at returns the address of an anchor in a surface's reference, as documents write it.
func (p places) at(surface, anchor string) string {
	at := "/docs/reference/" + surface
	switch {
	case anchor == "":
		return at
	case p[[2]string{surface, anchor}] != "":
		return p[[2]string{surface, anchor}]
	case strings.HasPrefix(anchor, "object-"):
		return at + "/objects#" + anchor
	case strings.HasPrefix(anchor, "answer-"):
		return at + "/answers#" + anchor
	}
	return at + "#" + anchor
}

// readPlaces finds the page of each operation, before any text with a link to it is read.
func readPlaces(root *object) places {
	found := places{}
	eachOperation(root, func(_, _ string, _, op *object) {
		if surface, group, ours := strings.Cut(tag(op), ": "); ours {
			id := op.text("x-surface-operation-id")
			found[[2]string{surface, id}] = "/docs/reference/" + surface + "/" + slug(group) + "#" + id
		}
	})
	return found
}

func eachOperation(root *object, do func(path, method string, item, op *object)) {
	paths := root.object("paths")
	for _, path := range paths.members() {
		for _, method := range methods {
			if op := paths.object(path).object(method); op != nil {
				do(path, method, paths.object(path), op)
			}
		}
	}
}

// tag returns "surface: group" of an operation.
func tag(op *object) string { return append(op.texts("tags"), "")[0] }

func (c contract) path() string    { return "/docs/reference/" + c.surface }
func (c contract) objects() string { return c.path() + "/objects" }

// read makes the reference of a surface.
func (c contract) read(surface string) (*reference, error) {
	c.surface = surface
	r := &reference{Name: surface, Path: c.path()}
	intro := c.describes(surface)
	if intro == "" {
		return nil, fmt.Errorf("the contract does not describe the surface %s", surface)
	}
	r.Intro = c.markdown.prose(intro)
	for _, t := range c.root.list("tags") {
		described, _ := t.(*object)
		name, ours := strings.CutPrefix(described.text("name"), surface+": ")
		if !ours {
			continue
		}
		g := group{Surface: r, Name: name, Title: titled(name), Path: r.Path + "/" + slug(name), Description: c.markdown.prose(described.text("description"))}
		var err error
		eachOperation(c.root, func(path, method string, item, op *object) {
			if err != nil || tag(op) != surface+": "+name {
				return
			}
			var o *operation
			if o, err = c.operation(path, method, item, op); err == nil {
				r.addSchemes(c.schemes(op))
				g.Operations = append(g.Operations, *o)
			}
		})
		if err != nil {
			return nil, err
		}
		r.Groups = append(r.Groups, g)
	}
	if r.Count() == 0 {
		return nil, fmt.Errorf("the surface %s has no operations", surface)
	}
	c.share(r)
	r.Objects = c.readObjects()
	return r, nil
}

// describes returns the contract's description of a surface.
func (c contract) describes(surface string) string {
	for _, g := range c.root.list("x-tagGroups") {
		if group, ok := g.(*object); ok && group.text("name") == surface {
			return strings.TrimSpace(group.text("x-description"))
		}
	}
	return ""
}

func (r *reference) addSchemes(more []scheme) {
	for _, s := range more {
		if !slices.ContainsFunc(r.Schemes, func(known scheme) bool { return known.Name == s.Name }) {
			r.Schemes = append(r.Schemes, s)
		}
	}
}

func (r *reference) eachOperation(do func(*operation)) {
	for g := range r.Groups {
		for o := range r.Groups[g].Operations {
			do(&r.Groups[g].Operations[o])
		}
	}
}

// Count returns the number of operations.
func (r *reference) Count() int {
	n := 0
	r.eachOperation(func(*operation) { n++ })
	return n
}

func (c contract) operation(path, method string, item, op *object) (*operation, error) {
	o := &operation{
		ID: op.text("x-surface-operation-id"), FullID: op.text("operationId"), Method: strings.ToUpper(method), Path: path,
		Summary: op.text("summary"), Description: c.markdown.prose(op.text("description")),
		Permission: op.text("x-permission"), Instead: op.text("x-permission-or"), Boundaries: op.texts("x-boundary"),
		Self: op.is("x-session"), Secret: op.is("x-secret"), Source: op.text("x-source"), Command: op.text("x-command"),
		Credential: c.credential(op),
	}
	if o.ID == "" {
		return nil, fmt.Errorf("%s %s lacks x-surface-operation-id", method, path)
	}
	o.Address = c.places.at(c.surface, o.ID)
	if op.is("deprecated") {
		o.Deprecated, o.Sunset = op.text("x-deprecated-since"), op.text("x-sunset")
	}
	for _, p := range append(slices.Clone(item.list("parameters")), op.list("parameters")...) {
		_, parameter := c.resolve(p)
		f := c.parameter(parameter)
		o.Repeatable = o.Repeatable || f.Name == "Idempotency-Key"
		o.Parameters = append(o.Parameters, f)
	}
	if op.has("requestBody") {
		_, b := c.resolve(op.get("requestBody"))
		content := b.object("content")
		for _, t := range content.members()[:1] {
			m := c.media(t, content.object(t))
			m.Required = b.is("required")
			o.Body = &m
		}
	}
	c.answers(o, op.object("responses"))
	o.Request = o.command()
	for _, l := range c.snippets {
		first := ""
		if o.Body != nil && len(o.Body.Examples) > 0 {
			first = o.Body.Examples[0].Name
		}
		if code := l.snippets[o.FullID][first]; code != "" {
			o.Snippets = append(o.Snippets, snippet{l.title, l.name, coloured(l.name, code)})
		}
	}
	return o, nil
}

// answers reads the answers of an operation.
func (c contract) answers(o *operation, responses *object) {
	for _, status := range responses.members() {
		name, response := c.resolve(responses.get(status))
		a := answer{Status: status, Name: name, Description: c.markdown.prose(response.text("description"))}
		headers := response.object("headers")
		for _, h := range headers.members() {
			_, header := c.resolve(headers.get(h))
			f := c.parameter(header)
			f.Name, f.Required = h, false
			a.Headers = append(a.Headers, f)
		}
		content := response.object("content")
		for _, t := range content.members() {
			a.Bodies = append(a.Bodies, c.media(t, content.object(t)))
			if a.Good() && len(content.members()) > 1 {
				o.Accepts = append(o.Accepts, t)
			}
		}
		if !a.Good() {
			a.Codes = c.codes(content)
		}
		o.Next = append(o.Next, c.next(response.object("links"))...)
		o.Answers = append(o.Answers, a)
	}
}

// Good tells whether the answer is a success.
func (a answer) Good() bool { return a.Status[0] == '2' }

// Members tells whether the page of the operation describes the members of the answer. Errors have
// the same members everywhere, and are described once, with the objects.
func (a answer) Members() bool { return a.Good() && a.Address == "" }

// media reads one representation of a body.
func (c contract) media(mediaType string, content *object) media {
	m := media{Type: mediaType, Value: c.value(content.get("schema"))}
	examples := content.object("examples")
	for _, name := range examples.members() {
		_, e := c.resolve(examples.get(name))
		m.Examples = append(m.Examples, c.example(mediaType, name, e))
	}
	return m
}

func (c contract) example(mediaType, name string, e *object) example {
	x := example{Name: name, Summary: e.text("summary")}
	if x.Summary == "" {
		x.Summary = spaced(name)
	}
	var s sentence
	value := e.get("value")
	fields, isObject := value.(*object)
	text, isText := value.(string)
	switch {
	case mediaType == formMedia && isObject:
		s.plain(form(fields))
	case isText && !strings.HasSuffix(mediaType, "json"):
		s.plain(strings.TrimRight(text, "\n"))
	default:
		s.indented(value, "")
	}
	x.Text, x.HTML = s.text.String(), template.HTML(s.html.String()) // escaped piece by piece
	const line = 60
	if x.Brief = x.Text; isObject && mediaType != formMedia && len(flat(value)) <= line {
		x.Brief = flat(value)
	}
	return x
}

// share moves answers that several operations give into a list of their own, so that each operation
// shows only its own answers.
func (c contract) share(r *reference) {
	times, seen := map[string]int{}, map[string]bool{}
	r.eachOperation(func(o *operation) {
		for _, a := range o.Answers {
			times[a.Name]++
		}
	})
	r.eachOperation(func(o *operation) {
		for i := range o.Answers {
			a := &o.Answers[i]
			if a.Name == "" || times[a.Name] < 2 || a.Good() {
				o.Codes = append(o.Codes, a.Codes...)
				continue
			}
			name := a.Name
			a.Name = c.short(name)
			a.Address = c.path() + "/answers#" + a.Anchor()
			if !seen[name] {
				seen[name] = true
				r.Shared = append(r.Shared, *a)
			}
		}
	})
	slices.SortStableFunc(r.Shared, func(a, b answer) int { return cmp.Or(cmp.Compare(a.Status, b.Status), cmp.Compare(a.Name, b.Name)) })
}

// Anchor returns the anchor of a shared answer on its page.
func (a answer) Anchor() string { return "answer-" + a.Name }
