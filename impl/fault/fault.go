// Package fault holds the declared errors of the core, without a word of HTTP.
//
// A fault is declared once, as a variable, and mapped once per surface. What it
// says may be shown to a caller; what caused it is for the log alone.
package fault

import (
	"errors"
	"log/slog"
	"time"
)

// Kind is the family of a fault. A surface that has no finer word for a code
// answers by its kind.
type Kind uint8

// The kinds of fault, in the order in which a request can meet them.
const (
	Internal Kind = iota
	Unavailable
	Limited
	TooLarge
	Unsupported
	Malformed
	Unauthenticated
	Forbidden
	NotFound
	MethodNotAllowed
	NotServed
	Invalid
	Precondition
	Conflict
	Challenge
)

// Kinds lists every kind; golden tables range over it.
func Kinds() []Kind {
	return []Kind{
		Internal, Unavailable, Limited, TooLarge, Unsupported, Malformed, Unauthenticated,
		Forbidden, NotFound, MethodNotAllowed, NotServed, Invalid, Precondition, Conflict, Challenge,
	}
}

// Fault is a declared error. Copies made by With and Because are still errors.Is
// the declaration they came from.
type Fault struct {
	Kind       Kind
	Code       string
	Message    string
	Violations []Violation
	RetryAfter time.Duration // for Limited and Unavailable
	cause      error
	wrapped    error // the error that From found the fault in
}

// New declares a fault.
func New(kind Kind, code, message string) *Fault {
	return &Fault{Kind: kind, Code: code, Message: message}
}

// Error says code and message; never the cause, which may hold secrets of a driver.
func (f *Fault) Error() string { return f.Code + ": " + f.Message }

// Is makes a copy equal to its declaration.
func (f *Fault) Is(target error) bool {
	t, ok := target.(*Fault)
	return ok && t.Code == f.Code
}

// Unwrap gives the cause to errors.Is and errors.As.
func (f *Fault) Unwrap() error { return f.cause }

// As finds what was wrapped around the fault: a type that says more of it, such as why a
// ticket cannot be used.
func (f *Fault) As(target any) bool { return f.wrapped != nil && errors.As(f.wrapped, target) }

// Because keeps the cause for the log.
func (f *Fault) Because(err error) *Fault {
	c := *f
	c.cause = err
	return &c
}

// With names the broken rules.
func (f *Fault) With(violations ...Violation) *Fault {
	c := *f
	c.Violations = append(append([]Violation(nil), f.Violations...), violations...)
	return &c
}

// After tells when trying again makes sense.
func (f *Fault) After(d time.Duration) *Fault {
	c := *f
	c.RetryAfter = d
	return &c
}

// Cause is the underlying error, for the log.
func (f *Fault) Cause() error { return f.cause }

// LogValue writes code and cause; violations stay out of the log.
func (f *Fault) LogValue() slog.Value {
	attrs := []slog.Attr{slog.String("code", f.Code)}
	if f.cause != nil {
		attrs = append(attrs, slog.String("cause", f.cause.Error()))
	}
	return slog.GroupValue(attrs...)
}

// From finds the fault in err; anything undeclared is internal, without its text. What
// err says besides, errors.As still finds in the fault.
func From(err error) *Fault {
	var f *Fault
	if !errors.As(err, &f) {
		return ErrInternal.Because(err)
	}
	if err == error(f) {
		return f
	}
	c := *f
	c.wrapped = err
	return &c
}
