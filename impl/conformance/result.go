package conformance

import (
	"errors"
	"strings"
)

// Verdict is the outcome of a case.
type Verdict string

// Verdicts.
const (
	Passed  Verdict = "passed"
	Failed  Verdict = "failed"
	Skipped Verdict = "skipped" // it cannot be played on this server; Why has the reason
	NotRun  Verdict = "not run" // its set-up failed; Why has the set-up
)

// SetUp is the suite of the results for failed set-ups.
const SetUp = "set-up"

// Result is the result of a case.
type Result struct {
	TestCase
	Verdict Verdict `json:"verdict"`
	Why     string  `json:"why,omitempty"`
	// Differences are the differences of a failure, where it has any.
	Differences []Difference `json:"differences,omitempty"`
	// Request is the last request before a failure, as a command of curl without secrets.
	Request string  `json:"request,omitempty"`
	Seconds float64 `json:"seconds"`
	// Examples are the names of the compared examples, as "request NAME" and "STATUS NAME".
	Examples []string `json:"examples,omitempty"`
}

// Player plays cases against a server. It remembers which mails it has read.
type Player struct {
	contract *Contract
	server   Server
	patient  bool           // waits if the server asks for it
	readOnly bool           // creates nothing
	seen     map[string]int // by operation and status
	read     map[string]bool
	broken   map[string]error // situations whose set-up has always failed
	stood    map[string]bool  // situations that were set up at least once
	told     []string         // set-ups whose failure was reported
	lasting  []*world         // worlds that are kept until the run ends
	left     []created
}

// Player returns a player for a server.
func (c *Contract) Player(s Server) *Player {
	return &Player{
		contract: c, server: s, patient: true, seen: map[string]int{}, read: map[string]bool{},
		broken: map[string]error{}, stood: map[string]bool{},
	}
}

// judge makes the result of a trial.
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
