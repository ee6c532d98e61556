package conformance

import (
	"context"
	"slices"
)

// Examples plays every example of the surfaces in turn; none named means all of them.
func (c *Contract) Examples(ctx context.Context, s Server, surfaces []string, report func(Result)) {
	p := newPlayer(c, s)
	for _, name := range c.Surfaces() {
		if len(surfaces) == 0 || slices.Contains(surfaces, name) {
			p.examples(ctx, name, report)
		}
	}
}

// Untried lists the examples of a surface that none of the results compared.
func (c *Contract) Untried(surface string, results []Result) []string {
	return c.untried(surface, results)
}
