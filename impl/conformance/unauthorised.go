package conformance

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// unauthorised calls each operation that requires a credential as each unauthorised caller, in the
// situation of the operation's first success. Then the authorised caller must succeed, since
// refused calls must change nothing.
func (p *Player) unauthorised(surface string) (all []group) {
	outside := p.world() // the world of the unauthorised callers
	p.lasting = append(p.lasting, outside)
	for _, o := range p.contract.sorted(surface) {
		script := p.contract.Playbook.Operations[o.id]
		if script == nil || o.anonymous || len(o.security) == 0 {
			continue
		}
		cases := p.cases(o, script)
		i := slices.IndexFunc(cases, func(c staged) bool { return !c.standing && strings.HasPrefix(c.Answer, "2") && c.Arrange == "" })
		if i >= 0 {
			all = append(all, p.playUnauthorised(outside, o, cases[i]))
		}
	}
	return all
}

// playUnauthorised plays one operation for all unauthorised callers and then for the authorised one.
func (p *Player) playUnauthorised(outside *world, o *operation, c staged) group {
	shared := p.world()
	g := group{shared: shared}
	add := func(name string, harmless bool, play func(ctx context.Context) error) {
		t := trial{TestCase: TestCase{Suite: "unauthorised", Surface: o.surface, Operation: o.id, Case: name}, harmless: harmless}
		t.play = func(ctx context.Context) (*world, error) {
			if !p.readOnly {
				if err := p.prepare(ctx, shared, c.Given); err != nil {
					return shared, err
				}
			}
			return shared, play(ctx)
		}
		g.trials = append(g.trials, t)
	}
	for _, s := range p.contract.Playbook.Probes.Unauthorised {
		if s.Foreign && !p.aimed(c.Call) {
			continue // the call names no object, so the caller gets his own
		}
		if o.permission() == "" && slices.Equal(s.Wants, []int{http.StatusForbidden}) {
			continue // it asks for no permission
		}
		add("refuses "+s.Name, o.safe() && p.anybody(s.As), func(ctx context.Context) error {
			if err := p.prepare(ctx, outside, s.Given); err != nil {
				return err
			}
			return p.refused(ctx, shared, outside, c.Call, s)
		})
	}
	add("still serves the rightful caller", false, func(ctx context.Context) error { return p.perform(ctx, shared, c) })
	return g
}

func (p *Player) refused(ctx context.Context, w, outside *world, c Call, s UnauthorisedCaller) error {
	rightful := maps.Clone(w.live)
	defer func() { w.live, w.loose = rightful, false }()
	if name, ok := outside.live[s.As]; ok {
		w.live[s.As] = name
	}
	c.As, w.loose = s.As, true
	o, a, err := p.enact(ctx, w, c)
	if err != nil {
		return err
	}
	if slices.Contains(s.Wants, a.status) || s.Foreign && a.status == http.StatusOK && o.reads() && !shows(w, c, a) {
		return nil
	}
	return &differs{
		Difference{"status", "one of " + strings.Trim(fmt.Sprint(s.Wants), "[]"), strconv.Itoa(a.status)},
		fmt.Sprintf("answers %d, wanted one of %v", a.status, s.Wants),
	}
}

// reads tells whether the operation changes nothing.
func (o *operation) reads() bool {
	return strings.HasSuffix(o.permission(), "read")
}

// shows tells whether an answer contains an object of the world besides those in the request: the
// list of an unauthorised caller must be empty.
func shows(w *world, c Call, a answer) bool {
	asked := fmt.Sprint(c.Path, c.Query, c.Change)
	for name, value := range w.live {
		_, made := w.book.Fixtures.Made[name]
		if made && name != "publicUrl" && !strings.Contains(asked, value) && strings.Contains(string(a.body), value) {
			return true
		}
	}
	return false
}

// aimed tells whether a call names an object that the server created for a world.
func (p *Player) aimed(c Call) bool {
	r, err := p.contract.resolve(p, c)
	if err != nil {
		return false
	}
	body, err := json.Marshal(r.Body)
	if err != nil {
		return false
	}
	for name, example := range p.contract.Playbook.Fixtures.Made {
		if name != "publicUrl" && strings.Contains(r.Target+string(body), example) {
			return true
		}
	}
	return false
}
