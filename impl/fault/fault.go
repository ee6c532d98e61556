// Package fault defines the declared errors of the core, without HTTP.
//
// A Fault has a Kind, a stable code and a message; a Violation is one broken rule of a request. A
// fault is declared once, as a variable, and each surface maps it once, by its code or by its kind.
// The core returns faults, the surfaces and the edge read them with From.
//
// Code, message and violations may be shown to a caller and contain no submitted value. The cause,
// added with Because, is for the log only. An error that is not a fault becomes ErrInternal, without
// its text. A status code or a surface's wording must not appear here.
package fault

import (
	"errors"
	"log/slog"
	"time"
)

// Kind is the family of a fault. A surface without a mapping for a code uses that of its kind.
type Kind uint8

// The kinds of fault, in the order in which a request can encounter them.
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

// Kinds lists every kind, for the golden tables.
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

// Error returns code and message, never the cause, which may contain secrets of a driver.
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

// Because adds the cause, for the log.
func (f *Fault) Because(err error) *Fault {
	c := *f
	c.cause = err
	return &c
}

// With adds broken rules.
func (f *Fault) With(violations ...Violation) *Fault {
	c := *f
	c.Violations = append(append([]Violation(nil), f.Violations...), violations...)
	return &c
}

// After sets when another attempt makes sense.
func (f *Fault) After(d time.Duration) *Fault {
	c := *f
	c.RetryAfter = d
	return &c
}

// Cause returns the underlying error, for the log.
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
