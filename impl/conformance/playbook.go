// Package conformance tests whether a server conforms to the contract: it sends the examples of
// the contract to the server and compares the answers.
//
// A Contract is the published bundle together with a Playbook. The playbook says how each example
// is reached: Situations are states of the server and the steps that lead to them, Fixtures are
// the values that differ on each server, a Script has the cases of an operation, and Probes are
// tried beyond the examples. A Player runs cases against a Server, each in a world of its own, and
// reports a Result with a Verdict.
//
// The command contract-test of cmd/rekey runs it against any server, the tests of this repository
// against their own; cmd/specbundle makes collections and snippets of the same playbook.
//
// It promises that no secret of a server is shown in a report, that everything that it created is
// removed, and that a read-only run changes nothing. It knows the contract only: it must not import
// the service or anything that the service is made of.
//
// It is not built on a fuzzer such as Schemathesis, which sends what a contract allows in general
// (tests/fuzz does that). This package sends the named examples, each in the situation that it
// needs, and checks what a client must not learn or do.
package conformance

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Playbook describes how the examples of the contract are reached on a real server. It is read
// from openapi/fixtures.yaml and openapi/situations.
type Playbook struct {
	Fixtures   Fixtures              `json:"fixtures"`
	Surfaces   map[string]*Standings `json:"surfaces"`
	Situations map[string]*Situation `json:"situations"`
	Operations map[string]*Script    `json:"operations"` // by operation id of the bundle
	Journeys   []Journey             `json:"journeys"`
	Probes     Probes                `json:"probes"`
}

// Journey is a complete flow of a surface, from the first request to the login.
type Journey struct {
	Name    string   `json:"name"`
	Surface string   `json:"surface"`
	About   string   `json:"about"`
	Given   []string `json:"given,omitempty"`
	Steps   []Step   `json:"steps"`
}

// Probes are the checks beyond the examples.
type Probes struct {
	Unauthorised []UnauthorisedCaller `json:"unauthorised"`
	Rights       []Right              `json:"rights"`
	Enumeration  []EnumerationProbe   `json:"enumeration"`
}

// UnauthorisedCaller is a caller who must be refused.
type UnauthorisedCaller struct {
	Name  string   `json:"name"`
	As    string   `json:"as"`
	Given []string `json:"given,omitempty"`
	Wants []int    `json:"wants"` // the statuses that count as a refusal
	// Foreign callers have rights on objects of their own, and are refused only other objects.
	Foreign bool `json:"foreign,omitempty"`
}

// Right is a one-time right: the situation in which it exists, what a mail scanner does with it,
// and the call that uses it up.
type Right struct {
	Name   string   `json:"name"`
	Given  []string `json:"given"`
	Visit  []string `json:"visit,omitempty"` // links as in the examples, which a mail scanner opens
	Look   []Call   `json:"look,omitempty"`  // calls that only read
	Redeem Call     `json:"redeem"`
}

// EnumerationProbe is a call whose answer must not reveal whether the user exists.
type EnumerationProbe struct {
	Name     string   `json:"name"`
	Given    []string `json:"given"`
	Ask      Call     `json:"ask"`
	Variants []struct {
		Name   string         `json:"name"`
		Change map[string]any `json:"change"`
	} `json:"variants"`
}

// Fixtures are the values of the examples that differ on each server, by name.
type Fixtures struct {
	Given  map[string]string `json:"given"`  // given by the caller of the test
	Chosen map[string]string `json:"chosen"` // new for each world, since they are unique on a server
	Made   map[string]string `json:"made"`   // created by the server and learned from its answers
	None   map[string]string `json:"none"`   // unknown on every server, such as an unknown key: sent unchanged
}

// groups returns the fixtures by origin.
func (f Fixtures) groups() []map[string]string {
	return []map[string]string{f.Given, f.Chosen, f.Made, f.None}
}

// Has tells whether there is a fixture of this name.
func (f Fixtures) Has(name string) bool {
	for _, group := range []map[string]string{f.Given, f.Chosen, f.Made} {
		if _, ok := group[name]; ok {
			return true
		}
	}
	return false
}

// Situation is a state of the server that an example needs, and the steps that lead to it.
type Situation struct {
	After []string `json:"after,omitempty"` // situations that come first
	Steps []Step   `json:"steps"`
}

// Step is a call, the reading of a mail, or a state that only a test bed can arrange.
type Step struct {
	Call
	Times   int    `json:"times,omitempty"` // how often the call is made, if more than once
	Undo    string `json:"undo,omitempty"`  // the operation that removes what the call made
	Mail    *Mail  `json:"mail,omitempty"`
	App     *App   `json:"app,omitempty"`
	Arrange string `json:"arrange,omitempty"`
	// Learn sets fixtures from places in the answer (pointers) where the example has another
	// value, such as a second user's id.
	Learn map[string]string `json:"learn,omitempty"`
}

// varies returns the places that are compared by shape, including those in Learn. The order is
// fixed, since the Postman collection contains them.
func (s Step) varies() []string {
	all := slices.Clone(s.Varies)
	for _, name := range slices.Sorted(maps.Keys(s.Learn)) {
		all = append(all, s.Learn[name])
	}
	return all
}

// Mail is a message whose text contains a fixture.
type Mail struct {
	To    string `json:"to"`
	Shows string `json:"shows"` // as in the examples, such as a link with its key
}

// App is the user's authenticator app, which computes a code from its secret.
type App struct {
	Secret string `json:"secret"`          // names of fixtures
	Code   string `json:"code"`            //
	Ahead  int64  `json:"ahead,omitempty"` // time steps ahead, for a second code within one step
}

// Call is a request that is made from an example, and its expected answer.
type Call struct {
	Call    string            `json:"call,omitempty"`    // the operation
	Send    string            `json:"send,omitempty"`    // the request's example; optional if there is only one
	As      string            `json:"as,omitempty"`      // the fixture of the credential, "none", or two names for HTTP Basic
	Path    map[string]string `json:"path,omitempty"`    // names or values; default: the fixture with the parameter's name
	Query   map[string]string `json:"query,omitempty"`   // values as in the examples
	Headers map[string]string `json:"headers,omitempty"` // values as in the examples
	Host    string            `json:"host,omitempty"`    // the Host header, where that chooses the tenant
	Change  map[string]any    `json:"change,omitempty"`  // top-level members that replace those of the example; null removes one
	Body    string            `json:"body,omitempty"`    // "broken" or "huge", instead of the example
	Type    string            `json:"type,omitempty"`    // the Content-Type, if it is not the example's
	Answer  string            `json:"answer,omitempty"`  // such as "201 created"; "204" where there is no body
	Varies  []string          `json:"varies,omitempty"`  // pointers to values that are compared by shape, or are not in the example; * stands for any member
	Part    []string          `json:"part,omitempty"`    // pointers to lists and objects of which the example has a part only
}

// Case is a call in a situation.
type Case struct {
	Call
	Given   []string `json:"given,omitempty"`
	Arrange string   `json:"arrange,omitempty"`
}

// Script has the cases of an operation, and what they have in common.
type Script struct {
	Call
	Given []string `json:"given,omitempty"`
	Try   []Case   `json:"try"`
}

// Standings are the cases of the answers that all operations of a surface share.
type Standings struct {
	As       string          `json:"as"`
	Host     string          `json:"host,omitempty"`
	Given    []string        `json:"given,omitempty"`
	Varies   []string        `json:"varies,omitempty"`
	Standing map[string]Case `json:"standing"` // by answer
}

// ReadPlaybook reads a playbook and checks what can be checked without the contract.
func ReadPlaybook(raw []byte) (*Playbook, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	var p Playbook
	if err := d.Decode(&p); err != nil {
		return nil, fmt.Errorf("conformance: playbook: %w", err)
	}
	return &p, p.check()
}

func (p *Playbook) check() error {
	var errs []error
	taken := map[string]string{}
	for _, group := range p.Fixtures.groups() {
		for name, value := range group {
			if other := taken[value]; other != "" {
				errs = append(errs, fmt.Errorf("fixtures: %s and %s have the same value", name, other))
			}
			taken[value] = name
		}
	}
	for name := range p.Situations {
		if err := p.checkSituation(name, nil); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func (p *Playbook) checkSituation(name string, below []string) error {
	s := p.Situations[name]
	switch {
	case s == nil:
		return fmt.Errorf("situation %q is not described", name)
	case slices.Contains(below, name):
		return fmt.Errorf("situation %q needs itself: %s", name, strings.Join(below, " > "))
	}
	for _, earlier := range s.After {
		if err := p.checkSituation(earlier, append(below, name)); err != nil {
			return err
		}
	}
	return nil
}

// over completes a call by what its script and surface define.
func (c Call) over(base Call) Call {
	if c.Call == "" {
		c.Call = base.Call
	}
	if c.Send == "" {
		c.Send = base.Send
	}
	if c.As == "" {
		c.As = base.As
	}
	if c.Host == "" {
		c.Host = base.Host
	}
	if c.Type == "" {
		c.Type = base.Type
	}
	c.Path = joined(base.Path, c.Path)
	c.Query = joined(base.Query, c.Query)
	c.Headers = joined(base.Headers, c.Headers)
	c.Varies = slices.Concat(base.Varies, c.Varies)
	c.Part = slices.Concat(base.Part, c.Part)
	return c
}

func joined(below, above map[string]string) map[string]string {
	all := map[string]string{}
	for _, m := range []map[string]string{below, above} {
		for k, v := range m {
			all[k] = v
		}
	}
	return all
}
