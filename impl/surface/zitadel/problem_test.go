package zitadel

import (
	"errors"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/spec"
	"github.com/rekeyhq/rekey/impl/surface"
)

func TestEveryFaultHasAMessage(t *testing.T) {
	t.Parallel()
	document, err := spec.Load("zitadel")
	if err != nil {
		t.Fatal(err)
	}
	p := newProblems(document)
	seen := map[string]string{}
	for _, f := range append(core.Faults(), surface.Faults()...) {
		answers := p.explain("", "", f)
		if len(answers) != 1 || answers[0].text == "" || strings.HasSuffix(answers[0].text, ".") || answers[0].id == "" {
			t.Errorf("%s: %+v", f.Code, answers)
			continue
		}
		if s := status(f.Kind, answers[0].code); s != 400 && s != 404 && s != 401 && !(s == 503 && f.Kind == fault.Unavailable) && !(s == 409 && f.Kind == fault.Conflict) && !(s == 403 && f.Kind == fault.Forbidden) {
			t.Errorf("%s is answered %d", f.Code, s)
		}
		if other, twice := seen[answers[0].id]; twice && answers[0].id != "COMMAND-3M0fs" {
			t.Errorf("%s and %s have one id", f.Code, other)
		}
		seen[answers[0].id] = f.Code
	}
	for _, w := range p.messages {
		if w.operation != "" && !slices.Contains(slices.Collect(maps.Values(p.operations)), w.operation) {
			t.Errorf("no operation %q", w.operation)
		}
	}
}

func TestEdgeFaultsHaveTheirStatus(t *testing.T) {
	t.Parallel()
	p := &problems{messages: messageTable()}
	for _, c := range []struct {
		fault *fault.Fault
		want  int
	}{
		{fault.ErrInternal, 500}, {fault.ErrUnavailable, 503}, {fault.ErrTooManyRequests, 429}, {fault.ErrBodyTooLarge, 413},
		{fault.ErrMediaType, 415}, {fault.ErrMalformed, 400}, {fault.ErrUnauthenticated, 401}, {fault.ErrForbidden, 403},
		{fault.ErrNoRoute, 404}, {fault.ErrNoMethod, 405}, {fault.ErrNotServed, 501},
	} {
		if got := status(c.fault.Kind, p.explain("", "", c.fault)[0].code); got != c.want {
			t.Errorf("%s is answered %d, not %d", c.fault.Code, got, c.want)
		}
	}
	for _, kind := range fault.Kinds() {
		if s := status(kind, codeOf(kind)); s < 400 || (s == 500) != (kind == fault.Internal) {
			t.Errorf("kind %d is answered %d", kind, s)
		}
	}
}

func TestReasonsAreFoundInWhatWrapsAFault(t *testing.T) {
	t.Parallel()
	g, _ := gin.CreateTestContext(httptest.NewRecorder())
	g.Request = httptest.NewRequest(http.MethodGet, "/v2/x", nil)
	for _, c := range []struct {
		err  error
		want reason
	}{
		{core.ErrTicketUnusable, anyReason},
		{&core.TicketRefusal{Why: core.TicketWrong}, codeWrong},
		{&core.TicketRefusal{Why: core.TicketExpired}, codeExpired},
		{&core.TicketRefusal{Why: core.TicketExhausted}, anyReason},
		{&core.TicketRefusal{Why: core.TicketUsed}, anyReason},
		{&logins.SessionRefusal{Why: logins.SessionEnded}, sessionEnded},
		{&logins.SessionRefusal{Why: logins.SessionExpired}, sessionExpired},
		{&refusal{fault.ErrForbidden.Because(&logins.SessionRefusal{Why: logins.SessionEnded}), tokenWrong}, tokenWrong},
		{&refusal{core.ErrNoAddress, phoneMissing}, phoneMissing},
		{fault.ErrUnauthenticated, headerMissing},
		{caller.Lacks(caller.WriteUsers), anyReason},
	} {
		f := fault.From(c.err)
		if got := reasonOf(g, f); got != c.want || !errors.Is(c.err, f) {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}

func TestAMessageIsBounded(t *testing.T) {
	t.Parallel()
	var many []fault.Violation
	for range 100 {
		many = append(many, fault.Violation{Pointer: "query:" + strings.Repeat("é", 64), Code: "x", Message: "The value is too long."})
	}
	if text := malformed("GetSession", many); len([]rune(text)) != maxMessage || !strings.HasPrefix(text, "invalid GetSessionRequest: éé") {
		t.Error(text)
	}
	if text := malformed("", nil); text != "invalid Request" {
		t.Error(text)
	}
	if text := malformed("X", []fault.Violation{{Message: "It is."}, {Pointer: "/a", Message: ""}}); text != "invalid XRequest: it is; /a: not valid" {
		t.Error(text)
	}
	if got := ruleProblem(fault.Violation{Code: policy.Repeated, Message: "Two."}); got.id != "REKEY-PasswordRepeatedCharacters" || got.text != "Two" {
		t.Errorf("%+v", got)
	}
}
