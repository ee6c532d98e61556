package docs

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// readReferences reads the contract. It first finds the page of each operation, since texts link to
// them.
func (s *site) readReferences() error {
	root, err := readJSON(s.Demo.live(s.Contract))
	if err != nil {
		return err
	}
	p := readPlaces(root)
	s.markdown = newMarkdown(p)
	snippets, err := s.readSnippets()
	if err != nil {
		return err
	}
	for _, surface := range s.Surfaces {
		r, err := contract{root: root, markdown: s.markdown, places: p, snippets: snippets, demo: s.Demo}.read(surface)
		if err != nil {
			return err
		}
		s.references = append(s.references, r)
	}
	return nil
}

// within returns the pages of a reference, in order.
func (r *reference) within() []navEntry {
	var all []navEntry
	for _, g := range r.Groups {
		all = append(all, navEntry{Title: g.Title, Address: g.Path, Line: firstSentence(oneLine(g.Description.Text))})
	}
	if len(r.Shared) > 0 {
		all = append(all, navEntry{Title: sharedTitle, Address: r.Path + "/answers", Line: sharedLine})
	}
	return append(all, navEntry{Title: "Objects", Address: r.Path + "/objects", Line: objectsLine})
}

const (
	sharedTitle = "Errors of many operations"
	sharedLine  = "What more than one operation answers."
	objectsLine = "What requests and answers are made of, member by member."
)

// referenceView is the overview of a surface.
type referenceView struct {
	*reference
	Postman string
}

// referencePages makes an overview and a page for each group of every surface, and a page that lists
// all operations.
func (s *site) referencePages() error {
	slices.SortStableFunc(s.references, func(a, b *reference) int { return s.position(a.Path) - s.position(b.Path) })
	for _, r := range s.references {
		if err := s.referencePage(r); err != nil {
			return err
		}
	}
	lead := "The operations of all surfaces, with the permission that each needs."
	return s.show("operations", view{Title: "All operations", Lead: lead, Path: "/docs/reference", Entry: "/docs/reference", Main: s.references}, "")
}

func (s *site) referencePage(r *reference) error {
	type made struct {
		template string
		view     view
	}
	all := []made{{"surface", view{Title: r.Title, Lead: r.Lead, Path: r.Path, Main: referenceView{r, s.postman(r.Name)}}}}
	for i := range r.Groups {
		g := &r.Groups[i]
		all = append(all, made{"group", view{Title: g.Title, Lead: oneLine(g.Description.Text), Path: g.Path, Operations: g.Operations, Main: g}})
	}
	if len(r.Shared) > 0 {
		all = append(all, made{"answers", view{Title: sharedTitle, Lead: sharedLine, Path: r.Path + "/answers", Main: r}})
	}
	all = append(all, made{"objects", view{Title: "Objects", Lead: objectsLine, Path: r.Path + "/objects", Main: r}})
	for _, m := range all {
		m.view.Entry = r.Path
		if m.view.Path != r.Path {
			m.view.Surface = r.Title
		}
		if err := s.show(m.template, m.view, ""); err != nil {
			return err
		}
	}
	s.findReference(r)
	return nil
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

// problemView is a problem with the operations that can return it.
type problemView struct {
	Problem
	Operations []*operation
}

// permissionView is a permission with the operations that require it.
type permissionView struct {
	Permission
	Anchor     string
	Operations []*operation
}

// those returns the operations of all surfaces that meet a condition.
func (s *site) those(wanted func(*operation) bool) []*operation {
	var picked []*operation
	for _, r := range s.references {
		r.eachOperation(func(o *operation) {
			if wanted(o) {
				picked = append(picked, o)
			}
		})
	}
	return picked
}

// catalogues makes a page for each problem, and the page of the permissions.
func (s *site) catalogues() error {
	var problems []problemView
	for _, p := range s.Problems {
		v := problemView{p, s.those(func(o *operation) bool { return slices.Contains(o.Codes, p.Code) })}
		problems = append(problems, v)
		at := "/problems/" + p.Code
		s.index = append(s.index, found{Title: p.Title, Kind: "Problem", Address: at, Words: p.Code, Text: p.Meaning + " " + p.Remedy})
		if err := s.show("problem", view{Title: p.Title, Lead: p.Meaning, Path: at, Entry: "/problems", Main: v}, ""); err != nil {
			return err
		}
	}
	lead := "What the errors of the native API mean, and what to do. The type of an error leads to its entry, and code is its short form for programs: it keeps its meaning for ever."
	if err := s.show("problems", view{Title: "Problems", Lead: lead, Path: "/problems", Entry: "/problems", Main: problems}, ""); err != nil {
		return err
	}
	var permissions []permissionView
	for _, p := range s.Permissions {
		v := permissionView{p, permissionAnchor(p.Name), s.those(func(o *operation) bool { return o.Permission == p.Name })}
		permissions = append(permissions, v)
		s.index = append(s.index, found{Title: p.Name, Kind: "Permission", Address: "/docs/permissions#" + v.Anchor, Text: p.Meaning})
	}
	lead = "What API keys and users can hold, and which operations ask for it."
	return s.show("permissions", view{Title: "Permissions", Lead: lead, Path: "/docs/permissions", Entry: "/docs/permissions", Main: permissions}, "")
}

// downloads adds the Postman collection, if the binary contains it.
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

// postman returns the address of the surface's own collection, else of the one with all surfaces.
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

// lists writes llms.txt, which lists the Markdown of every page.
func (s *site) lists() error {
	var b strings.Builder
	if err := s.mirrors.ExecuteTemplate(&b, "llms.md", s); err != nil {
		return err
	}
	p := page("text/plain; charset=utf-8", s.based([]byte(b.String()), linkInMarkdown))
	s.pages["/llms.txt"], s.pages["/docs/llms.txt"] = p, p
	return nil
}

// Navigation returns the groups that llms.txt lists.
func (s *site) Navigation() []navGroup { return s.nav }

// toMirror returns the address of the Markdown of a page of this site.
func toMirror(at string) string {
	file, anchor, anchored := strings.Cut(at, "#")
	page := file == "/docs" || strings.HasPrefix(file, "/docs/") && path.Ext(file) == "" || file == "/problems" || strings.HasPrefix(file, "/problems/")
	if !page {
		return at
	}
	if anchored {
		// Renderers of Markdown write the anchors of headings in lower case.
		return file + ".md#" + strings.ToLower(anchor)
	}
	return file + ".md"
}
