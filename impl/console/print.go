package console

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"text/tabwriter"
)

// finish makes the call and prints the result.
func (k *call) finish(ctx context.Context) (int, error) {
	a, err := k.send(ctx, k.address)
	if err != nil {
		return 0, err
	}
	if a.header.Get("Deprecation") != "" { // RFC 9745, with RFC 8594
		fmt.Fprintln(k.console.Err, "rekey: this command will go away. Sunset:", visible(a.header.Get("Sunset")))
	}
	if !success(a.status) {
		k.console.problem(k.operation, a)
		return exitOf(a.status), nil
	}
	if a, err = k.toTheEnd(ctx, a); err != nil {
		return 0, err
	}
	if k.given.on("all") {
		if a.body, err = k.rest(ctx, a.body); err != nil {
			return 0, err
		}
	}
	if k.done != nil {
		if err := k.done(a.body); err != nil {
			return 0, errors.Join(err, k.print(a))
		}
	}
	if err := k.print(a); err != nil {
		return 0, err
	}
	return verdict(a), nil
}

// page is one answer of a list.
type page struct {
	Items []json.RawMessage `json:"items"`
	Next  string            `json:"nextCursor,omitempty"`
}

// rest reads the pages after the first one and joins them.
func (k *call) rest(ctx context.Context, first []byte) ([]byte, error) {
	all := page{Items: []json.RawMessage{}}
	for raw := first; ; {
		var p page
		if err := json.Unmarshal(raw, &p); err != nil {
			return nil, fmt.Errorf("the answer is not a list: %w", err)
		}
		all.Items = append(all.Items, p.Items...)
		if p.Next == "" {
			return json.Marshal(all)
		}
		next := k.given.with("cursor", p.Next)
		address, err := k.operation.address(next)
		if err != nil {
			return nil, err
		}
		a, err := k.send(ctx, address)
		if err != nil {
			return nil, err
		}
		if a.status != http.StatusOK {
			k.console.problem(k.operation, a)
			return nil, &cutShort{a.status}
		}
		raw = a.body
	}
}

func (k *call) print(a *answer) error {
	asTable := k.given.on("table") || k.given.on("wide") || k.console.Terminal && !k.given.on("json")
	switch {
	case a.passed:
		return nil
	case len(a.body) > 0 && k.given.text("only") != "":
		return k.only(a.body, strings.Split(k.given.text("only"), "."))
	case len(a.body) == 0:
		if asTable {
			fmt.Fprintln(k.console.Out, "Done.")
		}
		return nil
	case !asTable:
		var b bytes.Buffer
		if err := json.Indent(&b, bytes.TrimSpace(a.body), "", "  "); err != nil {
			return fmt.Errorf("the answer is not JSON: %w", err)
		}
		for line := range strings.Lines(b.String() + "\n") {
			if k.console.Terminal {
				line = visible(strings.TrimSuffix(line, "\n")) + "\n"
			}
			if _, err := io.WriteString(k.console.Out, line); err != nil {
				return err
			}
		}
		return nil
	}
	if items := k.lists(); items != nil {
		return k.table(items, a.body)
	}
	return object(k.console.Out, a)
}

// only prints one member of the answer, or of each item of a list.
func (k *call) only(raw []byte, member []string) error {
	var whole map[string]any
	if err := decode(raw, &whole); err != nil {
		return err
	}
	items, ok := whole["items"].([]any)
	if !ok || k.lists() == nil {
		items = []any{whole}
	}
	for _, item := range items {
		v := at(item, member)
		if v == nil && len(items) == 1 {
			return fmt.Errorf("it was done, but the answer has no %s", strings.Join(member, "."))
		}
		line, ok := v.(string)
		if !ok && v != nil {
			text, err := json.Marshal(v)
			if err != nil {
				return err
			}
			line = string(text)
		}
		if k.console.Terminal {
			line = visible(line)
		}
		fmt.Fprintln(k.console.Out, line)
	}
	return nil
}

// object prints one member per line, in the order of the answer; inner ones have dotted names.
func object(out io.Writer, a *answer) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	d := json.NewDecoder(bytes.NewReader(a.body))
	d.UseNumber()
	if err := lines(w, d, ""); err != nil {
		return fmt.Errorf("the answer is not JSON: %w", err)
	}
	if etag := a.header.Get("ETag"); etag != "" {
		fmt.Fprintf(w, "ETag:\t%s\n", visible(etag))
	}
	return w.Flush()
}

// lines prints the next value of a document under a name.
func lines(w io.Writer, d *json.Decoder, name string) error {
	t, err := d.Token()
	if err != nil {
		return err
	}
	switch t {
	case json.Delim('{'):
		for d.More() {
			key, err := d.Token()
			if err != nil {
				return err
			}
			inner := fmt.Sprint(key)
			if name != "" {
				inner = name + "." + inner
			}
			if err := lines(w, d, inner); err != nil {
				return err
			}
		}
		_, err = d.Token()
		return err
	case json.Delim('['):
		var list []any
		for d.More() {
			var v any
			if err := d.Decode(&v); err != nil {
				return err
			}
			list = append(list, v)
		}
		if _, err := d.Token(); err != nil {
			return err
		}
		if len(list) == 0 || simple(list) {
			fmt.Fprintf(w, "%s:\t%s\n", heading(name), cell(list))
			return nil
		}
		for i, v := range list {
			fmt.Fprintf(w, "%s.%d:\t%s\n", heading(name), i, cell(v))
		}
		return nil
	}
	fmt.Fprintf(w, "%s:\t%s\n", heading(name), cell(t))
	return nil
}

func simple(list []any) bool {
	return !slices.ContainsFunc(list, func(v any) bool {
		switch v.(type) {
		case map[string]any, []any:
			return true
		}
		return false
	})
}

// heading returns a member's name as the flags write it.
func heading(member string) string {
	var words []string
	for _, w := range strings.Split(member, ".") {
		if w == "id" {
			words = append(words, w)
			continue
		}
		words = append(words, flagName(w))
	}
	return visible(strings.Join(words, "."))
}

// cell returns a value in one line.
func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return "-"
	case bool:
		return map[bool]string{true: "yes", false: "no"}[v]
	case []any:
		var parts []string
		for _, p := range v {
			parts = append(parts, cell(p))
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		var parts []string
		for _, name := range sorted(v) {
			parts = append(parts, visible(name)+"="+cell(v[name]))
		}
		return strings.Join(parts, " ")
	}
	return visible(fmt.Sprint(v))
}

// at returns the member of an object at a path, or nil.
func at(v any, path []string) any {
	for _, name := range path {
		m, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = m[name]
	}
	return v
}

func decode(raw []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("the answer is not what the contract says: %w", err)
	}
	return nil
}
