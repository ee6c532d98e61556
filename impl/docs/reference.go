package docs

import (
	"fmt"
	"html/template"
	"strings"
)

// contract is the bundle, read for pages.
type contract struct {
	root     *object
	markdown *markdown
	ids      map[string]next
	snippets []language
	surface  string // whose names lose their prefix, and whose objects are linked
}

// reference is one surface.
type reference struct {
	Name      string
	Intro     prose
	Schemes   []scheme
	Groups    []group
	Shared    []answer // that several operations give
	Objects   []schema
	Key       bool // some operation takes a credential
	Client    bool // some operation takes a client's id and secret
	operation int
}

type group struct {
	Name, Title, Anchor string
	Description         prose
	Operations          []operation
}

// scheme is one way to say who calls.
type scheme struct {
	Name        string
	Description prose
}

type operation struct {
	ID, Method, Path string
	FullID           string // in the contract of all surfaces
	Summary          string
	Description      prose
	Surface          string
	Permission       string
	Instead          string // x-permission-or
	Boundaries       []string
	Credential       string // needed, optional, none, client
	Self             bool   // x-session
	Secret           bool
	Repeatable       bool
	Deprecated       string // since when
	Sunset           string
	Source           string
	Command          string
	Parameters       []field
	Body             *body
	Answers          []answer
	Accepts          []string // media types of its successes, if there is a choice
	Request          string   // a command that sends it
	Snippets         []snippet
	Codes            []string // of problems in the errors that are its own
	Next             []next   // what its answer makes possible
}

// next is an operation that an answer leads to, by a link of the contract.
type next struct{ Surface, ID, Summary, Takes string }

type body struct {
	Media    string
	Required bool
	Schema   schema
	Examples []example
}

type answer struct {
	Anchor, Status, Name string
	Description          prose
	Headers              []field
	Bodies               []media
	Codes                []string // of problems in its examples
	Shared               bool
}

type media struct {
	Type     string
	Schema   schema
	Examples []example
}

type example struct {
	Name, Summary string
	Text          string
	Brief         string // on one line, if it fits there
	HTML          template.HTML
}

var methods = []string{"get", "put", "post", "delete", "patch"}

// read makes the reference of one surface.
func (c contract) read(surface string) (*reference, error) {
	c.surface = surface
	r := &reference{Name: surface}
	intro := c.describes(surface)
	if intro == "" {
		return nil, fmt.Errorf("the contract does not describe the surface %s", surface)
	}
	r.Intro = c.markdown.prose(intro)
	for _, t := range c.root.list("tags") {
		tag, _ := t.(*object)
		name, ours := strings.CutPrefix(tag.text("name"), surface+": ")
		if !ours {
			continue
		}
		g := group{Name: name, Title: titled(name), Anchor: "group-" + slug(name), Description: c.markdown.prose(tag.text("description"))}
		if err := c.fill(r, &g); err != nil {
			return nil, err
		}
		r.Groups = append(r.Groups, g)
		r.operation += len(g.Operations)
	}
	if r.operation == 0 {
		return nil, fmt.Errorf("the surface %s has no operations", surface)
	}
	c.share(r)
	c.describeObjects(r)
	return r, nil
}

// describes is what the contract says of a surface.
func (c contract) describes(surface string) string {
	for _, g := range c.root.list("x-tagGroups") {
		if group, ok := g.(*object); ok && group.text("name") == surface {
			return strings.TrimSpace(group.text("x-description"))
		}
	}
	return ""
}

// fill reads the operations of a group, in the order of their paths.
func (c contract) fill(r *reference, g *group) error {
	paths := c.root.object("paths")
	for _, path := range paths.members() {
		item := paths.object(path)
		for _, method := range methods {
			op := item.object(method)
			if tags := op.texts("tags"); len(tags) == 0 || tags[0] != c.surface+": "+g.Name {
				continue
			}
			o, err := c.operation(path, method, item, op)
			if err != nil {
				return fmt.Errorf("%s %s: %w", method, path, err)
			}
			r.Key = r.Key || o.Credential == "needed" || o.Credential == "optional"
			r.Client = r.Client || o.Credential == "client"
			for _, s := range c.schemes(op) {
				r.addScheme(s)
			}
			g.Operations = append(g.Operations, *o)
		}
	}
	return nil
}

func (r *reference) addScheme(s scheme) {
	for _, known := range r.Schemes {
		if known.Name == s.Name {
			return
		}
	}
	r.Schemes = append(r.Schemes, s)
}

func (c contract) operation(path, method string, item, op *object) (*operation, error) {
	o := &operation{
		ID: op.text("x-surface-operation-id"), FullID: op.text("operationId"), Method: strings.ToUpper(method), Path: path, Surface: c.surface,
		Summary: op.text("summary"), Description: c.markdown.prose(op.text("description")),
		Permission: op.text("x-permission"), Instead: op.text("x-permission-or"), Boundaries: op.texts("x-boundary"),
		Self: op.is("x-session"), Secret: op.is("x-secret"), Source: op.text("x-source"), Command: op.text("x-command"),
	}
	if o.ID == "" {
		return nil, fmt.Errorf("it lacks x-surface-operation-id")
	}
	o.Credential = c.credential(op)
	if op.is("deprecated") {
		o.Deprecated, o.Sunset = op.text("x-deprecated-since"), op.text("x-sunset")
	}
	for _, holder := range []*object{item, op} {
		for _, p := range holder.list("parameters") {
			_, parameter := c.resolve(p)
			f := c.parameter(parameter)
			o.Repeatable = o.Repeatable || f.Name == "Idempotency-Key"
			o.Parameters = append(o.Parameters, f)
		}
	}
	if op.has("requestBody") {
		_, b := c.resolve(op.get("requestBody"))
		content := b.object("content")
		for _, t := range content.members()[:1] {
			m := c.media(t, content.object(t))
			o.Body = &body{Media: t, Required: b.is("required"), Schema: m.Schema, Examples: m.Examples}
			o.Body.Schema.Fields = c.fieldsOf(content.object(t).get("schema"))
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

// answers reads what an operation answers.
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
			if status[0] == '2' && len(content.members()) > 1 {
				o.Accepts = append(o.Accepts, t)
			}
		}
		if status[0] != '2' {
			a.Codes = c.codes(content)
		}
		o.Next = append(o.Next, c.next(response.object("links"))...)
		o.Answers = append(o.Answers, a)
	}
}

// media reads one representation of a body.
func (c contract) media(mediaType string, content *object) media {
	m := media{Type: mediaType, Schema: c.schema(content.get("schema"))}
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

// share moves the answers that more than one operation gives into a list of their own:
// said once, they do not hide what is special.
func (c contract) share(r *reference) {
	seen := map[string]bool{}
	times := map[string]int{}
	r.each(func(o *operation) {
		for _, a := range o.Answers {
			times[a.Name]++
		}
	})
	r.each(func(o *operation) {
		for i := range o.Answers {
			a := &o.Answers[i]
			if a.Name == "" || times[a.Name] < 2 || a.Status[0] == '2' {
				a.Anchor = o.ID + "-" + a.Status
				o.Codes = append(o.Codes, a.Codes...)
				continue
			}
			a.Shared, a.Anchor = true, "answer-"+c.short(a.Name)
			if !seen[a.Name] {
				seen[a.Name] = true
				r.Shared = append(r.Shared, *a)
				r.Shared[len(r.Shared)-1].Name = c.short(a.Name)
			}
		}
	})
	sortAnswers(r.Shared)
}

func (r *reference) each(do func(*operation)) {
	for g := range r.Groups {
		for o := range r.Groups[g].Operations {
			do(&r.Groups[g].Operations[o])
		}
	}
}
