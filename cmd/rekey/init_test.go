package main_test

import (
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

var ownerKey = regexp.MustCompile(`rk_[0-9a-z]{26}_[A-Za-z0-9_-]{43}`)

func TestInitMakesAnInstallationOnce(t *testing.T) {
	t.Parallel()
	for _, s := range harness.Stores(t) {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			p := newPlace(t)
			url := s.Empty(t)
			var key string
			p.step("it shows the key once", func(t *testing.T) {
				made := p.succeeds("init", "--public-url", "https://id.example.test", "--database-url", url, "--application", "Shop", "--tenant", "Berlin")
				key = ownerKey.FindString(made.out)
				if key == "" || strings.Count(made.out, key) != 1 || made.err != "" {
					t.Fatalf("no key in:\n%s%s", made.out, made.err)
				}
			})
			p.check("its files are the operator's own", func(t *testing.T) {
				for _, file := range []string{"rekey.secret", "rekey.env"} {
					info, err := os.Stat(p.path(file))
					if err != nil || info.Mode().Perm() != 0o600 {
						t.Errorf("%s: %v %v", file, info, err)
					}
				}
			})
			secret, env := p.read("rekey.secret"), p.read("rekey.env")
			p.check("the settings are those that were given, without a secret", func(t *testing.T) {
				if len(secret) < 32 || strings.Contains(env, key) || strings.Contains(env, secret) {
					t.Error("the secret is too short, or shown")
				}
				contains(t, env, "\nREKEY_PUBLIC_URL=https://id.example.test\n", "\nREKEY_DATABASE_URL="+url+"\n",
					"\nREKEY_SECRET_FILE="+p.path("rekey.secret")+"\n", "\n#REKEY_SMTP_URL=\n", "\n#REKEY_ADDR=127.0.0.1:8080\n")
			})
			p.changesNothing(url, secret, env)
			p.check("--if-needed makes no second key", func(t *testing.T) {
				if o := p.succeeds("init", "--if-needed", "--database-url", url); ownerKey.MatchString(o.out) {
					t.Error("--if-needed made a key")
				}
			})
			p.check("what it made can be served", func(t *testing.T) { keyWorks(t, p, key) })
		})
	}
}

// changesNothing: a second init of the same database is refused before it writes.
func (p *place) changesNothing(url, secret, env string) {
	p.t.Helper()
	p.check("a second run is refused", func(t *testing.T) {
		again := p.run("init", "--database-url", url, "--output", "other.env", "--secret-file", "other.secret")
		if again.code != 1 || again.out != "" {
			t.Errorf("the second run: %d %s", again.code, again.out)
		}
		contains(t, again.err, "the database has API keys already; nothing was changed")
	})
	p.check("a second run changes and makes no file", func(t *testing.T) {
		entries, err := os.ReadDir(p.dir)
		if err != nil || p.read("rekey.secret") != secret || p.read("rekey.env") != env {
			t.Error("the second run changed a file", err)
		}
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), "other") {
				t.Errorf("the second run wrote %s", e.Name())
			}
		}
	})
}

// keyWorks serves what init made.
func keyWorks(t *testing.T, p *place, key string) {
	t.Helper()
	s := p.with("REKEY_ADDR=127.0.0.1:0", "REKEY_PROFILE=development").start("serve", "--env-file", "rekey.env")
	url := s.ready()
	const path = "/v2/settings/password/complexity"
	if status, body := s.get(url+path, key); status != http.StatusOK {
		t.Errorf("the key: %d %s", status, body)
	}
	if status, _ := s.get(url+path, key[:len(key)-2]+"AA"); status != http.StatusUnauthorized {
		t.Errorf("a wrong key: %d", status)
	}
	if status, _ := s.get(url+"/dev/mailbox.json", ""); status != http.StatusOK {
		t.Errorf("the mailbox: %d", status)
	}
	s.terminate()
	if strings.Contains(s.output(), key) || strings.Contains(s.output(), p.read("rekey.secret")) {
		t.Error("serve said a secret")
	}
}

func TestInitKeepsWhatIsThere(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.write("rekey.secret", "a secret of the operator's own, long enough")
	p.write("rekey.env", "REKEY_PRODUCT=Mine\n")
	o := p.succeeds("init")
	contains(t, o.out, "was there and is kept")
	if p.read("rekey.env") != "REKEY_PRODUCT=Mine\n" || !strings.HasPrefix(p.read("rekey.secret"), "a secret") {
		t.Error("a file was overwritten")
	}
	if info, err := os.Stat(p.path("rekey.db")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("database: %v %v", info, err)
	}
}

func TestInitRefusesBeforeItWritesAnything(t *testing.T) {
	t.Parallel()
	for name, args := range seed.InOrder(map[string][]string{
		"plain http":      {"--public-url", "http://id.example.test"},
		"not a URL":       {"--public-url", "id.example.test"},
		"no tenant name":  {"--tenant", ""},
		"other database":  {"--database-url", "postgres://localhost/rekey"},
		"no such server":  {"--database-url", "mysql://root@127.0.0.1:1/rekey"},
		"settings folder": {"--env-file", "missing.env"},
	}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPlace(t)
			o := p.run(append([]string{"init"}, args...)...)
			entries, err := os.ReadDir(p.dir)
			if o.code != 1 || o.err == "" || err != nil || len(entries) != 0 {
				t.Errorf("exit %d, %s, files: %v %v", o.code, o.err, entries, err)
			}
		})
	}
}

func TestInitWarnsOfAPasswordThatOthersSee(t *testing.T) {
	t.Parallel()
	for database, warned := range seed.InOrder(map[string]bool{"mysql://root:pw123@127.0.0.1:1/rekey": true, "mysql://root@127.0.0.1:1/rekey": false}) {
		if o := newPlace(t).run("init", "--database-url", database); strings.Contains(o.err, "Every process") != warned || strings.Contains(o.err, "pw123") {
			t.Errorf("%s: %s", database, o.err)
		}
	}
}

func TestMigrate(t *testing.T) {
	t.Parallel()
	p := newPlace(t, "REKEY_DATABASE_URL=sqlite:own.db")
	p.check("without a database the status says what to do, and makes none", func(t *testing.T) {
		if o := p.run("migrate", "status"); o.code != 1 || !strings.Contains(o.err, "run: rekey migrate up") {
			t.Errorf("status without a database: %d %s", o.code, o.err)
		}
		if _, err := os.Stat(p.path("own.db")); !os.IsNotExist(err) {
			t.Error("status made the database")
		}
	})
	p.write("own.db", "")
	p.check("of an empty one the status says what to do, and makes no table", func(t *testing.T) {
		contains(t, p.succeeds("migrate", "status").out, "has version 0, this binary needs", "run: rekey migrate up")
		if body := p.read("own.db"); strings.Contains(body, "goose") {
			t.Error("status made a table")
		}
	})
	p.step("what is applied once is not applied again", func(t *testing.T) {
		contains(t, p.succeeds("migrate", "up").out, "migrations applied")
		contains(t, p.succeeds("migrate", "up").out, "0 migrations applied")
	})
	p.check("then the status has nothing to say", func(t *testing.T) {
		contains(t, p.succeeds("migrate", "status").out, "is up to date")
	})
}
