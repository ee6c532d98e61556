// Package conformance plays the examples of the contract against a server and tells
// whether it keeps them. It knows the contract and nothing of the service behind it.
//
// It is not built on a fuzzer of contracts such as Schemathesis, which tries what a contract allows in
// general (tests/fuzz does that). What is played here are the named examples, each in the situation
// that it needs, and what a client may not learn or do.
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

// Playbook says how the examples of the contract are reached on a real server. It is
// written in openapi/cast.yaml and openapi/situations.
type Playbook struct {
	Cast       Cast                  `json:"cast"`
	Surfaces   map[string]*Standings `json:"surfaces"`
	Situations map[string]*Situation `json:"situations"`
	Operations map[string]*Script    `json:"operations"` // by operation id of the bundle
	Journeys   []Journey             `json:"journeys"`
	Probes     Probes                `json:"probes"`
}

// Journey is a way through a surface that people go, from the first request to the login.
type Journey struct {
	Name    string   `json:"name"`
	Surface string   `json:"surface"`
	About   string   `json:"about"`
	Given   []string `json:"given,omitempty"`
	Steps   []Step   `json:"steps"`
}

// Probes are what is tried beyond the examples.
type Probes struct {
	Strangers   []Stranger         `json:"strangers"`
	Rights      []Right            `json:"rights"`
	Enumeration []EnumerationProbe `json:"enumeration"`
}

// Stranger is a caller who must not.
type Stranger struct {
	Name  string   `json:"name"`
	As    string   `json:"as"`
	Given []string `json:"given,omitempty"`
	Wants []int    `json:"wants"` // the statuses that refuse him
	// Foreign tells that he has rights of his own: he is refused only what is not his.
	Foreign bool `json:"foreign,omitempty"`
}

// Right is a ticket: how one comes by it, what a scanner of mails does, what uses it up.
type Right struct {
	Name   string   `json:"name"`
	Given  []string `json:"given"`
	Visit  []string `json:"visit,omitempty"` // links as in the examples, which a scanner opens
	Look   []Call   `json:"look,omitempty"`  // calls that only look
	Redeem Call     `json:"redeem"`
}

// EnumerationProbe is a call whose answer must not tell whom it was about.
type EnumerationProbe struct {
	Name     string   `json:"name"`
	Given    []string `json:"given"`
	Ask      Call     `json:"ask"`
	Variants []struct {
		Name   string         `json:"name"`
		Change map[string]any `json:"change"`
	} `json:"variants"`
}

// Cast names the values of the examples that are others on each server.
type Cast struct {
	Given  map[string]string `json:"given"`  // brought by whoever runs the test
	Chosen map[string]string `json:"chosen"` // made up anew for each world, since a server has each but once
	Made   map[string]string `json:"made"`   // made by the server and learned from its answers
	None   map[string]string `json:"none"`   // what no server has, such as an unknown key: sent as it stands
}

// groups lists what the cast consists of.
func (c Cast) groups() []map[string]string {
	return []map[string]string{c.Given, c.Chosen, c.Made, c.None}
}

// Has tells whether there is a member of this name.
func (c Cast) Has(name string) bool {
	for _, group := range []map[string]string{c.Given, c.Chosen, c.Made} {
		if _, ok := group[name]; ok {
			return true
		}
	}
	return false
}

// Situation is a state of the server that an example needs: the steps that lead to it.
type Situation struct {
	After []string `json:"after,omitempty"` // situations that come first
	Steps []Step   `json:"steps"`
}

// Step is a call, a mail that is read, or something that only a test bed can arrange.
type Step struct {
	Call
	Times   int    `json:"times,omitempty"` // how often the call is made, if more than once
	Undo    string `json:"undo,omitempty"`  // the operation that removes what the call made
	Mail    *Mail  `json:"mail,omitempty"`
	App     *App   `json:"app,omitempty"`
	Arrange string `json:"arrange,omitempty"`
	// Learn takes members of the cast from places in the answer (pointers) where the
	// example shows others, such as a second user's id.
	Learn map[string]string `json:"learn,omitempty"`
}

// varies are the places that are compared by shape, those of what is learned among them. The Postman collection
// shows them, so that their order stays.
func (s Step) varies() []string {
	all := slices.Clone(s.Varies)
	for _, name := range slices.Sorted(maps.Keys(s.Learn)) {
		all = append(all, s.Learn[name])
	}
	return all
}

// Mail is a message whose text shows a value of the cast.
type Mail struct {
	To    string `json:"to"`
	Shows string `json:"shows"` // as in the examples, such as a link with its key
}

// App is the user's authenticator app, which makes a code of its secret.
type App struct {
	Secret string `json:"secret"`          // names in the cast
	Code   string `json:"code"`            //
	Ahead  int64  `json:"ahead,omitempty"` // how many steps ahead of the time, for a second code within one
}

// Call is a request made of an example, and the answer that it gets.
type Call struct {
	Call    string            `json:"call,omitempty"`    // the operation
	Send    string            `json:"send,omitempty"`    // the request's example; may stay out if there is only one
	As      string            `json:"as,omitempty"`      // the credential's name in the cast, "none", or two names for HTTP Basic
	Path    map[string]string `json:"path,omitempty"`    // names or values; else the cast's member of the parameter's name
	Query   map[string]string `json:"query,omitempty"`   // values as in the examples
	Headers map[string]string `json:"headers,omitempty"` // values as in the examples
	Host    string            `json:"host,omitempty"`    // the Host header, where that chooses the tenant
	Change  map[string]any    `json:"change,omitempty"`  // what differs from the example, by top member; null removes it
	Body    string            `json:"body,omitempty"`    // "broken" or "huge", in place of the example
	Type    string            `json:"type,omitempty"`    // the Content-Type, if it is not the example's
	Answer  string            `json:"answer,omitempty"`  // such as "201 created"; "204" where there is no body
	Varies  []string          `json:"varies,omitempty"`  // pointers to what is compared by shape, or is there and not in the example; * stands for any member
	Part    []string          `json:"part,omitempty"`    // pointers to lists and objects of which the example shows a part
}

// Case is a call in a situation.
type Case struct {
	Call
	Given   []string `json:"given,omitempty"`
	Arrange string   `json:"arrange,omitempty"`
}

// Script is what an operation's cases have in common, and the cases.
type Script struct {
	Call
	Given []string `json:"given,omitempty"`
	Try   []Case   `json:"try"`
}

// Standings are how every operation of a surface reaches the answers that all share.
type Standings struct {
	As       string          `json:"as"`
	Host     string          `json:"host,omitempty"`
	Given    []string        `json:"given,omitempty"`
	Varies   []string        `json:"varies,omitempty"`
	Standing map[string]Case `json:"standing"` // by answer
}

// ReadPlaybook reads and checks a playbook as far as it can be without the contract.
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
	for _, group := range p.Cast.groups() {
		for name, value := range group {
			if other := taken[value]; other != "" {
				errs = append(errs, fmt.Errorf("cast: %s and %s have the same value", name, other))
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

// over lays a case over what its script and surface say.
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
