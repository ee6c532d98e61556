package models

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Overlay is the rules that one level sets: JSON of Settings with those alone. What it
// leaves out is inherited. Empty sets none.
type Overlay string

// Level is who imposed a rule.
type Level string

// The levels, from the outermost in.
const (
	LevelDefault     Level = "default"
	LevelApplication Level = "application"
	LevelTenant      Level = "tenant"
)

// Resolve lays the levels over the built-in defaults, the outermost first.
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

// Levels names for every rule, as "password.minLength", the innermost level that set it.
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

// Rules lists what the overlay sets, as "password.minLength", sorted.
func (o Overlay) Rules() ([]string, error) {
	t, err := o.tree()
	return slices.Sorted(maps.Keys(t)), err
}

// Over lays o over what it inherits: where both set a rule, o wins.
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

// Patched is o after a merge patch (RFC 7396): a rule that the patch names has its value, one
// that it says is null is no longer set, and all others stay.
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

// Without is what o sets and next does not, with the values of o.
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

// Beyond is what o sets, but for the rules that other sets to the same value.
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

// Difference is the overlay that makes one of two settings the other.
func Difference(from, to Settings) Overlay {
	old, next := treeOf(from), treeOf(to)
	maps.DeleteFunc(next, func(rule string, value json.RawMessage) bool { return bytes.Equal(value, old[rule]) })
	return next.overlay()
}

// tree is an overlay by rule.
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

// treeOf holds every rule; a list without entries is written as such.
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

// overlay writes a tree in one spelling: names sorted.
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
