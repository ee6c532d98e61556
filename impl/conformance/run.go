package conformance

import (
	"context"
	"fmt"
	"slices"
)

// Suites are what can be run, in this order.
func Suites() []string {
	return []string{"examples", "journeys", "strangers", "scanner", "enumeration", "race"}
}

// Run plays suites for surfaces against a server; none named means all of them. Each
// result is reported as it is known.
func (c *Contract) Run(ctx context.Context, s Server, surfaces, suites []string, report func(Result)) {
	p := c.Player(s)
	wanted := func(suite string) func(Result) {
		if len(suites) == 0 || slices.Contains(suites, suite) {
			return report
		}
		return nil
	}
	for _, name := range c.Surfaces() {
		if len(surfaces) > 0 && !slices.Contains(surfaces, name) {
			continue
		}
		if report := wanted("examples"); report != nil {
			p.examples(ctx, name, report)
		}
		if report := wanted("journeys"); report != nil {
			p.journeys(ctx, name, report)
		}
		if report := wanted("strangers"); report != nil {
			p.strangers(ctx, name, report)
		}
		if report := wanted("enumeration"); report != nil {
			p.riddles(ctx, name, report)
		}
		p.rights(ctx, name, wanted("scanner"), wanted("race"))
	}
}

// Operations lists the ids of a surface's operations.
func (c *Contract) Operations(surface string) []string {
	var ids []string
	for _, o := range c.sorted(surface) {
		ids = append(ids, o.id)
	}
	return ids
}

// Examples plays the examples of one operation, as Run does among all others.
func (p *Player) Examples(ctx context.Context, operation string, report func(Result)) error {
	o := p.contract.operations[operation]
	if o == nil {
		return fmt.Errorf("conformance: the contract has no operation %q", operation)
	}
	p.examplesOf(ctx, o, report)
	return nil
}

// journeys plays the ways that people go, each in a world of its own.
func (p *Player) journeys(ctx context.Context, surface string, report func(Result)) {
	for _, j := range p.contract.Playbook.Journeys {
		if j.Surface != surface {
			continue
		}
		w := newWorld(p.contract.Playbook, p.server.Given)
		r := Result{Suite: "journeys", Surface: surface, Case: j.Name, Verdict: Passed}
		err := p.prepare(ctx, w, j.Given)
		for n, step := range j.Steps {
			if err != nil {
				break
			}
			if err = p.step(ctx, w, step); err != nil {
				err = fmt.Errorf("step %d: %w", n+1, err)
			}
			r.Operation = step.Call.Call
		}
		r.judge(err)
		report(r)
		p.tidy(ctx, w)
	}
}
