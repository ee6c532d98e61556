package main_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

// otherServer is a server of another API, which gives the same answer to every request.
func otherServer(t *testing.T, status int, media, body string) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", media)
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// between stands before a server: spoil changes its answers.
func between(t *testing.T, server string, spoil func(r *http.Response) error) string {
	t.Helper()
	to, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(&httputil.ReverseProxy{
		Rewrite:        func(r *httputil.ProxyRequest) { r.SetURL(to); r.Out.Host = r.In.Host },
		ModifyResponse: spoil,
	})
	t.Cleanup(s.Close)
	return s.URL
}

// replaced is an answer with another status and body.
func replaced(r *http.Response, status int, body string) {
	r.StatusCode, r.Status = status, ""
	r.Body = io.NopCloser(strings.NewReader(body))
	r.ContentLength = int64(len(body))
	r.Header.Set("Content-Length", fmt.Sprint(len(body)))
}

func TestContractTestSaysInASentenceWhatIsNoServerToTest(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	_, demo := startDemo(p)
	key := facts(p)["REKEY_API_KEY"]
	tenants := p.with("REKEY_URL="+demo, "REKEY_API_KEY="+key).succeeds("api-keys", "create", "--name", "narrow", "--boundary", "application",
		"--application", facts(p)["REKEY_APPLICATION_ID"], "--permissions", "users:read", "--permissions", "api-keys:read", "--only", "key").out
	for name, c := range seed.InOrder(map[string]struct {
		url, key string
		code     int
		said     string
	}{
		"a wrong key":     {demo, "rk_x_planted0secret0of0somebody", 3, "does not accept the API key: GET /v1/"},
		"no owner's key":  {demo, strings.TrimSpace(tenants), 4, `needs the key of an owner: the key "narrow" (application; `},
		"a file server":   {otherServer(t, 404, "text/html", "<p>not here"), key, 5, "is not a server of this contract: GET /v1/locales answers 404, text/html"},
		"another API":     {otherServer(t, 401, "application/json", `{"message":"Requires authentication"}`), key, 5, "is not a server of this contract"},
		"a mock":          {otherServer(t, 200, "application/json", `{"items":[{"tag":"en","name":"English","isDefault":true}]}`), key, 5, "is not a server of this contract"},
		"a busy server":   {otherServer(t, 503, "application/problem+json", `{}`), key, 7, "is busy: it answers 503"},
		"nobody at home":  {"http://127.0.0.1:1", key, 7, "connection refused"},
		"nothing to play": {demo, key, 2, `--only: "rekeyGetUsr" is not an operation, surface, suite or case; is it rekeyGetUser?`},
	}) {
		t.Run(name, func(t *testing.T) {
			args := []string{"contract-test"}
			if c.code == 2 {
				args = append(args, "--only", "rekeyGetUsr")
			}
			o := newPlace(t, "REKEY_URL="+c.url, "REKEY_API_KEY="+c.key).run(args...)
			if o.code != c.code || !strings.Contains(o.err, c.said) || strings.Count(o.err, "\n") != 1 || o.out != "" || strings.Contains(o.err, c.key) {
				t.Errorf("exit %d, want %d and %q in one line:\n%s%s", o.code, c.code, c.said, o.err, o.out)
			}
		})
	}
}

func TestWhatContractTestListsIsWhatItPlays(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	_, demo := startDemo(p)
	p = p.with("REKEY_URL="+demo, "REKEY_API_KEY="+facts(p)["REKEY_API_KEY"])
	args := []string{"contract-test", "--only", "rekeyGetTenant", "--only", "journeys/boomi/*/a first*"}
	listed := p.succeeds(append(args, "--list")...).out
	var played struct {
		Results []struct {
			Suite, Surface, Operation, Case, Verdict string
			Seconds                                  float64
		}
	}
	if err := json.Unmarshal([]byte(p.succeeds(append(args, "--format", "json")...).out), &played); err != nil {
		t.Fatal(err)
	}
	var names strings.Builder
	for _, r := range played.Results {
		if r.Operation == "" {
			r.Operation = "-"
		}
		names.WriteString(strings.Join([]string{r.Suite, r.Surface, r.Operation, r.Case}, "\t") + "\n")
	}
	if listed != names.String() || !strings.Contains(listed, "examples\trekey\trekeyGetTenant\t200 one\n") || !strings.Contains(listed, "journeys\tboomi\t-\ta first password\n") {
		t.Errorf("listed:\n%splayed:\n%s", listed, names.String())
	}
	var junit struct {
		Suites []struct {
			Time      float64 `xml:"time,attr"`
			Timestamp string  `xml:"timestamp,attr"`
			Host      string  `xml:"hostname,attr"`
		} `xml:"testsuite"`
	}
	o := p.succeeds(append(args, "--format", "junit")...)
	if err := xml.Unmarshal([]byte(o.out), &junit); err != nil || o.err != "" {
		t.Fatal(err, o.err)
	}
	for _, s := range junit.Suites {
		if s.Time <= 0 || s.Timestamp == "" || s.Host == "" {
			t.Errorf("%+v", s)
		}
	}
}

func TestASetUpThatFailsIsToldOnceAndCleanedUp(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	_, demo := startDemo(p)
	p = p.with("REKEY_API_KEY=" + facts(p)["REKEY_API_KEY"])
	broken := between(t, demo, func(r *http.Response) error {
		if r.Request.Method == http.MethodPost && r.Request.URL.Path == "/v1/tenants" && r.StatusCode < 300 {
			replaced(r, 418, "{}")
		}
		return nil
	})
	o := p.with("REKEY_URL="+broken).run("contract-test", "--surface", "entrust", "--suite", "unauthorised")
	if o.code != 9 || strings.Count(o.out, "FAILED  ") != 1 || strings.Count(o.err, "\n") > 3 {
		t.Errorf("exit %d\n%s%s", o.code, o.out, o.err)
	}
	contains(t, o.err, `since a set-up failed: "tenant" (rekeyCreateTenant: status 418 is not declared)`, "not removed: rekeyDeleteApplication ")
	contains(t, o.out, "status: expected one of ", `curl -sS -X POST "$REKEY_URL/v1/tenants" -H "Authorization: Bearer $REKEY_API_KEY"`)
}

// TestAFailureShowsNoSecret: the server puts what it made into places where nobody expects it.
func TestAFailureShowsNoSecret(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	_, demo := startDemo(p)
	key := facts(p)["REKEY_API_KEY"]
	var mu sync.Mutex
	planted := []string{key}
	leaking := between(t, demo, func(r *http.Response) error {
		raw, err := io.ReadAll(r.Body)
		if err != nil {
			return err
		}
		r.Body = io.NopCloser(bytes.NewReader(raw))
		var body map[string]any
		if json.Unmarshal(raw, &body) != nil || r.Request.Method == http.MethodGet || r.StatusCode >= 300 {
			return nil
		}
		mu.Lock()
		defer mu.Unlock()
		for _, name := range []string{"key", "clientSecret", "ticket", "accessToken", "refreshToken", "link"} {
			if secret, ok := body[name].(string); ok {
				planted = append(planted, secret)
				body["leaked"], body["name"] = secret, secret
			}
		}
		if len(planted) > 1 && strings.Contains(r.Request.URL.Path, "/sessions") {
			replaced(r, 418, string(raw))
			return nil
		}
		if body["leaked"] != nil && strings.Contains(r.Request.URL.Path, "/tickets") {
			raw, _ = json.Marshal(body)
			replaced(r, r.StatusCode, string(raw))
		}
		return nil
	})
	for _, format := range []string{"text", "json", "junit"} {
		o := p.with("REKEY_URL="+leaking, "REKEY_API_KEY="+key).run("contract-test", "--format", format, "--suite", "examples",
			"--only", "rekeyCreateTicket", "--only", "rekeyCreateSession", "--only", "rekeyRedeemTicket", "--only", "rekeyCreateApiKey")
		mu.Lock()
		for _, secret := range planted {
			if strings.Contains(o.out+o.err, secret) {
				t.Errorf("%s shows %q", format, secret)
			}
		}
		if len(planted) < 20 || o.code != 1 {
			t.Errorf("exit %d, %d secrets: nothing was planted", o.code, len(planted))
		}
		mu.Unlock()
	}
}

// TestContractTestRemovesWhatItMadeWhenItIsInterrupted, and says how far it came.
func TestContractTestRemovesWhatItMadeWhenItIsInterrupted(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	demo, at := startDemo(p)
	key := facts(p)["REKEY_API_KEY"]
	inTheMiddle := make(chan struct{})
	var once sync.Once
	made := 0
	slow := between(t, at, func(r *http.Response) error {
		if r.Request.Method == http.MethodPost && r.Request.URL.Path == "/v1/users" && r.StatusCode == http.StatusCreated {
			if made++; made == 3 {
				once.Do(func() { close(inTheMiddle) })
			}
		}
		return nil
	})
	s := p.with("REKEY_URL="+slow, "REKEY_API_KEY="+key).start("contract-test", "--surface", "boomi")
	<-inTheMiddle
	if err := s.cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	<-s.done
	contains(t, s.output(), "contract-test: interrupted after ")
	if strings.Contains(s.output(), "not removed") {
		t.Error(s.output())
	}
	for _, list := range []string{"/v1/applications", "/v1/tenants", "/v1/users"} {
		if _, body := demo.get(at+list, key); strings.Count(body, `"createdAt"`) != 1 {
			t.Errorf("%s: %s", list, body)
		}
	}
}
