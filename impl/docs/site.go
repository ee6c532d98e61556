// Package docs makes the documentation that the binary serves: guides from the Markdown
// of the repository, a reference of each surface from the contract, the catalogue of
// problems and of permissions, and each page as Markdown too. It knows no HTTP.
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
	// Base is the path below which people reach this site, such as /id; empty: none. The
	// links of the pages have it, their names do not.
	Base string
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
	pages      map[string]Page
	nav        []navGroup
	references []*reference
	// Addresses of what every page loads.
	style, script, icon string
}

// New makes all pages, by their paths.
func New(in Input) (map[string]Page, error) {
	if in.Documents == nil || len(in.Contract) == 0 || len(in.Surfaces) == 0 || len(in.Problems) == 0 || len(in.Permissions) == 0 {
		return nil, errors.New("docs: Documents, Contract, Surfaces, Problems and Permissions are required")
	}
	s := &site{Input: in, markdown: newMarkdown(), pages: map[string]Page{}}
	for _, step := range []func() error{s.assets, s.readReferences, s.readNav, s.guides, s.referencePages, s.catalogues, s.downloads, s.lists} {
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
	if s.template, err = template.New("").Funcs(template.FuncMap{"lower": strings.ToLower, "slug": slug}).ParseFS(files, "pages/*.html"); err != nil {
		return err
	}
	css, err := files.ReadFile("pages/docs.css")
	if err != nil {
		return err
	}
	js, err := files.ReadFile("pages/docs.js")
	if err != nil {
		return err
	}
	icon, err := files.ReadFile("pages/icon.svg")
	if err != nil {
		return err
	}
	s.icon = s.asset("icon", "svg", "image/svg+xml", icon)
	s.style = s.asset("docs", "css", "text/css; charset=utf-8", append([]byte(Palette), css...))
	s.script = s.asset("docs", "js", "text/javascript; charset=utf-8", js)
	return nil
}

func (s *site) asset(name, ending, mediaType string, body []byte) string {
	p := page(mediaType, body)
	p.Lasting = true
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
	Nav                 []navGroup
	Contents            []heading
	Within              []group // the operations of this page, for the navigation
	Style, Script, Icon string
	Mirror              string
	Main                any
}

// show renders a page and its mirror, and lists it.
func (s *site) show(name string, v view, mirror string) error {
	v.Nav, v.Style, v.Script, v.Icon, v.Mirror = s.nav, s.style, s.script, s.icon, v.Path+".md"
	v.Lead = capital(v.Lead)
	var b bytes.Buffer
	if err := s.template.ExecuteTemplate(&b, name, v); err != nil {
		return fmt.Errorf("%s: %w", v.Path, err)
	}
	if _, twice := s.pages[v.Path]; twice {
		return fmt.Errorf("two pages at %s", v.Path)
	}
	s.pages[v.Path] = page("text/html; charset=utf-8", s.based(b.Bytes(), linkInHTML))
	s.pages[v.Mirror] = page("text/markdown; charset=utf-8", s.based([]byte(mirror), linkInMarkdown))
	return nil
}

// Links from the root, as templates and Markdown write them. A quote in a text is escaped,
// so it makes no attribute.
var (
	linkInHTML     = regexp.MustCompile(`( (?:href|src|data-path)=")/`)
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

func capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
