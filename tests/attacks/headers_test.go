package attacks_test

import (
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// probe is an answer of some kind, to look at its headers.
type probe struct {
	name   string
	answer harness.Answer
}

// everywhere collects answers from each operation, with success and with each kind of
// refusal, and from every path beside the operations.
func (s *stage) everywhere() []probe {
	s.T.Helper()
	var all []probe
	plain := &http.Client{Transport: &http.Transport{DisableCompression: true}, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}
	add := func(name string, c harness.Call) {
		all = append(all, probe{name, harness.DoWith(s.T, plain, s.URL, header(c, "Origin", "https://evil.test"))})
	}
	for _, a := range acts() {
		c := a.play(s)
		add(a.name+", a bad credential", header(c, "Authorization", "Bearer nothing"))
		add(a.name+", no credential", header(c, "Authorization", ""))
		add(a.name+", a wrong media type", header(c, "Content-Type", "text/plain"))
		add(a.name+", a verb of its own", harness.Call{Method: "BREW", Path: c.Path})
		add(a.name+", a preflight", header(header(harness.Call{Method: http.MethodOptions, Path: c.Path},
			"Access-Control-Request-Method", "POST"), "Access-Control-Request-Headers", "authorization"))
		s.BreakStore(func(string) bool { return true })
		add(a.name+", a broken store", c)
		s.BreakStore(func(string) bool { panic("stop") })
		add(a.name+", a panic", c)
		s.BreakStore(nil)
		withToken := c
		if c.Token != "" {
			withToken = header(c, "Authorization", "Bearer "+c.Token)
		}
		add(a.name+", success", withToken)
	}
	for _, path := range []string{
		"/", "/reset", "/set", "/verify", "/verify?key=x", "/reset?key=x", "/set?key=x", "/reset?key=%22%3E%3Csvg%20onload=x%3E", "/nothing", "/api/", "/api/v1/nothing",
		"/v2/nothing", "/api/Password/nothing", "/api/web/v1/nothing", "/healthz", "/readyz", "/metrics", "/openapi.json", "/openapi.yaml",
		"/docs", "/favicon.ico", "/robots.txt", "/.well-known/security.txt", "/%", "/%00", "//evil.test/", "/\\evil.test", "/debug/pprof/",
	} {
		for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodPost, http.MethodOptions, http.MethodTrace} {
			if r, err := http.NewRequestWithContext(s.T.Context(), method, s.URL+path, nil); err != nil || r.URL.Path == "" {
				continue // no client can ask for it like this
			}
			add(method+" "+path, harness.Call{Method: method, Path: path})
		}
	}
	return all
}

var maxAge = regexp.MustCompile(`max-age=(\d+)`)

// TestEveryAnswerCarriesItsArmour: S75 to S80, S82 on everything the server answers.
func TestEveryAnswerCarriesItsArmour(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		for _, p := range s.everywhere() {
			h := p.answer.Header
			fixed := map[string]string{
				"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
			}
			public := strings.Contains(p.name, "/openapi.") || strings.Contains(p.name, "/docs") ||
				strings.Contains(p.name, "getJwks") || strings.Contains(p.name, "zitadel GetKeys") || // the keys that everybody may have
				strings.Contains(p.name, "zitadel GetOpenidConfiguration")
			if !public {
				fixed["Cache-Control"] = "no-store"
			}
			for name, want := range seed.InOrder(fixed) {
				if got := strings.Join(h.Values(name), "|"); got != want {
					t.Errorf("%s: %s is %q, want %q", p.name, name, got, want)
				}
			}
			csp := h.Get("Content-Security-Policy")
			for _, want := range []string{"default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"} {
				if !strings.Contains(csp, want) {
					t.Errorf("%s: the policy lacks %s: %q", p.name, want, csp)
				}
			}
			if strings.Contains(csp, "unsafe-inline") || strings.Contains(csp, "unsafe-eval") || strings.Contains(csp, "*") {
				t.Errorf("%s: the policy is open: %q", p.name, csp)
			}
			if m := maxAge.FindStringSubmatch(h.Get("Strict-Transport-Security")); m == nil {
				t.Errorf("%s: no HSTS", p.name)
			} else if seconds, err := strconv.Atoi(m[1]); err != nil || seconds < 365*24*3600 {
				t.Errorf("%s: HSTS for %s seconds", p.name, m[1])
			}
			for name := range seed.InOrder(h) {
				if strings.HasPrefix(name, "Access-Control-") || name == "Server" || name == "X-Powered-By" {
					t.Errorf("%s: answers %s: %q", p.name, name, h.Values(name))
				}
			}
			for _, cookie := range (&http.Response{Header: h}).Cookies() {
				if !strings.Contains(p.name, " /") || !strings.HasPrefix(cookie.Name, "__Host-") || !cookie.Secure || !cookie.HttpOnly ||
					cookie.SameSite == http.SameSiteNoneMode || cookie.SameSite == 0 || cookie.Domain != "" || cookie.Path != "/" {
					t.Errorf("%s: sets the cookie %s", p.name, cookie) // S66
				}
			}
			if location := h.Get("Location"); strings.Contains(location, "evil") || strings.HasPrefix(location, "//") || strings.Contains(location, "://") {
				t.Errorf("%s: leads to %q", p.name, location)
			}
			if body := p.answer.Body; body != "" && h.Get("Content-Type") == "" {
				t.Errorf("%s: a body without a type", p.name)
			}
		}
	})
}

// TestVerbsAreWhatTheyAre: S73, A-094: no header or field makes one verb another, and
// TRACE and CONNECT are not answered.
func TestVerbsAreWhatTheyAre(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
		calls := map[string]harness.Call{}
		for _, a := range oneEach() {
			calls[a.name] = a.play(s)
		}
		before := s.picture()
		for name, c := range seed.InOrder(calls) {
			for _, over := range []string{"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"} {
				path, query, _ := strings.Cut(c.Path, "?")
				strange := header(c, over, c.Method)
				strange.Token, strange.Method, strange.Path, strange.Body = c.Token, http.MethodOptions, path+"?_method="+c.Method+"&"+query, nil
				if status := harness.DoWith(t, client, s.URL, strange).Status; status != http.StatusMethodNotAllowed {
					t.Errorf("%s: OPTIONS with %s is answered %d", name, over, status)
				}
			}
			for _, method := range []string{http.MethodTrace, http.MethodHead, "FOO"} {
				strange := c
				strange.Method, strange.Body = method, nil
				if path, _, _ := strings.Cut(c.Path, "?"); harness.Answers(method, path) {
					continue
				}
				if status := harness.DoWith(t, client, s.URL, strange).Status; status != http.StatusMethodNotAllowed {
					t.Errorf("%s: %s is answered %d", name, method, status)
				}
			}
		}
		if changed := kept(before.changes(s.picture())); len(changed) != 0 {
			t.Errorf("verbs that are not the operation's changed %v", changed)
		}
		for _, request := range []string{
			"CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443\r\nConnection: close\r\n\r\n",
			"TRACE / HTTP/1.1\r\nHost: x\r\nCookie: secret=1\r\nConnection: close\r\n\r\n",
		} {
			if status, body := s.raw(s.address(), request); status < http.StatusBadRequest || strings.Contains(body, "secret=1") {
				t.Errorf("%q is answered %d %s", request[:8], status, body)
			}
		}
	})
}
