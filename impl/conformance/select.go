package conformance

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
)

// Selection selects cases; the zero Selection selects all.
type Selection struct {
	Surfaces, Suites []string
	// Only has names of operations, surfaces, suites or cases, or patterns of them as in path.Match.
	Only []string
	// ReadOnly excludes cases that could change anything on the server; safe.go has the rule.
	ReadOnly bool
}

// means tells whether the selection has a trial.
func (s Selection) means(t trial) bool {
	return (!s.ReadOnly || t.harmless) &&
		(len(s.Only) == 0 || slices.ContainsFunc(s.Only, func(pattern string) bool { return t.matches(pattern) }))
}

// names returns the names by which a pattern can select a trial.
func (t trial) names() []string {
	return append([]string{t.Operation, t.Surface, t.Suite, t.Case, t.Path()}, t.calls...)
}

func (t trial) matches(pattern string) bool {
	return slices.ContainsFunc(t.names(), func(name string) bool {
		matched, _ := path.Match(pattern, name) // Cases has refused invalid patterns
		return name != "" && (matched || name == pattern)
	})
}

// Cases lists the cases of a selection, in the order in which they are played. A name that selects
// nothing is an error.
func (c *Contract) Cases(s Selection) ([]TestCase, error) {
	p := c.Player(Server{})
	for _, pattern := range s.Only {
		if _, err := path.Match(pattern, ""); err != nil {
			return nil, fmt.Errorf("%q is not a pattern", pattern)
		}
		alone := s
		alone.Only = []string{pattern}
		if len(p.plan(alone)) == 0 {
			return nil, c.nothing(p, s, pattern)
		}
	}
	var all []TestCase
	for _, g := range p.plan(s) {
		for _, t := range g.trials {
			all = append(all, t.TestCase)
		}
	}
	return all, nil
}

// nothing explains why a pattern selects no case, and suggests names.
func (c *Contract) nothing(p *Player, s Selection, pattern string) error {
	if len(p.plan(Selection{Only: []string{pattern}})) > 0 {
		return fmt.Errorf("%q is excluded by the other flags", pattern)
	}
	s.Only = nil
	var names []string
	for _, g := range p.plan(s) {
		for _, t := range g.trials {
			names = append(names, t.names()[:4]...)
			names = append(names, t.calls...)
		}
	}
	near := nearest(pattern, names)
	if len(near) == 0 {
		return fmt.Errorf("%q is not an operation, surface, suite or case; --list shows them", pattern)
	}
	return fmt.Errorf("%q is not an operation, surface, suite or case; is it %s?", pattern, strings.Join(near, ", "))
}

// nearest returns at most three names that may have been meant.
func nearest(typed string, names []string) []string {
	slices.Sort(names)
	names = slices.DeleteFunc(slices.Compact(names), func(name string) bool { return name == "" })
	low := strings.ToLower(strings.Trim(typed, "*"))
	cost := func(name string) int {
		name = strings.ToLower(name)
		if low != "" && strings.Contains(name, low) {
			return 0
		}
		return edits(low, name)
	}
	names = slices.DeleteFunc(names, func(name string) bool { return cost(name) > max(2, len(low)/3) })
	slices.SortStableFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(cost(a), cost(b)), cmp.Compare(len(a), len(b)))
	})
	return names[:min(3, len(names))]
}

// edits is the Levenshtein distance.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
