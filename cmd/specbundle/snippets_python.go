package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/oasdiff/yaml3"
)

// python writes a snippet for an SDK whose bodies are objects of classes. The classes are imported there: what stands
// in the documentation can be pasted, and is run as it stands there.
func python(d document, s snippet) (string, error) {
	w := &pythonWriter{document: d, models: map[string]bool{}}
	var arguments []string
	for _, a := range s.Path {
		value, err := w.value(a.Schema, a.Value)
		if err != nil {
			return "", err
		}
		arguments = append(arguments, value)
	}
	for _, a := range s.Query {
		value, err := w.value(a.Schema, a.Value)
		if err != nil {
			return "", err
		}
		arguments = append(arguments, pythonName(a.Name)+"="+value)
	}
	if s.Value != nil && d.bodied(s.operation) {
		value, err := w.value(&schema{Ref: s.Body}, s.Value)
		if err != nil {
			return "", err
		}
		arguments = append(arguments, "body="+value)
	}
	before, client := w.imports(), "client"
	if s.Basic() {
		before += "application = client.with_client(client_id, client_secret)\n"
		client = "application"
	}
	call := fmt.Sprintf("%s.%s.%s(%s)", client, s.Namespace.Snake(), s.Call.Snake(), strings.Join(arguments, ", "))
	switch {
	case s.AnswerType == "application/x-ndjson":
		call = "for line in " + call + ":\n    print(line)"
	case s.Answer != "":
		call = "answer = " + call
	}
	return before + call, nil
}

// Snake is the snippet's own name in Python.
func (s snippet) Snake() string { return pythonName(s.Name()) }

// pythonWriter collects what a snippet has to import.
type pythonWriter struct {
	document
	models map[string]bool
	times  bool
}

func (w *pythonWriter) value(s *schema, n *yaml.Node) (string, error) {
	switch n.Kind {
	case yaml.MappingNode:
		return w.object(s, n)
	case yaml.SequenceNode:
		var parts []string
		for _, item := range n.Content {
			value, err := w.value(w.resolved(s).Items, item)
			if err != nil {
				return "", err
			}
			parts = append(parts, value)
		}
		return "[" + strings.Join(parts, ", ") + "]", nil
	}
	return w.scalar(s, n)
}

func (w *pythonWriter) object(s *schema, n *yaml.Node) (string, error) {
	own := w.resolved(s)
	plain := !own.typed() || s.named() == ""
	if plain && len(own.Properties) > 0 {
		return "", fmt.Errorf("line %d: an object whose class has no name", n.Line)
	}
	var parts []string
	for k, v := range members(n) {
		label, held := pythonName(k.Value)+"=", own.Properties[k.Value]
		if plain {
			label, held = strconv.Quote(k.Value)+": ", own.rest
		}
		value, err := w.value(held, v)
		if err != nil {
			return "", err
		}
		parts = append(parts, label+value)
	}
	if plain {
		return "{" + strings.Join(parts, ", ") + "}", nil
	}
	class := upper(s.named())
	w.models[class] = true
	return class + "(" + strings.Join(parts, ", ") + ")", nil
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
		return class + "." + pythonConstant(n.Value), nil
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
	return text + "from rekey.models import " + strings.Join(names, ", ") + "\n\n"
}
