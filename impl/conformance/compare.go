package conformance

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// leeway has the pointers to the values in which an answer may differ from its example.
type leeway struct{ varies, part []string }

// compare compares a value of an answer with the example, member by member. Fixtures are learned
// or must have their known values, times and ids are compared by shape, values that vary by their
// type, and everything else must be equal.
func (w *world) compare(at string, example, got any, may leeway) error {
	if meant(at, may.varies) {
		if fmt.Sprintf("%T", example) != fmt.Sprintf("%T", got) {
			return w.other(at, kind(example), kind(got))
		}
		return nil
	}
	switch want := example.(type) {
	case map[string]any:
		have, ok := got.(map[string]any)
		if !ok {
			return w.other(at, "an object", kind(got))
		}
		return w.compareObjects(at, want, have, may)
	case []any:
		have, ok := got.([]any)
		if !ok {
			return w.other(at, "a list", kind(got))
		}
		return w.compareLists(at, want, have, may)
	case string:
		have, ok := got.(string)
		if !ok {
			return w.other(at, "a string", kind(got))
		}
		return w.compareTexts(at, want, have)
	case float64:
		have, ok := got.(float64)
		if !ok {
			return w.other(at, "a number", kind(got))
		}
		return w.compareNumbers(at, want, have)
	}
	if example != got {
		return w.other(at, w.mask.member("", example), w.mask.member(last(at), got))
	}
	return nil
}

// other returns the difference between the expected and the received value, without secrets.
func (w *world) other(at, expected, got string) error {
	return inBody(at, expected, got, "%s is %s, in the example %s", place(at), got, expected)
}

func (w *world) compareTexts(at, want, have string) error {
	err := w.learn(want, have)
	if err == nil {
		return nil
	}
	if w.mask != nil && w.mask.secret[last(at)] {
		return inBody(at, "a text like the example", hidden, "%s is not like the example", place(at))
	}
	return inBody(at, quoted(w.shown(want)), quoted(w.known(w.mask.text(have))), "%s %w", place(at), err)
}

// last returns the name that a pointer ends with; for the items of a list, that of the list.
func last(at string) string {
	steps := strings.Split(at, "/")
	for i := len(steps) - 1; i > 0; i-- {
		if _, err := strconv.Atoi(steps[i]); err != nil {
			return steps[i]
		}
	}
	return ""
}

func (w *world) compareLists(at string, want, have []any, may leeway) error {
	if meant(at, may.part) {
		return w.findAll(at, want, have, may)
	}
	if len(want) != len(have) {
		return inBody(at, fmt.Sprintf("%d items", len(want)), fmt.Sprintf("%d items", len(have)), "%s has %d items, in the example %d", place(at), len(have), len(want))
	}
	var errs []error
	for i := range want {
		errs = append(errs, w.compare(fmt.Sprintf("%s/%d", at, i), want[i], have[i], may))
	}
	return errors.Join(errs...)
}

// findAll finds the items of the example in a longer list, in the same order.
func (w *world) findAll(at string, want, have []any, may leeway) error {
	for i := range want {
		var closest error
		for found := false; !found; {
			if len(have) == 0 {
				return fmt.Errorf("%s/%d is not in the answer: %w", at, i, cmp.Or(closest, errors.New("it has no more items")))
			}
			before := maps.Clone(w.live)
			err := w.compare(fmt.Sprintf("%s/%d", at, i), want[i], have[0], may)
			if found = err == nil; !found {
				w.live = before // discards what was learned from another item
				if closest == nil || len(err.Error()) < len(closest.Error()) {
					closest = err
				}
			}
			have = have[1:]
		}
	}
	return nil
}

// compareNumbers also learns, since a number may be an id and so a fixture.
func (w *world) compareNumbers(at string, want, have float64) error {
	name, found := w.numbered(want)
	switch live, known := w.live[name]; {
	case !found && want != have, known && live != decimal(have):
		return w.other(at, decimal(want), decimal(have))
	case found:
		w.live[name] = decimal(have)
	}
	return nil
}

// numbered returns the fixture whose example is the number.
func (w *world) numbered(number float64) (name string, found bool) {
	for _, name := range w.names {
		if w.examples[name] == decimal(number) {
			return name, true
		}
	}
	return "", false
}

func decimal(number float64) string { return strconv.FormatFloat(number, 'f', -1, 64) }

func (w *world) compareObjects(at string, want, have map[string]any, may leeway) error {
	var errs []error
	for _, k := range slices.Sorted(maps.Keys(want)) {
		got, ok := have[k]
		if !ok {
			errs = append(errs, inBody(at+"/"+k, w.mask.member(k, want[k]), "nothing", "%s/%s is missing", at, k))
			continue
		}
		errs = append(errs, w.compare(at+"/"+k, want[k], got, may))
	}
	for _, k := range slices.Sorted(maps.Keys(have)) {
		if _, ok := want[k]; !ok && !meant(at, may.part) && !meant(at+"/"+k, may.varies) {
			errs = append(errs, inBody(at+"/"+k, "nothing", w.mask.member(k, have[k]), "%s/%s is not in the example", at, k))
		}
	}
	return errors.Join(errs...)
}

// take sets fixtures from places in an answer.
func (w *world) take(learn map[string]string, body []byte) error {
	for name, at := range learn {
		var value any
		if err := json.Unmarshal(body, &value); err != nil {
			return errors.New("the answer is not JSON")
		}
		for _, step := range strings.Split(at, "/")[1:] {
			switch v := value.(type) {
			case map[string]any:
				value = v[step]
			case []any:
				i, err := strconv.Atoi(step)
				if err != nil || i >= len(v) {
					return fmt.Errorf("%s is not in the answer", at)
				}
				value = v[i]
			}
		}
		text, ok := value.(string)
		if !ok {
			return fmt.Errorf("%s is %s, to be learned as %s", at, kind(value), name)
		}
		w.live[name] = text
	}
	return nil
}

// meant tells whether one of the patterns matches the pointer.
func meant(at string, patterns []string) bool {
	steps := strings.Split(at, "/")
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		want := strings.Split(pattern, "/")
		return len(want) == len(steps) && matches(want, steps)
	})
}

func matches(pattern, steps []string) bool {
	for i, p := range pattern {
		if p != "*" && p != steps[i] {
			return false
		}
	}
	return true
}

func place(at string) string {
	if at == "" {
		return "the answer"
	}
	return at
}

func kind(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return "a boolean"
	case float64:
		return "a number"
	case string:
		return "a string"
	case []any:
		return "a list"
	case map[string]any:
		return "an object"
	default:
		return fmt.Sprintf("%T", v)
	}
}
