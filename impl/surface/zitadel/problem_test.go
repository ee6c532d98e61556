package zitadel

import (
	"encoding/json"
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
	"github.com/rekeyhq/rekey/tests/seed"
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
		if s := status(f.Kind, answers[0].code); s != 400 && s != 404 && s != 401 && !(s == 503 && f.Kind == fault.Unavailable) && !(s == 403 && f.Kind == fault.Forbidden) {
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

func TestNormalise(t *testing.T) {
	t.Parallel()
	for in, want := range seed.InOrder(map[string]string{
		`{"send_link":{"url_template":"a_b"},"n":1.50,"big":12345678901234567890}`: `{"big":12345678901234567890,"n":1.50,"sendLink":{"urlTemplate":"a_b"}}`,
		`{"metadata":{"a_b":"x","aB":"y"},"list":[{"user_id":"<&>"}]}`:             `{"list":[{"userId":"<&>"}],"metadata":{"aB":"y","a_b":"x"}}`,
		`{"_":1,"a__b":2,"c_":3,"d_É":4}`:                                          `{"":1,"aB":2,"c":3,"dÉ":4}`,
		`{"query":{"offset":1.5,"limit":"1.5"},"offset":1,"limit":"1"}`:            `{"limit":"1","offset":1,"query":{"limit":"1.5","offset":1.5}}`,
		`{"sendLink":{"notificationType":3},"metadata":{"n":null,"x":"a"}}`:        `{"metadata":{"n":null,"x":"a"},"sendLink":{"notificationType":3}}`,
		`{"query":{"offset":20.0,"limit":"0x1p2"}}`:                                `{"query":{"limit":"0x1p2","offset":"20"}}`,
		`{"query":{"limit":2e1},"list":[1.0,1.5]}`:                                 `{"list":[1,1.5],"query":{"limit":20}}`,
		`{"query":{"limit":"01"},"lifetime":"+05s"}`:                               `{"lifetime":"+05s","query":{"limit":"01"}}`,
		`{"lifetime":"-5s","x":{"lifetime":"+5s"}}`:                                `{"lifetime":"-5s","x":{"lifetime":"+5s"}}`,
		`{"lifetime":".s"}`: `{"lifetime":".s"}`, `{"lifetime":"+5"}`: `{"lifetime":"+5"}`, `{"lifetime":"05s"}`: `{"lifetime":"05s"}`,
		// Of two alphabets, with too much padding, and with half of it: none of this is base64 for the vendor either.
		`{"metadata":{"a":"-/8=","b":"Zm8====","c":"Zg="}}`: `{"metadata":{"a":"-/8=","b":"Zm8====","c":"Zg="}}`,
		`[]`: `[]`, `null`: `null`, `"a_b"`: `"a_b"`,
	}) {
		got, err := normalise([]byte(in))
		if err != nil || strings.TrimSpace(string(got)) != want || !json.Valid(got) {
			t.Errorf("%s became %s (%v)", in, got, err)
		}
	}
	for _, in := range []string{`{"a_b":1,"aB":2}`, `{"x":[{"a_b":null,"aB":null}]}`, `{"a_b":1,"a__b":2}`, `{"a_b":null,"a__b":1}`} {
		for range 20 { // maps are walked in random order
			if _, err := normalise([]byte(in)); err == nil {
				t.Errorf("%s is taken", in)
			}
		}
	}
}
