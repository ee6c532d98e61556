package conformance

import (
	"cmp"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"
)

// world is the state of the server that belongs to a case: the live values of the fixtures, and
// the situations that were set up.
type world struct {
	book     *Playbook
	examples map[string]string // name -> the value in the examples
	live     map[string]string // name -> the value on the server
	done     map[string]bool
	broke    map[string]error // situations whose set-up failed
	made     []created
	at       string   // the URL to use, if not the server's own
	loose    bool     // values that do not exist yet stay as in the example: the request must be refused anyway
	names    []string // of the fixtures, longest example first
	mask     *mask
	request  string // the last request, as a curl command
}

func newWorld(book *Playbook, given map[string]string) *world {
	w := &world{book: book, examples: map[string]string{}, live: map[string]string{}, done: map[string]bool{}, broke: map[string]error{}}
	for _, group := range book.Fixtures.groups() {
		maps.Copy(w.examples, group)
	}
	w.names = slices.SortedFunc(maps.Keys(w.examples), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(w.examples[b]), len(w.examples[a])), cmp.Compare(a, b))
	})
	maps.Copy(w.live, book.Fixtures.None)
	maps.Copy(w.live, given)
	for name, example := range book.Fixtures.Chosen {
		if w.live[name] == "" {
			w.live[name] = another(example)
		}
	}
	return w
}

// another returns a value like the example that no server has yet: a host with another first
// label, or an address with another local part.
func another(example string) string {
	random := make([]byte, 5)
	_, _ = rand.Read(random) // never fails, since Go 1.24
	end := strings.IndexAny(example, "@.")
	if end < 0 {
		end = len(example)
	}
	return example[:end] + "-" + hex.EncodeToString(random) + example[end:]
}

// fill replaces the values of the examples by live values. It fails on a value that does not
// exist yet.
func (w *world) fill(text string) (string, error) {
	for _, name := range w.names {
		example := w.examples[name]
		if !strings.Contains(text, example) {
			continue
		}
		live, ok := w.live[name]
		if !ok && w.loose {
			continue
		}
		if !ok {
			return "", fmt.Errorf("%s does not exist yet", name)
		}
		text = strings.ReplaceAll(text, example, live)
	}
	return text, nil
}

// fillNumber is fill for a number that is an id.
func (w *world) fillNumber(number float64) (any, error) {
	if _, found := w.numbered(number); !found {
		return number, nil
	}
	live, err := w.fill(decimal(number))
	return json.Number(live), err
}

// fillAll is fill for a value of JSON.
func (w *world) fillAll(value any) (any, error) {
	var err error
	switch v := value.(type) {
	case string:
		return w.fill(v)
	case float64:
		return w.fillNumber(v)
	case []any:
		out := make([]any, len(v))
		for i := range v {
			if out[i], err = w.fillAll(v[i]); err != nil {
				return nil, err
			}
		}
		return out, nil
	case map[string]any:
		out := make(map[string]any, len(v))
		for k := range v {
			if out[k], err = w.fillAll(v[k]); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	return value, nil
}

var (
	uuidShape  = regexp.MustCompile(`^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$`)
	shortShape = regexp.MustCompile(`^[0-9a-z]{26}$`)
)

// shape returns a pattern for values of the same shape as the example.
func shape(example string) string {
	switch {
	case uuidShape.MatchString(example):
		return `[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}`
	case shortShape.MatchString(example):
		return `[0-9a-z]{26}`
	case strings.Trim(example, "0123456789") == "" && len(example) <= 8: // a short code; longer numbers are ids, whose length grows
		return fmt.Sprintf(`[0-9]{%d}`, len(example))
	case strings.Trim(example, "0123456789") == "":
		return `[0-9]+`
	case strings.HasPrefix(example, "http"):
		return `https?://[^/\s"'<>]+`
	case strings.Contains(example, " "):
		return `.+`
	}
	return `[^\s"'<>/?&#]+`
}

// pattern returns a pattern for texts like the example, with a group for each fixture in it.
func (w *world) pattern(example string) (pattern string, names []string) {
	if example == "" {
		return "", nil
	}
	for _, name := range w.names {
		value := w.examples[name]
		before, after, found := strings.Cut(example, value)
		if !found {
			continue
		}
		left, leftNames := w.pattern(before)
		right, rightNames := w.pattern(after)
		return left + "(" + shape(value) + ")" + right, slices.Concat(leftNames, []string{name}, rightNames)
	}
	return regexp.QuoteMeta(example), nil
}

// learn compares a text with its example, and sets new values of fixtures from it.
func (w *world) learn(example, text string) error {
	pattern, names := w.pattern(example)
	if len(names) == 0 {
		if example == text || sameShape(example, text) {
			return nil
		}
		return fmt.Errorf("is %s, in the example %s", quoted(w.mask.text(text)), quoted(example))
	}
	match := regexp.MustCompile("^" + pattern + "$").FindStringSubmatch(text)
	if match == nil {
		return fmt.Errorf("is not like %s, with %s in it", quoted(example), strings.Join(names, ", "))
	}
	for i, name := range names {
		known, ok := w.live[name]
		if ok && known != match[i+1] {
			return fmt.Errorf("is not the value of %s", name)
		}
	}
	for i, name := range names {
		w.live[name] = match[i+1]
	}
	return nil
}

// sameShape tells whether both texts are times or both are ids, which differ each time.
func sameShape(a, b string) bool {
	if uuidShape.MatchString(a) || shortShape.MatchString(a) {
		return regexp.MustCompile("^" + shape(a) + "$").MatchString(b)
	}
	_, errA := time.Parse(time.RFC3339, a)
	_, errB := time.Parse(time.RFC3339, b)
	return errA == nil && errB == nil
}

// quoted returns enough of a text to recognise it.
func quoted(text string) string {
	if r := []rune(text); len(r) > 80 {
		text = string(r[:80]) + "…"
	}
	return fmt.Sprintf("%q", text)
}
