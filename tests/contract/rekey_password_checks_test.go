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
)

const checks = "/v1/password-checks"

func TestRekeyCheckPassword(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, p, mfa := asOwner(w), w.Person("adalovely"), w.Person("grace", harness.WithMFA)
		before := w.Log.String()
		check := func(body j) harness.Answer {
			t.Helper()
			return n.must(200, http.MethodPost, checks, body)
		}
		w.Settings(func(s *models.Settings) { s.Password.History, s.Password.MinDigit = 3, 1 })
		n.must(200, http.MethodPut, applicationPolicy(w.Tenant.ApplicationID), j{"rules": j{"password": j{"minSymbol": 1}}})
		a := check(j{"userId": p.ID, "password": "monkey"})
		for _, want := range []string{
			`"acceptable":false`, `"strength":0`,
			`{"code":"too_short","level":"default","message":"The password must have at least 15 characters.","params":{"min":"15"},"rule":"password.minLength"}`,
			`"code":"needs_digit","level":"tenant"`, `"code":"needs_symbol","level":"application"`, `"code":"blocklisted","level":"default"`,
		} {
			if !strings.Contains(a.Body, want) {
				t.Errorf("no word of %s: %s", want, a.Body)
			}
		}
		a = check(j{"userId": mfa.ID, "password": "wq7-o"})
		if !strings.Contains(a.Body, `"params":{"min":"8"},"rule":"password.minLengthMfa"`) {
			t.Errorf("beside a second factor: %s", a.Body)
		}
		a = check(j{"userId": p.ID, "password": "7 blue horses in a row"})
		if a.Body != `{"acceptable":true,"strength":4,"violations":[]}`+"\n" && a.Body != `{"acceptable":true,"strength":4,"violations":[]}` {
			t.Errorf("%s", a.Body)
		}
		w.Settings(func(s *models.Settings) { s.Password.MinDigit = 0 })
		n.must(200, http.MethodPut, applicationPolicy(w.Tenant.ApplicationID), j{})
		a = check(j{"userId": p.ID, "password": harness.Password})
		if !strings.Contains(a.Body, `{"code":"in_history","level":"tenant"`) || !strings.Contains(a.Body, `"rule":"password.history"`) {
			t.Errorf("his own password: %s", a.Body)
		}
		// Somebody who is no user yet: his names are what he says they are.
		for candidate, code := range map[string]string{
			"Hopperetta-19061992": "context_word", "grace.h-1906-1992-12-09": "context_word", "Acme Acme Acme 1": "context_word", harness.Password: "",
		} {
			a = check(j{"tenantId": w.Tenant.ID, "username": "hopperetta", "email": "grace.h@example.test", "password": candidate})
			if got := strings.Contains(a.Body, `"code":"`+code+`"`); got != (code != "") || a.Field(t, "acceptable") != map[bool]string{true: "true", false: "false"}[code == ""] {
				t.Errorf("%q: %s", candidate, a.Body)
			}
		}
		if a = check(j{"tenantId": w.Tenant.ID, "mfa": true, "password": "wq7-o8xx"}); a.Field(t, "acceptable") != "true" {
			t.Errorf("a second factor to come: %s", a.Body)
		}

		n.refused(400, "malformed_request", http.MethodPost, checks, j{"password": "x"})
		n.refused(400, "malformed_request", http.MethodPost, checks, j{"password": "x", "userId": p.ID, "tenantId": w.Tenant.ID})
		n.refused(404, "user_not_found", http.MethodPost, checks, j{"password": "x", "userId": "0192f3a4-5b6c-7d8e-9f01-23456789abcd"})
		n.refused(422, "password_not_text", http.MethodPost, checks, j{"password": "nul\x00nul", "userId": p.ID})
		n.refused(409, "no_directory", http.MethodPost, checks, j{"password": "x", "userId": w.Person("dora", harness.InDirectory).ID})
		if logged := strings.TrimPrefix(w.Log.String(), before); strings.Contains(logged, "monkey") || strings.Contains(logged, "horses") {
			t.Error("a candidate is in the log")
		}
		if !w.CanLogIn(p, harness.Password) {
			t.Error("a check changed something")
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
		for candidate, want := range map[string]string{"monkey": "false", "7 blue horses in a row": "true", harness.Password: "false"} {
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
	lookup := func(mode string) {
		t.Helper()
		n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"rules": j{"password": j{"breachLookup": mode}}})
	}
	set := func(password string) harness.Answer {
		return w.Do(harness.Call{
			Method: http.MethodPut, Path: "/api/web/v1/users/" + p.ID + "/passwords", Token: n.token, Body: j{"password": password, "emailPassword": false},
		})
	}
	check := func(status int, password string) harness.Answer {
		t.Helper()
		return n.must(status, http.MethodPost, checks, j{"userId": p.ID, "password": password})
	}
	if a := check(200, "tangerine mountain radio 7!"); !strings.Contains(a.Body, `"code":"blocklisted","level":"default"`) || !strings.Contains(a.Body, `"rule":"password.wordlist"`) {
		t.Errorf("the operator's list: %s", a.Body)
	}
	if a := check(200, known); a.Field(t, "acceptable") != "true" {
		t.Errorf("off by default: %s", a.Body)
	}
	for _, mode := range []string{"fail_open", "fail_closed"} {
		lookup(mode)
		if a := check(200, known); !strings.Contains(a.Body, `{"code":"breached","level":"tenant"`) || !strings.Contains(a.Body, `"rule":"password.breachLookup"`) {
			t.Errorf("%s: %s", mode, a.Body)
		}
		if a := set(known); a.Status != 400 || !strings.Contains(a.Body, "breached") {
			t.Errorf("%s: %d %s", mode, a.Status, a.Body)
		}
	}
	if a := set("violet rain on the roof 1"); a.Status != 200 {
		t.Errorf("an unknown one: %d %s", a.Status, a.Body)
	}
	broken.Store(true)
	n.refused(503, "breach_lookup_unavailable", http.MethodPost, checks, j{"userId": p.ID, "password": known})
	if a := set(known); a.Status != 503 || !w.CanLogIn(p, "violet rain on the roof 1") {
		t.Errorf("fail_closed: %d %s", a.Status, a.Body)
	}
	check(200, "monkey") // what the cheap rules refuse is not looked up
	lookup("fail_open")
	if a := check(200, known); a.Field(t, "acceptable") != "true" {
		t.Errorf("fail_open: %s", a.Body)
	}
	if a := set(known); a.Status != 200 {
		t.Errorf("fail_open: %d %s", a.Status, a.Body)
	}
	if a := n.get("/v1/events?userId=" + p.ID); strings.Count(a.Body, "breach look-up unanswered") != 1 {
		t.Errorf("the audit trail notes what was not looked up: %s", a.Body)
	}
	if strings.Contains(w.Log.String(), "rivers") {
		t.Error("a candidate is in the log")
	}
}
