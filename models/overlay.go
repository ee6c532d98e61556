package models

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Overlay has the rules that one level sets: JSON of Settings with only these. Other rules are
// inherited. An empty overlay sets none.
type Overlay string

// Level is where a rule is set.
type Level string

// The levels, the outermost first.
const (
	LevelDefault     Level = "default"
	LevelApplication Level = "application"
	LevelTenant      Level = "tenant"
)

// Resolve applies the levels to the built-in defaults, the outermost first.
func Resolve(levels ...Overlay) (Settings, error) {
	s := DefaultSettings()
	for _, o := range levels {
		if o == "" {
			continue
		}
		if err := json.Unmarshal([]byte(o), &s); err != nil {
			return Settings{}, fmt.Errorf("models: a stored policy cannot be read: %w", err)
		}
	}
	return s, nil
}

// Levels returns for every rule, as "password.minLength", the innermost level that sets it.
func Levels(application, tenant Overlay) (map[string]Level, error) {
	levels := map[string]Level{}
	for rule := range treeOf(DefaultSettings()) {
		levels[rule] = LevelDefault
	}
	for _, l := range []struct {
		name  Level
		rules Overlay
	}{{LevelApplication, application}, {LevelTenant, tenant}} {
		set, err := l.rules.Rules()
		if err != nil {
			return nil, err
		}
		for _, rule := range set {
			levels[rule] = l.name
		}
	}
	return levels, nil
}

// Rules lists the rules that the overlay sets, as "password.minLength", sorted.
func (o Overlay) Rules() ([]string, error) {
	t, err := o.tree()
	return slices.Sorted(maps.Keys(t)), err
}

// Over merges o with the overlay that it inherits from. If both set a rule, the value of o is used.
func (o Overlay) Over(under Overlay) (Overlay, error) {
	mine, err := o.tree()
	if err != nil {
		return "", err
	}
	all, err := under.tree()
	if err != nil {
		return "", err
	}
	maps.Copy(all, mine)
	return all.overlay(), nil
}

// Patched returns o after a merge patch (RFC 7396): the patch sets the rules that it has, removes
// those that are null in it, and does not change the others.
func (o Overlay) Patched(patch Overlay) (Overlay, error) {
	all, err := o.tree()
	if err != nil {
		return "", err
	}
	changes, err := patch.tree()
	if err != nil {
		return "", err
	}
	maps.Copy(all, changes)
	maps.DeleteFunc(all, func(_ string, value json.RawMessage) bool { return string(value) == "null" })
	return all.overlay(), nil
}

// Without returns the rules that o sets and next does not, with the values of o.
func (o Overlay) Without(next Overlay) (Overlay, error) {
	gone, err := o.tree()
	if err != nil {
		return "", err
	}
	kept, err := next.tree()
	if err != nil {
		return "", err
	}
	maps.DeleteFunc(gone, func(rule string, _ json.RawMessage) bool { return kept[rule] != nil })
	return gone.overlay(), nil
}

// Beyond returns the rules of o, except those that other sets to the same value.
func (o Overlay) Beyond(other Overlay) (Overlay, error) {
	mine, err := o.tree()
	if err != nil {
		return "", err
	}
	same, err := other.tree()
	if err != nil {
		return "", err
	}
	maps.DeleteFunc(mine, func(rule string, value json.RawMessage) bool { return bytes.Equal(value, same[rule]) })
	return mine.overlay(), nil
}

// Difference returns the overlay that turns one of two settings into the other.
func Difference(from, to Settings) Overlay {
	old, next := treeOf(from), treeOf(to)
	maps.DeleteFunc(next, func(rule string, value json.RawMessage) bool { return bytes.Equal(value, old[rule]) })
	return next.overlay()
}

// tree maps the rules of an overlay to their values.
type tree map[string]json.RawMessage

func (o Overlay) tree() (tree, error) {
	t := tree{}
	if o == "" {
		return t, nil
	}
	var top map[string]json.RawMessage
	if err := json.Unmarshal([]byte(o), &top); err != nil {
		return nil, fmt.Errorf("models: a policy cannot be read: %w", err)
	}
	for name, value := range top {
		if value[0] != '{' {
			t[name] = value
			continue
		}
		var group map[string]json.RawMessage
		if err := json.Unmarshal(value, &group); err != nil {
			return nil, fmt.Errorf("models: a policy cannot be read: %w", err)
		}
		for field, v := range group {
			t[name+"."+field] = v
		}
	}
	return t, nil
}

// treeOf returns every rule; an empty list is written as an empty list.
func treeOf(s Settings) tree {
	raw, err := json.Marshal(s)
	if err != nil {
		panic(err) // unreachable: numbers, texts and lists
	}
	t, err := Overlay(raw).tree()
	if err != nil {
		panic(err) // unreachable: it was just written
	}
	for rule, value := range t {
		if string(value) == "null" {
			t[rule] = json.RawMessage("[]")
		}
	}
	return t
}

// overlay writes a tree in its canonical form, with sorted names.
func (t tree) overlay() Overlay {
	if len(t) == 0 {
		return ""
	}
	top := map[string]any{}
	for rule, value := range t {
		group, field, nested := strings.Cut(rule, ".")
		if !nested {
			top[rule] = value
			continue
		}
		fields, ok := top[group].(map[string]json.RawMessage)
		if !ok {
			fields = map[string]json.RawMessage{}
			top[group] = fields
		}
		fields[field] = value
	}
	raw, err := json.Marshal(top)
	if err != nil {
		panic(err) // unreachable: every value was JSON before
	}
	return Overlay(raw)
}
