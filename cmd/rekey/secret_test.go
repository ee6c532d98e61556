package main_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// Secrets of installations; what a command says must hold none of them.
const (
	firstSecret  = "the first secret of an installation, long enough"
	secondSecret = "the second secret of an installation, long enough"
	thirdSecret  = "the third secret of an installation, long enough"
	strayFile    = "a secret of another installation, long enough"
)

// withAda is an installation where one user has a password that this secret was used for.
func withAda(t *testing.T, kind harness.StoreKind) *place {
	t.Helper()
	p := installation(t, kind, firstSecret)
	p.write("users.jsonl", `{"username":"ada","email":"ada@example.test","emailVerified":true,"hash":"`+bcryptHash+`"}`+"\n"+`{"username":"bob"}`)
	p.succeeds("import", "users.jsonl", "--tenant", "Berlin")
	p.adaLogsIn() // her hash is renewed, under the secret
	return p
}

// adaLogsIn serves, and insists that the password that ada had all along is good.
func (p *place) adaLogsIn() {
	p.t.Helper()
	s := p.start("serve")
	if url := s.ready(); !logsIn(s, url, "ada", harness.Password) {
		p.t.Errorf("ada cannot log in:\n%s", s.output())
	}
	s.terminate()
}

// commandsOnTheDatabase are those that need database and secret file to belong together.
func commandsOnTheDatabase() map[string][]string {
	return map[string][]string{
		"serve": {"serve"}, "doctor": {"doctor"}, "export": {"export"}, "import": {"import", "users.jsonl", "--skip-existing"},
		"migrate status": {"migrate", "status"}, "migrate up": {"migrate", "up"}, "owner-key": {"owner-key"},
	}
}

// refused insists that each command refuses, says all of that, and holds no secret.
func (p *place) refused(name string, says ...string) {
	p.t.Helper()
	p.check(name, func(t *testing.T) {
		for command, args := range seed.InOrder(commandsOnTheDatabase()) {
			o := p.run(args...)
			told := o.err
			if command == "doctor" {
				told = o.out
			}
			if o.code != 1 {
				t.Errorf("rekey %s: exit %d\n%s%s", command, o.code, o.out, o.err)
			}
			contains(t, told, says...)
			for _, secret := range []string{firstSecret, secondSecret, thirdSecret, strayFile} {
				if strings.Contains(o.out+o.err, secret) {
					t.Errorf("rekey %s says a secret", command)
				}
			}
		}
	})
}

func TestAForeignSecretIsRefused(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			p := withAda(t, kind)
			p.write("rekey.secret", strayFile)
			p.refused("another secret in the file is refused everywhere",
				p.path("rekey.secret")+" does not belong to this database", "Put the file", "rekey.secret.previous")
			p.write("rekey.secret.previous", thirdSecret)
			p.refused("and so it is beside a .previous that is foreign too", "does not belong to this database")
			p.write("rekey.secret", firstSecret)
			p.check("with the right file all is as it was", func(*testing.T) { p.adaLogsIn() })
			p.check("and a .previous of another installation does no harm, since imports may need it", func(t *testing.T) {
				contains(t, p.run("doctor").out, "ok    secret key")
			})
		})
	}
}

func TestAChangedSecretKeepsWhatTheOldOneMade(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			p := withAda(t, kind)
			p.write("rekey.secret", secondSecret)
			p.refused("a new secret without the old one beside it is refused", "does not belong to this database", "rekey.secret.previous")
			p.write("rekey.secret.previous", firstSecret)
			p.check("doctor tells what the old one is still needed for, and changes nothing", func(t *testing.T) {
				for range 2 {
					contains(t, p.run("doctor").out, "ok    secret key     it is new", "1 password", "rekey.secret.previous")
				}
			})
			p.step("with it the change is taken, and leaves an event", func(t *testing.T) {
				contains(t, p.succeeds("migrate", "up").out, "0 migrations applied")
				contains(t, p.run("doctor").out, "ok    secret key", "1 password", "rekey.secret.previous")
				p.eventIs(t, "secret.change")
			})
			p.step("the old one alone is refused from then on, and so is a swap of the two", func(t *testing.T) {
				p.write("rekey.secret", firstSecret)
				p.write("rekey.secret.previous", secondSecret)
				p.refused("swapped", "the secret files are swapped")
				p.write("rekey.secret.previous", thirdSecret)
				p.refused("the old one alone", "holds an older secret")
				p.write("rekey.secret", secondSecret)
			})
			p.step("without .previous the new one is refused while something needs the old one", func(t *testing.T) {
				p.remove("rekey.secret.previous")
				p.refused("no .previous", p.path("rekey.secret")+".previous is missing", "1 password")
			})
			p.step("a second change finds the first secret in .previous.2", func(t *testing.T) {
				p.write("rekey.secret", thirdSecret)
				p.write("rekey.secret.previous", secondSecret)
				p.refused("no .previous.2", "is missing", "1 password")
				p.write("rekey.secret.previous.2", firstSecret)
				p.adaLogsIn()
				contains(t, p.run("doctor").out, "ok    secret key")
			})
		})
	}
}

// eventIs looks for an event through the service.
func (p *place) eventIs(t *testing.T, action string) {
	t.Helper()
	key := ownerKey.FindString(p.succeeds("owner-key").out)
	s := p.start("serve")
	status, body := s.get(s.ready()+"/v1/events?action="+action, key)
	s.terminate()
	if status != http.StatusOK || !strings.Contains(body, fmt.Sprintf("%q", action)) {
		t.Errorf("no event %s: %d %s", action, status, body)
	}
}

func TestAnOlderInstallationIsTakenOverByMigrateUp(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			p := withAda(t, kind)
			harness.Spoil(t, p.database(), "DELETE FROM secret_keys") // as a crash leaves it that comes after the step which makes the table
			p.write("rekey.secret", strayFile)
			p.refused("a foreign secret is not taken for its own", "does not belong to this database", "1 password", "1 signing key", "forget-secret")
			p.remove("rekey.secret")
			p.check("and none is not either", func(t *testing.T) {
				for _, args := range [][]string{{"migrate", "up"}, {"migrate", "status"}} {
					if o := p.run(args...); o.code != 1 || !strings.Contains(o.err, "there is none at "+p.path("rekey.secret")) {
						t.Errorf("%v: exit %d\n%s%s", args, o.code, o.out, o.err)
					}
				}
			})
			p.write("rekey.secret", firstSecret)
			p.step("its own is, and leaves an event", func(t *testing.T) {
				p.succeeds("migrate", "up")
				p.eventIs(t, "secret.adopt")
				p.write("rekey.secret", strayFile)
				contains(t, p.run("migrate", "status").err, "the database was last used with key")
				p.write("rekey.secret", firstSecret)
				p.adaLogsIn()
			})
		})
	}
}

func TestAnOlderInstallationGoesOnWithoutALostSecret(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			p := withAda(t, kind)
			harness.Spoil(t, p.database(), "DELETE FROM secret_keys")
			p.write("rekey.secret", secondSecret)
			contains(t, p.run("forget-secret").out, "1 password", "1 signing key", "Nothing was changed")
			p.succeeds("forget-secret", "--yes")
			contains(t, p.succeeds("doctor").out, "ok    secret key", "given up: 1 password")
			p.check("the lost one, found, is no file of this database by itself", func(t *testing.T) {
				p.write("rekey.secret", firstSecret)
				contains(t, p.run("serve").err, "does not belong to this database")
				p.write("rekey.secret", secondSecret)
			})
			p.check("beside the new one it is read", func(t *testing.T) {
				p.write("rekey.secret.previous", firstSecret)
				p.adaLogsIn()
			})
		})
	}
}

// idOf is the id of a user, by the export.
func (p *place) idOf(name string) string {
	p.t.Helper()
	var user struct{ ID, Username string }
	for l := range strings.Lines(p.succeeds("export").out) {
		if err := json.Unmarshal([]byte(l), &user); err == nil && user.Username == name {
			return user.ID
		}
	}
	p.t.Fatalf("there is no user %s", name)
	return ""
}

// database is the URL that the place's commands read.
func (p *place) database() string {
	for _, v := range p.env {
		if url, ok := strings.CutPrefix(v, "REKEY_DATABASE_URL="); ok {
			return url
		}
	}
	return ""
}

func TestInitMakesNoSecondSecret(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.succeeds("init")
	harness.Spoil(t, "sqlite:"+p.path("rekey.db"), "DELETE FROM api_keys") // a run that ended before it made the key
	secret := p.read("rekey.secret")
	p.remove("rekey.secret")
	p.check("without the secret of the first run it makes none", func(t *testing.T) {
		o := p.run("init")
		if _, err := os.Stat(p.path("rekey.secret")); o.code != 1 || !os.IsNotExist(err) {
			t.Errorf("exit %d, %v\n%s", o.code, err, o.err)
		}
		contains(t, o.err, "there is none at "+p.path("rekey.secret"))
	})
	p.write("rekey.secret", secret)
	p.check("with it the run is finished", func(t *testing.T) {
		if o := p.succeeds("init"); !ownerKey.MatchString(o.out) {
			t.Errorf("no key:\n%s", o.out)
		}
	})
}

func TestALostSecretIsForgottenOnPurpose(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			p := withAda(t, kind)
			p.check("nothing is forgotten while nothing is lost", func(t *testing.T) {
				if o := p.run("forget-secret", "--yes"); o.code != 1 || !strings.Contains(o.err, "nothing was changed") {
					t.Errorf("exit %d\n%s%s", o.code, o.out, o.err)
				}
			})
			p.write("rekey.secret", thirdSecret)
			p.step("it tells what would be lost, and changes nothing", func(t *testing.T) {
				o := p.run("forget-secret")
				if o.code != 1 {
					t.Errorf("exit %d", o.code)
				}
				contains(t, o.out, "1 password", "1 signing key", "--yes")
				p.refused("still", "does not belong to this database")
			})
			p.step("told to, it goes on with the new secret", func(t *testing.T) {
				contains(t, p.succeeds("forget-secret", "--yes").out, "1 password")
				contains(t, p.succeeds("doctor").out, "ok    secret key", "given up: 1 password")
				p.eventIs(t, "secret.forget")
				s := p.start("serve")
				url := s.ready()
				if logsIn(s, url, "ada", harness.Password) {
					t.Error("the password that was lost is good")
				}
				key := ownerKey.FindString(p.succeeds("owner-key").out)
				status, body := s.call(http.MethodPost, url+"/v2/users/"+p.idOf("bob")+"/password", key, `{"newPassword":{"password":"quite another thing altogether"}}`)
				if status != http.StatusOK || !logsIn(s, url, "bob", "quite another thing altogether") {
					t.Errorf("a new password: %d %s", status, body)
				}
				s.terminate()
			})
			p.step("a file that turns up is read again, and is no second lead", func(t *testing.T) {
				p.write("rekey.secret.previous", firstSecret)
				contains(t, p.succeeds("doctor").out, "ok    secret key", "rekey.secret.previous is still needed for: 1 password")
				p.adaLogsIn()
				p.write("rekey.secret", firstSecret)
				p.remove("rekey.secret.previous")
				contains(t, p.run("serve").err, "holds an older secret")
			})
		})
	}
}
