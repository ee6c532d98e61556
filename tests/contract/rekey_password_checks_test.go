package contract_test

import (
	"crypto/sha1" // the range protocol fixes it
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const checks = "/v1/password-checks"

// TestRekeyCheckPassword: a check says what a change would say, and changes nothing.
func TestRekeyCheckPassword(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, p, mfa := asOwner(w), w.Person("adalovely"), w.Person("grace", harness.WithMFA)
		before := w.Log.String()
		w.Settings(func(s *models.Settings) { s.Password.History, s.Password.MinDigit = 3, 1 })
		n.must(200, http.MethodPut, applicationPolicy(w.Tenant.ApplicationID), j{"rules": j{"password": j{"minSymbol": 1}}})
		w.Check("each violation names its rule, its level and what it wants", func(t *testing.T) {
			a := n.check(j{"userId": p.ID, "password": "monkey"})
			for _, want := range []string{
				`"acceptable":false`, `"strength":0`,
				`{"code":"too_short","level":"default","message":"The password must have at least 15 characters.","params":{"min":"15"},"rule":"password.minLength"}`,
				`"code":"needs_digit","level":"tenant"`, `"code":"needs_symbol","level":"application"`, `"code":"blocklisted","level":"default"`,
			} {
				if !strings.Contains(a.Body, want) {
					t.Errorf("no word of %s: %s", want, a.Body)
				}
			}
		})
		w.Check("beside a second factor it may be shorter", func(t *testing.T) {
			a := n.check(j{"userId": mfa.ID, "password": "wq7-o"})
			if !strings.Contains(a.Body, `"params":{"min":"8"},"rule":"password.minLengthMfa"`) {
				t.Errorf("beside a second factor: %s", a.Body)
			}
		})
		w.Check("a good one has no violation", func(t *testing.T) {
			a := n.check(j{"userId": p.ID, "password": "7 blue horses in a row"})
			if a.Body != `{"acceptable":true,"strength":4,"violations":[]}`+"\n" && a.Body != `{"acceptable":true,"strength":4,"violations":[]}` {
				t.Errorf("%s", a.Body)
			}
		})
		w.Settings(func(s *models.Settings) { s.Password.MinDigit = 0 })
		n.must(200, http.MethodPut, applicationPolicy(w.Tenant.ApplicationID), j{})
		w.Check("the user's own password is in his history", func(t *testing.T) {
			a := n.check(j{"userId": p.ID, "password": harness.Password})
			if !strings.Contains(a.Body, `{"code":"in_history","level":"tenant"`) || !strings.Contains(a.Body, `"rule":"password.history"`) {
				t.Errorf("his own password: %s", a.Body)
			}
		})
		n.checksForSomebodyNew()
		n.refuses(
			refusal{"a check for nobody", 400, "malformed_request", http.MethodPost, checks, j{"password": "x"}, nil},
			refusal{"a check for a user and a tenant", 400, "malformed_request", http.MethodPost, checks, j{"password": "x", "userId": p.ID, "tenantId": w.Tenant.ID}, nil},
			refusal{"a check for a user that there is not", 404, "user_not_found", http.MethodPost, checks, j{"password": "x", "userId": "0192f3a4-5b6c-7d8e-9f01-23456789abcd"}, nil},
			refusal{"a password that is no text", 422, "password_not_text", http.MethodPost, checks, j{"password": "nul\x00nul", "userId": p.ID}, nil},
			refusal{"a check for a user in a directory", 409, "no_directory", http.MethodPost, checks, j{"password": "x", "userId": w.Person("dora", harness.InDirectory).ID}, nil},
		)
		w.Check("no candidate is in the log", func(t *testing.T) {
			if logged := strings.TrimPrefix(w.Log.String(), before); strings.Contains(logged, "monkey") || strings.Contains(logged, "horses") {
				t.Error("a candidate is in the log")
			}
		})
		w.Check("no check changed the password", func(t *testing.T) {
			if !w.CanLogIn(p, harness.Password) {
				t.Error("a check changed something")
			}
		})
	})
}

func (n native) check(body j) harness.Answer {
	n.T.Helper()
	return n.must(200, http.MethodPost, checks, body)
}

// checksForSomebodyNew, who is no user yet: his names are what he says they are.
func (n native) checksForSomebodyNew() {
	n.T.Helper()
	for name, c := range seed.InOrder(map[string]struct {
		candidate, code string
	}{
		"a password with the name of somebody new":    {"Hopperetta-19061992", "context_word"},
		"a password with the address of somebody new": {"grace.h-1906-1992-12-09", "context_word"},
		"a password with the name of the tenant":      {"Acme Acme Acme 1", "context_word"},
		"a password without any name":                 {harness.Password, ""},
	}) {
		n.Check(name, func(t *testing.T) {
			a := n.check(j{"tenantId": n.Tenant.ID, "username": "hopperetta", "email": "grace.h@example.test", "password": c.candidate})
			if got := strings.Contains(a.Body, `"code":"`+c.code+`"`); got != (c.code != "") || a.Field(t, "acceptable") != map[bool]string{true: "true", false: "false"}[c.code == ""] {
				t.Errorf("%q: %s", c.candidate, a.Body)
			}
		})
	}
	n.Check("a short password beside a second factor to come", func(t *testing.T) {
		if a := n.check(j{"tenantId": n.Tenant.ID, "mfa": true, "password": "wq7-o8xx"}); a.Field(t, "acceptable") != "true" {
			t.Errorf("a second factor to come: %s", a.Body)
		}
	})
}

// A check that compares with earlier passwords is a guess: who may not set the password
// has so many.
func TestRekeyChecksAreNoWayToGuess(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, other := w.Person("ada"), w.Person("eve")
		self := native{w, w.LogIn(p).AccessToken}
		for candidate, want := range seed.InOrder(map[string]string{"monkey": "false", "7 blue horses in a row": "true", harness.Password: "false"}) {
			if a := self.must(200, http.MethodPost, checks, j{"userId": p.ID, "password": candidate}); a.Field(t, "acceptable") != want {
				t.Errorf("%q for himself: %s", candidate, a.Body)
			}
		}
		self.refused(404, "user_not_found", http.MethodPost, checks, j{"userId": other.ID, "password": "monkey"})
		self.refused(404, "tenant_not_found", http.MethodPost, checks, j{"tenantId": w.Tenant.ID, "password": "monkey"})
		for range 120 {
			self.must(200, http.MethodPost, checks, j{"userId": p.ID, "password": "monkey"}) // not compared, not counted
		}
		for range 98 {
			self.must(200, http.MethodPost, checks, j{"userId": p.ID, "password": "7 blue horses in a row"})
		}
		a := self.refused(429, "too_many_requests", http.MethodPost, checks, j{"userId": p.ID, "password": harness.Password})
		if a.Header.Get("Retry-After") == "" {
			t.Error("no Retry-After")
		}
		asOwner(w).must(200, http.MethodPost, checks, j{"userId": p.ID, "password": harness.Password}) // could set it anyway
	})
}

// ranges is a breach service that knows some passwords, and can be broken.
func ranges(t *testing.T, broken *atomic.Bool, known ...string) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if broken.Load() {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		answer := strings.Repeat("0", 35) + ":0\r\n"
		for _, k := range known {
			sum := sha1.Sum([]byte(k))
			digits := strings.ToUpper(hex.EncodeToString(sum[:]))
			if strings.HasSuffix(r.URL.Path, "/"+digits[:5]) {
				answer += digits[5:] + ":42\r\n"
			}
		}
		_, _ = w.Write([]byte(answer))
	}))
	t.Cleanup(s.Close)
	return s.URL + "/range"
}

// TestRekeyBreachedPasswords: what was breached is refused, and what happens while the
// service that knows it does not answer is for the policy to say.
func TestRekeyBreachedPasswords(t *testing.T) {
	t.Parallel()
	const known = "seven quiet rivers run north"
	var broken atomic.Bool
	url := ranges(t, &broken, known)
	own := filepath.Join(t.TempDir(), "words.txt")
	if err := os.WriteFile(own, []byte("Tangerine Mountain Radio\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := harness.New(t, harness.SQLite(), harness.WithConfig(func(c *config.Config) { c.BreachURL, c.BlocklistFile = url, own }))
	n, p := asOwner(w), w.Person("ada")
	checked := func(password string) harness.Answer { return n.check(j{"userId": p.ID, "password": password}) }
	w.Check("the operator's own list is one of words", func(t *testing.T) {
		if a := checked("tangerine mountain radio 7!"); !strings.Contains(a.Body, `"code":"blocklisted","level":"default"`) || !strings.Contains(a.Body, `"rule":"password.wordlist"`) {
			t.Errorf("the operator's list: %s", a.Body)
		}
	})
	w.Check("the look-up is off by default", func(t *testing.T) {
		if a := checked(known); a.Field(t, "acceptable") != "true" {
			t.Errorf("off by default: %s", a.Body)
		}
	})
	for _, mode := range []string{"fail_open", "fail_closed"} {
		w.Step("a breached password is refused where the policy is "+mode, func(t *testing.T) {
			n.looksUp(mode)
			if a := checked(known); !strings.Contains(a.Body, `{"code":"breached","level":"tenant"`) || !strings.Contains(a.Body, `"rule":"password.breachLookup"`) {
				t.Errorf("checked: %s", a.Body)
			}
			if a := n.puts(p, known); a.Status != 400 || !strings.Contains(a.Body, "breached") {
				t.Errorf("set: %d %s", a.Status, a.Body)
			}
		})
	}
	w.Step("a password that nobody breached is taken", func(t *testing.T) {
		if a := n.puts(p, "violet rain on the roof 1"); a.Status != 200 {
			t.Errorf("an unknown one: %d %s", a.Status, a.Body)
		}
	})
	broken.Store(true)
	n.looksUpInVain(p, known)
	w.Check("no candidate is in the log", func(t *testing.T) {
		if strings.Contains(w.Log.String(), "rivers") {
			t.Error("a candidate is in the log")
		}
	})
}

// looksUpInVain tells what happens while the service gives no answer.
func (n native) looksUpInVain(p *harness.Person, known string) {
	n.T.Helper()
	n.Check("without an answer, fail_closed takes nothing", func(t *testing.T) {
		n.refused(503, "breach_lookup_unavailable", http.MethodPost, checks, j{"userId": p.ID, "password": known})
		if a := n.puts(p, known); a.Status != 503 || !n.CanLogIn(p, "violet rain on the roof 1") {
			t.Errorf("fail_closed: %d %s", a.Status, a.Body)
		}
	})
	n.Check("what the cheap rules refuse is not looked up", func(t *testing.T) { n.check(j{"userId": p.ID, "password": "monkey"}) })
	n.Check("without an answer, fail_open takes it, and the trail tells", func(t *testing.T) {
		n.looksUp("fail_open")
		if a := n.check(j{"userId": p.ID, "password": known}); a.Field(t, "acceptable") != "true" {
			t.Errorf("checked: %s", a.Body)
		}
		if a := n.puts(p, known); a.Status != 200 {
			t.Errorf("set: %d %s", a.Status, a.Body)
		}
		if a := n.get("/v1/events?userId=" + p.ID); strings.Count(a.Body, "breach look-up unanswered") != 1 {
			t.Errorf("the audit trail notes what was not looked up: %s", a.Body)
		}
	})
}

// puts a password into its place, over the surface that answers with what the policy says.
func (n native) puts(p *harness.Person, password string) harness.Answer {
	n.T.Helper()
	return n.Do(harness.Call{
		Method: http.MethodPut, Path: "/api/web/v1/users/" + p.ID + "/passwords", Token: n.token, Body: j{"password": password, "emailPassword": false},
	})
}

// looksUp sets what the default tenant does with breached passwords.
func (n native) looksUp(mode string) {
	n.T.Helper()
	n.must(200, http.MethodPut, tenantPolicy(n.Tenant.ID), j{"rules": j{"password": j{"breachLookup": mode}}})
}
