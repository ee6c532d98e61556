package fault_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestCopiesAreTheirDeclaration(t *testing.T) {
	t.Parallel()
	declared := fault.New(fault.Invalid, "ticket_unusable", "The link cannot be used.")
	copies := map[string]*fault.Fault{
		"With":    declared.With(fault.Violation{Code: "too_short"}),
		"Because": declared.Because(io.EOF),
		"After":   declared.After(time.Minute),
	}
	for name, c := range seed.InOrder(copies) {
		if !errors.Is(c, declared) || !errors.Is(fmt.Errorf("redeem: %w", c), declared) {
			t.Errorf("%s is not the declaration", name)
		}
		if errors.Is(c, fault.ErrInternal) {
			t.Errorf("%s is another fault too", name)
		}
	}
	if len(declared.Violations) != 0 || declared.Cause() != nil || declared.RetryAfter != 0 {
		t.Errorf("the declaration changed: %+v", declared)
	}
}

func TestCopiesShareNothing(t *testing.T) {
	t.Parallel()
	one := fault.ErrMalformed.With(fault.Violation{Code: "a"})
	two, three := one.With(fault.Violation{Code: "b"}), one.With(fault.Violation{Code: "c"})
	if len(one.Violations) != 1 || two.Violations[1].Code != "b" || three.Violations[1].Code != "c" {
		t.Errorf("%v %v %v", one.Violations, two.Violations, three.Violations)
	}
}

func TestTheCauseIsForTheLogAlone(t *testing.T) {
	t.Parallel()
	cause := fmt.Errorf("driver: %w", io.ErrUnexpectedEOF)
	f := fault.ErrUnavailable.Because(cause).With(fault.Violation{Pointer: "/password", Code: "x", Message: "canary"})
	if strings.Contains(f.Error(), "driver") || !errors.Is(f, io.ErrUnexpectedEOF) || f.Cause() == nil {
		t.Errorf("%v", f)
	}
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Error("request", "fault", f)
	if !strings.Contains(log.String(), "unavailable") || !strings.Contains(log.String(), "driver") || strings.Contains(log.String(), "canary") {
		t.Error(log.String())
	}
}

func TestFromHidesTheUndeclared(t *testing.T) {
	t.Parallel()
	if f := fault.From(fmt.Errorf("outer: %w", fault.ErrForbidden.Because(io.EOF))); f.Code != "forbidden" || f.Cause() == nil {
		t.Errorf("%+v", f)
	}
	f := fault.From(errors.New("table users has no column"))
	if !errors.Is(f, fault.ErrInternal) || strings.Contains(f.Error(), "users") || f.Cause() == nil {
		t.Errorf("%+v", f)
	}
}

// detailed wraps a fault to say more of it.
type detailed struct{ why int }

func (*detailed) Error() string { return "detailed" }
func (*detailed) Unwrap() error { return fault.ErrForbidden.Because(io.EOF) }

func TestFromKeepsWhatWrapsTheFault(t *testing.T) {
	t.Parallel()
	f := fault.From(fmt.Errorf("outer: %w", &detailed{why: 7}))
	for name, c := range seed.InOrder(map[string]*fault.Fault{"itself": f, "a copy": f.With(fault.Violation{Code: "x"}), "again": fault.From(fmt.Errorf("more: %w", f))}) {
		var d *detailed
		if !errors.As(c, &d) || d.why != 7 || !errors.Is(c, fault.ErrForbidden) || !errors.Is(c, io.EOF) || c.Cause() != io.EOF {
			t.Errorf("%s: %+v", name, c)
		}
	}
	var d *detailed
	if errors.As(fault.ErrForbidden, &d) || fault.From(fault.ErrForbidden) != fault.ErrForbidden {
		t.Error("the declaration changed")
	}
}

func TestKindsAreComplete(t *testing.T) {
	t.Parallel()
	kinds := fault.Kinds()
	for i, kind := range kinds {
		if int(kind) != i {
			t.Errorf("kind %d at place %d", kind, i)
		}
	}
	if kinds[len(kinds)-1] != fault.Challenge {
		t.Errorf("the last kind is %d", kinds[len(kinds)-1])
	}
	edge := []*fault.Fault{
		fault.ErrInternal, fault.ErrUnavailable, fault.ErrTooManyRequests, fault.ErrBodyTooLarge, fault.ErrMediaType,
		fault.ErrMalformed, fault.ErrUnauthenticated, fault.ErrForbidden, fault.ErrNoRoute, fault.ErrNoMethod, fault.ErrNotServed,
	}
	seen := map[string]bool{}
	for _, f := range edge {
		waits := f.Kind == fault.Unavailable || f.Kind == fault.Limited
		if seen[f.Code] || f.Message == "" || (f.RetryAfter > 0) != waits {
			t.Errorf("%+v", f)
		}
		seen[f.Code] = true
	}
}
