package docs

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// navGroup is a part of the navigation, for one kind of reader.
type navGroup struct {
	Title   string
	Entries []navEntry
}

type navEntry struct {
	Title, Address, Line string
	Within               []navEntry // the pages of a reference
}

// readNav reads the navigation from docs/index.md: its headings are the groups, and the links in its
// lists are the entries. Documents that it does not list come last.
func (s *site) readNav() error {
	source, err := fs.ReadFile(s.Documents, "docs/index.md")
	if err != nil {
		return err
	}
	s.nav = s.readGroups(string(source))
	if len(s.nav) == 0 {
		return errors.New("docs/index.md lists nothing")
	}
	more := navGroup{Title: "More"}
	all, err := fs.Glob(s.Documents, "docs/*.md")
	if err != nil {
		return err
	}
	for _, file := range all {
		at := s.markdown.address(path.Base(file))
		if at == "/docs" || s.entry(at) != nil {
			continue
		}
		d, err := s.read(file)
		if err != nil {
			return err
		}
		more.Entries = append(more.Entries, navEntry{Title: d.Title, Address: at, Line: firstSentence(d.Lead)})
	}
	for _, r := range s.references {
		if s.entry(r.Path) == nil {
			more.Entries = append(more.Entries, navEntry{Title: r.Name, Address: r.Path})
		}
	}
	if len(more.Entries) > 0 {
		s.nav = append(s.nav, more)
	}
	for _, r := range s.references {
		e := s.entry(r.Path)
		r.Title, r.Lead, e.Within = e.Title, e.Line, r.within()
	}
	return nil
}

// readGroups reads "## Group" and "- [Title](link): line".
func (s *site) readGroups(source string) []navGroup {
	var groups []navGroup
	for line := range strings.Lines(source) {
		line = strings.TrimRight(line, "\n")
		if title, ok := strings.CutPrefix(line, "## "); ok {
			groups = append(groups, navGroup{Title: title})
			continue
		}
		if len(groups) == 0 {
			continue
		}
		entries := &groups[len(groups)-1].Entries
		if rest, ok := strings.CutPrefix(line, "- ["); ok {
			title, rest, _ := strings.Cut(rest, "](")
			link, words, _ := strings.Cut(rest, ")")
			*entries = append(*entries, navEntry{Title: title, Address: s.markdown.address(link), Line: strings.TrimLeft(words, ": ")})
		} else if strings.HasPrefix(line, "  ") && len(*entries) > 0 {
			last := &(*entries)[len(*entries)-1]
			last.Line = strings.TrimSpace(last.Line + " " + strings.TrimSpace(line))
		}
	}
	return slices.DeleteFunc(groups, func(g navGroup) bool { return len(g.Entries) == 0 })
}

func (s *site) entry(at string) *navEntry {
	for g := range s.nav {
		for e := range s.nav[g].Entries {
			if s.nav[g].Entries[e].Address == at {
				return &s.nav[g].Entries[e]
			}
		}
	}
	return nil
}

// beside returns the entries before and after a page in the navigation.
func (s *site) beside(at string) (previous, next *navEntry) {
	var all []navEntry
	for _, g := range s.nav {
		for _, e := range g.Entries {
			all = append(append(all, e), e.Within...)
		}
	}
	here := slices.IndexFunc(all, func(e navEntry) bool { return e.Address == at })
	if here > 0 {
		previous = &all[here-1]
	}
	if here >= 0 && here+1 < len(all) {
		next = &all[here+1]
	}
	return previous, next
}

func (s *site) read(file string) (*document, error) {
	source, err := fs.ReadFile(s.Documents, file)
	if err != nil {
		return nil, err
	}
	d, err := s.markdown.document(source)
	if err != nil {
		return nil, &fs.PathError{Op: "render", Path: file, Err: err}
	}
	return d, nil
}

// guides makes a page from each document.
func (s *site) guides() error {
	all, err := fs.Glob(s.Documents, "docs/*.md")
	if err != nil {
		return err
	}
	for _, file := range append(all, "CHANGELOG.md") {
		at := s.markdown.address(path.Base(file))
		if file == "CHANGELOG.md" {
			at = "/docs/changelog"
		}
		if at == "/problems" { // this page is made from the catalogue
			s.pages["/docs/problems"] = Page{Location: "/problems"}
			s.pages["/docs/problems.md"] = Page{Location: "/problems.md"}
			continue
		}
		d, err := s.read(file)
		if err != nil {
			return err
		}
		source, err := fs.ReadFile(s.Documents, file)
		if err != nil {
			return err
		}
		v := view{Title: d.Title, Lead: firstSentence(d.Lead), Path: at, Entry: at, Contents: d.Headings, Main: d.HTML}
		name := "guide"
		if at == "/docs" {
			name = "index"
		}
		s.find(d, at)
		if err := s.show(name, v, s.mirrored(string(source))); err != nil {
			return err
		}
	}
	return nil
}

// mirrored returns a document with links to this site: links to a page lead to its Markdown.
func (s *site) mirrored(source string) string {
	var b strings.Builder
	fenced := false
	for line := range strings.Lines(source) {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		}
		if strings.HasPrefix(line, "<!--") && strings.HasSuffix(strings.TrimSpace(line), "-->") && !fenced {
			continue // marks for tests
		}
		rest := line
		for {
			before, after, found := strings.Cut(rest, "](")
			b.WriteString(before)
			if !found {
				break
			}
			link, tail, closed := strings.Cut(after, ")")
			if !closed || fenced {
				b.WriteString("](" + after)
				break
			}
			b.WriteString("](" + toMirror(s.markdown.address(link)) + ")")
			rest = tail
		}
	}
	return b.String()
}
