package conformance

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
)

// strangers calls each operation that wants a credential as everybody who must not, in the
// situation of its first success. Then the rightful caller succeeds: what was refused
// changed nothing.
func (p *Player) strangers(ctx context.Context, surface string, report func(Result)) {
	outside := newWorld(p.contract.Playbook, p.server.Given) // where the strangers come from
	defer p.tidy(ctx, outside)
	for _, o := range p.contract.sorted(surface) {
		script := p.contract.Playbook.Operations[o.id]
		if script == nil || o.anonymous || len(o.security) == 0 {
			continue
		}
		cases := p.cases(o, script)
		i := slices.IndexFunc(cases, func(c staged) bool { return !c.standing && strings.HasPrefix(c.Answer, "2") && c.Arrange == "" })
		if i < 0 {
			continue
		}
		w := newWorld(p.contract.Playbook, p.server.Given)
		p.besiege(ctx, w, outside, o, cases[i], report)
		p.tidy(ctx, w)
	}
}

// besiege plays one operation for all strangers and then for the rightful caller.
func (p *Player) besiege(ctx context.Context, w, outside *world, o *operation, c staged, report func(Result)) {
	result := func(name string, err error) {
		r := Result{Suite: "strangers", Surface: o.surface, Operation: o.id, Case: name, Verdict: Passed}
		r.judge(err)
		report(r)
	}
	if err := p.prepare(ctx, w, c.Given); err != nil {
		result(c.Answer, err)
		return
	}
	for _, s := range p.contract.Playbook.Probes.Strangers {
		if s.Foreign && !p.aimed(w, c.Call) {
			continue // it names nothing that is somebody's: he is served with what is his
		}
		if permission, _ := o.spec.Extensions["x-permission"].(string); permission == "" && slices.Equal(s.Wants, []int{http.StatusForbidden}) {
			continue // it asks for no permission
		}
		err := p.prepare(ctx, outside, s.Given)
		if err == nil {
			err = p.refused(ctx, w, outside, c.Call, s)
		}
		result("refuses "+s.Name, err)
	}
	result("still serves the rightful caller", p.perform(ctx, w, c))
}

func (p *Player) refused(ctx context.Context, w, outside *world, c Call, s Stranger) error {
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
	return fmt.Errorf("answers %d, wanted one of %v", a.status, s.Wants)
}

// reads tells whether the operation changes nothing.
func (o *operation) reads() bool {
	permission, _ := o.spec.Extensions["x-permission"].(string)
	return strings.HasSuffix(permission, "read")
}

// shows tells whether an answer holds anything of the world besides what was asked for: a
// list of what is there for the stranger is empty.
func shows(w *world, c Call, a answer) bool {
	asked := fmt.Sprint(c.Path, c.Query, c.Change)
	for name, value := range w.live {
		_, made := w.book.Cast.Made[name]
		if made && name != "publicUrl" && !strings.Contains(asked, value) && strings.Contains(string(a.body), value) {
			return true
		}
	}
	return false
}

// aimed tells whether a call names something that the server made for this world.
func (p *Player) aimed(w *world, c Call) bool {
	r, err := p.contract.resolve(p, c)
	if err != nil {
		return false
	}
	body, err := json.Marshal(r.Body)
	if err != nil {
		return false
	}
	for name, example := range p.contract.Playbook.Cast.Made {
		if name != "publicUrl" && w.live[name] != "" && strings.Contains(r.Target+string(body), example) {
			return true
		}
	}
	return false
}
