package main

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/conformance"
)

// answers deals out what an operation may answer among its requests, each outcome once: a request has its own success, an
// error of what it alone sends, and the first has what all share. Errors of one
// status and body are one, also with those of other operations of the folder, which seen has.
func (p *press) answers(of []conformance.Resolved, seen map[string]bool) ([][]conformance.Example, error) {
	examples, err := p.contract.Examples(of[0].Operation)
	if err != nil {
		return nil, err
	}
	dealt := make([][]conformance.Example, len(of))
	for _, e := range examples {
		text, err := pretty(e.Value)
		if err != nil {
			return nil, err
		}
		key := fmt.Sprint(e.Status, text)
		if seen[key] && e.Status >= http.StatusBadRequest {
			continue
		}
		seen[key] = true
		k := p.reachedBy(of, e.Name)
		dealt[k] = append(dealt[k], e)
	}
	return dealt, nil
}

// reachedBy is the request that gets an answer, or the first where none does more than the others.
func (p *press) reachedBy(of []conformance.Resolved, answer string) int {
	if k := slices.IndexFunc(of, func(r conformance.Resolved) bool { return r.Name == answer }); k >= 0 {
		return k
	}
	for _, c := range p.contract.Playbook.Operations[of[0].Operation].Try {
		if c.Answer == answer && c.Send != "" {
			return max(0, slices.IndexFunc(of, func(r conformance.Resolved) bool { return r.Send == c.Send }))
		}
	}
	return 0
}

// saved are answers as Postman keeps them beside a request. An error has no body of its request: what was wrong in it
// is another thing in each.
func (p *press) saved(req *request, examples []conformance.Example) (all []response) {
	success := &original{Method: req.Method, URL: req.URL.Raw, Header: sentOnly(req.Header), Body: req.Body}
	refused := &original{Method: req.Method, URL: req.URL.Raw, Header: []variable{}}
	for _, e := range examples {
		r := response{
			Name: fmt.Sprintf("%d %s", e.Status, e.Summary), OriginalRequest: success, Status: http.StatusText(e.Status), Code: e.Status,
			Language: language(e.Media), Header: header(e.Media),
		}
		if e.Status >= http.StatusBadRequest {
			r.OriginalRequest = refused
		}
		r.Body, _ = pretty(e.Value) // it was written before
		all = append(all, r)
	}
	return all
}

// sentOnly leaves out what is shown and not sent, and what is said of it.
func sentOnly(from []variable) []variable {
	all := []variable{}
	for _, v := range from {
		if !v.Disabled {
			all = append(all, variable{Key: v.Key, Value: v.Value, Type: v.Type})
		}
	}
	return all
}

func language(media string) string {
	if strings.HasSuffix(media, "json") {
		return "json"
	}
	return "text"
}
