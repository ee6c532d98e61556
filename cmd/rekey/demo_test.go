package main_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/demo"
	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/tests/seed"
)

// startDemo starts a demo on a free port and gives its address.
func startDemo(p *place, args ...string) (*process, string) {
	p.t.Helper()
	s := p.start(append([]string{"demo", "--addr", "127.0.0.1:0"}, args...)...)
	return s, s.ready()
}

func facts(p *place) map[string]string {
	p.t.Helper()
	f, err := setup.ReadEnvFile(p.path(".rekey/demo.env"))
	if err != nil {
		p.t.Fatal(err)
	}
	return f
}

func TestTheSessionThatTheDemoPrintsWorks(t *testing.T) {
	t.Parallel()
	t.Run("at its own address", func(t *testing.T) {
		t.Parallel()
		playSession(t, newPlace(t))
	})
	t.Run("behind a TLS proxy", func(t *testing.T) {
		t.Parallel()
		playSession(t, newPlace(t, "REKEY_PUBLIC_URL=https://id.example.test"))
	})
}

func playSession(t *testing.T, p *place) {
	t.Helper()
	s, url := startDemo(p)
	printed := s.output()
	_, session, ok := strings.Cut(printed, "in this folder:\n\n")
	if !ok || session != (demo.Place{Dir: ".rekey"}).Session() {
		t.Fatalf("the demo says:\n%s", printed)
	}
	contains(t, printed, url+"/dev/mailbox", "alice", facts(p)["REKEY_PASSWORD"], ".rekey/demo.env")
	if strings.Contains(printed, facts(p)["REKEY_API_KEY"]) {
		t.Error("the key is on the screen")
	}
	p.write("session.sh", session)
	for range 2 { // people try it twice
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		out, err := p.command(ctx, "bash", "-euo", "pipefail", "session.sh").CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s\n%s", err, out, s.output())
		}
		for part, times := range seed.InOrder(map[string]int{
			`"accessToken":"`: 3, `"sessionToken":"`: 1, "PASSWORD_RESET_SUCCESSFUL": 1,
			`"length":true`: 1, `"sequence":"`: 2, "Password has been reset.": 1,
		}) {
			if n := strings.Count(string(out), part); n != times {
				t.Errorf("%s: %d times, want %d, in\n%s", part, n, times, out)
			}
		}
	}
	s.terminate()
}

func TestTheDemoFollowsItsPublicURL(t *testing.T) {
	t.Parallel()
	const public = "https://id.example.test"
	p := newPlace(t, "REKEY_PUBLIC_URL="+public)
	s, url := startDemo(p)
	contains(t, s.output(), "public URL   "+public, url+"/dev/mailbox")
	f := facts(p)
	p.check("discovery and the issuer of a token", func(t *testing.T) {
		if status, body := s.get(url+"/.well-known/openid-configuration", ""); status != http.StatusOK || !strings.Contains(body, `"issuer":"`+public+`"`) {
			t.Errorf("%d %s", status, body)
		}
		_, body := s.call(http.MethodPost, url+"/v1/sessions", f["REKEY_API_KEY"], `{"tenantId":"`+f["REKEY_TENANT_ID"]+`","username":"`+f["REKEY_USERNAME"]+
			`","password":"`+f["REKEY_PASSWORD"]+`"}`)
		var login struct{ AccessToken string }
		if err := json.Unmarshal([]byte(body), &login); err != nil {
			t.Fatalf("%v: %s", err, body)
		}
		parts := strings.Split(login.AccessToken, ".")
		if claims, err := base64.RawURLEncoding.DecodeString(parts[len(parts)/2]); err != nil || !strings.Contains(string(claims), `"iss":"`+public+`"`) {
			t.Errorf("%v: %s in %s", err, claims, body)
		}
	})
	p.check("links", func(t *testing.T) {
		_, body := s.call(http.MethodPost, url+"/api/v1/password-reset/create-password-reset-link", f["REKEY_API_KEY"], `{"userId":"`+f["REKEY_USER_ID"]+`"}`)
		contains(t, body, `"`+public+`/reset?key=`)
	})
	s.terminate()
}

func TestTheDemoKeepsItsDataAndItsWord(t *testing.T) {
	t.Parallel()
	p := newPlace(t, "REKEY_DATABASE_URL=mysql://root@127.0.0.1:1/production", "REKEY_SECRET_FILE=/nowhere", "REKEY_SMTP_URL=smtp://mail.example.test")
	s, url := startDemo(p)
	first := facts(p)
	names := []string{
		"REKEY_API_KEY", "REKEY_CLIENT_ID", "REKEY_CLIENT_SECRET", "REKEY_APPLICATION_ID", "REKEY_TENANT_ID",
		"REKEY_USER_ID", "REKEY_USERNAME", "REKEY_EMAIL", "REKEY_PASSWORD",
	}
	p.check("demo.env does in a shell, and names where the demo is", func(t *testing.T) {
		for _, name := range append(names, "REKEY_URL") {
			if !regexp.MustCompile(`^[A-Za-z0-9_./:@+-]+$`).MatchString(first[name]) {
				t.Errorf("%s=%q does not do in a shell", name, first[name])
			}
		}
		if first["REKEY_URL"] != url || !regexp.MustCompile(`^[0-9a-f-]{36}$`).MatchString(first["REKEY_CLIENT_ID"]) {
			t.Errorf("%v", first)
		}
	})
	admits := func(s *process, url string) bool {
		return logsIn(s, url, first["REKEY_USERNAME"], first["REKEY_PASSWORD"])
	}
	p.step("its user logs in with its password, until that is changed", func(t *testing.T) {
		if !admits(s, url) {
			t.Error("he cannot log in")
		}
		status, body := s.call(http.MethodPost, url+"/v2/users/"+first["REKEY_USER_ID"]+"/password", first["REKEY_API_KEY"],
			`{"newPassword":{"password":"quite another thing altogether"}}`)
		if status != http.StatusOK || admits(s, url) {
			t.Errorf("the password was not changed: %d %s", status, body)
		}
	})
	s.terminate()

	s, url = startDemo(p)
	p.check("started again, it is what it was, and the password is true again", func(t *testing.T) {
		second := facts(p)
		for _, name := range names {
			if first[name] != second[name] {
				t.Errorf("%s changed", name)
			}
		}
		if !admits(s, url) {
			t.Error("demo.env is not true after a restart")
		}
	})
	s.terminate()

	p.write(".rekey/mine.txt", "not the demo's")
	p.check("--fresh removes what is the demo's, and nothing else", func(t *testing.T) {
		s, _ := startDemo(p, "--fresh")
		if third := facts(p); third["REKEY_API_KEY"] == first["REKEY_API_KEY"] || third["REKEY_USER_ID"] == first["REKEY_USER_ID"] {
			t.Error("--fresh kept something")
		}
		s.terminate()
		if p.read(".rekey/mine.txt") == "" {
			t.Error("--fresh removed what is not the demo's")
		}
	})
}

func TestTheDemoIsForItsOwnerAlone(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	s, url := startDemo(p)
	files, err := filepath.Glob(p.path(".rekey/*"))
	if err != nil || len(files) < 3 {
		t.Fatal(files, err)
	}
	for _, f := range append(files, p.path(".rekey")) {
		if info, err := os.Stat(f); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v %v", f, info.Mode(), err)
		}
	}
	if o := p.run("demo", "--addr", strings.TrimPrefix(url, "http://"), "--fresh"); o.code != 1 || !strings.Contains(o.err, "in use") {
		t.Errorf("a second demo at the address: %d %s", o.code, o.err)
	}
	if status, _ := s.get(url+"/v2/settings/lockout", facts(p)["REKEY_API_KEY"]); status != http.StatusOK {
		t.Errorf("the second demo broke the first: %d", status)
	}
	s.terminate()
}
