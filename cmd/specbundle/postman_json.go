package main

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
)

// compact returns a value as JSON in which an object or a list is on one line if it fits, and members
// share a line if they fit: the file has few lines, and one change affects one of them.
func compact(value any, width int) ([]byte, error) {
	var raw bytes.Buffer
	e := json.NewEncoder(&raw)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return nil, err
	}
	l := layout{width: width}
	l.spread(bytes.TrimSpace(raw.Bytes()), "", 0)
	return l.out.Bytes(), nil
}

type layout struct {
	out   bytes.Buffer
	width int
}

// spread writes a JSON text that starts after `before` characters of its line.
func (l *layout) spread(raw []byte, indent string, before int) {
	if raw[0] != '{' && raw[0] != '[' || len(raw) == 2 || before+len(raw) < l.width {
		l.out.Write(raw)
		return
	}
	l.out.WriteByte(raw[0])
	parts := partsOf(raw[1 : len(raw)-1])
	if len(parts) == 1 {
		key := keyOf(raw, parts[0])
		l.out.Write(parts[0][:key])
		l.spread(parts[0][key:], indent, before+1+key)
		l.out.WriteByte(raw[len(raw)-1])
		return
	}
	inner := indent + " "
	room := 0 // remaining space on the line
	for n, part := range parts {
		if n > 0 {
			l.out.WriteByte(',')
		}
		if raw[0] == '[' || len(part) >= room {
			l.out.WriteString("\n" + inner)
			room = l.width - len(inner)
		}
		key := keyOf(raw, part)
		l.out.Write(part[:key])
		l.spread(part[key:], inner, l.width-room+key)
		room -= len(part) + 1
	}
	l.out.WriteString("\n" + indent)
	l.out.WriteByte(raw[len(raw)-1])
}

// keyOf returns the length of a member's name and colon; an item of a list has none.
func keyOf(of, part []byte) int {
	if of[0] == '[' {
		return 0
	}
	return len(stringAt(part)) + 1
}

// partsOf splits the content of an object or a list, which has no white space, at its own commas.
func partsOf(raw []byte) (parts [][]byte) {
	depth, from := 0, 0
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '"':
			i += len(stringAt(raw[i:])) - 1
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case ',':
			if depth == 0 {
				parts, from = append(parts, raw[from:i]), i+1
			}
		}
	}
	return append(parts, raw[from:])
}

// stringAt returns the JSON string at the beginning of a text, including its quotes.
func stringAt(raw []byte) []byte {
	for i := 1; i < len(raw); i++ {
		switch raw[i] {
		case '\\':
			i++
		case '"':
			return raw[:i+1]
		}
	}
	return raw
}

// asScript writes JSON like a value in a script: names without quotes, and a space after each comma.
func asScript(raw []byte) string {
	var out strings.Builder
	for i := 0; i < len(raw); i++ {
		switch {
		case raw[i] == '"':
			text := stringAt(raw[i:])
			i += len(text) - 1
			if i+1 < len(raw) && raw[i+1] == ':' && identifier.Match(text) {
				text = text[1 : len(text)-1]
			}
			out.Write(text)
		case (raw[i] == ',' || raw[i] == ':') && i+1 < len(raw) && raw[i+1] != '\n':
			out.WriteString(string(raw[i]) + " ")
		default:
			out.WriteByte(raw[i])
		}
	}
	return out.String()
}

var identifier = regexp.MustCompile(`^"[A-Za-z_]\w*"$`)

// pretty returns indented JSON; a text is not changed.
func pretty(value any) (string, error) {
	if text, ok := value.(string); ok {
		return text, nil
	}
	if value == nil {
		return "", nil
	}
	var out strings.Builder
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(value)
	return strings.TrimSpace(out.String()), err
}
