package docs

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// blocks renders code with colours, tables that scroll, and headings with links.
type blocks struct{}

func (b blocks) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindFencedCodeBlock, b.code)
	r.Register(ast.KindCodeBlock, b.code)
	r.Register(ast.KindHeading, b.heading)
	r.Register(extast.KindTable, b.table)
}

func (blocks) code(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	var raw strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		raw.Write(line.Value(source))
	}
	language := "sh" // an indented block is a shell session
	if f, ok := n.(*ast.FencedCodeBlock); ok {
		language = string(f.Language(source))
	}
	_, _ = w.WriteString(`<pre class="code"><code>` + string(coloured(language, strings.TrimRight(raw.String(), "\n"))) + "</code></pre>\n")
	return ast.WalkSkipChildren, nil
}

// coloured marks comments, and the parts of JSON.
func coloured(language, code string) template.HTML {
	if language == "json" {
		if o, err := readJSON([]byte(code)); err == nil {
			var s sentence
			s.indented(o, "")
			return template.HTML(s.html.String())
		}
	}
	mark := map[string]string{"sh": "#", "bash": "#", "shell": "#", "console": "#", "yaml": "#", "python": "#", "ini": "#", "go": "//", "js": "//", "ts": "//", "typescript": "//", "java": "//"}[language]
	var s sentence
	for i, line := range strings.Split(code, "\n") {
		if i > 0 {
			s.plain("\n")
		}
		at := comment(line, mark)
		s.plain(line[:at])
		if at < len(line) {
			s.as("c", line[at:])
		}
	}
	return template.HTML(s.html.String()) // escaped piece by piece
}

// comment returns where the comment of a line begins: at its start or after a blank, outside quotes.
func comment(line, mark string) int {
	if mark == "" {
		return len(line)
	}
	quote := byte(0)
	for i := range len(line) {
		switch {
		case quote != 0:
			if line[i] == quote {
				quote = 0
			}
		case line[i] == '\'' || line[i] == '"':
			quote = line[i]
		case strings.HasPrefix(line[i:], mark) && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t'):
			return i
		}
	}
	return len(line)
}

func (blocks) heading(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	h := n.(*ast.Heading)
	level := string(rune('0' + h.Level))
	id, anchored := h.AttributeString("id")
	anchor := ""
	if anchored {
		anchor = template.HTMLEscapeString(string(id.([]byte)))
	}
	switch {
	case entering && anchored:
		_, _ = w.WriteString(`<h` + level + ` id="` + anchor + `"><a class="self" href="#` + anchor + `">`)
	case entering:
		_, _ = w.WriteString(`<p class="subhead">`) // the level of the heading would not fit the page
	case anchored:
		_, _ = w.WriteString(`</a></h` + level + ">\n")
	default:
		_, _ = w.WriteString("</p>\n")
	}
	return ast.WalkContinue, nil
}

func (blocks) table(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		// A scrollable region must be reachable by the keyboard (WCAG 2.1.1), and needs a unique name.
		number := 1
		for before := n.PreviousSibling(); before != nil; before = before.PreviousSibling() {
			if before.Kind() == extast.KindTable {
				number++
			}
		}
		_, _ = fmt.Fprintf(w, `<div class="scroll" role="region" aria-label="Table %d" tabindex="0"><table>`+"\n", number)
	} else {
		_, _ = w.WriteString("</table></div>\n")
	}
	return ast.WalkContinue, nil
}
