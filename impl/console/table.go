package console

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/getkin/kin-openapi/openapi3"
)

const (
	mostColumns  = 6  // of a table without x-columns
	between      = 2  // blanks between columns
	leastOfAText = 12 // the shortest width of a cut text
	cutMark      = "…"
)

// column is a member of each item.
type column struct {
	path   []string
	schema *openapi3.Schema // nil: not declared
	cells  []string         // the heading is the first one
	width  int
}

// columnsOf returns the members that a table shows: x-columns, else the first simple ones. The
// first one is the most important.
func columnsOf(s *openapi3.Schema) []string {
	var columns []string
	if named, ok := s.Extensions["x-columns"].([]any); ok {
		for _, c := range named {
			columns = append(columns, fmt.Sprint(c))
		}
		return columns
	}
	members := membersOf(s, map[string]bool{})
	names := sorted(members)
	if i := slices.Index(names, "id"); i > 0 {
		names = slices.Concat([]string{"id"}, slices.Delete(slices.Clone(names), i, i+1))
	}
	for _, name := range names {
		if k := kindOf(members[name]); k < texts && len(columns) < mostColumns {
			columns = append(columns, name)
		}
	}
	return columns
}

// memberAt returns the schema of a member at a path, or nil.
func memberAt(s *openapi3.Schema, path []string) *openapi3.Schema {
	for _, name := range path {
		if s == nil {
			return nil
		}
		s = membersOf(s, map[string]bool{})[name]
	}
	return s
}

func (k *call) table(items *openapi3.Schema, raw []byte) error {
	var p struct {
		Items []map[string]any `json:"items"`
		Next  string           `json:"nextCursor"`
	}
	if err := decode(raw, &p); err != nil {
		return err
	}
	var columns []*column
	for _, name := range columnsOf(items) {
		c := &column{path: strings.Split(name, "."), cells: []string{heading(name)}}
		c.schema = memberAt(items, c.path)
		for _, item := range p.Items {
			c.cells = append(c.cells, c.cell(at(item, c.path)))
		}
		for _, text := range c.cells {
			c.width = max(c.width, utf8.RuneCountInString(text))
		}
		columns = append(columns, c)
	}
	left := ""
	if width := k.console.Width(); width > 0 && !k.given.on("wide") {
		columns, left = fit(columns, width)
	}
	for n := range len(p.Items) + 1 {
		if _, err := fmt.Fprintln(k.console.Out, row(columns, n)); err != nil {
			return err
		}
	}
	if left != "" {
		fmt.Fprintln(k.console.Err, "Not everything fits: "+left+" shortened or left out; --wide shows all.")
	}
	if p.Next != "" {
		fmt.Fprintln(k.console.Err, "There is more: --all, or --cursor "+visible(p.Next))
	}
	return nil
}

func row(columns []*column, n int) string {
	var b strings.Builder
	for _, c := range columns {
		text := c.cells[n]
		b.WriteString(text + strings.Repeat(" ", max(0, c.width-utf8.RuneCountInString(text))+between))
	}
	return strings.TrimRight(b.String(), " ")
}

// fraction matches the fraction of a second, which no table shows.
var fraction = regexp.MustCompile(`\.[0-9]+Z$`)

// cell returns a value for a table: times in seconds, and records with their main member first.
func (c *column) cell(v any) string {
	text, isText := v.(string)
	list, isList := v.([]any)
	switch {
	case isText && c.schema != nil && c.schema.Format == "date-time":
		return cell(fraction.ReplaceAllString(text, "Z"))
	case isList && len(list) > 0 && c.schema != nil && c.schema.Items != nil && kindOf(c.schema) == records:
		var parts []string
		for _, r := range list {
			parts = append(parts, brief(c.schema.Items.Value, r))
		}
		return strings.Join(parts, ", ")
	}
	return cell(v)
}

// brief returns a record in the syntax of its flag: its text and the names of the members that are
// true, such as jane@example.com,primary,verified. A record of several texts is shown in full.
func brief(item *openapi3.Schema, v any) string {
	record, ok := v.(map[string]any)
	subject, marks := "", ""
	members := membersOf(item, map[string]bool{})
	for _, name := range sorted(members) {
		switch value := record[name].(type) {
		case string:
			ok = ok && subject == ""
			subject = cell(value)
		case bool:
			if value {
				marks += "," + flagName(name)
			}
		case nil:
		default:
			ok = false
		}
	}
	if !ok || subject == "" {
		return cell(v)
	}
	return subject + marks
}

// whole tells whether a column must not be cut: ids are copied, and times, numbers and enumerations
// are short.
func (c *column) whole() bool {
	if c.path[len(c.path)-1] == "id" || strings.HasSuffix(c.path[len(c.path)-1], "Id") || c.schema == nil {
		return true
	}
	switch kindOf(c.schema) {
	case text:
		return c.schema.Format == "date-time" || len(choices(c.schema)) > 0
	case texts, records, pairs:
		return false
	}
	return true
}

// least returns the width that a column needs.
func (c *column) least() int {
	if c.whole() {
		return c.width
	}
	return min(c.width, max(leastOfAText, utf8.RuneCountInString(c.cells[0])))
}

// fit removes columns from the end until the rest fits, and gives the remaining width to the texts,
// from the first. It returns the names of the columns that are missing or cut.
func fit(columns []*column, width int) (kept []*column, left string) {
	room := func(n int) int {
		free := width - between*(n-1)
		for _, c := range columns[:n] {
			free -= c.least()
		}
		return free
	}
	n := len(columns)
	for n > 1 && room(n) < 0 {
		n--
	}
	free := max(0, room(n))
	var names []string
	for i, c := range columns {
		if i < n {
			given := min(free, c.width-c.least())
			free -= given
			if c.least()+given == c.width {
				continue
			}
			c.cut(c.least() + given)
		}
		names = append(names, c.cells[0])
	}
	return columns[:n], strings.Join(names, ", ")
}

func (c *column) cut(width int) {
	for i, text := range c.cells {
		if letters := []rune(text); len(letters) > width {
			c.cells[i] = string(letters[:width-1]) + cutMark
		}
	}
	c.width = width
}
