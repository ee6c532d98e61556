package model

import (
	"fmt"
	"slices"

	"github.com/anishathalye/porcupine"
)

// Kind is what a client does.
type Kind string

// The kinds.
const (
	Login   Kind = "log in"
	Refresh Kind = "refresh"
	Use     Kind = "use an access token"
	Issue   Kind = "issue a ticket"
	Redeem  Kind = "redeem"
	Reset   Kind = "set a password"
	Change  Kind = "change the password"
	Disable Kind = "disable"
	Enable  Kind = "enable"
	Address Kind = "change the address"
	End     Kind = "end all sessions"
)

// Operation is what a client asks for. Passwords, sessions, refresh tokens and tickets are numbers:
// each is the number of the operation that made it.
type Operation struct {
	Number   int
	Kind     Kind
	Password int // that is shown
	Next     int // password to be set
	Session  int
	Token    int // refresh token
	Ticket   int
	Code     bool // the ticket is a short code
	Wrong    bool // the code is a guess, and wrong
}

// Outcome is what the client learns.
type Outcome int

// The outcomes.
const (
	Done     Outcome = iota
	Refused          // 4xx: it was not possible
	Conflict         // 409: something else was faster
	Unknown          // no answer, or 503
)

func (o Outcome) String() string { return [...]string{"done", "refused", "conflict", "unknown"}[o] }

// maxTries is how many wrong codes end a ticket: tickets.otpTries of the default policy.
const maxTries = 5

// account is the whole state that the model knows.
type account struct {
	password int
	disabled bool
	ticket   int // the live one; 0: none
	tries    int // wrong codes for it
	sessions []session
}

type session struct{ id, token int }

func (a account) find(id int) int {
	return slices.IndexFunc(a.sessions, func(s session) bool { return s.id == id })
}

// with returns the account with other sessions. The states of a model are values: none is changed.
func (a account) with(change func([]session) []session) account {
	a.sessions = change(slices.Clone(a.sessions))
	return a
}

func (a account) without(id int) account {
	return a.with(func(s []session) []session { return slices.DeleteFunc(s, func(x session) bool { return x.id == id }) })
}

func (a account) noTicket() account {
	a.ticket, a.tries = 0, 0
	return a
}

// renewed is the account after a new password: all logins and tickets end.
func (a account) renewed(password int) account {
	a.password, a.sessions = password, nil
	return a.noTicket()
}

func equal(a, b account) bool {
	return a.password == b.password && a.disabled == b.disabled && a.ticket == b.ticket && a.tries == b.tries && slices.Equal(a.sessions, b.sessions)
}

// step returns the accounts that an operation with this outcome can leave; none: it is impossible.
func step(a account, o Operation, got Outcome) []account {
	possible, next := apply(a, o)
	switch {
	case got == Unknown && possible:
		return []account{a, next}
	case got == Unknown:
		return []account{a, refuse(a, o)}
	case got == Conflict:
		return []account{a}
	case got == Done && possible:
		return []account{next}
	case got == Refused && !possible:
		return []account{refuse(a, o)}
	}
	return nil
}

// apply tells whether an operation is possible, and what it leaves.
func apply(a account, o Operation) (bool, account) {
	at := a.find(o.Session)
	switch o.Kind {
	case Login:
		next := a.with(func(s []session) []session { return append(s, session{o.Number, o.Number}) })
		return !a.disabled && a.password == o.Password, next
	case Refresh:
		if at < 0 || a.sessions[at].token != o.Token {
			return false, a
		}
		return true, a.with(func(s []session) []session {
			s[at].token = o.Number
			return s
		})
	case Use:
		return at >= 0, a
	case Issue:
		a.ticket, a.tries = o.Number, 0
		return !a.disabled, a
	case Redeem:
		return a.ticket == o.Ticket && !o.Wrong, a.renewed(o.Next)
	case Reset:
		return true, a.renewed(o.Next)
	case Change:
		return !a.disabled && a.password == o.Password, a.renewed(o.Next)
	case Disable:
		a.disabled, a.sessions = true, nil
		return true, a.noTicket()
	case Enable:
		a.disabled = false
		return true, a
	case Address:
		return true, a.noTicket()
	default: // End
		a.sessions = nil
		return true, a
	}
}

// refuse is what an operation leaves that is not possible.
func refuse(a account, o Operation) account {
	switch {
	case o.Kind == Refresh && a.find(o.Session) >= 0: // a used token is shown again: its session ends
		return a.without(o.Session)
	case o.Kind == Redeem && o.Code && o.Wrong && a.ticket == o.Ticket:
		if a.tries++; a.tries == maxTries {
			return a.noTicket()
		}
	}
	return a
}

// linear is the model as porcupine takes it, of an account whose password is number 0.
func linear() porcupine.Model {
	m := porcupine.NondeterministicModel{
		Init: func() []any { return []any{account{}} },
		Step: func(state, input, output any) []any {
			var out []any
			for _, next := range step(state.(account), input.(Operation), output.(Outcome)) {
				out = append(out, next)
			}
			return out
		},
		Equal:             func(a, b any) bool { return equal(a.(account), b.(account)) },
		DescribeOperation: func(input, output any) string { return describe(input.(Operation), output.(Outcome)) },
		DescribeState:     func(state any) string { return fmt.Sprintf("%+v", state) },
	}
	return m.ToModel()
}

func describe(o Operation, got Outcome) string {
	text := fmt.Sprintf("%d: %s", o.Number, o.Kind)
	switch o.Kind {
	case Login:
		text += fmt.Sprintf(" with password %d", o.Password)
	case Refresh:
		text += fmt.Sprintf(" session %d with token %d", o.Session, o.Token)
	case Use:
		text += fmt.Sprintf(" of session %d", o.Session)
	case Redeem:
		text += fmt.Sprintf(" ticket %d (code %v, wrong %v), password %d", o.Ticket, o.Code, o.Wrong, o.Next)
	case Reset:
		text += fmt.Sprintf(" %d", o.Next)
	case Change:
		text += fmt.Sprintf(" from %d to %d", o.Password, o.Next)
	}
	return text + ": " + got.String()
}
