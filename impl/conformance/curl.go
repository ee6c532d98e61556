package conformance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
	"unicode"
)

// curl returns a call as a shell command. Ids are those of this run; a credential is a shell
// variable, and any other secret a placeholder, so that a report can be shared unread.
func (p *Player) curl(w *world, o *operation, c Call) string {
	line := []string{"curl", "-sS", "-X", o.method, `"$REKEY_URL` + w.shownTarget(p, o, c) + `"`}
	header := func(name, value string) { line = append(line, "-H", quote(name+": "+value)) }
	if c.Host != "" {
		header("Host", w.shown(c.Host))
	}
	line = append(line, o.curlAuth(c.As)...)
	for _, name := range slices.Sorted(maps.Keys(c.Headers)) {
		header(name, w.shown(c.Headers[name]))
	}
	media, body := w.shownBody(o, c)
	if media != "" {
		header("Content-Type", media)
	}
	return strings.Join(append(line, body...), " ")
}

// curlAuth returns the credential as a shell variable.
func (o *operation) curlAuth(as string) []string {
	switch auth := o.auth(as); {
	case auth == nil:
		return nil
	case auth[0] == "basic":
		return []string{"-u", `"` + variable(auth[1]) + ":" + variable(auth[2]) + `"`}
	case auth[0] == "header":
		return []string{"-H", `"` + auth[1] + ": " + variable(auth[2]) + `"`}
	default:
		return []string{"-H", `"Authorization: Bearer ` + variable(auth[1]) + `"`}
	}
}

// variable returns the name of the shell variable for a fixture.
func variable(name string) string {
	if name == "ownerKey" {
		return "$REKEY_API_KEY"
	}
	var b strings.Builder
	for _, r := range name {
		if unicode.IsUpper(r) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToUpper(r))
	}
	return "$" + b.String()
}

func quote(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }

// shown replaces the values of the examples by live ids and placeholders.
func (w *world) shown(text string) string {
	for _, name := range w.names {
		live, ok := w.live[name]
		switch {
		case !open(name):
			text = strings.ReplaceAll(text, w.examples[name], "<"+name+">")
		case ok:
			text = strings.ReplaceAll(text, w.examples[name], live)
		}
	}
	return text
}

// shownTarget returns path and query.
func (w *world) shownTarget(p *Player, o *operation, c Call) string {
	as := *w // first with the values of the examples, which shown replaces afterwards
	as.live = w.examples
	target, err := p.target(&as, o, c)
	if err != nil {
		return o.path
	}
	path, query, _ := strings.Cut(target, "?")
	if path, err = url.PathUnescape(path); err != nil {
		return o.path
	}
	escape := func(text string) string {
		return strings.NewReplacer("%3C", "<", "%3E", ">", "%2F", "/", "%3A", ":", "%40", "@", "+", "%20").Replace(url.QueryEscape(w.shown(text)))
	}
	values, _ := url.ParseQuery(query)
	var pairs []string
	for _, name := range slices.Sorted(maps.Keys(values)) {
		pairs = append(pairs, name+"="+escape(values.Get(name)))
	}
	if len(pairs) == 0 {
		return escape(path)
	}
	return escape(path) + "?" + strings.Join(pairs, "&")
}

// shownBody returns the media type and the arguments for the body.
func (w *world) shownBody(o *operation, c Call) (media string, args []string) {
	switch c.Body {
	case "broken":
		media, args = "application/json", []string{"-d", quote(`{"`)}
	case "huge":
		media, args = "application/json", []string{"-d", fmt.Sprintf(`"{\"padding\":\"$(printf '%%0%dd' 0)\"}"`, huge)}
	default:
		var example any
		var err error
		if media, example, err = o.request(c.Send); err != nil || media == "" {
			return "", nil
		}
		args = w.shownExample(media, changed(example, c.Change))
	}
	if c.Type != "" {
		media = c.Type
	}
	return media, args
}

func (w *world) shownExample(media string, example any) (args []string) {
	value := w.placeholders("", example)
	if fields, ok := value.(map[string]any); ok && media == "application/x-www-form-urlencoded" {
		for _, name := range slices.Sorted(maps.Keys(fields)) {
			args = append(args, "--data-urlencode", quote(fmt.Sprintf("%s=%v", name, fields[name])))
		}
		return args
	}
	var body bytes.Buffer
	e := json.NewEncoder(&body)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return nil
	}
	return []string{"-d", quote(strings.TrimSpace(body.String()))}
}

// placeholders returns an example in which each secret is replaced by its name.
func (w *world) placeholders(name string, value any) any {
	switch v := value.(type) {
	case string:
		if w.mask != nil && w.mask.secret[name] && v != "" {
			return "<" + name + ">"
		}
		return w.shown(v)
	case float64:
		if number, err := w.fillNumber(v); err == nil {
			return number
		}
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = w.placeholders(name, v[i])
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(v))
		for k := range v {
			out[k] = w.placeholders(k, v[k])
		}
		return out
	}
	return value
}
