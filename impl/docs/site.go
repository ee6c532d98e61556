// Package docs makes the documentation that the binary serves: guides from the Markdown files of
// the repository, a reference of each surface from the contract, the catalogues of problems and
// permissions, an index to search, and each page as Markdown too.
//
// Input is what the pages are made from; New returns all of them by path, as a Page that is ready
// to send. The navigation comes from docs/index.md. impl/server serves the pages.
//
// The pages can be read without JavaScript, load nothing from other hosts, and follow Policy, the
// strictest Content-Security-Policy that they can have. The package must not use HTTP or the service: pages
// depend on the contract and the documents only, so they can be built and tested alone.
//
// The reference is made here and not by a library. The libraries that were tried (Scalar 1.46,
// Stoplight Elements 9.0, Redoc 2.5 and Swagger UI 5.35, in November 2026) are scripts that draw the
// page in the browser:
//
//   - Without JavaScript they show nothing, also to search engines and other programs. Here only Try
//     it, the search and the copy buttons need it.
//   - They load a script of 3.6, 2.1, 1.1 or 1.7 MB and 0.9 MB of contract before the first word. The
//     largest page here has 25 kB, compressed, and most have less than 10.
//   - Scalar shows an empty page under this Policy: it needs inline styles and writes markup, which
//     require-trusted-types-for forbids, so that a stored text cannot become a script on the origin of
//     the API. Its Try it uses a proxy of its vendor.
//   - Much that a caller must know is in extensions of this contract (x-permission, x-boundary,
//     x-session, x-not-served), and each would need a plugin.
//
// The price is the reading of schemas (value.go, reference.go) and the templates.
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

// Input is what the pages are made from.
type Input struct {
	Documents   fs.FS    // docs/*.md and CHANGELOG.md
	Contract    []byte   // the bundle as JSON
	Surfaces    []string // their names
	Problems    []Problem
	Permissions []Permission
	Postman     fs.FS // files to download; may be nil
	Snippets    fs.FS // snippets.LANGUAGE.json of each SDK; may be nil
	Demo        *Demo // nil: not a demo
	// Base is the path of this site in its public URL, such as /id; empty: none. The links of the
	// pages have it, their names do not.
	Base string
}

// Demo has the values of a demo, so that its examples can be sent unchanged.
type Demo struct {
	Key  string            // a sentence about where the key is
	Live map[string]string // values of this server by the values in examples
}

// live replaces the values of examples by those of this server.
func (d *Demo) live(text []byte) []byte {
	if d == nil {
		return text
	}
	for example, here := range d.Live { // no value is part of another one
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
	Lasting    bool   // the address changes with the content
	Location   string // the new address of a page that has moved
}

//go:embed pages
var files embed.FS

// Palette are the colours of every page, light and dark.
//
//go:embed pages/palette.css
var Palette string

// Policy is the Content-Security-Policy of the pages: nothing is loaded from other hosts, no inline
// script runs, and no script can write markup.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

// site collects the pages.
type site struct {
	Input
	markdown   *markdown
	template   *template.Template
	mirrors    *text.Template // of the pages as Markdown
	pages      map[string]Page
	nav        []navGroup
	references []*reference
	index      []found
	// The addresses of the files that every page loads.
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

// assets reads templates, style and script. The addresses of style and script contain their digest,
// so that browsers can cache them forever.
func (s *site) assets() error {
	var err error
	if s.template, err = template.New("").Funcs(template.FuncMap{"lower": strings.ToLower, "slug": slug, "permissionAnchor": permissionAnchor, "inline": s.inline, "plain": unmarked}).ParseFS(files, "pages/*.html"); err != nil {
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

// page makes a Page from a body.
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

// view is the data of every template.
type view struct {
	Title, Lead         string
	Path                string
	Surface             string // the title of the page's reference
	Entry               string // the page's entry of the navigation
	Nav                 []navGroup
	Contents            []heading
	Operations          []operation // the operations of this page, for the navigation
	Previous, Next      *navEntry
	Demo                *Demo
	Style, Script, Icon string
	Mirror              string
	Main                any
}

// show renders a page and its Markdown, and lists it. A page without Markdown of its own gets it
// from the template of the same name.
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

// unmarked returns a sentence of Markdown without its marks for code.
func unmarked(source string) string { return strings.ReplaceAll(source, "`", "") }

// Links from the root, as templates and Markdown write them. Quotes in texts are escaped, so these
// match attributes only.
var (
	linkInHTML     = regexp.MustCompile(`( (?:href|src|data-path|data-index)=")/`)
	linkInMarkdown = regexp.MustCompile(`(\]\()/`)
)

// based puts the base before each link from the root. It is done in one place, since a forgotten
// link would lead to another application of the same host.
func (s *site) based(body []byte, link *regexp.Regexp) []byte {
	if s.Base == "" {
		return body
	}
	return link.ReplaceAll(body, []byte("${1}"+s.Base+"/"))
}
