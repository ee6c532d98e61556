package history

import (
	"fmt"
	"slices"
	"sync"
	"time"
)

// Kind is what an operation does.
type Kind string

// The kinds.
const (
	CreateUser     Kind = "create user"
	SetPassword    Kind = "set password"
	IssueTicket    Kind = "issue ticket"
	RedeemTicket   Kind = "redeem ticket"
	LogIn          Kind = "log in"
	Refresh        Kind = "refresh"
	ChangePassword Kind = "change password"
	RequestReset   Kind = "request reset"
	EndSession     Kind = "end session"
	EndSessions    Kind = "end sessions"
	Disable        Kind = "disable"
	Enable         Kind = "enable"
	ChangeAddress  Kind = "change address"
	Read           Kind = "read"
)

// event is the action of the event that an acknowledged operation has. Reads have none.
var event = map[Kind]string{
	CreateUser: "user.create", SetPassword: "password.set", IssueTicket: "ticket.issued", RedeemTicket: "password.set",
	LogIn: "login", Refresh: "session.refresh", ChangePassword: "password.change", RequestReset: "reset.request",
	EndSession: "session.end", EndSessions: "session.end_all", Disable: "user.disable", Enable: "user.enable",
	ChangeAddress: "user.update",
}

// Event is the action of the event that the operation has if it was acknowledged; empty: none.
func (o *Operation) Event() string { return event[o.Kind] }

// Outcome is how an operation ended.
type Outcome string

// The outcomes.
const (
	Acknowledged Outcome = "acknowledged" // 2xx, or the service says that it was carried out before
	Refused      Outcome = "refused"      // 4xx
	Unsettled    Outcome = "unsettled"    // not known, and no longer repeated
)

// Operation is what a client wanted once, under one Idempotency-Key.
type Operation struct {
	Kind       Kind
	Client     int
	UserID     string
	Key        string // Idempotency-Key; empty for reads
	Attempts   []Attempt
	Start, End time.Time
	Outcome    Outcome
	Status     int    // of the last answer
	Code       string // of its problem
	Body       []byte
	AnswerLost bool // acknowledged, but its answer is no longer known
}

// Attempt is one request of an operation.
type Attempt struct {
	Server     string
	RequestID  string
	Start, End time.Time
	Status     int // 0: no answer
	Code       string
	Err        string
}

// Class says what is wrong.
type Class string

// The classes of violations.
const (
	Lost    Class = "lost"    // acknowledged, and not there
	Doubled Class = "doubled" // there more than once
	Wrong   Class = "wrong"   // there, or accepted or refused, against what was acknowledged
	Answer  Class = "answer"  // 500, 503 without Retry-After, or a cut connection without a fault
)

// Violation is something that must not be.
type Violation struct {
	Class Class
	What  string
}

func (v Violation) String() string { return string(v.Class) + ": " + v.What }

// Figures are the numbers of a load so far.
type Figures struct {
	Operations   int `json:"operations"`
	Acknowledged int `json:"acknowledged"`
	Refused      int `json:"refused"`
	Unsettled    int `json:"unsettled"`
	Attempts     int `json:"attempts"`
	Unknown      int `json:"unknown"`  // attempts without an answer, or with 5xx
	Replayed     int `json:"replayed"` // operations that the service had carried out before
	Limited      int `json:"limited"`  // answers 429
	Waited       int `json:"waited"`   // answers 409 idempotency_in_progress
	Unavailable  int `json:"unavailable"`
	Races        int `json:"races"`
	Lost         int `json:"lost"`
	Doubled      int `json:"doubled"`
	Wrong        int `json:"wrong"`
	Answers      int `json:"answers"`      // violations of class Answer
	MailsDoubled int `json:"mailsDoubled"` // allowed: the same Message-Id and text

	// Stall is the longest time without an acknowledged operation, while clients could work.
	Stall time.Duration `json:"stall"`
}

// record is the history. Operations are appended when they end.
type record struct {
	mu         sync.Mutex
	operations []*Operation
	byKey      map[string][]*Operation
	violations []Violation
	figures    Figures
	grown      chan struct{} // closed when an operation was acknowledged
	last       time.Time     // an operation was acknowledged, or clients began to work; zero: they pause
}

// work says from when on clients work, or that they no longer do.
func (r *record) work(yes bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.last = (time.Time{}); yes {
		r.last = time.Now()
	}
}

// progress measures how long nothing was acknowledged.
func (r *record) progress() {
	if now := time.Now(); !r.last.IsZero() {
		r.figures.Stall = max(r.figures.Stall, now.Sub(r.last))
		r.last = now
	}
}

func (r *record) add(o *Operation) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.operations = append(r.operations, o)
	if o.Key != "" {
		r.byKey[o.Key] = append(r.byKey[o.Key], o)
	}
	r.figures.Operations++
	switch o.Outcome {
	case Acknowledged:
		r.figures.Acknowledged++
		r.progress()
		if r.grown != nil {
			close(r.grown)
			r.grown = nil
		}
	case Refused:
		r.figures.Refused++
	case Unsettled:
		r.figures.Unsettled++
	}
}

// count changes figures.
func (r *record) count(change func(*Figures)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	change(&r.figures)
}

// violate records something that must not be.
func (r *record) violate(class Class, format string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch class {
	case Lost:
		r.figures.Lost++
	case Doubled:
		r.figures.Doubled++
	case Wrong:
		r.figures.Wrong++
	case Answer:
		r.figures.Answers++
	}
	r.violations = append(r.violations, Violation{class, fmt.Sprintf(format, args...)})
}

func (r *record) await(acknowledged int, within time.Duration) bool {
	deadline := time.NewTimer(within)
	defer deadline.Stop()
	r.mu.Lock()
	goal := r.figures.Acknowledged + acknowledged
	for r.figures.Acknowledged < goal {
		if r.grown == nil {
			r.grown = make(chan struct{})
		}
		grown := r.grown
		r.mu.Unlock()
		select {
		case <-grown:
		case <-deadline.C:
			return false
		}
		r.mu.Lock()
	}
	r.mu.Unlock()
	return true
}

// Figures are the numbers so far.
func (l *Load) Figures() Figures {
	l.record.mu.Lock()
	defer l.record.mu.Unlock()
	return l.record.figures
}

// Violations lists what was found so far, by the clients and by Check.
func (l *Load) Violations() []Violation {
	l.record.mu.Lock()
	defer l.record.mu.Unlock()
	return slices.Clone(l.record.violations)
}

// Operations lists the history in the order in which operations ended.
func (l *Load) Operations() []*Operation {
	l.record.mu.Lock()
	defer l.record.mu.Unlock()
	return slices.Clone(l.record.operations)
}
