package docs

import (
	"fmt"
	"strings"
)

// markdown is the reference of a surface for readers that are programs.
func (r *reference) markdown(title string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n", title, r.Intro.Text)
	if len(r.Schemes) > 0 {
		b.WriteString("\n## Credentials\n\n")
		for _, s := range r.Schemes {
			fmt.Fprintf(&b, "- `%s`: %s\n", s.Name, oneLine(s.Description.Text))
		}
	}
	for _, g := range r.Groups {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n", g.Title, g.Description.Text)
		for i := range g.Operations {
			g.Operations[i].write(&b)
		}
	}
	if len(r.Shared) > 0 {
		b.WriteString("\n## Answers of many operations\n")
		for _, a := range r.Shared {
			fmt.Fprintf(&b, "\n### %s\n\n%s: %s\n", strings.TrimPrefix(a.Anchor, "answer-"), a.Status, a.Description.Text)
			writeBodies(&b, a.Bodies)
		}
	}
	b.WriteString("\n## Objects\n")
	for _, o := range r.Objects {
		fmt.Fprintf(&b, "\n### %s\n\n", o.Object)
		if o.Description.Text != "" {
			fmt.Fprintf(&b, "%s\n\n", o.Description.Text)
		}
		for _, l := range o.Limits {
			fmt.Fprintf(&b, "- %s\n", quotedPattern(l))
		}
		writeFields(&b, o.Fields, "")
	}
	return b.String()
}

func (o *operation) write(b *strings.Builder) {
	fmt.Fprintf(b, "\n### %s\n\n%s\n\n`%s %s`\n", o.ID, o.Summary, o.Method, o.Path)
	if o.Description.Text != "" {
		fmt.Fprintf(b, "\n%s\n", o.Description.Text)
	}
	b.WriteString("\n")
	for _, fact := range o.facts() {
		fmt.Fprintf(b, "- %s\n", fact)
	}
	if len(o.Parameters) > 0 {
		b.WriteString("\nParameters:\n\n")
		writeFields(b, o.Parameters, "")
	}
	if o.Body != nil {
		need := ""
		if o.Body.Required {
			need = ", required"
		}
		fmt.Fprintf(b, "\nBody, `%s`%s:\n\n", o.Body.Media, need)
		writeFields(b, o.Body.Schema.Fields, "")
		writeExamples(b, o.Body.Media, o.Body.Examples)
	}
	b.WriteString("\nAnswers:\n\n")
	for _, a := range o.Answers {
		text := oneLine(a.Description.Text)
		if a.Shared {
			text += " (" + strings.TrimPrefix(a.Anchor, "answer-") + ", below)"
		}
		fmt.Fprintf(b, "- %s: %s\n", a.Status, text)
	}
	if len(o.Next) > 0 {
		b.WriteString("\nLeads to:\n\n")
		for _, n := range o.Next {
			fmt.Fprintf(b, "- [%s](/docs/reference/%s.md#%s)", n.Summary, n.Surface, strings.ToLower(n.ID))
			if n.Takes != "" {
				fmt.Fprintf(b, ", which takes along %s", n.Takes)
			}
			b.WriteString("\n")
		}
	}
	for _, a := range o.Answers {
		if !a.Shared && len(a.Bodies) > 0 {
			fmt.Fprintf(b, "\nAnswer %s:\n", a.Status)
			writeBodies(b, a.Bodies)
		}
	}
}

// facts are what holds of an operation besides its shape.
func (o *operation) facts() []string {
	var said []string
	switch o.Credential {
	case "none":
		said = append(said, "Credential: none")
	case "optional":
		said = append(said, "Credential: not needed, but read")
	case "client":
		said = append(said, "Credential: client id and secret, by HTTP Basic or in the form")
	default:
		said = append(said, "Credential: needed")
	}
	if o.Permission != "" {
		said = append(said, "Permission: `"+o.Permission+"`")
	}
	if o.Instead != "" {
		said = append(said, "Instead of the permission: the parameter `"+o.Instead+"`")
	}
	if len(o.Boundaries) > 0 {
		said = append(said, "Reach: "+strings.Join(o.Boundaries, ", "))
	}
	if o.Self {
		said = append(said, "The user has to be there himself: his own API key will not do")
	}
	if o.Repeatable {
		said = append(said, "Can be repeated with an Idempotency-Key")
	}
	if o.Secret {
		said = append(said, "The answer holds a secret")
	}
	if o.Deprecated != "" {
		said = append(said, "Deprecated since "+o.Deprecated+", ends "+o.Sunset)
	}
	if o.Command != "" {
		said = append(said, "Command: `rekey "+o.Command+"`")
	}
	if o.Source != "" {
		said = append(said, "Source: "+o.Source)
	}
	return said
}

func writeBodies(b *strings.Builder, bodies []media) {
	for _, m := range bodies {
		if m.Schema.Object != "" {
			fmt.Fprintf(b, "\n`%s`, %s:\n", m.Type, strings.TrimSpace(m.Schema.Type+" "+m.Schema.Object))
		}
		writeExamples(b, m.Type, m.Examples)
	}
}

func writeExamples(b *strings.Builder, mediaType string, examples []example) {
	language := ""
	if strings.HasSuffix(mediaType, "json") {
		language = "json"
	}
	for _, e := range examples {
		fmt.Fprintf(b, "\n%s:\n\n```%s\n%s\n```\n", e.Summary, language, e.Text)
	}
}

func writeFields(b *strings.Builder, fields []field, margin string) {
	for _, f := range fields {
		fmt.Fprintf(b, "%s- `%s` (%s)", margin, f.Name, strings.Join(f.marks(), "; "))
		if f.Description.Text != "" {
			fmt.Fprintf(b, ": %s", oneLine(f.Description.Text))
		}
		b.WriteString("\n")
		writeFields(b, f.Schema.Fields, margin+"  ")
	}
}

// marks are a field's type and limits, in words.
func (f field) marks() []string {
	said := []string{strings.TrimSpace(f.Schema.Type + " " + f.Schema.Object)}
	if f.In != "" {
		said = append(said, f.In)
	}
	if f.Required {
		said = append(said, "required")
	}
	if f.Schema.Nullable {
		said = append(said, "may be null")
	}
	if f.Deprecated {
		said = append(said, "deprecated")
	}
	for _, l := range f.Schema.Limits {
		said = append(said, quotedPattern(l))
	}
	if f.Default != "" {
		said = append(said, "default "+f.Default)
	}
	return said
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// quotedPattern keeps a pattern from being read as Markdown.
func quotedPattern(limit string) string {
	if pattern, ok := strings.CutPrefix(limit, "matches "); ok {
		return "matches `" + pattern + "`"
	}
	return limit
}
