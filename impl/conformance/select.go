package conformance

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
)

// Selection is what of all cases is meant; the zero Selection means all.
type Selection struct {
	Surfaces, Suites []string
	// Only are names of operations, surfaces, suites or cases, or patterns of them as path.Match reads them.
	Only []string
	// ReadOnly leaves out what could change anything on the server; safe.go has the rule.
	ReadOnly bool
}

// means tells whether a trial is selected.
func (s Selection) means(t trial) bool {
	return (!s.ReadOnly || t.harmless) &&
		(len(s.Only) == 0 || slices.ContainsFunc(s.Only, func(pattern string) bool { return t.matches(pattern) }))
}

// names are what a pattern can mean a trial by.
func (t trial) names() []string {
	return append([]string{t.Operation, t.Surface, t.Suite, t.Case, t.Path()}, t.calls...)
}

func (t trial) matches(pattern string) bool {
	return slices.ContainsFunc(t.names(), func(name string) bool {
		matched, _ := path.Match(pattern, name) // Cases refuses what is no pattern
		return name != "" && (matched || name == pattern)
	})
}

// Cases lists what a selection means, in the order in which it is played. A name that means nothing is an error.
func (c *Contract) Cases(s Selection) ([]TestCase, error) {
	p := c.Player(Server{})
	for _, pattern := range s.Only {
		if _, err := path.Match(pattern, ""); err != nil {
			return nil, fmt.Errorf("%q is no pattern", pattern)
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

// nothing says that a pattern means no case, and why or what may have been meant.
func (c *Contract) nothing(p *Player, s Selection, pattern string) error {
	if len(p.plan(Selection{Only: []string{pattern}})) > 0 {
		return fmt.Errorf("%q is left out by the other flags", pattern)
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
		return fmt.Errorf("%q is no operation, surface, suite or case; --list shows them", pattern)
	}
	return fmt.Errorf("%q is no operation, surface, suite or case; is it %s?", pattern, strings.Join(near, ", "))
}

// nearest are at most three names that somebody may have meant.
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
