package conformance

import (
	"context"
	"fmt"
	"time"
)

// Suites lists the suites in the order in which they run.
func Suites() []string {
	return []string{"reads", "examples", "journeys", "unauthorised", "scanner", "enumeration", "race"}
}

// farewell is the deadline for removing objects after the run was ended.
const farewell = 30 * time.Second

// Run plays the selected cases. It reports each result at once; report tells whether to continue.
// Everything that was created is removed, also after the context ended; what could not be removed
// is returned.
func (c *Contract) Run(ctx context.Context, s Server, sel Selection, report func(Result) (goOn bool)) []Leftover {
	if sel.ReadOnly {
		s.Client = c.guarded(s.Client)
	}
	p := c.Player(s)
	p.readOnly = sel.ReadOnly
	p.playAll(ctx, p.plan(sel), report)
	return p.finish(ctx)
}

// Operations lists the ids of a surface's operations.
func (c *Contract) Operations(surface string) []string {
	var ids []string
	for _, o := range c.sorted(surface) {
		ids = append(ids, o.id)
	}
	return ids
}

// Examples plays the examples of one operation, as Run does.
func (p *Player) Examples(ctx context.Context, operation string, report func(Result)) error {
	o := p.contract.operations[operation]
	if o == nil {
		return fmt.Errorf("conformance: the contract has no operation %q", operation)
	}
	p.playAll(ctx, p.examplesOf(o), func(r Result) bool { report(r); return true })
	return nil
}

// journeys plays the complete flows, each in a world of its own.
func (p *Player) journeys(surface string) (all []group) {
	for _, j := range p.contract.Playbook.Journeys {
		if j.Surface != surface {
			continue
		}
		t := trial{TestCase: TestCase{Suite: "journeys", Surface: surface, Case: j.Name}}
		for _, step := range j.Steps {
			if step.Call.Call != "" {
				t.calls = append(t.calls, step.Call.Call)
			}
		}
		all = append(all, p.alone(t, func(ctx context.Context, w *world) error {
			if err := p.prepare(ctx, w, j.Given); err != nil {
				return err
			}
			for n, step := range j.Steps {
				if err := p.step(ctx, w, step); err != nil {
					return fmt.Errorf("step %d: %w", n+1, err)
				}
			}
			return nil
		}))
	}
	return all
}
