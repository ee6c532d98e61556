package docs

import (
	"bytes"
	"fmt"
	"html/template"
	"path"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// prose is a Markdown text together with its HTML.
type prose struct {
	Text string
	HTML template.HTML
}

// markdown turns Markdown into pages. Raw HTML is removed: the comments in documents are for tests,
// and other HTML is not permitted.
type markdown struct {
	pages  goldmark.Markdown // with anchors at headings
	pieces goldmark.Markdown // parts of a page that has its own anchors
	places places
}

// repository is the base of links to files that this binary does not serve.
const repository = "https://github.com/rekeyhq/rekey/blob/main/"

func newMarkdown(p places) *markdown {
	m := &markdown{places: p}
	build := func(options ...parser.Option) goldmark.Markdown {
		options = append(options, parser.WithASTTransformers(util.Prioritized(links{m}, 100)))
		return goldmark.New(
			// By attribute, since the policy forbids styles in the markup.
			goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute))),
			goldmark.WithParserOptions(options...),
			goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(blocks{}, 100))),
		)
	}
	m.pages, m.pieces = build(parser.WithAutoHeadingID()), build()
	return m
}

// prose renders a description of the contract.
func (m *markdown) prose(source string) prose {
	var b bytes.Buffer
	if err := m.pieces.Convert([]byte(source), &b); err != nil { // writing to memory does not fail
		return prose{Text: source, HTML: template.HTML(template.HTMLEscapeString(source))}
	}
	return prose{Text: source, HTML: template.HTML(b.String())} // goldmark escapes; raw HTML is removed
}

// heading is an entry of a page's contents.
type heading struct{ Anchor, Title string }

// document is one Markdown file.
type document struct {
	Title    string
	Lead     string // its first paragraph, as plain text
	HTML     template.HTML
	Headings []heading // of the second level
	Sections []passage // the text below each heading
}

// passage is the text below a heading.
type passage struct {
	heading
	Text string
}

// document renders a file without its title, which the page shows.
func (m *markdown) document(source []byte) (*document, error) {
	root := m.pages.Parser().Parse(text.NewReader(source))
	d := &document{Sections: make([]passage, 1)}
	var title ast.Node
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			words := plain(n, source)
			if n.Level == 1 && title == nil {
				title, d.Title = n, words
			}
			id, ok := n.AttributeString("id")
			if !ok || n.Level == 1 {
				continue
			}
			h := heading{Anchor: string(id.([]byte)), Title: words}
			d.Sections = append(d.Sections, passage{heading: h})
			if n.Level == 2 {
				d.Headings = append(d.Headings, h)
			}
			continue
		case *ast.Paragraph:
			if d.Lead == "" {
				d.Lead = plain(n, source)
			}
		}
		d.Sections[len(d.Sections)-1].Text += " " + plain(n, source)
	}
	if title == nil {
		return nil, fmt.Errorf("it has no title")
	}
	root.RemoveChild(root, title)
	var b bytes.Buffer
	if err := m.pages.Renderer().Render(&b, source, root); err != nil {
		return nil, err
	}
	d.HTML = template.HTML(b.String()) // goldmark escapes; raw HTML is removed
	return d, nil
}

// plain returns the text of a node without Markdown.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.Write(t.Segment.Value(source))
			if t.SoftLineBreak() || t.HardLineBreak() {
				b.WriteByte(' ')
			}
			return ast.WalkContinue, nil
		}
		if n.Type() == ast.TypeBlock {
			b.WriteByte(' ') // separates cells and items
			if entering && n.IsRaw() {
				b.Write(n.Lines().Value(source))
			}
		}
		return ast.WalkContinue, nil
	})
	return oneLine(b.String())
}

// links rewrites a document: links to files of the repository lead to their pages, and raw HTML is
// removed.
type links struct{ *markdown }

func (l links) Transform(root *ast.Document, _ text.Reader, _ parser.Context) {
	var gone []ast.Node
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			n.Destination = []byte(l.address(string(n.Destination)))
		case *ast.HTMLBlock, *ast.RawHTML:
			gone = append(gone, n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range gone {
		n.Parent().RemoveChild(n.Parent(), n)
	}
}

// address returns the target of a link in docs/ on this site. The documents link to each other, to
// the changelog and to the specs as files of the repository.
func (m *markdown) address(link string) string {
	if strings.Contains(link, "://") || strings.HasPrefix(link, "/") || strings.HasPrefix(link, "#") || strings.HasPrefix(link, "mailto:") {
		return link
	}
	file, anchor, anchored := strings.Cut(link, "#")
	if anchored {
		anchor = "#" + anchor
	}
	file = path.Join("docs", file)
	name, isDocument := strings.CutSuffix(strings.TrimPrefix(file, "docs/"), ".md")
	spec, isSpec := strings.CutSuffix(strings.TrimPrefix(file, "openapi/"), ".yaml")
	switch {
	case file == "docs/problems.md" && anchored:
		return "/problems/" + anchor[1:]
	case file == "docs/problems.md":
		return "/problems"
	case file == "docs/index.md":
		return "/docs" + anchor
	case file == "CHANGELOG.md":
		return "/docs/changelog" + anchor
	case file == "openapi/openapi.yaml":
		return "/docs/reference"
	case file == "impl/caller/permissions.go":
		return "/docs/permissions" + anchor
	case file == "gen/openapi/openapi.json":
		return "/" + path.Base(file)
	case strings.HasPrefix(file, "gen/postman/"):
		return "/docs/postman/" + path.Base(file)
	case isSpec && strings.HasPrefix(file, "openapi/") && spec != "problems":
		surface, _, _ := strings.Cut(spec, "/") // a surface can consist of several files
		return m.places.at(surface, strings.TrimPrefix(anchor, "#"))
	case isDocument && strings.HasPrefix(file, "docs/") && !strings.Contains(name, "/"):
		return "/docs/" + name + anchor
	}
	return repository + file + anchor
}
