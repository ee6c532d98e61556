package conformance

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// mask removes secrets from answers before they are shown. Texts of the contract are public. Of the
// others, these count as secrets: members that the contract declares as such anywhere (format:
// password or x-secret), and texts that look like tokens or codes, since a server that violates the
// contract may put one in any place.
type mask struct {
	secret map[string]bool // names of members
	public map[string]bool // texts and words of the contract
}

const hidden = "[secret]"

func newMask(spec *openapi3.T, ids map[string]*operation, book *Playbook) *mask {
	m := &mask{secret: map[string]bool{}, public: map[string]bool{}}
	for name, ref := range spec.Components.Schemas {
		m.public[name] = true
		m.learnSchema(ref, map[*openapi3.Schema]bool{})
	}
	for id, o := range ids {
		m.public[id] = true
		for _, content := range o.contents() {
			m.learnSchema(content.Schema, map[*openapi3.Schema]bool{})
			for name, e := range content.Examples {
				m.public[name] = true
				m.learnExample(e.Value.Value)
			}
		}
	}
	for _, group := range book.Fixtures.groups() {
		for name, example := range group {
			m.public[name], m.public[example] = true, true
		}
	}
	return m
}

// contents returns the bodies of an operation.
func (o *operation) contents() (all []*openapi3.MediaType) {
	if o.spec.RequestBody != nil {
		for _, content := range o.spec.RequestBody.Value.Content {
			all = append(all, content)
		}
	}
	for _, response := range o.spec.Responses.Map() {
		for _, content := range response.Value.Content {
			all = append(all, content)
		}
	}
	return all
}

func (m *mask) learnSchema(ref *openapi3.SchemaRef, seen map[*openapi3.Schema]bool) {
	if ref == nil || ref.Value == nil || seen[ref.Value] {
		return
	}
	seen[ref.Value] = true
	for _, value := range ref.Value.Enum {
		m.learnExample(value)
	}
	for name, member := range ref.Value.Properties {
		m.public[name] = true
		if isSecret(member.Value) {
			m.secret[name] = true
		}
		m.learnSchema(member, seen)
	}
	m.learnSchema(ref.Value.Items, seen)
	for _, refs := range []openapi3.SchemaRefs{ref.Value.AllOf, ref.Value.AnyOf, ref.Value.OneOf} {
		for _, r := range refs {
			m.learnSchema(r, seen)
		}
	}
}

func isSecret(s *openapi3.Schema) bool {
	if s == nil {
		return false
	}
	marked, _ := s.Extensions["x-secret"].(bool)
	return marked || s.Format == "password"
}

func (m *mask) learnExample(value any) {
	switch v := value.(type) {
	case string:
		m.public[v] = true
	case []any:
		for _, item := range v {
			m.learnExample(item)
		}
	case map[string]any:
		for name, member := range v {
			m.public[name] = true
			m.learnExample(member)
		}
	}
}

var (
	// word matches what could be a token or a code: letters and digits of any base, without a gap.
	word = regexp.MustCompile(`[A-Za-z0-9_+~=-]{6,}`)
	// idShape matches ids, which are not secret.
	idShape = regexp.MustCompile(`^(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-z]{26})$`)
	mixed   = regexp.MustCompile(`[a-z][A-Z].*[a-z][A-Z]|[0-9]`)
	date    = regexp.MustCompile(`^\d{4}-\d\d-\d\d(T\d\d)?$`)
)

// text returns a text without parts that look like a token (long, with digits or mixed case) or a
// code (digits only).
func (m *mask) text(text string) string {
	if m == nil || m.public[text] {
		return text
	}
	return word.ReplaceAllStringFunc(text, func(w string) string {
		code := len(w) <= 8 && strings.Trim(w, "0123456789") == ""
		token := len(w) >= 16 && mixed.MatchString(w)
		if !code && !token || m.public[w] || m.public[strings.Trim(w, "=-+")] || idShape.MatchString(w) || date.MatchString(w) {
			return w
		}
		return hidden
	})
}

// member returns the value of a member without secrets, as JSON.
func (m *mask) member(name string, value any) string {
	raw, err := json.Marshal(m.hide(name, value))
	if err != nil {
		return kind(value)
	}
	return clipped(strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&").Replace(string(raw)))
}

func (m *mask) hide(name string, value any) any {
	switch v := value.(type) {
	case string:
		if m != nil && m.secret[name] && !m.public[v] {
			return hidden
		}
		return m.text(v)
	case float64:
		if m != nil && m.secret[name] && v >= 1000 { // a smaller number is the code of an error
			return hidden
		}
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = m.hide(name, v[i])
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(v))
		for k := range v {
			out[m.text(k)] = m.hide(k, v[k])
		}
		return out
	}
	return value
}

// body returns enough of an answer to recognise it.
func (m *mask) body(a answer) string {
	var value any
	if json.Unmarshal(a.body, &value) != nil {
		return fmt.Sprintf("%q", clipped(m.text(string(a.body))))
	}
	return m.member("", value)
}

// clipped returns the beginning of a long text.
func clipped(text string) string {
	if r := []rune(text); len(r) > 160 {
		return string(r[:160]) + "…"
	}
	return text
}

// known hides the secrets of a world wherever they occur.
func (w *world) known(text string) string {
	for _, name := range w.names {
		if live := w.live[name]; !open(name) && len(live) >= 6 && live != w.examples[name] {
			text = strings.ReplaceAll(text, live, "<"+name+">")
		}
	}
	return text
}

// open tells whether a fixture may be shown: ids, hosts and addresses, and nothing else.
func open(name string) bool {
	for _, end := range []string{"Id", "Number", "Host", "Url", "Prefix", "email", "idempotencyKey"} {
		if strings.HasSuffix(name, end) {
			return name != "challengeId" // together with a code it completes a login
		}
	}
	return false
}
