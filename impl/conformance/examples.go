package conformance

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"
)

// examples plays the cases of every operation of a surface.
func (p *Player) examples(surface string) (all []group) {
	for _, o := range p.contract.sorted(surface) {
		all = append(all, p.examplesOf(o)...)
	}
	return all
}

// examplesOf plays the cases of an operation: first those that all operations share, in one
// world, since an error must change nothing; then each of its own cases in a world of its own.
func (p *Player) examplesOf(o *operation) []group {
	script := p.contract.Playbook.Operations[o.id]
	if script == nil {
		script = &Script{}
	}
	shared := p.world()
	all := []group{{shared: shared}}
	for _, c := range p.cases(o, script) {
		t := p.example(o, c)
		if !c.standing {
			all = append(all, p.alone(t, func(ctx context.Context, w *world) error { return p.inSituation(ctx, w, c) }))
			continue
		}
		t.play = func(ctx context.Context) (*world, error) { return shared, p.inSituation(ctx, shared, c) }
		all[0].trials = append(all[0].trials, t)
	}
	return all
}

// example returns the trial of a case: its name, and what it proves.
func (p *Player) example(o *operation, c staged) trial {
	t := trial{TestCase: TestCase{Suite: "examples", Surface: o.surface, Operation: o.id, Case: c.Answer}}
	if c.Send != "" && !c.standing {
		t.Case = c.Send + " gives " + c.Answer
	}
	if c.Answer != "" {
		t.examples = append(t.examples, c.Answer)
	}
	if !c.standing && c.Body == "" && o.spec.RequestBody != nil {
		t.examples = append(t.examples, "request "+c.sent(o))
	}
	t.harmless = o.safe() && c.Arrange == "" && p.anybody(c.As) && (len(c.Given) == 0 || c.standing && c.bare)
	return t
}

// inSituation plays a case in its situation. A case that is refused in any situation and changes
// nothing needs none.
func (p *Player) inSituation(ctx context.Context, w *world, c staged) error {
	if !p.readOnly {
		if err := p.prepare(ctx, w, c.Given); err != nil {
			return err
		}
	}
	w.loose = c.standing
	return p.perform(ctx, w, c)
}

// staged is a case, completed by its script and surface.
type staged struct {
	Case
	standing bool
	bare     bool // a shared case that is refused in any situation
}

// cases lists the shared cases that the operation does not replace, then its own cases.
func (p *Player) cases(o *operation, script *Script) []staged {
	surface := p.contract.Playbook.Surfaces[o.surface]
	base := script.Call.over(Call{Call: o.id, As: surface.As, Host: surface.Host})
	given := slices.Concat(surface.Given, script.Given)
	own := map[string]bool{}
	for _, c := range script.Try {
		own[c.Answer] = true
	}
	if base.Send == "" && o.spec.RequestBody != nil {
		base.Send = staged{}.sent(o) // any example serves for the shared cases
	}
	var all []staged
	for _, name := range o.answers() {
		c, ok := surface.Standing[name]
		if !ok || own[name] {
			continue
		}
		bare := len(c.Given) == 0
		c.Call = c.over(base)
		c.Answer = name
		c.Given = slices.Concat(given, c.Given)
		all = append(all, staged{Case: c, standing: true, bare: bare})
	}
	base = script.Call.over(Call{Call: o.id, As: surface.As, Host: surface.Host})
	for _, c := range script.Try {
		c.Call = c.over(base)
		c.Given = slices.Concat(given, c.Given)
		all = append(all, staged{Case: c})
	}
	return all
}

// sent returns the name of the request's example, also if there is only one.
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

// A read that differs from its example is repeated this often, with these pauses: mails are sent
// in the background, and answers about them change.
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
		if p.readOnly && c.As == "ownerKey" && a.status == http.StatusForbidden && !strings.HasPrefix(c.Answer, "403") {
			return a, errCannot{"the key has no permission for it"}
		}
		if err == nil {
			err = p.matches(w, o, c, a)
		}
		var cannot errCannot
		if err == nil || errors.As(err, &cannot) || o.method != http.MethodGet || again == readings {
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

// Untried lists the examples of a surface that no passed result compared, and counts all examples.
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

// examples lists the names of the examples of the operation's request and answers.
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
