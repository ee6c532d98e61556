package conformance

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// enumeration sends requests for known and for unknown users: the answers must have the same
// status, headers and body.
func (p *Player) enumeration(surface string) (all []group) {
	for _, probe := range p.contract.Playbook.Probes.Enumeration {
		o := p.contract.operations[probe.Ask.Call]
		if o.surface != surface {
			continue
		}
		t := trial{TestCase: TestCase{Suite: "enumeration", Surface: surface, Operation: o.id, Case: probe.Name}}
		all = append(all, p.alone(t, func(ctx context.Context, w *world) error {
			if err := p.prepare(ctx, w, probe.Given); err != nil {
				return err
			}
			return p.asked(ctx, w, o, probe)
		}))
	}
	return all
}

func (p *Player) asked(ctx context.Context, w *world, o *operation, probe EnumerationProbe) error {
	ask := p.completed(o, probe.Ask)
	_, first, err := p.enact(ctx, w, ask)
	if err != nil {
		return err
	}
	for _, v := range probe.Variants {
		other := ask
		other.Change = maps.Clone(ask.Change)
		if other.Change == nil {
			other.Change = map[string]any{}
		}
		maps.Copy(other.Change, v.Change)
		_, a, err := p.enact(ctx, w, other)
		if err == nil {
			err = w.alike(first, a)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", v.Name, err) // the last request shows the difference
		}
	}
	return nil
}

// differing are the headers that differ in each answer, whatever the user.
var differing = []string{"Date", "X-Request-Id", "Ratelimit", "Ratelimit-Policy", "Content-Length"}

// eachTime matches ids and times.
var eachTime = regexp.MustCompile(shape("00000000-0000-0000-0000-000000000000") + `|\b[0-9a-z]{26}\b|\d{4}-\d\d-\d\dT[0-9:.]+Z`)

// alike compares what an attacker sees, except what differs in each answer.
func (w *world) alike(a, b answer) error {
	if a.status != b.status {
		return &differs{Difference{"status", strconv.Itoa(a.status), strconv.Itoa(b.status)}, fmt.Sprintf("status %d, and %d for a known one", b.status, a.status)}
	}
	names := func(x answer) []string {
		return slices.DeleteFunc(slices.Sorted(maps.Keys(x.header)), func(n string) bool { return slices.Contains(differing, n) })
	}
	for _, n := range slices.Concat(names(a), names(b)) {
		known, unknown := strings.Join(a.header[n], ","), strings.Join(b.header[n], ",")
		if known != unknown {
			return &differs{Difference{"header " + n, w.mask.text(known), w.mask.text(unknown)}, fmt.Sprintf("another header %s than for a known one", n)}
		}
	}
	if anonymous(a) != anonymous(b) {
		return inBody("", w.mask.body(a), w.mask.body(b), "another body than for a known one")
	}
	return nil
}

// anonymous returns the body without ids and times, which differ in each answer.
func anonymous(a answer) string {
	return eachTime.ReplaceAllString(string(a.body), "*")
}
