package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/conformance"
)

func (p *press) collection(bundle []byte, scripts string) (*collection, error) {
	spec, err := openapi3.NewLoader().LoadFromData(bundle)
	if err != nil {
		return nil, err
	}
	c := &collection{Variable: []variable{{Key: "baseUrl", Value: "http://127.0.0.1:8080"}}}
	c.Info.ID, c.Info.Name = "0192f3a4-0000-7000-8000-72656b657900", "Rekey "+spec.Info.Version
	c.Info.Schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
	c.Info.Description = "All operations of Rekey, a folder for each surface, and journeys that reset a password from the first request to the login. Choose an environment, set `ownerKey`, and send."
	c.Auth = &auth{Type: "bearer", Bearer: []variable{{Key: "token", Value: "{{ownerKey}}", Type: "string"}}}
	journeys, err := p.journeys()
	if err != nil {
		return nil, err
	}
	c.Item = append(c.Item, journeys)
	for _, surface := range p.contract.Surfaces() {
		folder, err := p.surface(spec, surface)
		if err != nil {
			return nil, err
		}
		if len(folder.Item) > 0 {
			c.Item = append(c.Item, folder)
		}
	}
	situations, err := p.contract.Situations()
	if err != nil {
		return nil, err
	}
	table := map[string]any{}
	for name, steps := range situations {
		table[name] = map[string]any{"after": p.contract.Playbook.Situations[name].After, "steps": steps}
	}
	given := slices.Sorted(maps.Keys(p.contract.Playbook.Cast.Given))
	for _, e := range []struct {
		listen, file string
		data         map[string]any
	}{
		{"prerequest", "before.js", map[string]any{
			"CAST": p.cast, "CHOSEN": p.contract.Playbook.Cast.Chosen, "GIVEN": given, "SITUATIONS": table, "REQUESTS": p.needs,
		}},
		{"test", "after.js", map[string]any{"CAST": p.cast, "ANSWERS": p.answers}},
	} {
		script, err := written(scripts, e.data, "cast.js", e.file)
		if err != nil {
			return nil, err
		}
		c.Event = append(c.Event, event{e.listen, script})
	}
	return c, nil
}

// written is a script of files, after the data that they speak of.
func written(dir string, data map[string]any, files ...string) (script, error) {
	s := script{Type: "text/javascript"}
	for _, name := range slices.Sorted(maps.Keys(data)) {
		raw, err := json.Marshal(data[name])
		if err != nil {
			return s, err
		}
		s.Exec = append(s.Exec, fmt.Sprintf("const %s = %s;", name, raw))
	}
	for _, name := range files {
		raw, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return s, err
		}
		s.Exec = append(s.Exec, strings.Split(strings.TrimRight(string(raw), "\n"), "\n")...)
	}
	return s, nil
}

// surface is the folder of a surface: its tags, and in them an item for each success.
func (p *press) surface(spec *openapi3.T, name string) (*item, error) {
	folder := &item{Name: name}
	successes, err := p.contract.Successes(name)
	if err != nil {
		return nil, err
	}
	for _, tag := range spec.Tags {
		of := &item{Name: tag.Name, Description: tag.Description}
		for _, r := range successes {
			if r.Spec.Tags[0] != tag.Name {
				continue
			}
			i, err := p.item(r, r.Operation+"-"+strings.ReplaceAll(r.Name, " ", "-")+"-"+strconv.Itoa(len(p.answers)))
			if err != nil {
				return nil, err
			}
			p.needs[i.ID] = map[string]any{"fresh": true, "given": r.Given}
			of.Item = append(of.Item, i)
		}
		if len(of.Item) > 0 {
			folder.Item = append(folder.Item, of)
		}
	}
	return folder, nil
}

// journeys are the folders of requests that are sent one after the other.
func (p *press) journeys() (*item, error) {
	all := &item{Name: "Journeys", Description: "Each folder is run from top to bottom. Mails are read in the mailbox of the development profile."}
	for n, j := range p.contract.Playbook.Journeys {
		folder := &item{Name: j.Surface + ": " + j.Name, Description: j.About}
		steps, err := p.contract.Steps(j.Steps)
		if err != nil {
			return nil, err
		}
		for k, r := range steps {
			id := fmt.Sprintf("journey-%d-%d", n+1, k+1)
			i := p.mail(r.Mail, id)
			if r.Mail == nil {
				if i, err = p.item(r, id); err != nil {
					return nil, err
				}
			}
			if k == 0 {
				p.needs[id] = map[string]any{"fresh": true, "given": j.Given, "mail": r.Mail}
			}
			i.Name = fmt.Sprintf("%d. %s", k+1, i.Name)
			folder.Item = append(folder.Item, i)
		}
		all.Item = append(all.Item, folder)
	}
	return all, nil
}

// mail is the item that reads a mail.
func (p *press) mail(m *conformance.Mail, id string) *item {
	if m == nil {
		return nil
	}
	p.needs[id] = map[string]any{"mail": m}
	p.answers[id] = map[string]any{"mail": m}
	return &item{
		ID: id, Name: "Read the mail to " + m.To, Description: "The mail shows `" + m.Shows + "`.",
		Event:   tests(http.StatusOK, true),
		Request: &request{Method: http.MethodGet, Header: []variable{}, Auth: &auth{Type: "noauth"}, URL: located([]string{"dev", "mailbox.json"}, nil)},
	}
}

func (p *press) item(r conformance.Resolved, id string) (*item, error) {
	req, err := p.request(r)
	if err != nil {
		return nil, err
	}
	i := &item{ID: id, Name: r.Spec.Summary, Description: strings.TrimSpace(r.Spec.Description), Request: req, Event: tests(r.Status, len(r.Spec.Responses.Status(r.Status).Value.Content) > 0)}
	p.answers[id] = map[string]any{
		"status": r.Status, "media": r.Answers, "example": r.Answer, "varies": r.Varies, "part": r.Part, "learn": r.Learn,
	}
	examples, err := p.contract.Examples(r.Operation)
	if err != nil {
		return nil, err
	}
	for _, e := range examples {
		text, err := pretty(e.Value)
		if err != nil {
			return nil, err
		}
		i.Response = append(i.Response, response{
			Name: fmt.Sprintf("%d %s", e.Status, e.Summary), OriginalRequest: req, Status: http.StatusText(e.Status), Code: e.Status,
			Language: language(e.Media), Header: header(e.Media), Cookie: []any{}, Body: text,
		})
	}
	return i, nil
}

func header(media string) []variable {
	if media == "" {
		return []variable{}
	}
	return []variable{{Key: "Content-Type", Value: media}}
}

func language(media string) string {
	if strings.HasSuffix(media, "json") {
		return "json"
	}
	return "text"
}

// tests are what a reader sees in the request's own tab; the comparison with the example is the collection's.
func tests(status int, hasBody bool) []event {
	lines := []string{fmt.Sprintf("pm.test(%q, () => pm.response.to.have.status(%d));", fmt.Sprintf("%d %s", status, http.StatusText(status)), status)}
	if !hasBody {
		lines = append(lines, `pm.test("no body", () => pm.expect(pm.response.text()).to.equal(""));`)
	}
	return []event{{"test", script{"text/javascript", lines}}}
}

func (p *press) request(r conformance.Resolved) (*request, error) {
	req := &request{Method: r.Method, Header: header(r.Media), Auth: p.auth(r.Auth)}
	for _, name := range slices.Sorted(maps.Keys(r.Headers)) {
		req.Header = append(req.Header, variable{Key: name, Value: p.variables(r.Headers[name])})
	}
	var query []variable
	for _, name := range slices.Sorted(maps.Keys(r.Query)) {
		query = append(query, variable{Key: name, Value: p.variables(r.Query[name])})
	}
	var path []string
	for _, segment := range r.Path {
		path = append(path, p.variables(segment))
	}
	req.URL = located(path, query)
	fields, isForm := r.Body.(map[string]any)
	switch {
	case r.Media == "":
	case r.Media == "application/x-www-form-urlencoded" && isForm:
		req.Body = &sent{Mode: "urlencoded"}
		for _, name := range slices.Sorted(maps.Keys(fields)) {
			req.Body.URLEncoded = append(req.Body.URLEncoded, variable{Key: name, Value: p.variables(fmt.Sprint(fields[name]))})
		}
	default:
		text, err := pretty(r.Body)
		if err != nil {
			return nil, err
		}
		req.Body = &sent{Mode: "raw", Raw: p.variables(text), Options: map[string]any{"raw": map[string]string{"language": "json"}}}
	}
	return req, nil
}

func (p *press) auth(how []string) *auth {
	typed := func(key, value string) variable { return variable{Key: key, Value: value, Type: "string"} }
	switch {
	case len(how) == 0:
		return &auth{Type: "noauth"}
	case how[0] == "bearer":
		return &auth{Type: "bearer", Bearer: []variable{typed("token", "{{"+how[1]+"}}")}}
	case how[0] == "basic":
		return &auth{Type: "basic", Basic: []variable{typed("username", "{{"+how[1]+"}}"), typed("password", "{{"+how[2]+"}}")}}
	}
	return &auth{Type: "apikey", APIKey: []variable{typed("key", how[1]), typed("value", "{{"+how[2]+"}}"), typed("in", "header")}}
}

// variables puts names of the cast, as Postman writes them, in the place of their values.
func (p *press) variables(text string) string {
	for _, name := range p.names {
		text = strings.ReplaceAll(text, p.cast[name], "{{"+name+"}}")
	}
	return text
}

func located(path []string, query []variable) address {
	a := address{Raw: "{{baseUrl}}/" + strings.Join(path, "/"), Host: []string{"{{baseUrl}}"}, Path: path, Query: query}
	for n, q := range query {
		a.Raw += map[bool]string{true: "?", false: "&"}[n == 0] + q.Key + "=" + q.Value
	}
	return a
}

// pretty is JSON as people write it; text stays as it is.
func pretty(value any) (string, error) {
	if text, ok := value.(string); ok {
		return text, nil
	}
	if value == nil {
		return "", nil
	}
	var out strings.Builder
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(value)
	return strings.TrimSpace(out.String()), err
}

// environment is Postman's file of variables.
type environment struct {
	file   string
	ID     string    `json:"id"`
	Name   string    `json:"name"`
	Values []setting `json:"values"`
	Scope  string    `json:"_postman_variable_scope"`
}

type setting struct {
	Key     string `json:"key"`
	Value   string `json:"value"`
	Type    string `json:"type"`
	Enabled bool   `json:"enabled"`
}

// environments are one for the demo, where requests make what they need, and one for a server of one's own.
func environments() []environment {
	made := func(file, id, name, url, prepare string) environment {
		return environment{file: file, ID: id, Name: name, Scope: "environment", Values: []setting{
			{"baseUrl", url, "default", true}, {"ownerKey", "", "secret", true}, {"prepare", prepare, "default", true},
		}}
	}
	return []environment{
		made("demo.postman_environment.json", "0192f3a4-0000-7000-8000-72656b657901", "Rekey demo", "http://127.0.0.1:8080", "true"),
		made("server.postman_environment.json", "0192f3a4-0000-7000-8000-72656b657902", "Rekey server", "https://id.example.com", "false"),
	}
}
