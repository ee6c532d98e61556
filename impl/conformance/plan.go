package conformance

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// TestCase identifies one case of the contract test. A journey uses many operations, so it has none.
type TestCase struct {
	Suite     string `json:"suite"`
	Surface   string `json:"surface"`
	Operation string `json:"operation,omitempty"`
	Case      string `json:"case"`
}

// Subject returns what a case is about: its operation, or the surface of a journey.
func (t TestCase) Subject() string {
	if t.Operation == "" {
		return t.Surface
	}
	return t.Operation
}

// Path returns the unique name of a case.
func (t TestCase) Path() string {
	return strings.Join([]string{t.Suite, t.Surface, orDash(t.Operation), t.Case}, "/")
}

func orDash(operation string) string {
	if operation == "" {
		return "-"
	}
	return operation
}

// trial is a case and the function that plays it.
type trial struct {
	TestCase
	calls    []string // the operations of a journey
	examples []string // the examples that it proves when it passes
	harmless bool     // it changes nothing, and needs no set-up
	// play also returns the world in which the case was played, which has the last request.
	play func(ctx context.Context) (*world, error)
}

// group is a list of trials that share a world. All groups are planned before the first is played,
// so that --list shows exactly the cases that a run plays.
type group struct {
	trials []trial
	shared *world // removed after the last trial
}

// alone returns a group of one trial, whose world is removed after it.
func (p *Player) alone(t trial, play func(ctx context.Context, w *world) error) group {
	t.play = func(ctx context.Context) (*world, error) {
		w := p.world()
		defer p.tidy(ctx, w)
		return w, play(ctx, w)
	}
	return group{trials: []trial{t}}
}

func (p *Player) world() *world {
	w := newWorld(p.contract.Playbook, p.server.Given)
	w.mask = p.contract.mask
	return w
}

// plan returns the groups of a selection, in the order in which they are played.
func (p *Player) plan(s Selection) []group {
	planners := map[string]func(surface string) []group{
		"reads": p.reads, "examples": p.examples, "journeys": p.journeys, "unauthorised": p.unauthorised,
		"enumeration": p.enumeration, "scanner": p.scans, "race": p.races,
	}
	var all []group
	for _, surface := range p.contract.Surfaces() {
		if len(s.Surfaces) > 0 && !slices.Contains(s.Surfaces, surface) {
			continue
		}
		for _, suite := range Suites() {
			if len(s.Suites) == 0 || slices.Contains(s.Suites, suite) {
				all = append(all, planners[suite](surface)...)
			}
		}
	}
	apart(all)
	for i := range all {
		all[i].trials = slices.DeleteFunc(all[i].trials, func(t trial) bool { return !s.means(t) })
	}
	return slices.DeleteFunc(all, func(g group) bool { return len(g.trials) == 0 })
}

// apart numbers cases of the same name.
func apart(groups []group) {
	times := map[string]int{}
	for _, g := range groups {
		for i := range g.trials {
			path := g.trials[i].Path()
			if times[path]++; times[path] > 1 {
				g.trials[i].Case += fmt.Sprintf(" (%d)", times[path])
			}
		}
	}
}

// playAll plays the groups until report or the context ends the run.
func (p *Player) playAll(ctx context.Context, groups []group, report func(Result) (goOn bool)) {
	for _, g := range groups {
		goOn := p.playGroup(ctx, g, report)
		if g.shared != nil {
			p.tidy(ctx, g.shared)
		}
		if !goOn {
			return
		}
	}
}

func (p *Player) playGroup(ctx context.Context, g group, report func(Result) bool) (goOn bool) {
	for _, t := range g.trials {
		if ctx.Err() != nil {
			return false
		}
		began := p.now()
		w, err := t.play(ctx)
		if ctx.Err() != nil {
			return false // the end of the run is not a result
		}
		r := p.judge(t, w, err)
		r.Seconds = p.now().Sub(began).Seconds()
		if setup, first := p.setupFailure(w, err); first && !report(setup) {
			return false
		}
		if !report(r) {
			return false
		}
	}
	return true
}
