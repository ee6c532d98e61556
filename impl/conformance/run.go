package conformance

import (
	"context"
	"slices"
)

// Suites are what can be run, in this order.
func Suites() []string { return []string{"examples", "strangers", "scanner", "enumeration", "race"} }

// Run plays suites for surfaces against a server; none named means all of them. Each
// result is reported as it is known.
func (c *Contract) Run(ctx context.Context, s Server, surfaces, suites []string, report func(Result)) {
	p := newPlayer(c, s)
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
		if report := wanted("strangers"); report != nil {
			p.strangers(ctx, name, report)
		}
		if report := wanted("enumeration"); report != nil {
			p.riddles(ctx, name, report)
		}
		p.rights(ctx, name, wanted("scanner"), wanted("race"))
	}
}

// Untried lists the examples of a surface that none of the results compared.
func (c *Contract) Untried(surface string, results []Result) []string {
	return c.untried(surface, results)
}
