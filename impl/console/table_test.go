package console_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/console"
)

// eve is a user whose table does not fit a terminal.
const eve = `{"items":[{"id":"0197a2b4-6c1d-7e3f-8a9b-0c1d2e3f4a5b","username":"eve.whose-name-is-rather-long","emails":[
 {"address":"eve.whose-name-is-rather-long@example.com","primary":true,"verified":true},{"address":"eve@example.com","primary":false,"verified":false}],
 "disabled":false,"locked":true}]}`

func TestATableFitsItsTerminal(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, args string
		width      int
		rows, says []string
	}{
		{"80 columns", "", 80, []string{
			"id                                    username            emails        disabled",
			"0197a2b4-6c1d-7e3f-8a9b-0c1d2e3f4a5b  eve.whose-name-is…  eve.whose-n…  no",
		}, nil},
		{"no terminal", "--table", 0, []string{
			"id                                    username                       emails                                                                       disabled  locked",
			"0197a2b4-6c1d-7e3f-8a9b-0c1d2e3f4a5b  eve.whose-name-is-rather-long  eve.whose-name-is-rather-long@example.com,primary,verified, eve@example.com  no        yes",
		}, nil},
		{"40 columns", "", 40, []string{"id", "0197a2b4-6c1d-7e3f-8a9b-0c1d2e3f4a5b"}, []string{"username, emails, disabled, locked"}},
		{"20 columns, less than an id", "", 20, []string{"id", "0197a2b4-6c1d-7e3f-8a9b-0c1d2e3f4a5b"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newStage(t, answer{status: 200, body: eve})
			s.terminal, s.width, s.contract = c.width > 0, c.width, true
			if code := s.run(append([]string{"users", "list"}, strings.Fields(c.args)...)...); code != 0 {
				t.Fatalf("exit %d: %s", code, s.err.String())
			}
			if got := strings.TrimSuffix(s.out.String(), "\n"); got != strings.Join(c.rows, "\n") {
				t.Errorf("\n%s\nwant\n%s", got, strings.Join(c.rows, "\n"))
			}
			for _, text := range c.says {
				if !strings.Contains(s.err.String(), text) {
					t.Errorf("it does not say what is missing: %s", s.err.String())
				}
			}
			if (s.err.Len() > 0) != (c.width > 0) {
				t.Errorf("it says %q", s.err.String())
			}
		})
	}
}

func TestAWideTableIsWhole(t *testing.T) {
	t.Parallel()
	s := newStage(t, answer{status: 200, body: eve})
	s.terminal, s.width, s.contract = true, 80, true
	if code := s.run("users", "list", "--wide"); code != 0 || !strings.Contains(s.out.String(), "eve@example.com  no        yes") || s.err.Len() > 0 {
		t.Errorf("exit %d\n%s%s", code, s.out.String(), s.err.String())
	}
}

// TestEveryTableOfTheContractFits80Columns, as its own examples fill it: the first column
// is whole, and at least one more is there.
func TestEveryTableOfTheContractFits80Columns(t *testing.T) {
	t.Parallel()
	document, err := own()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, path := range document.Paths.InMatchingOrder() {
		op := document.Paths.Value(path).Get
		if op == nil || op.Extensions["x-command"] == nil || strings.Contains(path, "{") {
			continue
		}
		example := firstExample(op)
		if !strings.Contains(example, `"items":[{`) {
			continue
		}
		seen++
		s := newStage(t, answer{status: 200, body: example})
		s.terminal, s.width, s.contract = true, 80, true
		if code := s.run(strings.Fields(op.Extensions["x-command"].(string))...); code != 0 {
			t.Errorf("%s: exit %d, %s", path, code, s.err.String())
		}
		rows := strings.Split(strings.TrimSuffix(s.out.String(), "\n"), "\n")
		for _, row := range rows {
			if n := utf8.RuneCountInString(row); n > 80 {
				t.Errorf("%s: %d columns: %s", path, n, row)
			}
		}
		if first, _, _ := strings.Cut(rows[1], " "); strings.Contains(first, "…") || len(strings.Fields(rows[0])) < 2 {
			t.Errorf("%s:\n%s", path, s.out.String())
		}
		t.Logf("%s\n%s", path, s.out.String())
	}
	if seen < 5 {
		t.Errorf("only %d tables", seen)
	}
}

func firstExample(op *openapi3.Operation) string {
	media := op.Responses.Status(200).Value.Content["application/json"]
	if media == nil {
		return ""
	}
	for _, e := range media.Examples {
		raw, err := json.Marshal(e.Value.Value)
		if err == nil && strings.Contains(string(raw), `"items":[{`) {
			return string(raw)
		}
	}
	return ""
}

// TestEventsTellWhoAndWhatAtOneGlance, without microseconds.
func TestEventsTellWhoAndWhatAtOneGlance(t *testing.T) {
	t.Parallel()
	s := newStage(t, answer{status: 200, body: `{"items":[{"id":"0197a2b4-6c1d-7e3f-8a9b-0c1d2e3f4a5b","at":"2026-11-29T08:15:30.123456Z","tenantId":"06h2m1pcmxv4s1qaxxhw3wfgxm",
	 "userId":"0197a2b4-6c1d-7e3f-8a9b-0c1d2e3f4a5c","actorKind":"anonymous","actorId":"","action":"budget.spent","outcome":"limited","detail":"user_mails","source":"192.0.2.1"}]}`})
	s.terminal, s.width, s.contract = true, 80, true
	s.run("events", "list")
	want := "at                    action        outcome  actor-kind  detail\n" + "2026-11-29T08:15:30Z  budget.spent  limited  anonymous   user_mails\n"
	if s.out.String() != want {
		t.Errorf("\n%s\nwant\n%s", s.out.String(), want)
	}
}

func TestAMissingKeyIsToldBeforeAnyRequest(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.env, s.contract = map[string]string{}, true
	if code := s.run("users", "list"); code != console.ExitWhoAreYou || len(s.requests) != 0 || !strings.HasPrefix(s.err.String(), "rekey: REKEY_API_KEY is not set, and rekey users list needs an API key") {
		t.Errorf("exit %d after %d requests: %s", code, len(s.requests), s.err.String())
	}
	s = newStage(t)
	s.env, s.contract = map[string]string{}, true
	if s.run("reset-requests", "create", "--username", "ada"); len(s.requests) != 1 {
		t.Errorf("what needs no key: %d requests, %s", len(s.requests), s.err.String())
	}
}

// TestWhatPolicyPrintsIsTakenBack: the version in it is no rule, and names no member of the call.
func TestWhatPolicyPrintsIsTakenBack(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.contract = true
	printed := s.file(`{"preset":"nist","rules":{"password":{"minLength":20}},"version":7}`)
	if code := s.run("tenants", "replace-policy", "t", "--body", printed); code != 0 || s.last() != `PUT /v1/tenants/t/policy {"preset":"nist","rules":{"password":{"minLength":20}}}` {
		t.Errorf("exit %d, %s", code, s.last())
	}
	if got := s.requests[0].Header.Get("If-Match"); got != "" {
		t.Errorf("If-Match %q: what was kept could not be put back", got)
	}
}

func TestABusyServiceIsToldWhileItIsWaitedFor(t *testing.T) {
	t.Parallel()
	s := newStage(t, answer{status: 503, header: map[string]string{"Retry-After": "3"}, body: `{}`}, answer{status: 200, body: `{"id":"1"}`})
	if code := s.run("users", "get", "1"); code != 0 || s.err.String() != "rekey: the service is busy (503); asking again in 3s\n" || len(s.waits) != 1 {
		t.Errorf("exit %d, %q, %v", code, s.err.String(), s.waits)
	}
}
