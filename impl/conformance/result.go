package conformance

import (
	"errors"
	"strings"
)

// Verdict is what came of a case.
type Verdict string

// Verdicts.
const (
	Passed  Verdict = "passed"
	Failed  Verdict = "failed"
	Skipped Verdict = "skipped" // this server cannot be asked; Why says the reason
	NotRun  Verdict = "not run" // what it needs could not be set up; Why says what
)

// SetUp is the suite of the results that say which set-up failed.
const SetUp = "set-up"

// Result is a case that was played.
type Result struct {
	TestCase
	Verdict Verdict `json:"verdict"`
	Why     string  `json:"why,omitempty"`
	// Differences are what a failure consists of, as far as it can be told so.
	Differences []Difference `json:"differences,omitempty"`
	// Request is the last request before a failure, as a command of curl without secrets.
	Request string  `json:"request,omitempty"`
	Seconds float64 `json:"seconds"`
	// Examples names what was compared, as "request NAME" and "STATUS NAME".
	Examples []string `json:"examples,omitempty"`
}

// Player plays the contract against a server. It remembers which mails it read.
type Player struct {
	contract *Contract
	server   Server
	patient  bool           // waits where the server asks to
	readOnly bool           // makes nothing
	seen     map[string]int // operation and status
	read     map[string]bool
	broken   map[string]error // situations that were tried and never stood
	stood    map[string]bool  // situations that stood once
	told     []string         // of set-ups
	lasting  []*world         // those that stand until the run ends
	left     []created
}

// Player is one for a server.
func (c *Contract) Player(s Server) *Player {
	return &Player{
		contract: c, server: s, patient: true, seen: map[string]int{}, read: map[string]bool{},
		broken: map[string]error{}, stood: map[string]bool{},
	}
}

// judge makes a result of what came of a trial.
func (p *Player) judge(t trial, w *world, err error) Result {
	r := Result{TestCase: t.TestCase, Verdict: Passed}
	var cannot errCannot
	var setup *setupError
	switch {
	case err == nil:
		r.Examples = t.examples
	case errors.As(err, &cannot):
		r.Verdict, r.Why = Skipped, cannot.why
	case errors.As(err, &setup):
		r.Verdict, r.Why = NotRun, "the set-up \""+setup.situation+"\" failed"
	default:
		shown := func(text string) string { return w.known(p.contract.mask.text(text)) }
		r.Verdict, r.Why, r.Request = Failed, shown(strings.ReplaceAll(err.Error(), "\n", "; ")), w.known(w.request)
		for _, d := range differences(err) {
			r.Differences = append(r.Differences, Difference{d.At, shown(d.Expected), shown(d.Got)})
		}
	}
	return r
}
