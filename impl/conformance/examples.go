package conformance

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"
)

// Verdict is what came of a case.
type Verdict string

// Verdicts.
const (
	Passed  Verdict = "passed"
	Failed  Verdict = "failed"
	Skipped Verdict = "skipped" // this server cannot be asked; Why says the reason
)

// Result is a case that was played.
type Result struct {
	Suite     string  `json:"suite"`
	Surface   string  `json:"surface"`
	Operation string  `json:"operation"`
	Case      string  `json:"case"`
	Verdict   Verdict `json:"verdict"`
	Why       string  `json:"why,omitempty"`
	// Examples names what was compared, as "request NAME" and "STATUS NAME".
	Examples []string `json:"examples,omitempty"`
}

// Player plays the contract against a server. It remembers which mails it read.
type Player struct {
	contract *Contract
	server   Server
	patient  bool           // waits where the server asks to
	seen     map[string]int // operation and status
	read     map[string]bool
}

// Player is one for a server.
func (c *Contract) Player(s Server) *Player {
	return &Player{contract: c, server: s, patient: true, seen: map[string]int{}, read: map[string]bool{}}
}

// examples plays the cases of every operation of a surface.
func (p *Player) examples(ctx context.Context, surface string, report func(Result)) {
	for _, o := range p.contract.sorted(surface) {
		p.examplesOf(ctx, o, report)
	}
}

// examplesOf plays the cases of an operation: first those that every operation shares, in
// one world, as an error must change nothing, then each of its own in a world of its own.
func (p *Player) examplesOf(ctx context.Context, o *operation, report func(Result)) {
	script := p.contract.Playbook.Operations[o.id]
	if script == nil {
		script = &Script{}
	}
	var shared *world
	for _, c := range p.cases(o, script) {
		w := newWorld(p.contract.Playbook, p.server.Given)
		if c.standing {
			if shared == nil {
				shared = w
			}
			w = shared
		}
		report(p.play(ctx, w, o, c))
		if w != shared {
			p.tidy(ctx, w)
		}
	}
	if shared != nil {
		p.tidy(ctx, shared)
	}
}

// staged is a case with all that its script and surface add.
type staged struct {
	Case
	standing bool
}

// cases lists the standing cases that the operation has no own one for, then its own.
func (p *Player) cases(o *operation, script *Script) []staged {
	surface := p.contract.Playbook.Surfaces[o.surface]
	base := script.Call.over(Call{Call: o.id, As: surface.As, Host: surface.Host})
	given := slices.Concat(surface.Given, script.Given)
	own := map[string]bool{}
	for _, c := range script.Try {
		own[c.Answer] = true
	}
	if base.Send == "" && o.spec.RequestBody != nil {
		base.Send = staged{}.sent(o) // which one does not matter for what all share
	}
	var all []staged
	for _, name := range o.answers() {
		c, ok := surface.Standing[name]
		if !ok || own[name] {
			continue
		}
		c.Call = c.over(base)
		c.Answer = name
		c.Given = slices.Concat(given, c.Given)
		all = append(all, staged{c, true})
	}
	base = script.Call.over(Call{Call: o.id, As: surface.As, Host: surface.Host})
	for _, c := range script.Try {
		c.Call = c.over(base)
		c.Given = slices.Concat(given, c.Given)
		all = append(all, staged{c, false})
	}
	return all
}

func (p *Player) play(ctx context.Context, w *world, o *operation, c staged) Result {
	r := Result{Suite: "examples", Surface: o.surface, Operation: o.id, Case: c.Answer, Verdict: Passed}
	if c.Send != "" && !c.standing {
		r.Case = c.Send + " gives " + c.Answer
	}
	err := p.prepare(ctx, w, c.Given)
	if err == nil {
		w.loose = c.standing
		err = p.perform(ctx, w, c)
	}
	r.judge(err)
	if r.Verdict == Passed {
		if c.Answer != "" {
			r.Examples = append(r.Examples, c.Answer)
		}
		if !c.standing && c.Body == "" && o.spec.RequestBody != nil {
			r.Examples = append(r.Examples, "request "+c.sent(o))
		}
	}
	return r
}

// sent is the name of the request's example, also where there is one only.
func (c staged) sent(o *operation) string {
	if c.Send != "" {
		return c.Send
	}
	for _, content := range o.spec.RequestBody.Value.Content {
		for _, name := range slices.Sorted(maps.Keys(content.Examples)) {
			return name
		}
	}
	return ""
}

func (r *Result) judge(err error) {
	var cannot errCannot
	switch {
	case errors.As(err, &cannot):
		r.Verdict, r.Why = Skipped, cannot.why
	case err != nil:
		r.Verdict, r.Why = Failed, strings.ReplaceAll(err.Error(), "\n", "; ")
	}
}

func (p *Player) perform(ctx context.Context, w *world, c staged) error {
	if c.Arrange != "" {
		end, err := p.arrange(ctx, w, c.Arrange)
		if err != nil {
			return err
		}
		defer end()
	}
	_, err := p.settled(ctx, w, c.Call)
	return err
}

// A reading that differs from its example is repeated so often, with these pauses: mails
// leave in the background, and what is told of them changes with them.
const (
	readings = 20
	pause    = 50 * time.Millisecond
)

// settled makes a call and compares the answer with its example.
func (p *Player) settled(ctx context.Context, w *world, c Call) (answer, error) {
	loose := w.loose
	for again := 1; ; again++ {
		before := maps.Clone(w.live)
		o, a, err := p.enact(ctx, w, c)
		w.loose = false
		if err == nil {
			err = p.matches(w, o, c, a)
		}
		if err == nil || o.method != http.MethodGet || again == readings {
			return a, err
		}
		w.live, w.loose = before, loose
		select {
		case <-ctx.Done():
			return a, ctx.Err()
		case <-time.After(pause):
		}
	}
}

func (p *Player) arrange(ctx context.Context, w *world, name string) (end func(), err error) {
	hook := p.server.Arrange[name]
	if hook == nil {
		return nil, errCannot{"needs a test bed: " + name}
	}
	at, undo, err := hook(ctx)
	if err != nil {
		return nil, err
	}
	w.at = at
	return func() {
		w.at = ""
		if undo != nil {
			undo()
		}
	}, nil
}

// prepare brings about situations, each once in a world.
func (p *Player) prepare(ctx context.Context, w *world, situations []string) error {
	for _, name := range situations {
		if w.done[name] {
			continue
		}
		s := p.contract.Playbook.Situations[name]
		if err := p.prepare(ctx, w, s.After); err != nil {
			return err
		}
		w.done[name] = true
		for _, step := range s.Steps {
			if err := p.step(ctx, w, step); err != nil {
				return fmt.Errorf("situation %q: %w", name, err)
			}
		}
	}
	return nil
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
	if s.Undo != "" {
		w.undo = append(w.undo, Call{Call: s.Undo, As: "ownerKey", Path: s.Path})
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

// tidy removes what a world's steps made, the last first. What cannot be removed stays:
// a case may have removed it already.
func (p *Player) tidy(ctx context.Context, w *world) {
	for _, c := range slices.Backward(w.undo) {
		_, _, _ = p.enact(ctx, w, c)
	}
}

// Untried lists the examples of a surface that no passed result compared, and counts all
// that there are.
func (c *Contract) Untried(surface string, results []Result) (missing []string, of int) {
	tried := map[string]bool{}
	for _, r := range results {
		for _, e := range r.Examples {
			tried[r.Operation+" "+e] = true
		}
	}
	for _, o := range c.sorted(surface) {
		for _, e := range o.examples() {
			of++
			if !tried[o.id+" "+e] {
				missing = append(missing, o.id+" "+e)
			}
		}
	}
	return missing, of
}

// examples names the examples of the operation's request and of its answers.
func (o *operation) examples() []string {
	all := o.answers()
	if o.spec.RequestBody != nil {
		for _, content := range o.spec.RequestBody.Value.Content {
			for _, name := range slices.Sorted(maps.Keys(content.Examples)) {
				all = append(all, "request "+name)
			}
		}
	}
	return all
}
