package main

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/conformance"
)

// answers distributes the answers of an operation over its requests, each answer once: a request gets
// its own success and the errors that only it can cause, and the first request gets those that all
// share. Errors with the same status and body are saved once in a folder; seen has the saved ones.
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

// reachedBy returns the index of the request for an answer, or the first if none is more suitable.
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

// saved returns answers as Postman stores them beside a request. An error is saved without the body
// of its request, since the mistake in it differs.
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
		r.Body, _ = pretty(e.Value) // it was encoded before, so it cannot fail
		all = append(all, r)
	}
	return all
}

// sentOnly removes parameters that are shown but not sent, and descriptions.
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
