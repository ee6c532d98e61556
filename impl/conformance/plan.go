package conformance

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// TestCase names one case of the contract test. A journey goes through many operations and has none of its own.
type TestCase struct {
	Suite     string `json:"suite"`
	Surface   string `json:"surface"`
	Operation string `json:"operation,omitempty"`
	Case      string `json:"case"`
}

// Subject is what a case is about: its operation, or the surface of a journey.
func (t TestCase) Subject() string {
	if t.Operation == "" {
		return t.Surface
	}
	return t.Operation
}

// Path is the name of a case among all others.
func (t TestCase) Path() string {
	return strings.Join([]string{t.Suite, t.Surface, orDash(t.Operation), t.Case}, "/")
}

func orDash(operation string) string {
	if operation == "" {
		return "-"
	}
	return operation
}

// trial is a case and how it is played.
type trial struct {
	TestCase
	calls    []string // the operations that a journey goes through
	examples []string // what it shows to be true when it passes
	harmless bool     // it changes nothing, and needs nothing that would have to be made first
	// play gives the world in which it was played besides: that knows the last request.
	play func(ctx context.Context) (*world, error)
}

// group is trials that share a world. They are planned before any of them is played, so that the list of cases is the
// same as what is played.
type group struct {
	trials []trial
	shared *world // is removed after the last of them
}

// alone is a group of one trial, whose world is removed after it.
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

// plan is everything that a selection means, in the order in which it is played.
func (p *Player) plan(s Selection) []group {
	planners := map[string]func(surface string) []group{
		"reads": p.reads, "examples": p.examples, "journeys": p.journeys, "strangers": p.strangers,
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

// apart tells cases of one name apart by numbers.
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

// playAll plays what was planned until somebody has had enough of it.
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
			return false // it says nothing of the server
		}
		r := p.judge(t, w, err)
		r.Seconds = p.now().Sub(began).Seconds()
		if setup, first := p.setupToTell(w, err); first && !report(setup) {
			return false
		}
		if !report(r) {
			return false
		}
	}
	return true
}
