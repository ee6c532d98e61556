package main

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/oasdiff/yaml3"
)

// python writes a snippet for an SDK whose bodies are objects of classes. The classes are imported there: what stands
// in the documentation can be pasted, and is run as it stands there.
func python(d document, s snippet) (string, error) {
	w := &pythonWriter{document: d, models: map[string]bool{}}
	call := pythonCode{open: "client." + s.Surface + "." + pythonName(strings.TrimPrefix(s.ID, s.Surface)) + "(", end: ")"}
	for _, a := range s.Path {
		if err := w.add(&call, "", a.Schema, a.Value); err != nil {
			return "", err
		}
	}
	for _, a := range s.Query {
		if err := w.add(&call, pythonName(a.Name)+"=", a.Schema, a.Value); err != nil {
			return "", err
		}
	}
	if s.Value != nil {
		if err := w.add(&call, "body=", &schema{Ref: s.Body}, s.Value); err != nil {
			return "", err
		}
	}
	before := w.imports()
	if s.Basic() {
		before += "application = client.with_client(client_id, client_secret)\n"
		call.open = "application" + strings.TrimPrefix(call.open, "client")
	}
	switch {
	case s.AnswerType == "application/x-ndjson":
		call.open, call.end = "for line in "+call.open, call.end+":"
		return before + call.lines(0, 0) + "\n    print(line)", nil
	case s.Answer != "":
		call.open = "answer = " + call.open
	}
	return before + call.lines(0, 0), nil
}

// Snake is the snippet's own name in Python.
func (s snippet) Snake() string { return pythonName(s.Name()) }

// pythonWriter collects what a snippet has to import.
type pythonWriter struct {
	document
	models map[string]bool
	times  bool
}

// add puts a value into a call.
func (w *pythonWriter) add(to *pythonCode, label string, s *schema, n *yaml.Node) error {
	e, err := w.value(s, n)
	e.open = label + e.open
	to.parts = append(to.parts, e)
	return err
}

func (w *pythonWriter) value(s *schema, n *yaml.Node) (pythonCode, error) {
	switch n.Kind {
	case yaml.MappingNode:
		return w.object(s, n)
	case yaml.SequenceNode:
		list := pythonCode{open: "[", end: "]"}
		for _, item := range n.Content {
			if err := w.add(&list, "", w.resolved(s).Items, item); err != nil {
				return list, err
			}
		}
		return list, nil
	}
	text, err := w.scalar(s, n)
	return pythonCode{open: text}, err
}

func (w *pythonWriter) object(s *schema, n *yaml.Node) (pythonCode, error) {
	class, members := s.named(), members(n)
	if class == "" {
		return pythonCode{}, fmt.Errorf("line %d: an object whose class has no name", n.Line)
	}
	class = upper(class)
	w.models[class] = true
	own := w.resolved(s)
	if len(own.Properties) > 0 || len(n.Content) == 0 {
		made := pythonCode{open: class + "(", end: ")"}
		for k, v := range members {
			if err := w.add(&made, pythonName(k.Value)+"=", own.Properties[k.Value], v); err != nil {
				return made, err
			}
		}
		return made, nil
	}
	// Names that the contract does not know cannot be those of arguments.
	dict := pythonCode{open: "{", end: "}"}
	for k, v := range members {
		if err := w.add(&dict, strconv.Quote(k.Value)+": ", nil, v); err != nil {
			return dict, err
		}
	}
	return pythonCode{open: class + ".from_dict(", end: ")", parts: []pythonCode{dict}}, nil
}

func (w *pythonWriter) scalar(s *schema, n *yaml.Node) (string, error) {
	own := w.resolved(s)
	switch {
	case n.Tag == "!!null":
		return "None", nil
	case n.Tag == "!!bool":
		return upper(n.Value), nil
	case n.Tag != "!!str":
		return n.Value, nil
	case own.Format == "date-time":
		return w.moment(n.Value)
	case slices.Contains(own.Enum, any(n.Value)) && s.named() != "":
		class := upper(s.named())
		w.models[class] = true
		return class + "." + strings.Join(pythonWords(strings.ToUpper(n.Value)), "_"), nil
	}
	return strconv.Quote(n.Value), nil
}

func (w *pythonWriter) moment(text string) (string, error) {
	t, err := time.Parse(time.RFC3339, text)
	t = t.UTC()
	w.times = true
	made := fmt.Sprintf("datetime(%d, %d, %d, %d, %d", t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute())
	if t.Second() > 0 || t.Nanosecond() > 0 {
		made += fmt.Sprintf(", %d", t.Second())
	}
	if t.Nanosecond() > 0 {
		made += fmt.Sprintf(", %d", t.Nanosecond()/1000)
	}
	return made + ", tzinfo=UTC)", err
}

func (w *pythonWriter) imports() string {
	var text string
	if w.times {
		text = "from datetime import UTC, datetime\n\n"
	}
	if len(w.models) == 0 {
		return text
	}
	names := slices.SortedFunc(maps.Keys(w.models), func(a, b string) int {
		return strings.Compare(strings.ToLower(a), strings.ToLower(b))
	})
	line := "from rekey.models import " + strings.Join(names, ", ")
	if len(line) > pythonWidth {
		line = "from rekey.models import (\n    " + strings.Join(names, ",\n    ") + ",\n)"
	}
	return text + line + "\n\n"
}

// pythonWidth is that of the usual formatters.
const pythonWidth = 88

// pythonCode is a bracket with parts, or without an end just what it opens with.
type pythonCode struct {
	open, end string
	parts     []pythonCode
}

func (c pythonCode) line() string {
	var parts []string
	for _, p := range c.parts {
		parts = append(parts, p.line())
	}
	return c.open + strings.Join(parts, ", ") + c.end
}

// lines writes code that begins at a column, with room for what follows it, as the usual formatters do.
func (c pythonCode) lines(column, after int) string {
	line := c.line()
	if column+utf8.RuneCountInString(line)+after <= pythonWidth {
		return line
	}
	outer := "\n" + strings.Repeat(" ", column)
	inner := outer + "    "
	if len(c.parts) == 0 {
		return pythonBroken(line, inner, outer)
	}
	call, first := strings.HasPrefix(c.end, ")"), len(c.open)
	if all := line[first : len(line)-len(c.end)]; call && column+4+utf8.RuneCountInString(all) <= pythonWidth {
		return c.open + inner + all + outer + c.end
	}
	comma := ","
	if call && len(c.parts) == 1 {
		comma = ""
	}
	text := c.open
	for _, p := range c.parts {
		text += inner + p.lines(column+4, len(comma)) + comma
	}
	return text + outer + c.end
}

// pythonBroken writes a text that is too long for a line: an address is broken before its query.
func pythonBroken(line, inner, outer string) string {
	address, query, ok := strings.Cut(line, "?")
	label, address, quoted := strings.Cut(address, `"`)
	if !ok || !quoted {
		return line
	}
	return label + "(" + inner + `"` + address + `"` + inner + `"?` + query + outer + ")"
}

// pythonTaken are the contract's names that mean something else in Python.
var pythonTaken = []string{"from", "hash", "type"}

// pythonName is a name in Python's spelling, as the SDK's generator has it.
func pythonName(name string) string {
	made := strings.ToLower(strings.Join(pythonWords(name), "_"))
	if slices.Contains(pythonTaken, made) {
		return made + "_"
	}
	return made
}

var pythonWord = regexp.MustCompile(`[A-Z]?[a-z]+`)

func pythonWords(name string) []string {
	return strings.FieldsFunc(pythonWord.ReplaceAllString(name, " $0 "), func(r rune) bool {
		return strings.ContainsRune(". _-", r)
	})
}
