package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/conformance"
)

// events returns the scripts that all requests share. The data of a request is in its own scripts.
func (p *press) events() ([]event, error) {
	situations, err := p.situations()
	if err != nil {
		return nil, err
	}
	chosen := maps.Clone(p.contract.Playbook.Fixtures.Chosen)
	chosen["userName"] = "alice"
	named, err := p.namedTenant()
	if err != nil {
		return nil, err
	}
	shapes := p.shapes()
	before, err := p.shared(map[string]any{
		"CHOSEN": chosen, "KEYS": p.keys(), "NAMED_TENANT": named, "PASSWORD": password, "SHAPES": shapes, "SITUATIONS": situations,
	}, "values.js", "before.js")
	if err != nil {
		return nil, err
	}
	after, err := p.shared(map[string]any{"SHAPES": shapes}, "values.js", "after.js")
	return []event{{"prerequest", before}, {"test", after}}, err
}

// shared returns a script that consists of data and of files that use it.
func (p *press) shared(data map[string]any, files ...string) (script, error) {
	s := script{}
	for _, name := range sortedKeys(data) {
		raw, err := compact(data[name], 110)
		if err != nil {
			return s, err
		}
		s.Exec = append(s.Exec, strings.Split(fmt.Sprintf("const %s = %s;", name, scriptValue(raw)), "\n")...)
	}
	for _, name := range files {
		raw, err := os.ReadFile(filepath.Join(p.scripts, name))
		if err != nil {
			return s, err
		}
		s.Exec = append(s.Exec, strings.Split(strings.TrimRight(string(raw), "\n"), "\n")...)
	}
	return s, nil
}

// keys returns the credentials that are replaced by the owner's key if nothing is prepared.
func (p *press) keys() []string {
	var all []string
	for _, name := range sortedKeys(p.fixtures) {
		if strings.HasSuffix(name, "Key") && strings.HasPrefix(p.fixtures[name], "rk_") && name != "ownerKey" {
			all = append(all, name)
		}
	}
	return all
}

// shapes returns patterns of values that may contain the characters that end other values, or that can only be found in a mail by their pattern.
func (p *press) shapes() map[string]string {
	all := map[string]string{}
	for name, value := range p.fixtures {
		switch {
		case strings.HasSuffix(name, "Key") && uuid.MatchString(value):
			all[name] = uuid.String()[1 : len(uuid.String())-1]
		case strings.HasPrefix(value, "http"):
			all[name] = `https?://[^/\s"'<>]+`
		case digits.MatchString(value):
			all[name] = `\d+`
		}
	}
	return all
}

var uuid = regexp.MustCompile(`^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

var digits = regexp.MustCompile(`^\d+$`)

// situations returns the steps of each situation that needs only calls.
func (p *press) situations() (map[string]any, error) {
	resolved, err := p.contract.Situations()
	if err != nil {
		return nil, err
	}
	all := map[string]any{}
	for name, steps := range resolved {
		s := p.contract.Playbook.Situations[name]
		var written []any
		place := false
		for _, r := range steps {
			step := p.situationStep(r)
			place = place || isPlace(step)
			written = append(written, step)
		}
		all[name] = without(map[string]any{"after": s.After, "steps": written, "place": place})
	}
	return all, nil
}

// isPlace tells whether a step creates or finds the application or the tenant of the requests.
func isPlace(step map[string]any) bool {
	learn, _ := step["learn"].(map[string]string)
	for at, value := range learn {
		if strings.HasSuffix(at, "/id") && (value == "{{applicationId}}" || value == "{{tenantId}}") {
			return true
		}
	}
	return false
}

func (p *press) situationStep(r conformance.Resolved) map[string]any {
	if r.Mail != nil {
		return map[string]any{"mail": p.named(map[string]any{"to": r.Mail.To, "shows": r.Mail.Shows})}
	}
	if r.App != nil {
		return map[string]any{"app": r.App}
	}
	step := p.sentStep(r)
	step["undo"] = p.undo(r)
	return without(step)
}

// sentStep returns a call for the shared script, which checks the status and learns values from the answer.
func (p *press) sentStep(r conformance.Resolved) map[string]any {
	learn := map[string]string{}
	p.learned(learn, "", p.named(r.Answer), r.Varies)
	for name, at := range r.Learn {
		learn[at] = "{{" + name + "}}"
	}
	headers := map[string]string{}
	for name, value := range r.Headers {
		headers[name] = p.variables(value)
	}
	step := map[string]any{
		"send": r.Method + " " + p.variables(r.Target), "auth": r.Auth, "headers": headers, "status": r.Status, "learn": learn,
		"of": p.wide(r), "times": r.Times,
	}
	if r.Body != nil {
		step["media"], step["body"] = r.Media, p.named(r.Body)
	}
	return step
}

// learned collects the places of an answer that contain fixtures.
func (p *press) learned(into map[string]string, at string, value any, varies []string) {
	if slices.ContainsFunc(varies, func(pattern string) bool { return meant(at, pattern) }) {
		return
	}
	switch v := value.(type) {
	case string:
		if strings.Contains(v, "{{") {
			into[at] = v
		}
	case number:
		into[at] = string(v)
	case []any:
		for i, x := range v {
			p.learned(into, fmt.Sprintf("%s/%d", at, i), x, varies)
		}
	case map[string]any:
		for name, x := range v {
			p.learned(into, at+"/"+name, x, varies)
		}
	}
}

// meant tells whether a pointer matches a pattern, in which * stands for any member.
func meant(at, pattern string) bool {
	steps, of := strings.Split(at, "/"), strings.Split(pattern, "/")
	return slices.EqualFunc(steps, of, func(a, b string) bool { return a == b || b == "*" })
}

// without removes empty values.
func without(of map[string]any) map[string]any {
	maps.DeleteFunc(of, func(_ string, v any) bool {
		raw, err := json.Marshal(v)
		return err == nil && slices.Contains([]string{"null", `""`, "0", "{}", "[]", "false"}, string(raw))
	})
	return of
}

// namedTenant reads the tenant that the environment names, instead of creating one.
func (p *press) namedTenant() (map[string]any, error) {
	steps, err := p.contract.Steps([]conformance.Step{{Call: conformance.Call{Call: "rekeyGetTenant", Answer: "200"}}})
	if err != nil {
		return nil, err
	}
	step := p.sentStep(steps[0])
	step["learn"] = map[string]string{"/applicationId": "{{applicationId}}", "/hosts/0": "{{tenantHost}}"}
	return without(step), nil
}

// scriptsOf returns the scripts of an independent request.
func (p *press) scriptsOf(i *item, r conformance.Resolved, given []string) ([]event, error) {
	return p.scriptsOfStep(i, r, place{first: true, last: true, given: given})
}

// wanted is the data of a request that the shared script reads before it is sent.
type wanted struct {
	Given []string `json:"given,omitempty"` // situations
	Does  string   `json:"does"`
	Of    string   `json:"of,omitempty"`
	Mail  bool     `json:"mail,omitempty"` // its journey reads a mail
	Uses  []string `json:"uses,omitempty"` // fixtures in the request
}

// expected is the data of a request with which the shared script checks the answer.
type expected struct {
	Status  int               `json:"status"`
	Media   string            `json:"media,omitempty"`
	Empty   bool              `json:"empty,omitempty"` // there is no body
	Reads   bool              `json:"reads,omitempty"` // the answer shows objects that existed before
	GoesOn  bool              `json:"goesOn,omitempty"`
	Undo    *undo             `json:"undo,omitempty"`
	Learn   map[string]string `json:"learn,omitempty"`
	Varies  []string          `json:"varies,omitempty"`
	Part    []string          `json:"part,omitempty"`
	Example any               `json:"example,omitempty"`
}

func (p *press) scriptsOfStep(i *item, r conformance.Resolved, at place) ([]event, error) {
	before, err := called("rekey.goesOn", nil)
	if at.first {
		before, err = called("rekey.needs", wanted{at.given, i.effect.Does, i.effect.Of, at.mails, uses(i.Request)})
	}
	if err != nil {
		return nil, err
	}
	answer := expected{
		Status: r.Status, Media: r.Answers, Empty: len(r.Spec.Responses.Status(r.Status).Value.Content) == 0, Reads: i.effect.Does == "reads",
		GoesOn: !at.last, Undo: p.undo(r), Learn: r.Learn, Part: r.Part, Varies: p.mayVary(r),
	}
	if r.Answers != "" {
		answer.Example = p.named(r.Answer)
	}
	after, err := called("rekey.answers", answer)
	return []event{{"prerequest", before}, {"test", after}}, err
}

// mayVary returns the places that may vary, without those of the surface's errors.
func (p *press) mayVary(r conformance.Resolved) (all []string) {
	general := p.contract.Playbook.Surfaces[r.Surface].Varies
	for _, at := range r.Varies {
		members, _ := r.Answer.(map[string]any)
		if _, shown := members[strings.TrimPrefix(at, "/")]; shown || !slices.Contains(general, at) {
			all = append(all, at)
		}
	}
	return all
}

// undo is the call that deletes what a request created.
type undo struct {
	Send string   `json:"send"`
	Auth []string `json:"auth"`
	ID   string   `json:"id"` // where the answer has it
}

// undo returns nil if nothing is to delete.
func (p *press) undo(r conformance.Resolved) *undo {
	u, found := p.contract.UndoOf(r.Operation)
	if !found {
		return nil
	}
	by := p.endpoints[u.By]
	auth := p.contract.AuthOf(u.By, "ownerKey")
	if r.Headers["Host"] != "" { // it selects the tenant, and programs send no Host from a script: the key of the tenant needs none
		auth = r.Auth
	}
	return &undo{by.method + " " + placeholder.ReplaceAllLiteralString(by.path, "{id}"), auth, u.At}
}

var placeholder = regexp.MustCompile(`{\w+}`)

// uses lists the fixtures in a request, except those that all requests have.
func uses(req *request) []string {
	raw, err := json.Marshal(&request{Method: req.Method, Header: sentOnly(req.Header), Auth: req.Auth, Body: req.Body, URL: address{Raw: req.URL.Raw}})
	if err != nil {
		return nil
	}
	var names []string
	for _, found := range marks.FindAllStringSubmatch(string(raw), -1) {
		if !slices.Contains([]string{"baseUrl", "ownerKey"}, found[1]) {
			names = append(names, found[1])
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

var marks = regexp.MustCompile(`{{(\w+)}}`)

// called returns a script that calls a function of the shared scripts.
func called(function string, argument any) (script, error) {
	s := script{}
	if argument == nil {
		s.Exec = []string{function + "(pm);"}
		return s, nil
	}
	raw, err := compact(argument, 100)
	if err != nil {
		return s, err
	}
	s.Exec = strings.Split(fmt.Sprintf("%s(pm, %s);", function, scriptValue(raw)), "\n")
	return s, nil
}

// scriptValue writes JSON for a script, where the name of a number is written like other names.
func scriptValue(raw []byte) string { return strings.ReplaceAll(asScript(raw), `"number:{{`, `"{{`) }
