package conformance

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
)

// crowd is the number of concurrent attempts to redeem one ticket.
const crowd = 16

// scans checks that one-time rights survive mail scanners, which open links before the user does.
func (p *Player) scans(surface string) []group { return p.rights("scanner", surface, p.scanned) }

// races checks that of many concurrent attempts to redeem one right exactly one succeeds.
func (p *Player) races(surface string) []group { return p.rights("race", surface, p.raced) }

func (p *Player) rights(suite, surface string, play func(context.Context, *world, *operation, Right) error) (all []group) {
	for _, r := range p.contract.Playbook.Probes.Rights {
		o := p.contract.operations[r.Redeem.Call]
		if o.surface != surface {
			continue
		}
		r.Redeem = p.completed(o, r.Redeem)
		t := trial{TestCase: TestCase{Suite: suite, Surface: surface, Operation: o.id, Case: r.Name}}
		all = append(all, p.alone(t, func(ctx context.Context, w *world) error {
			if err := p.prepare(ctx, w, r.Given); err != nil {
				return err
			}
			return play(ctx, w, o, r)
		}))
	}
	return all
}

// completed completes a call by the operation's script and surface.
func (p *Player) completed(o *operation, c Call) Call {
	base := Call{As: p.contract.Playbook.Surfaces[o.surface].As, Host: p.contract.Playbook.Surfaces[o.surface].Host}
	if script := p.contract.Playbook.Operations[o.id]; script != nil {
		base = script.Call.over(base)
	}
	return c.over(base)
}

// scanned opens the links as mail gateways do and reads the right as pages do. The right must
// still be usable afterwards.
func (p *Player) scanned(ctx context.Context, w *world, o *operation, r Right) error {
	for range 3 {
		for _, link := range r.Visit {
			url, err := w.fill(link)
			if err != nil {
				return err
			}
			for _, method := range []string{http.MethodHead, http.MethodGet} {
				w.request = strings.TrimSpace("curl -sS "+map[string]string{http.MethodHead: "--head"}[method]) + ` "` + w.shown(link) + `"`
				if err := p.visit(ctx, method, p.reachable(w, url)); err != nil {
					return err
				}
			}
		}
		for _, look := range r.Look {
			looked := p.contract.operations[look.Call]
			look = p.completed(looked, look)
			_, a, err := p.enact(ctx, w, look)
			if err == nil {
				err = p.matches(w, looked, look, a)
			}
			if err != nil {
				return fmt.Errorf("%s: %w", look.Call, err)
			}
		}
	}
	_, a, err := p.enact(ctx, w, r.Redeem)
	if err == nil {
		err = p.matches(w, o, r.Redeem, a)
	}
	if err != nil {
		return fmt.Errorf("after a scanner's visits: %w", err)
	}
	return nil
}

// reachable replaces the base of a link by the address of the server under test, since the public
// URL may be a proxy that does not exist here.
func (p *Player) reachable(w *world, link string) string {
	return strings.Replace(link, w.live["publicUrl"], p.base(w), 1)
}

func (p *Player) visit(ctx context.Context, method, url string) error {
	r, err := http.NewRequestWithContext(ctx, method, url, nil)
	if err != nil {
		return err
	}
	resp, err := p.server.Client.Do(r)
	if err != nil {
		return fmt.Errorf("%s of the link: %w", method, errors.Unwrap(err))
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode >= http.StatusInternalServerError {
		return fmt.Errorf("%s of the link answers %d", method, resp.StatusCode)
	}
	_, err = io.Copy(io.Discard, io.LimitReader(resp.Body, maxAnswer))
	return err
}

// raced makes concurrent attempts to redeem one right: exactly one must succeed.
func (p *Player) raced(ctx context.Context, w *world, o *operation, r Right) error {
	want, _, _, err := o.answer(r.Redeem.Answer)
	if err != nil {
		return err
	}
	requests := make([]*http.Request, crowd)
	for i := range requests {
		if requests[i], err = p.build(ctx, w, o, r.Redeem); err != nil {
			return err
		}
	}
	answers, errs := make([]answer, crowd), make([]error, crowd)
	start := make(chan struct{})
	var wg sync.WaitGroup
	for i, request := range requests {
		wg.Go(func() {
			<-start
			answers[i], errs[i] = p.send(request, p.patient)
		})
	}
	close(start)
	wg.Wait()
	won := 0
	for _, a := range answers {
		if a.status == want {
			won++
		}
		if a.status >= http.StatusInternalServerError && a.status != http.StatusServiceUnavailable {
			errs = append(errs, fmt.Errorf("one of %d at once was answered %d", crowd, a.status))
		}
		if a.status != 0 {
			errs = append(errs, Holds(o.route, a.status, a.header, a.body))
		}
	}
	if won != 1 {
		errs = append(errs, fmt.Errorf("%d of %d at once succeeded, wanted 1", won, crowd))
	}
	return errors.Join(errs...)
}
