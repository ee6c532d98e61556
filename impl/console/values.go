package console

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/url"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/rekeyhq/rekey/impl/secret"
)

// given are the values of a parsed command, by the names of flags and arguments.
type given map[string]reflect.Value

func givenBy(n *kong.Node) given {
	all := given{}
	for _, f := range n.Flags {
		all[f.Name] = f.Target
	}
	for _, a := range n.Positional {
		all[a.Name] = a.Target
	}
	return all
}

func (g given) text(name string) string {
	v, ok := g[name]
	if !ok || v.Kind() != reflect.String {
		return ""
	}
	return v.String()
}

func (g given) on(name string) bool {
	v, ok := g[name]
	return ok && v.Kind() == reflect.Bool && v.Bool()
}

// value returns the JSON value of a flag; false if the flag was not given. A list that is given as
// one empty text is the empty list.
func (g given) value(in *input) (any, bool) {
	v, ok := g[in.name]
	if !ok {
		return nil, false
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil, false
		}
		return v.Elem().Interface(), true
	case reflect.Slice:
		if v.Len() == 1 && v.Index(0).Kind() == reflect.String && v.Index(0).String() == "" {
			return []string{}, true
		}
		return v.Interface(), v.Len() > 0
	case reflect.Map:
		return v.Interface(), v.Len() > 0
	}
	return v.Interface(), !v.IsZero()
}

// address returns the path and query of the call.
func (o *operation) address(g given) (string, error) {
	path, query := o.path, url.Values{}
	for _, in := range o.inputs {
		v, ok := g.value(in)
		if in.place == inPath && (!ok || v == "." || v == "..") { // it would name another path
			return "", usage("<" + in.name + "> is empty")
		}
		if !ok {
			continue
		}
		switch in.place {
		case inPath:
			path = strings.ReplaceAll(path, "{"+in.member[0]+"}", url.PathEscape(fmt.Sprint(v)))
		case inQuery:
			if list := reflect.ValueOf(v); list.Kind() == reflect.Slice {
				for i := range list.Len() {
					query.Add(in.member[0], fmt.Sprint(list.Index(i).Interface()))
				}
				continue
			}
			query.Set(in.member[0], fmt.Sprint(v))
		}
	}
	if len(query) > 0 {
		path += "?" + query.Encode()
	}
	return path, nil
}

// bodyOf returns the body of the call, or nil: --body, with the flags in it.
func (c *Console) bodyOf(o *operation, g given) ([]byte, error) {
	if !o.hasBody {
		return nil, nil
	}
	body, err := c.bodyFile(g.text("body"))
	if err != nil {
		return nil, err
	}
	if m, ok := body.(map[string]any); ok {
		if o.matched && !o.takes("version") {
			delete(m, "version") // of an answer that was saved: --if-match sends it
		}
		if err := c.fill(o, g, m); err != nil {
			return nil, err
		}
		if len(m) == 0 && !o.bodyNeeded {
			return nil, nil
		}
	}
	return json.Marshal(body)
}

func (c *Console) bodyFile(name string) (any, error) {
	if name == "" {
		return map[string]any{}, nil
	}
	raw, err := c.read(name)
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber() // numbers keep their spelling
	var body any
	if err := d.Decode(&body); err != nil {
		return nil, usage("--body is not JSON")
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, usage("--body is more than one JSON value")
	}
	return body, nil
}

// fill puts the flags into the body.
func (c *Console) fill(o *operation, g given, body map[string]any) error {
	unset, _ := g.value(&input{name: "unset"})
	clear, _ := unset.([]string)
	for _, in := range o.inputs {
		if in.place != inBody {
			continue
		}
		v, ok := g.value(in)
		if in.secret {
			text, err := c.secretOf(in, g, body)
			if err != nil {
				return err
			}
			v, ok = text.Reveal(), !text.Empty()
		}
		if i := slices.Index(clear, in.name); i >= 0 {
			clear = slices.Delete(clear, i, i+1)
			if !in.schema.Nullable || ok {
				return usage("--unset " + in.name + ": it cannot be cleared, or is set by this command too")
			}
			v, ok = nil, true
		}
		if ok && kindOf(in.schema) == records {
			var err error
			if v, err = recordOf(in.schema).read(in.name, v); err != nil {
				return err
			}
		}
		if ok && !put(body, in.member, v) {
			return usage("--" + in.name + ": in --body, what it belongs to is not an object")
		}
	}
	if len(clear) > 0 {
		return usage("--unset " + clear[0] + ": there is no such value")
	}
	return nil
}

// put sets a member, and creates the objects around it.
func put(body map[string]any, member []string, v any) bool {
	for _, name := range member[:len(member)-1] {
		next, ok := body[name].(map[string]any)
		if !ok {
			if body[name] != nil {
				return false
			}
			next = map[string]any{}
			body[name] = next
		}
		body = next
	}
	body[member[len(member)-1]] = v
	return true
}

// has tells whether a body has a member already.
func has(body map[string]any, member []string) bool {
	var v any = body
	for _, name := range member {
		m, ok := v.(map[string]any)
		if !ok || m[name] == nil {
			return false
		}
		v = m[name]
	}
	return true
}

// secretOf reads a secret from a file, a variable or the terminal. The user is asked only if the
// call needs it.
func (c *Console) secretOf(in *input, g given, body map[string]any) (secret.Text, error) {
	file, fromFile := g[in.name+"-file"]
	env, fromEnv := g[in.name+"-env"]
	fromFile, fromEnv = fromFile && !file.IsNil(), fromEnv && !env.IsNil()
	switch {
	case fromFile && fromEnv:
		return secret.Text{}, usage("--" + in.name + "-file and --" + in.name + "-env say two things")
	case fromEnv:
		name := env.Elem().String()
		text := c.Environment(name)
		if text == "" {
			return secret.Text{}, usage("--" + in.name + "-env: the variable " + name + " is empty")
		}
		return secret.NewText(text), nil
	case fromFile && (file.Elem().String() != "-" || c.Prompt == nil):
		raw, err := c.read(file.Elem().String())
		if err != nil {
			return secret.Text{}, err
		}
		if line(raw) == "" {
			return secret.Text{}, usage("--" + in.name + "-file: there is nothing in it")
		}
		return secret.NewText(line(raw)), nil
	case !fromFile && (!in.required || has(body, in.member)):
		return secret.Text{}, nil
	case c.Prompt == nil:
		return secret.Text{}, usage("--" + in.name + "-file or --" + in.name + "-env is missing")
	}
	return c.Prompt(in.name)
}

// line returns a text without the line break that editors and echo append.
func line(raw []byte) string { return strings.TrimRight(string(raw), "\r\n") }

// mostRead is the longest input; the service accepts 64 KiB.
const mostRead = 1 << 20

// read reads a file, or standard input.
func (c *Console) read(name string) ([]byte, error) {
	from := c.In
	if name == "-" {
		if c.drained {
			return nil, usage("standard input can be read for one value only")
		}
		c.drained = true
	} else {
		f, err := os.Open(name)
		if err != nil {
			return nil, usage(err.Error())
		}
		defer func() { _ = f.Close() }()
		from = f
	}
	raw, err := io.ReadAll(io.LimitReader(from, mostRead+1))
	if err == nil && len(raw) > mostRead {
		err = usage(strconv.Quote(name) + " has more than 1 MiB")
	}
	return raw, err
}

// usage is a mistake in the arguments.
type usage string

func (u usage) Error() string { return string(u) }

// with returns the values with one of them replaced.
func (g given) with(name, value string) given {
	next := maps.Clone(g)
	next[name] = reflect.ValueOf(&value)
	return next
}
