package docs

import (
	"fmt"
	"strings"
)

// What the templates of the Markdown pages are made with.

// fieldList writes fields as a list, their members below them.
func fieldList(fields []field) string {
	var b strings.Builder
	writeFields(&b, fields, "")
	return b.String()
}

func writeFields(b *strings.Builder, fields []field, margin string) {
	for _, f := range fields {
		fmt.Fprintf(b, "%s- `%s` (%s)", margin, f.Name, f.marks())
		if f.Description.Text != "" {
			fmt.Fprintf(b, ": %s", oneLine(f.Description.Text))
		}
		b.WriteString("\n")
		writeFields(b, f.Fields, margin+"  ")
	}
}

// marks returns a field's type and rules.
func (f field) marks() string {
	said := []string{f.Named()}
	if f.In != "" {
		said = append(said, f.In)
	}
	if f.Required {
		said = append(said, "required")
	}
	if f.Deprecated {
		said = append(said, "deprecated")
	}
	for _, r := range f.Rules {
		said = append(said, r.String())
	}
	return strings.Join(said, "; ")
}

// Named is the type in words.
func (v value) Named() string { return strings.TrimSpace(v.Type + " " + v.Object) }

// String is a rule in Markdown.
func (r rule) String() string {
	if len(r.Values) == 0 {
		return r.Words
	}
	return r.Words + " `" + strings.Join(r.Values, "`, `") + "`"
}

func ruleList(rules []rule) string {
	said := make([]string, len(rules))
	for i, r := range rules {
		said[i] = r.String()
	}
	return strings.Join(said, "; ")
}

// fact is a property of an operation besides its request and answers.
type fact struct{ Name, Words, Code, Link string }

// Facts returns the facts for the page and its Markdown.
func (o *operation) Facts() []fact {
	credential := map[string]string{
		"none": "none", "optional": "not needed, but read", "client": "client id and secret, by HTTP Basic or in the form", "needed": "needed",
	}
	all := []fact{{Name: "Credential", Words: credential[o.Credential]}}
	add := func(there bool, f fact) {
		if there {
			all = append(all, f)
		}
	}
	add(o.Permission != "", fact{Name: "Permission", Code: o.Permission, Link: "/docs/permissions#" + permissionAnchor(o.Permission)})
	add(o.Instead != "", fact{Name: "Instead of it", Words: "the parameter", Code: o.Instead})
	add(len(o.Boundaries) > 0, fact{Name: "Scope", Words: strings.Join(o.Boundaries, ", ")})
	add(o.Self, fact{Name: "Who", Words: "the user himself: his own API key will not do"})
	add(o.Repeatable, fact{Name: "Repeating", Words: "safe with an", Code: "Idempotency-Key"})
	add(o.Secret, fact{Name: "Secret", Words: "the answer holds one"})
	add(o.Command != "", fact{Name: "Command", Code: "rekey " + o.Command})
	add(true, fact{Name: "Operation", Code: o.ID})
	add(o.Source != "" && o.Source != "native", fact{Name: "Source", Words: o.Source})
	return all
}
