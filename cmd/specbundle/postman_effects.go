package main

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/conformance"
)

// endpoint is an operation of the bundle, with the parameters of its path.
type endpoint struct {
	id, method, path string
	parameters       openapi3.Parameters
	spec             *openapi3.Operation
}

// rank is the order of methods among operations of one path: reading before changing.
var rank = map[string]int{http.MethodGet: 1, http.MethodPost: 2, http.MethodPut: 3, http.MethodPatch: 4, http.MethodDelete: 5}

func endpointsOf(spec *openapi3.T) map[string]endpoint {
	all := map[string]endpoint{}
	for path, item := range spec.Paths.Map() {
		for method, op := range item.Operations() {
			all[op.OperationID] = endpoint{op.OperationID, method, path, slices.Concat(item.Parameters, op.Parameters), op}
		}
	}
	return all
}

// byPath compares requests by the paths of their operations: a list before its items, and reading before changing.
func (p *press) byPath(a, b conformance.Resolved) int {
	x, y := p.endpoints[a.Operation], p.endpoints[b.Operation]
	return cmp.Or(cmp.Compare(x.path, y.path), cmp.Compare(rank[x.method], rank[y.method]))
}

// effect is what a request does to a server.
type effect struct {
	Does string // reads, creates, changes or deletes
	Of   string // tenant or server, if it affects more than a user
	Mail bool   // it or one of its situations reads a mail
	// Platform tells that no key of a tenant has the right to it.
	Platform bool
}

// readEffects reads the effects of operations whose method and status do not show them.
func (p *press) readEffects(path string) (map[string]string, error) {
	var lists map[string][]string
	if err := readYAML(path, &lists); err != nil {
		return nil, err
	}
	all := map[string]string{}
	for _, does := range sortedKeys(lists) {
		for _, operation := range lists[does] {
			if _, ok := p.endpoints[operation]; !ok {
				return nil, fmt.Errorf("%s: %s is no operation", path, operation)
			}
			all[operation] = does
		}
	}
	return all, nil
}

func (p *press) effect(r conformance.Resolved) effect {
	e := effect{Does: "changes", Platform: p.needsPlatform(r.Operation)}
	switch {
	case p.effects[r.Operation] != "":
		e.Does = p.effects[r.Operation]
	case r.Method == http.MethodGet, r.Query["dryRun"] == "true":
		e.Does = "reads"
	case r.Method == http.MethodDelete:
		e.Does = "deletes"
	case r.Status == http.StatusCreated, p.undo(r) != nil:
		e.Does = "creates"
	}
	e.Of = p.wide(r)
	return e
}

// wide returns what a request affects beyond a user.
func (p *press) wide(r conformance.Resolved) string {
	path := p.endpoints[r.Operation].path
	switch {
	case r.Method == http.MethodGet || r.Operation == "":
		return ""
	case strings.HasPrefix(path, "/v1/signing-keys"):
		return "server"
	case strings.HasPrefix(path, "/v1/applications"), strings.HasPrefix(path, "/v1/tenants"):
		return "tenant"
	}
	return ""
}

// needsPlatform tells whether the boundaries of an operation begin at the application.
func (p *press) needsPlatform(operation string) bool {
	spec := p.endpoints[operation].spec
	boundary, _ := spec.Extensions["x-boundary"].([]any)
	return spec.Extensions["x-permission"] != nil && len(boundary) > 0 && !slices.Contains(boundary, any("tenant")) && !slices.Contains(boundary, any("self"))
}

// needsMail tells whether a situation, or one before it, requires reading a mail.
func (p *press) needsMail(situations []string) bool {
	return slices.ContainsFunc(situations, func(name string) bool {
		s := p.contract.Playbook.Situations[name]
		return p.needsMail(s.After) || slices.ContainsFunc(s.Steps, func(step conformance.Step) bool { return step.Mail != nil })
	})
}
