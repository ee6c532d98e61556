package docs

import (
	"encoding/json"
	"errors"
	"html/template"
	"io/fs"
	"net/url"
	"slices"
	"strings"
)

// language is the language of an SDK, with its snippets by operation and example.
type language struct {
	name, title string
	snippets    map[string]map[string]string
}

// snippet is the first example of a request, as an SDK sends it.
type snippet struct {
	Title, Language string
	HTML            template.HTML
}

// readSnippets reads the snippets of each SDK.
func (s *site) readSnippets() ([]language, error) {
	var found []language
	if s.Snippets == nil {
		return nil, nil
	}
	for _, l := range []language{{"go", "Go", nil}, {"typescript", "TypeScript", nil}, {"python", "Python", nil}, {"java", "Java", nil}} {
		raw, err := fs.ReadFile(s.Snippets, "snippets."+l.name+".json")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = json.Unmarshal(s.Demo.live(raw), &l.snippets)
		}
		if err != nil {
			return nil, err
		}
		found = append(found, l)
	}
	return found, nil
}

const formMedia = "application/x-www-form-urlencoded"

// credential returns which credential an operation requires.
func (c contract) credential(op *object) string {
	anonymous, client, named := len(op.list("security")) == 0, false, false
	for _, r := range op.list("security") {
		requirement, _ := r.(*object)
		anonymous = anonymous || len(requirement.members()) == 0
		for _, name := range requirement.members() {
			named = true
			client = client || c.root.object("components").object("securitySchemes").object(name).text("scheme") == "basic"
		}
	}
	switch {
	case client:
		return "client"
	case !named:
		return "none"
	case anonymous:
		return "optional"
	}
	return "needed"
}

func (c contract) schemes(op *object) []scheme {
	var found []scheme
	for _, r := range op.list("security") {
		requirement, _ := r.(*object)
		for _, name := range requirement.members() {
			s := c.root.object("components").object("securitySchemes").object(name)
			found = append(found, scheme{Name: c.short(name), Description: c.markdown.prose(s.text("description"))})
		}
	}
	return found
}

// codes collects the problem codes in examples of errors; problems of the catalogue are recognised
// by their type.
func (c contract) codes(content *object) []string {
	var found []string
	for _, t := range content.members() {
		examples := content.object(t).object("examples")
		for _, name := range examples.members() {
			_, e := c.resolve(examples.get(name))
			problem := e.object("value")
			if _, code, ok := strings.Cut(problem.text("type"), "/problems/"); ok && !slices.Contains(found, code) {
				found = append(found, code)
			}
		}
	}
	return found
}

// form writes fields as a form sends them.
func form(fields *object) string {
	parts := make([]string, 0, len(fields.members()))
	for _, name := range fields.members() {
		parts = append(parts, url.QueryEscape(name)+"="+url.QueryEscape(plainly(fields.get(name))))
	}
	return strings.Join(parts, "&")
}

// command returns the request with the first example as a shell command.
func (o *operation) command() string {
	path := o.Path
	var query []string
	for _, p := range o.Parameters {
		switch {
		case p.In == "path" && p.Example != "":
			path = strings.ReplaceAll(path, "{"+p.Name+"}", p.Example)
		case p.In == "query" && p.Required:
			query = append(query, p.Name+"="+url.QueryEscape(p.Example))
		}
	}
	if len(query) > 0 {
		path += "?" + strings.Join(query, "&")
	}
	lines := []string{`curl -X ` + o.Method + ` "$REKEY_URL` + path + `"`}
	if o.Method == "GET" || o.Method == "POST" && o.Body != nil {
		lines[0] = `curl "$REKEY_URL` + path + `"`
	}
	switch o.Credential {
	case "needed":
		lines = append(lines, `-H "Authorization: Bearer $REKEY_API_KEY"`)
	case "client":
		lines = append(lines, `-u "$REKEY_CLIENT_ID:$REKEY_CLIENT_SECRET"`)
	}
	if o.Repeatable {
		lines = append(lines, `-H "Idempotency-Key: $(uuidgen)"`)
	}
	if o.Body != nil {
		if o.Body.Type != formMedia {
			lines = append(lines, `-H "Content-Type: `+o.Body.Type+`"`)
		}
		if len(o.Body.Examples) > 0 {
			lines = append(lines, `-d '`+strings.ReplaceAll(o.Body.Examples[0].Brief, `'`, `'\''`)+`'`)
		}
	}
	return strings.Join(lines, " \\\n  ")
}

// next reads the operations that an answer leads to, and the values that they take from it.
func (c contract) next(links *object) []next {
	var found []next
	for _, name := range links.members() {
		_, link := c.resolve(links.get(name))
		to := c.byID(link.text("operationId"))
		if to == nil {
			continue
		}
		var takes []string
		for _, p := range link.object("parameters").members() {
			takes = append(takes, p[strings.LastIndex(p, ".")+1:])
		}
		surface, _, _ := strings.Cut(tag(to), ": ")
		n := next{c.places.at(surface, to.text("x-surface-operation-id")), to.text("summary"), strings.Join(takes, ", ")}
		if !slices.ContainsFunc(found, func(known next) bool { return known.Address == n.Address }) {
			found = append(found, n)
		}
	}
	return found
}

// byID finds an operation by its id in the bundle.
func (c contract) byID(id string) (found *object) {
	eachOperation(c.root, func(_, _ string, _, op *object) {
		if op.text("operationId") == id {
			found = op
		}
	})
	return found
}
