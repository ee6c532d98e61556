package conformance

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
)

// setupError means that a situation could not be set up.
type setupError struct {
	situation string
	surface   string
	operation string // of the step that failed, if it was a call
	err       error
}

func (e *setupError) Error() string {
	return fmt.Sprintf("the set-up %q failed: %v", e.situation, e.err)
}
func (e *setupError) Unwrap() error { return e.err }

// prepare sets up situations, each once in a world. A situation that has always failed is not tried
// again: the reason is reported once, and the cases that need it are not run. A situation that was
// set up in another world is tried each time.
func (p *Player) prepare(ctx context.Context, w *world, situations []string) error {
	for _, name := range situations {
		if w.done[name] {
			continue
		}
		s := p.contract.Playbook.Situations[name]
		if err := p.prepare(ctx, w, s.After); err != nil {
			return err
		}
		if err := cmp.Or(w.broke[name], p.broken[name]); err != nil {
			return err
		}
		if err := p.setUp(ctx, w, name, s); err != nil {
			w.broke[name] = err // it may be set up in part, so it is not tried again in this world
			if !p.stood[name] && ctx.Err() == nil {
				p.broken[name] = err
			}
			return err
		}
		p.stood[name], w.done[name] = true, true
	}
	return nil
}

func (p *Player) setUp(ctx context.Context, w *world, name string, s *Situation) error {
	for _, step := range s.Steps {
		err := p.step(ctx, w, step)
		var cannot errCannot
		switch {
		case errors.As(err, &cannot):
			return cannot
		case err != nil:
			failed := &setupError{situation: name, operation: step.Call.Call, err: err}
			if o := p.contract.operations[failed.operation]; o != nil {
				failed.surface = o.surface
			}
			return failed
		}
	}
	return nil
}

// setupFailure returns the result of a failed set-up, if it was not reported yet.
func (p *Player) setupFailure(w *world, err error) (r Result, first bool) {
	var failed *setupError
	if !errors.As(err, &failed) {
		return r, false
	}
	t := trial{TestCase: TestCase{Suite: SetUp, Surface: failed.surface, Operation: failed.operation, Case: failed.situation}}
	r = p.judge(t, w, failed.err)
	text := r.Case + ": " + r.Why
	if slices.Contains(p.told, text) {
		return r, false
	}
	p.told = append(p.told, text)
	return r, true
}

func (p *Player) step(ctx context.Context, w *world, s Step) error {
	switch {
	case s.Mail != nil:
		return p.readMail(ctx, w, *s.Mail)
	case s.App != nil:
		return p.readApp(w, *s.App)
	case s.Arrange != "":
		_, err := p.arrange(ctx, w, s.Arrange)
		return err
	}
	if s.As == "" {
		s.As = "ownerKey"
	}
	for range max(s.Times, 1) {
		if err := p.stepCall(ctx, w, s); err != nil {
			return fmt.Errorf("%s: %w", s.Call.Call, err)
		}
	}
	return nil
}

func (p *Player) stepCall(ctx context.Context, w *world, s Step) error {
	s.Varies = s.varies()
	a, err := p.settled(ctx, w, s.Call)
	if err != nil {
		return err
	}
	return w.take(s.Learn, a.body)
}
