package console_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"
	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/console"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/spec"
	"github.com/rekeyhq/rekey/tests/seed"
)

const apiKey = "rk_0123_the-secret-of-the-key"

// stage is a console without a service: the answers are given beforehand.
type stage struct {
	t        *testing.T
	terminal bool
	width    int
	contract bool // the native surface's own in place of the small one
	in       string
	env      map[string]string
	prompt   func(string) (secret.Text, error)
	answers  []answer // in order; the last one again and again
	requests []*http.Request
	bodies   []string
	waits    []time.Duration
	out, err bytes.Buffer
}

type answer struct {
	status int
	header map[string]string
	body   string
	lost   error
}

func newStage(t *testing.T, answers ...answer) *stage {
	t.Helper()
	if len(answers) == 0 {
		answers = []answer{{status: 200, body: `{}`}}
	}
	return &stage{t: t, answers: answers, env: map[string]string{"REKEY_API_KEY": apiKey}}
}

// RoundTrip plays the service.
func (s *stage) RoundTrip(r *http.Request) (*http.Response, error) {
	s.requests = append(s.requests, r)
	body := ""
	if r.Body != nil {
		raw, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		body = string(raw)
	}
	s.bodies = append(s.bodies, body)
	a := s.answers[min(len(s.requests), len(s.answers))-1]
	if a.lost != nil {
		return nil, a.lost
	}
	h := http.Header{"Content-Type": {"application/json"}}
	for name, value := range seed.InOrder(a.header) {
		h.Set(name, value)
	}
	return &http.Response{StatusCode: a.status, Header: h, Body: io.NopCloser(strings.NewReader(a.body))}, nil
}

// own is the native surface's contract, which takes longer to read than a test to run.
var own = spec.Once("rekey")

func (s *stage) console() *console.Console {
	s.t.Helper()
	load := func() (*openapi3.T, error) { return openapi3.NewLoader().LoadFromFile("testdata/contract.yaml") }
	if s.contract {
		load = own
	}
	document, err := load()
	if err != nil {
		s.t.Fatal(err)
	}
	c, err := console.New(console.Deps{
		Spec: document, In: strings.NewReader(s.in), Out: &s.out, Err: &s.err, Terminal: s.terminal, Width: func() int { return s.width }, Agent: "rekey/test",
		Environment: func(name string) string { return s.env[name] }, Transport: s, Prompt: s.prompt,
		Wait: func(_ context.Context, d time.Duration) error { s.waits = append(s.waits, d); return nil },
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return c
}

// run parses and runs a command; -1 is a refusal of the parser.
func (s *stage) run(args ...string) int {
	s.t.Helper()
	c := s.console()
	helped := false
	options := append(c.Options(), kong.Writers(&s.out, &s.err), kong.Exit(func(int) { helped = true }), kong.Name("rekey"))
	k, err := kong.New(&struct{}{}, options...)
	if err != nil {
		s.t.Fatal(err)
	}
	parsed, err := k.Parse(args)
	if helped {
		return 0
	}
	if err != nil {
		s.err.WriteString(err.Error())
		return -1
	}
	code, ok := c.Run(context.Background(), parsed)
	if !ok {
		s.t.Fatalf("no command: %v", args)
	}
	return code
}

func (s *stage) file(body string) string {
	s.t.Helper()
	name := filepath.Join(s.t.TempDir(), "file")
	if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return name
}

// last is the newest request as method, path, query and body.
func (s *stage) last() string {
	if len(s.requests) == 0 {
		return "nothing"
	}
	r := s.requests[len(s.requests)-1]
	return strings.TrimSpace(r.Method + " " + r.URL.RequestURI() + " " + s.bodies[len(s.bodies)-1])
}

func TestFlagsBecomeACall(t *testing.T) {
	t.Parallel()
	body := newStage(t).file(`{"username":"file","age":12345678901234567890,"keys":[{"id":"1"}],"address":{"city":"Bern"}}`)
	word := newStage(t).file("a secret in a file\n")
	for _, c := range []struct{ name, args, want string }{
		{"nothing but the path", "users list", "GET /v1/users"},
		{"query, with a trailing Id dropped", "users list --tenant t1 --limit 3", "GET /v1/users?limit=3&tenantId=t1"},
		{"a repeated parameter", "users list --state active --state disabled", "GET /v1/users?state=active&state=disabled"},
		{"an argument of the path, escaped", "users get a/b", "GET /v1/users/a%2Fb"},
		{"a body", "users create --username ada --tenant t1", `POST /v1/users {"tenantId":"t1","username":"ada"}`},
		{"each kind of value", "users create --username ada --age 3 --mfa --roles a,b --roles c --metadata k=v,w --locale de",
			`POST /v1/users {"age":3,"locale":"de","metadata":{"k":"v,w"},"mfa":true,"roles":["a,b","c"],"username":"ada"}`},
		{"no is a value too", "users create --no-mfa", `POST /v1/users {"mfa":false}`},
		{"nothing given", "users create", `POST /v1/users {}`},
		{"inner objects", "users create --address.city Bern --address.geo.latitude 46.9",
			`POST /v1/users {"address":{"city":"Bern","geo":{"latitude":46.9}}}`},
		{"objects in a word", "users create --emails a@x.test,verified,rank-of=2 --emails b@x.test --emails verified=false,address=c@x.test",
			`POST /v1/users {"emails":[{"address":"a@x.test","rankOf":2,"verified":true},{"address":"b@x.test"},{"address":"c@x.test","verified":false}]}`},
		{"flags over a file", "users create --username flag --address.geo.latitude 1 --body " + body,
			`POST /v1/users {"address":{"city":"Bern","geo":{"latitude":1}},"age":12345678901234567890,"keys":[{"id":"1"}],"username":"flag"}`},
		{"a cleared value", "users update u1 --unset locale", `PATCH /v1/users/u1 {"locale":null}`},
		{"an empty list", "users update u1 --roles=", `PATCH /v1/users/u1 {"roles":[]}`},
		{"an empty text", "users update u1 --username=", `PATCH /v1/users/u1 {"username":""}`},
		{"no body", "users delete u1", "DELETE /v1/users/u1"},
		{"a secret of a file, three words", "users password set u1 --new-password-file " + word,
			`PUT /v1/users/u1/password {"newPassword":"a secret in a file"}`},
		{"a secret of standard input", "users password set u1 --new-password-file -", `PUT /v1/users/u1/password {"newPassword":" spaced "}`},
		{"a secret of the environment", "users create --password-env WORD", `POST /v1/users {"password":"in the environment"}`},
		{"a secret in a body", "users password set u1 --body " + newStage(t).file(`{"newPassword":"in the body"}`),
			`PUT /v1/users/u1/password {"newPassword":"in the body"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newStage(t)
			if strings.HasPrefix(c.want, "DELETE") || strings.HasPrefix(c.want, "PUT") {
				s.answers = []answer{{status: 204}}
			}
			s.in, s.env["WORD"] = " spaced \r\n", "in the environment"
			if code := s.run(strings.Fields(c.args)...); code != 0 || s.last() != c.want {
				t.Errorf("exit %d\n got %s\nwant %s\n%s", code, s.last(), c.want, s.err.String())
			}
		})
	}
}

func TestMistakesSendNothing(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, args, said string }{
		{"an unknown flag", "users list --nope", "nope"},
		{"a missing argument", "users get", "user"},
		{"no number", "users list --limit many", "limit"},
		{"an argument that is another path", "users delete ..", "<user> is empty"},
		{"a password on the command line", "users create --password geheim", "password"},
		{"a missing secret", "users password set u1", "--new-password-file"},
		{"an empty secret", "users password set u1 --new-password-file -", "nothing in it"},
		{"two secrets", "users create --password-file - --password-env WORD", "two things"},
		{"standard input for two", "users create --body - --password-file -", "one value only"},
		{"an empty variable", "users create --password-env NONE", "NONE is empty"},
		{"a file that is not there", "users create --body /nonexistent", "no such file"},
		{"a body that is no JSON", "users create --body -", "not JSON"},
		{"a value that cannot be cleared", "users update u1 --unset username", "cannot be cleared"},
		{"a value set and cleared", "users update u1 --unset locale --locale de", "set by this command too"},
		{"an unknown value to clear", "users update u1 --unset nope", "no such value"},
		{"an object of unknown members", "users create --emails a@x.test,proven", "ADDRESS[,rank-of=TEXT][,verified]"},
		{"an object with a wrong value", "users create --emails a@x.test,rank-of=high", "rank-of is not"},
		{"two outputs", "users list --json --table", "json"},
		{"no address", "users list --url id.example.com", "not an address"},
		{"a password in the address", "users list --url https://a:b@id.example.com", "not an address"},
		{"a key without TLS", "users list --url http://id.example.com", "without TLS"},
		{"an env file as a key file", "users list --key-file " + newStage(t).file("REKEY_API_KEY=x"), "not an API key"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newStage(t)
			if strings.Contains(c.args, "--body - --") {
				s.in = "{}"
			}
			code := s.run(strings.Fields(c.args)...)
			if code != -1 && code != console.ExitRefused || len(s.requests) > 0 || !strings.Contains(s.err.String(), c.said) {
				t.Errorf("exit %d, sent %s, said %s", code, s.last(), s.err.String())
			}
		})
	}
}

// TestAnotherServiceIsNoSuccess: beside a service below a path stands one that may answer
// everything with its own page.
func TestAnotherServiceIsNoSuccess(t *testing.T) {
	t.Parallel()
	page := map[string]string{"Content-Type": "text/html; charset=utf-8"}
	const hint, detail = "rekey: what answers at https://id.test is another service (200", "(REKEY_URL) the whole address, with its path?"
	for _, c := range []struct {
		name, args string
		answer     answer
		code       int
		want       string
	}{
		{"a page for a list", "users list", answer{status: 200, header: page, body: "<html>"}, 1, hint + " text/html)"},
		{"a page for a deletion", "users delete u1", answer{status: 200, header: page, body: "<html>"}, 1, hint + " text/html)"},
		{"JSON for a deletion", "users delete u1", answer{status: 200, body: "{}"}, 1, hint + " application/json)"},
		{"nothing for a list", "users list", answer{status: 200, header: map[string]string{"Content-Type": ""}}, 1, hint + ")"},
		{"a page that says no", "users list", answer{status: 404, header: page, body: "<html>"}, 5, "rekey: Not Found (404)\n  This is no answer of the API: is --url " + detail},
		{"a proxy without a service", "users list", answer{status: 502, header: page, body: "<html>"}, 1, "rekey: Bad Gateway (502)\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newStage(t, c.answer)
			code := s.run(append(strings.Fields(c.args), "--url", "https://id.test")...)
			if code != c.code || s.out.Len() > 0 || !strings.HasPrefix(s.err.String(), c.want) || strings.Contains(s.err.String(), detail) != (c.answer.status < 500) {
				t.Errorf("exit %d\n%s%s", code, s.out.String(), s.err.String())
			}
		})
	}
}

func TestWhatEveryCallCarries(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.run("users", "update", "u1", "--mfa", "--if-match", "7", "--url", "https://id.example.com/base/")
	h := s.requests[0].Header
	if h.Get("Authorization") != "Bearer "+apiKey || h.Get("If-Match") != `"7"` || h.Get("Content-Type") != "application/json" ||
		len(h.Get("Idempotency-Key")) != 36 || s.requests[0].URL.String() != "https://id.example.com/base/v1/users/u1" {
		t.Errorf("%v %s", h, s.requests[0].URL)
	}
	s.env["REKEY_API_KEY"] = ""
	s.run("users", "delete", "u1", "--idempotency-key", "mine", "--key-file", s.file("rk_of_a_file\n"))
	if h := s.requests[1].Header; h.Get("Idempotency-Key") != "mine" || h.Get("Authorization") != "Bearer rk_of_a_file" {
		t.Errorf("%v", h)
	}
	s.run("users", "get", "u1", "--insecure-http", "--url", "http://rekey:8080")
	if h := s.requests[2].Header; h.Get("Idempotency-Key") != "" || h.Get("Authorization") != "" {
		t.Errorf("%v", h)
	}
}

func TestASecretIsAskedForAtTheTerminal(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	var asked []string
	s.prompt = func(label string) (secret.Text, error) {
		asked = append(asked, label)
		return secret.NewText("typed"), nil
	}
	s.run("users", "password", "set", "u1")
	if s.last() != `PUT /v1/users/u1/password {"newPassword":"typed"}` {
		t.Error(s.last())
	}
	s.run("users", "create", "--password-file", "-")
	if s.last() != `POST /v1/users {"password":"typed"}` {
		t.Error(s.last())
	}
	s.run("users", "create", "--username", "ada") // not needed: not asked for
	if !slices.Equal(asked, []string{"new-password", "password"}) {
		t.Error(asked)
	}
	s.prompt = func(string) (secret.Text, error) { return secret.Text{}, errors.New("interrupted") }
	if code := s.run("users", "password", "set", "u1"); code != console.ExitFailed {
		t.Errorf("exit %d", code)
	}
}

func TestRepetition(t *testing.T) {
	t.Parallel()
	busy := answer{status: 503, header: map[string]string{"Retry-After": "2"}, body: `{"title":"Busy","code":"unavailable"}`}
	long := answer{status: 429, header: map[string]string{"Retry-After": "3600"}}
	fine := answer{status: 200, body: `{}`}
	for _, c := range []struct {
		name    string
		args    string
		answers []answer
		code    int
		calls   int
	}{
		{"once busy", "users create", []answer{busy, fine}, 0, 2},
		{"always busy", "users list", []answer{busy}, console.ExitTryAgain, 4},
		{"too long to wait", "users list", []answer{long, fine}, console.ExitTryAgain, 1},
		{"no word of when", "users list", []answer{{status: 503}, fine}, console.ExitTryAgain, 1},
		{"nothing makes it safe", "notes create", []answer{busy, fine}, console.ExitTryAgain, 1},
		{"another failure", "users list", []answer{{status: 500}, fine}, console.ExitFailed, 1},
		{"no answer", "users create", []answer{{lost: errors.New("connection refused")}, fine}, console.ExitTryAgain, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newStage(t, c.answers...)
			if code := s.run(strings.Fields(c.args)...); code != c.code || len(s.requests) != c.calls {
				t.Errorf("exit %d after %d calls, want %d after %d: %s", code, len(s.requests), c.code, c.calls, s.err.String())
			}
			for i, r := range s.requests {
				if r.Header.Get("Idempotency-Key") != s.requests[0].Header.Get("Idempotency-Key") || s.bodies[i] != s.bodies[0] {
					t.Error("a repetition differs")
				}
			}
			if once := s.requests[0].Header.Get("Idempotency-Key"); c.answers[0].lost != nil && !strings.Contains(s.err.String(), "--idempotency-key "+once) {
				t.Errorf("it is not said how to repeat: %s", s.err.String())
			}
		})
	}
}
