package conformance

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// strangers calls each operation that wants a credential as everybody who must not, in the
// situation of its first success. Then the rightful caller succeeds: what was refused
// changed nothing.
func (p *player) strangers(ctx context.Context, surface string, report func(Result)) {
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
		p.besiege(ctx, w, o, cases[i], report)
		p.tidy(ctx, w)
	}
}

// besiege plays one operation for all strangers and then for the rightful caller.
func (p *player) besiege(ctx context.Context, w *world, o *operation, c staged, report func(Result)) {
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
		if !s.Platform && !o.of("tenant") && len(s.Given) > 0 {
			continue
		}
		err := p.prepare(ctx, w, s.Given)
		if err == nil {
			err = p.refused(ctx, w, c.Call, s)
		}
		result("refuses "+s.Name, err)
	}
	result("still serves the rightful caller", p.perform(ctx, w, o, c))
}

func (p *player) refused(ctx context.Context, w *world, c Call, s Stranger) error {
	c.As = s.As
	w.loose = true
	defer func() { w.loose = false }()
	_, a, err := p.enact(ctx, w, c)
	if err != nil {
		return err
	}
	if !slices.Contains(s.Wants, a.status) {
		return fmt.Errorf("answers %d, wanted one of %v", a.status, s.Wants)
	}
	return nil
}

// of tells whether the operation can be confined to a boundary.
func (o *operation) of(boundary string) bool {
	list, _ := o.spec.Extensions["x-boundary"].([]any)
	return slices.Contains(list, any(boundary))
}
