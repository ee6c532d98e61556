// Package docs makes the documentation that the binary serves: guides from the Markdown
// of the repository, a reference of each surface from the contract, a page a group of
// operations, the catalogue of problems and of permissions, an index to search, and each
// page as Markdown too. It knows no HTTP.
//
// The reference is made here, and not by a library, since those that we looked at (Scalar
// 1.46, Stoplight Elements 9.0, Redoc 2.5 and Swagger UI 5.35, in November 2026) are a script
// that draws the page in the browser:
//
//   - Without JavaScript there is nothing to read, search engines and programs included. Here
//     only Try it, the search and the buttons to copy need it.
//   - A script of 3.6, 2.1, 1.1 or 1.7 MB, and 0.9 MB of contract, come before the first word.
//     The largest page here has 25 kB, compressed, and most have less than 10.
//   - Scalar under this Policy shows an empty page: it wants inline styles and writes markup,
//     against require-trusted-types-for, which is what keeps a stored text from becoming a
//     script on the origin of the API. Its Try it goes through a proxy of its maker.
//   - What a caller has to know here is in members of our own (x-permission, x-boundary,
//     x-session, x-not-served), and each needs a plugin there.
//
// What it costs is the reading of schemas (value.go, reference.go) and the templates.
package docs

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"regexp"
	"strings"
	text "text/template"
)

// Input is what the pages are made of.
type Input struct {
	Documents   fs.FS    // docs/*.md and CHANGELOG.md
	Contract    []byte   // the bundle as JSON
	Surfaces    []string // their names
	Problems    []Problem
	Permissions []Permission
	Postman     fs.FS // files to download; may be nil
	Snippets    fs.FS // snippets.LANGUAGE.json of each SDK; may be nil
	Demo        *Demo // nil: a server of somebody's own
	// Base is the path below which people reach this site, such as /id; empty: none. The
	// links of the pages have it, their names do not.
	Base string
}

// Demo is what a demo shows, so that its examples can be sent as they stand.
type Demo struct {
	Key  string            // a sentence that says where its key is
	Live map[string]string // what stands in examples, and what is on this server in its place
}

// live puts what is on this server in the place of what stands in examples.
func (d *Demo) live(text []byte) []byte {
	if d == nil {
		return text
	}
	for example, here := range d.Live { // none is part of another
		text = bytes.ReplaceAll(text, []byte(example), []byte(here))
	}
	return text
}

// Problem is an entry of the catalogue of problems.
type Problem struct {
	Code, Title, Meaning, Remedy string
	Status                       int
}

// Permission is an entry of the catalogue of permissions.
type Permission struct{ Name, Meaning string }

// Page is one answer, ready to send.
type Page struct {
	Type       string
	Body       []byte
	Compressed []byte // with gzip, if that is shorter
	ETag       string
	Lasting    bool   // its address changes with its content
	Location   string // where it has moved, if not empty
}

//go:embed pages
var files embed.FS

// Palette are the colours of every page, light and dark.
//
//go:embed pages/palette.css
var Palette string

// Policy is the Content-Security-Policy of the pages: nothing is loaded from elsewhere,
// nothing inline runs, and no script can write markup.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

// site collects the pages while they are made.
type site struct {
	Input
	markdown   *markdown
	template   *template.Template
	mirrors    *text.Template // of the pages as Markdown
	pages      map[string]Page
	nav        []navGroup
	references []*reference
	index      []found
	// Addresses of what every page loads.
	style, script, icon string
}

// New makes all pages, by their paths.
func New(in Input) (map[string]Page, error) {
	if in.Documents == nil || len(in.Contract) == 0 || len(in.Surfaces) == 0 || len(in.Problems) == 0 || len(in.Permissions) == 0 {
		return nil, errors.New("docs: Documents, Contract, Surfaces, Problems and Permissions are required")
	}
	s := &site{Input: in, pages: map[string]Page{}}
	for _, step := range []func() error{s.assets, s.readReferences, s.readNav, s.guides, s.referencePages, s.catalogues, s.downloads, s.lists, s.search} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("docs: %w", err)
		}
	}
	return s.pages, nil
}

// assets reads templates, style and script. The latter two carry their digest in the
// address, so that browsers need not ask for them again.
func (s *site) assets() error {
	var err error
	if s.template, err = template.New("").Funcs(template.FuncMap{"lower": strings.ToLower, "slug": slug, "inline": s.inline, "plain": unmarked}).ParseFS(files, "pages/*.html"); err != nil {
		return err
	}
	words := text.FuncMap{"lower": strings.ToLower, "line": oneLine, "fields": fieldList, "rules": ruleList, "mirror": toMirror}
	if s.mirrors, err = text.New("").Funcs(words).ParseFS(files, "pages/*.md"); err != nil {
		return err
	}
	for _, a := range []struct {
		address         *string
		name, mediaType string
		parts           []string
	}{
		{&s.icon, "icon.svg", "image/svg+xml", []string{"icon.svg"}},
		{&s.style, "docs.css", "text/css; charset=utf-8", []string{"palette.css", "docs.css"}},
		{&s.script, "docs.js", "text/javascript; charset=utf-8", []string{"read.js", "try.js", "search.js"}},
	} {
		var whole []byte
		for _, part := range a.parts {
			raw, err := files.ReadFile("pages/" + part)
			if err != nil {
				return err
			}
			whole = append(whole, raw...)
		}
		*a.address = s.asset(a.name, a.mediaType, whole)
	}
	return nil
}

func (s *site) asset(file, mediaType string, body []byte) string {
	p := page(mediaType, body)
	p.Lasting = true
	name, ending, _ := strings.Cut(file, ".")
	address := "/docs/assets/" + name + "." + strings.Trim(p.ETag, `"`)[:12] + "." + ending
	s.pages[address] = p
	return address
}

// page makes an answer of a body.
func page(mediaType string, body []byte) Page {
	sum := sha256.Sum256(body)
	p := Page{Type: mediaType, Body: body, ETag: `"` + hex.EncodeToString(sum[:16]) + `"`}
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return p
	}
	if _, err := w.Write(body); err != nil || w.Close() != nil {
		return p
	}
	if b.Len() < len(body) {
		p.Compressed = b.Bytes()
	}
	return p
}

// view is what every template is given.
type view struct {
	Title, Lead         string
	Path                string
	Surface             string // the title of the reference that this is a page of
	Entry               string // of the navigation, that this page belongs to
	Nav                 []navGroup
	Contents            []heading
	Operations          []operation // of this page, for the navigation
	Previous, Next      *navEntry
	Demo                *Demo
	Style, Script, Icon string
	Mirror              string
	Main                any
}

// show renders a page and its mirror, and lists it. Without a mirror of its own it has one
// made by the template of the same name.
func (s *site) show(name string, v view, mirror string) error {
	v.Nav, v.Style, v.Script, v.Icon, v.Mirror, v.Demo = s.nav, s.style, s.script, s.icon, v.Path+".md", s.Demo
	v.Lead = capital(v.Lead)
	v.Previous, v.Next = s.beside(v.Path)
	var b, m bytes.Buffer
	if err := s.template.ExecuteTemplate(&b, name+".html", v); err != nil {
		return fmt.Errorf("%s: %w", v.Path, err)
	}
	if mirror != "" {
		m.WriteString(mirror)
	} else if err := s.mirrors.ExecuteTemplate(&m, name+".md", v); err != nil {
		return fmt.Errorf("%s: %w", v.Mirror, err)
	}
	if _, twice := s.pages[v.Path]; twice {
		return fmt.Errorf("two pages at %s", v.Path)
	}
	s.pages[v.Path] = page("text/html; charset=utf-8", s.based(b.Bytes(), linkInHTML))
	s.pages[v.Mirror] = page("text/markdown; charset=utf-8", s.based(m.Bytes(), linkInMarkdown))
	return nil
}

// inline renders a sentence of Markdown.
func (s *site) inline(source string) template.HTML {
	html := strings.TrimSpace(string(s.markdown.prose(source).HTML))
	return template.HTML(strings.TrimSuffix(strings.TrimPrefix(html, "<p>"), "</p>")) // escaped by goldmark
}

// unmarked is a sentence of Markdown without its marks for code.
func unmarked(source string) string { return strings.ReplaceAll(source, "`", "") }

// Links from the root, as templates and Markdown write them. A quote in a text is escaped,
// so it makes no attribute.
var (
	linkInHTML     = regexp.MustCompile(`( (?:href|src|data-path|data-index)=")/`)
	linkInMarkdown = regexp.MustCompile(`(\]\()/`)
)

// based puts the base before each link from the root: in one place, since one that was
// forgotten leads to another application of the same host.
func (s *site) based(body []byte, link *regexp.Regexp) []byte {
	if s.Base == "" {
		return body
	}
	return link.ReplaceAll(body, []byte("${1}"+s.Base+"/"))
}
