package console_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/console"
	"github.com/rekeyhq/rekey/tests/seed"
)

const twoUsers = `{"items":[
 {"id":"1","username":"ada","address":{"city":"Bern"},"roles":["a","b"],"disabled":false,"more":1},
 {"id":"2","username":"eve\u001b]0;pwned\u0007\u202e","roles":[],"disabled":true}],"nextCursor":"c2"}`

func TestTable(t *testing.T) {
	t.Parallel()
	s := newStage(t, answer{status: 200, body: twoUsers})
	s.terminal = true
	s.run("users", "list")
	if strings.ContainsAny(s.out.String(), "\x1b\x07\u202e") {
		t.Errorf("a name speaks to the terminal: %q", s.out.String())
	}
	if rows := strings.Split(s.out.String(), "\n"); len(rows) != 4 || !strings.HasPrefix(rows[0], "id  username") ||
		strings.Join(strings.Fields(rows[1]), " ") != "1 ada Bern a, b no" ||
		!strings.Contains(rows[2], `eve\u001b]0;pwned\u0007\u202e  -`) {
		t.Errorf("\n%s", s.out.String())
	}
	if !strings.Contains(s.err.String(), "--cursor c2") {
		t.Errorf("it is not said that there is more: %s", s.err.String())
	}
}

func TestOutputs(t *testing.T) {
	t.Parallel()
	one := answer{status: 200, header: map[string]string{"ETag": `"3"`}, body: `{"id":"1","userId":"9","address":{"city":"Bern","tags":["x"]},"keys":[{"id":1}],"big":12345678901234567890,"none":null}`}
	for _, c := range []struct {
		name     string
		terminal bool
		args     string
		answer   answer
		want     string
	}{
		{"an object on a terminal", true, "users get 1", one,
			"id:            1\nuser:          9\naddress.city:  Bern\naddress.tags:  x\nkeys.0:        id=1\nbig:           12345678901234567890\nnone:          -\nETag:          \"3\"\n"},
		{"an object for a script", false, "users get 1", answer{status: 200, body: `{"id":"1","none":null}` + "\n"}, "{\n  \"id\": \"1\",\n  \"none\": null\n}\n"},
		{"JSON on a terminal", true, "users get 1 --json", answer{status: 200, body: `{"id":"1"}`}, "{\n  \"id\": \"1\"\n}\n"},
		{"JSON that speaks to the terminal", true, "users get 1 --json", answer{status: 200, body: "{\"a\":\"\u009b2J\U000e0001ü\"}"}, "{\n  \"a\": \"\\u009b2J\\udb40\\udc01ü\"\n}\n"},
		{"a table for a file", false, "users get 1 --table", answer{status: 200, body: `{"id":"1"}`}, "id:  1\n"},
		{"a member", false, "users get 1 --only address.city", one, "Bern\n"},
		{"a member that is no text", false, "users get 1 --only address", one, `{"city":"Bern","tags":["x"]}` + "\n"},
		{"a member of each item", true, "users list --only username", answer{status: 200, body: twoUsers}, "ada\n" + `eve\u001b]0;pwned\u0007\u202e` + "\n"},
		{"nothing, on a terminal", true, "users delete 1", answer{status: 204}, "Done.\n"},
		{"nothing, for a script", false, "users delete 1", answer{status: 204}, ""},
		{"lines as they are", true, "events export", answer{status: 200, header: map[string]string{"Content-Type": "application/x-ndjson"}, body: "{}\n{}\n"}, "{}\n{}\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newStage(t, c.answer)
			s.terminal = c.terminal
			if code := s.run(strings.Fields(c.args)...); code != 0 || s.out.String() != c.want {
				t.Errorf("exit %d\n%s\nwant\n%s\n%s", code, s.out.String(), c.want, s.err.String())
			}
		})
	}
}

func TestWhatWillGoAwayIsTold(t *testing.T) {
	t.Parallel()
	s := newStage(t, answer{status: 200, body: `{}`, header: map[string]string{"Deprecation": "@1", "Sunset": "Sun, 11 Nov 2029 23:59:59 GMT"}})
	if code := s.run("users", "get", "1"); code != 0 || !strings.Contains(s.err.String(), "11 Nov 2029") {
		t.Errorf("exit %d, %s", code, s.err.String())
	}
}

func TestAMemberThatIsNotThere(t *testing.T) {
	t.Parallel()
	s := newStage(t, answer{status: 200, body: `{"id":"1"}`})
	if code := s.run("users", "get", "1", "--only", "nope"); code != console.ExitFailed || s.out.Len() > 0 {
		t.Errorf("exit %d, %s", code, s.out.String())
	}
}

func TestAllPages(t *testing.T) {
	t.Parallel()
	s := newStage(t, answer{status: 200, body: twoUsers}, answer{status: 200, body: `{"items":[{"id":"3"}]}`})
	if code := s.run("users", "list", "--all", "--tenant", "t"); code != 0 || s.last() != "GET /v1/users?cursor=c2&tenantId=t" {
		t.Fatalf("exit %d, %s", code, s.last())
	}
	var got struct {
		Items []struct{ ID string }
		Next  string `json:"nextCursor"`
	}
	if err := json.Unmarshal(s.out.Bytes(), &got); err != nil || len(got.Items) != 3 || got.Next != "" {
		t.Errorf("%v\n%s", err, s.out.String())
	}
	s = newStage(t, answer{status: 200, body: twoUsers}, answer{status: 401, body: `{"title":"Not authenticated"}`})
	if code := s.run("users", "list", "--all"); code != console.ExitWhoAreYou || s.out.Len() > 0 {
		t.Errorf("half a list, and exit %d: %s", code, s.out.String())
	}
}

func TestProblems(t *testing.T) {
	t.Parallel()
	for status, want := range seed.InOrder(map[int]int{
		400: 2, 413: 2, 415: 2, 422: 2, 401: 3, 403: 4, 404: 5, 409: 6, 412: 6, 429: 7, 503: 7, 500: 1, 302: 1, 502: 1,
	}) {
		s := newStage(t, answer{status: status, body: "<html>"})
		if got := s.run("users", "list"); got != want || s.err.Len() == 0 || s.out.Len() > 0 {
			t.Errorf("%d: exit %d, want %d; %s", status, got, want, s.err.String())
		}
	}
	s := newStage(t, answer{status: 422, body: `{"title":"Refused","status":422,"code":"password_policy","detail":"It does not\u001b[2J do.",
	 "request_id":"r1","ticket":"a-secret-ticket","violations":[
	 {"pointer":"/address/city","code":"too_long","message":"The value is too long.","params":{"max":"3"}},
	 {"pointer":"/password","code":"too_short","message":"Too short."},{"pointer":"/keys/0/id","code":"x","message":"Hm."},
	 {"parameter":"tenantId","code":"y","message":"Hm."}]}`})
	if code := s.run("users", "create"); code != 2 {
		t.Errorf("exit %d", code)
	}
	want := `rekey: Refused (422 password_policy)
  It does not\u001b[2J do.
  --address.city: The value is too long. (too_long max=3)
  --password-file: Too short. (too_short)
  body /keys/0/id: Hm. (x)
  tenantId: Hm. (y)
  request r1
`
	if s.err.String() != want {
		t.Errorf("\n%s\nwant\n%s", s.err.String(), want)
	}
}

// TestAnIDOfAnotherSystem: who moved from another system has its ids at hand, and the commands take none of them.
func TestAnIDOfAnotherSystem(t *testing.T) {
	t.Parallel()
	const violation = `{"title":"Malformed request","violations":[{%s,"code":"invalid_format","message":"Hm.","params":{"format":"%s"}}]}`
	for what, c := range seed.InOrder(map[string]struct {
		where, format string
		command       []string
		hint          bool
	}{
		"argument":         {`"parameter":"userId"`, "uuid", []string{"users", "get", "4711"}, true},
		"flag":             {`"parameter":"userId"`, "uuid", []string{"events", "export", "--user", "4711"}, true},
		"id of a tenant":   {`"parameter":"tenantId"`, "uuid", []string{"users", "list", "--tenant", "4711"}, false},
		"not about the id": {`"parameter":"userId"`, "date-time", []string{"users", "get", "4711"}, false},
	}) {
		s := newStage(t, answer{status: 400, body: fmt.Sprintf(violation, c.where, c.format)})
		if code := s.run(c.command...); code != 2 || strings.Contains(s.err.String(), "rekey users list --external ID") != c.hint {
			t.Errorf("%s: exit %d\n%s", what, code, s.err.String())
		}
	}
}

func TestAuditVerifyHasAVerdict(t *testing.T) {
	t.Parallel()
	for body, want := range seed.InOrder(map[string]int{`{"intact":true}`: 0, `{"intact":false}`: console.ExitNotIntact}) {
		if got := newStage(t, answer{status: 200, body: body}).run("audit", "verify"); got != want {
			t.Errorf("%s: exit %d", body, got)
		}
	}
}

func TestAuditVerifyGoesToTheEnd(t *testing.T) {
	t.Parallel()
	s := newStage(t, answer{status: 200, body: `{"intact":true,"checked":5,"chains":1,"resume":"a b"}`},
		answer{status: 200, body: `{"intact":true,"checked":5,"chains":0,"resume":"c"}`}, answer{status: 200, body: `{"intact":true,"checked":2,"chains":2}`})
	if code := s.run("audit", "verify", "--table"); code != 0 || s.out.String() != "chains:   3\nchecked:  12\nintact:   yes\n" || s.last() != "GET /v1/audit/verify?resume=c" {
		t.Errorf("exit %d, %s\n%s", code, s.last(), s.out.String())
	}
	s = newStage(t, answer{status: 200, body: `{"intact":true,"checked":5,"chains":1,"resume":"r"}`}, answer{status: 200, body: `{"intact":false,"checked":1,"chains":0,"resume":"r"}`})
	if code := s.run("audit", "verify"); code != console.ExitNotIntact || len(s.requests) != 2 {
		t.Errorf("exit %d, %s", code, s.last())
	}
	s = newStage(t, answer{status: 200, body: `{"intact":true,"checked":5,"chains":1,"resume":"r"}`}, answer{status: 500})
	if code := s.run("audit", "verify"); code != console.ExitFailed || s.out.Len() > 0 {
		t.Errorf("half a check: exit %d, %s", code, s.out.String())
	}
}

func TestHelp(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.run("users", "create", "--help")
	for _, part := range []string{"Costs $5.", "POST /v1/users", "--username=TEXT", "The name. Required.", "--password-file=FILE", "--address.city=TEXT", "$REKEY_API_KEY", "8 the audit"} {
		if !strings.Contains(s.out.String(), part) {
			t.Errorf("%q is missing in\n%s", part, s.out.String())
		}
	}
	if strings.Contains(s.out.String(), "--id=") || strings.Contains(s.out.String(), "--if-match") {
		t.Errorf("too much:\n%s", s.out.String())
	}
}
