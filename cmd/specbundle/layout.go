package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"
)

// columns is the longest line of a generated JSON file; a longer value is written on several lines.
const columns = 120

// layOut indents JSON. A value that fits on one line is written on one line, so that a reader and a
// diff see an example or a parameter as a whole, in a third of the lines of json.Indent.
func layOut(raw []byte) ([]byte, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	v, err := readValue(d)
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, fmt.Errorf("more than one value")
	}
	var out bytes.Buffer
	v.write(&out, "", 0)
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// value is a JSON value: its text on one line, and its elements if it is an object or array.
type value struct {
	line     string
	brackets string // "{}" or "[]"; empty for a scalar
	names    []string
	inside   []value
}

func readValue(d *json.Decoder) (value, error) {
	token, err := d.Token()
	if err != nil {
		return value{}, err
	}
	open, nested := token.(json.Delim)
	if !nested {
		line, err := scalar(token)
		return value{line: line}, err
	}
	v := value{brackets: map[json.Delim]string{'{': "{}", '[': "[]"}[open]}
	var line bytes.Buffer
	line.WriteByte(v.brackets[0])
	for d.More() {
		if len(v.inside) > 0 {
			line.WriteString(", ")
		}
		if open == '{' {
			name, err := d.Token()
			if err != nil {
				return value{}, err
			}
			quoted, err := scalar(name)
			if err != nil {
				return value{}, err
			}
			v.names = append(v.names, quoted+": ")
			line.WriteString(quoted + ": ")
		}
		element, err := readValue(d)
		if err != nil {
			return value{}, err
		}
		v.inside = append(v.inside, element)
		line.WriteString(element.line)
	}
	line.WriteByte(v.brackets[1])
	v.line = line.String()
	_, err = d.Token()
	return v, err
}

func scalar(token any) (string, error) {
	var out bytes.Buffer
	if err := writeScalar(&out, token); err != nil {
		return "", err
	}
	return string(bytes.TrimSuffix(out.Bytes(), []byte("\n"))), nil
}

// write appends the value, which starts in the column `used` of a line that is indented by margin; a comma may follow.
func (v value) write(out *bytes.Buffer, margin string, used int) {
	if v.brackets == "" || len(v.inside) == 0 || used+utf8.RuneCountInString(v.line) < columns {
		out.WriteString(v.line)
		return
	}
	out.WriteByte(v.brackets[0])
	inner := margin + "  "
	for i, element := range v.inside {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n" + inner)
		at := len(inner)
		if v.names != nil {
			out.WriteString(v.names[i])
			at += utf8.RuneCountInString(v.names[i])
		}
		element.write(out, inner, at)
	}
	out.WriteString("\n" + margin + v.brackets[1:])
}
