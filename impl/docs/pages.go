package docs

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

func (s *site) readReferences() error {
	root, err := readJSON(s.Contract)
	if err != nil {
		return err
	}
	ids := operationIDs(root)
	snippets, err := readSnippets(s.Snippets)
	if err != nil {
		return err
	}
	for _, surface := range s.Surfaces {
		r, err := contract{root: root, markdown: s.markdown, ids: ids, snippets: snippets}.read(surface)
		if err != nil {
			return err
		}
		s.references = append(s.references, r)
	}
	return nil
}

// referenceView is the reference of one surface, as its template wants it.
type referenceView struct {
	*reference
	Postman string
}

// referencePages makes a page a surface, and one that lists all operations.
func (s *site) referencePages() error {
	for _, r := range s.references {
		at := "/docs/reference/" + r.Name
		e := s.entry(at)
		v := view{Title: e.Title, Lead: e.Line, Path: at, Within: r.Groups, Main: referenceView{r, s.postman(r.Name)}}
		if err := s.show("reference.html", v, r.markdown(e.Title)); err != nil {
			return err
		}
	}
	type listed struct {
		Title, Address string
		*reference
	}
	var all []listed
	total := 0
	for _, r := range s.references {
		at := "/docs/reference/" + r.Name
		all = append(all, listed{s.entry(at).Title, at, r})
		total += r.operation
	}
	slices.SortStableFunc(all, func(a, b listed) int { return s.position(a.Address) - s.position(b.Address) })
	var mirror strings.Builder
	lead := "The " + strconv.Itoa(total) + " operations of all surfaces, with the permission that each needs."
	fmt.Fprintf(&mirror, "# All operations\n\n%s\n", lead)
	for _, l := range all {
		fmt.Fprintf(&mirror, "\n## [%s](%s.md)\n\n", l.Title, l.Address)
		l.each(func(o *operation) {
			fmt.Fprintf(&mirror, "- `%s %s`: [%s](%s.md#%s)%s\n", o.Method, o.Path, o.Summary, l.Address, strings.ToLower(o.ID), o.needs())
		})
	}
	return s.show("operations.html", view{Title: "All operations", Lead: lead, Path: "/docs/reference", Main: all}, mirror.String())
}

// needs says the permission in a list.
func (o *operation) needs() string {
	if o.Permission == "" {
		return ""
	}
	return ", needs `" + o.Permission + "`"
}

func (s *site) position(at string) int {
	n := 0
	for _, g := range s.nav {
		for _, e := range g.Entries {
			if n++; e.Address == at {
				return n
			}
		}
	}
	return n + 1
}

// problemView is one problem with the operations that answer it.
type problemView struct {
	Problem
	Operations []*operation
}

// permissionView is one permission with the operations that need it.
type permissionView struct {
	Permission
	Anchor     string
	Operations []*operation
}

// catalogues makes the pages of the problems, one each, and that of the permissions.
func (s *site) catalogues() error {
	var problems []problemView
	for _, p := range s.Problems {
		v := problemView{Problem: p}
		s.eachOperation(func(o *operation) {
			if slices.Contains(o.Codes, p.Code) {
				v.Operations = append(v.Operations, o)
			}
		})
		problems = append(problems, v)
	}
	var mirror strings.Builder
	lead := "What the errors of the native API mean, and what to do. The type of an error leads to its entry, and code is its short form for programs: it keeps its meaning for ever."
	fmt.Fprintf(&mirror, "# Problems\n\n%s\n", lead)
	for _, p := range problems {
		fmt.Fprintf(&mirror, "\n## %s\n\n%s", p.Code, p.text())
		one := view{Title: p.Title, Lead: p.Meaning, Path: "/problems/" + p.Code, Main: p}
		if err := s.show("problem.html", one, "# "+p.Title+"\n\n"+p.text()); err != nil {
			return err
		}
	}
	if err := s.show("problems.html", view{Title: "Problems", Lead: lead, Path: "/problems", Main: problems}, mirror.String()); err != nil {
		return err
	}
	return s.permissions()
}

func (p problemView) text() string {
	text := fmt.Sprintf("`%s`, status %d. %s\n\nWhat to do: %s\n", p.Code, p.Status, p.Meaning, p.Remedy)
	if len(p.Operations) > 0 {
		text += "\nAnswered, among others, by:\n\n" + operationList(p.Operations)
	}
	return text
}

func operationList(all []*operation) string {
	var b strings.Builder
	for _, o := range all {
		fmt.Fprintf(&b, "- [%s](/docs/reference/%s.md#%s): `%s %s`\n", o.Summary, o.Surface, strings.ToLower(o.ID), o.Method, o.Path)
	}
	return b.String()
}

func (s *site) permissions() error {
	var all []permissionView
	var mirror strings.Builder
	lead := "What API keys and users can hold, and which operations ask for it."
	fmt.Fprintf(&mirror, "# Permissions\n\n%s\n", lead)
	for _, p := range s.Permissions {
		v := permissionView{Permission: p, Anchor: slug(p.Name)}
		s.eachOperation(func(o *operation) {
			if o.Permission == p.Name {
				v.Operations = append(v.Operations, o)
			}
		})
		all = append(all, v)
		fmt.Fprintf(&mirror, "\n## %s\n\n%s\n\n%s", p.Name, p.Meaning, operationList(v.Operations))
	}
	return s.show("permissions.html", view{Title: "Permissions", Lead: lead, Path: "/docs/permissions", Main: all}, mirror.String())
}

func (s *site) eachOperation(do func(*operation)) {
	for _, r := range s.references {
		r.each(do)
	}
}

// downloads offers the Postman collection, if the binary has it.
func (s *site) downloads() error {
	if s.Postman == nil {
		return nil
	}
	all, err := fs.Glob(s.Postman, "*.json")
	if err != nil {
		return err
	}
	for _, file := range all {
		body, err := fs.ReadFile(s.Postman, file)
		if err != nil {
			return err
		}
		s.pages["/docs/postman/"+file] = page("application/json", body)
	}
	return nil
}

// postman is the address of the collection that has the surface, its own before the whole.
func (s *site) postman(surface string) string {
	if s.Postman == nil {
		return ""
	}
	all, err := fs.Glob(s.Postman, "*collection.json")
	if err != nil || len(all) == 0 {
		return ""
	}
	for _, file := range all {
		if strings.Contains(file, surface+".") {
			return "/docs/postman/" + file
		}
	}
	return "/docs/postman/" + all[0]
}

// lists writes llms.txt: the Markdown of every page, one line each.
func (s *site) lists() error {
	var b strings.Builder
	b.WriteString("# Rekey\n\n> A self-hosted password service: it sets, resets and recovers passwords, and speaks the password APIs of four hosted products and one of its own, over one core.\n\n" +
		"Every page of the documentation is also Markdown, at its address with .md added.\n")
	for _, g := range s.nav {
		fmt.Fprintf(&b, "\n## %s\n\n", g.Title)
		for _, e := range g.Entries {
			line := e.Line
			if line != "" {
				line = ": " + line
			}
			fmt.Fprintf(&b, "- [%s](%s)%s\n", e.Title, toMirror(e.Address), line)
		}
	}
	b.WriteString("\n## Each problem\n\n")
	for _, p := range s.Problems {
		fmt.Fprintf(&b, "- [%s](/problems/%s.md): %s\n", p.Title, p.Code, p.Meaning)
	}
	p := page("text/plain; charset=utf-8", s.based([]byte(b.String()), linkInMarkdown))
	s.pages["/llms.txt"], s.pages["/docs/llms.txt"] = p, p
	return nil
}
