package journeys_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/console"
	"github.com/rekeyhq/rekey/tests/harness"
)

// outcome is what a command left.
type outcome struct {
	code     int
	out, err string
}

// shell runs commands as an operator with a key.
type shell struct {
	in  *installation
	key string
}

// run runs a command with something on its standard input.
func (s shell) run(stdin string, args ...string) outcome {
	t := s.in.t
	t.Helper()
	c := exec.CommandContext(t.Context(), binary, args...)
	c.Env = []string{"REKEY_URL=" + s.in.url, "REKEY_API_KEY=" + s.key, "PATH=" + os.Getenv("PATH")}
	var out, complaint bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr = strings.NewReader(stdin), &out, &complaint
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return outcome{code: c.ProcessState.ExitCode(), out: out.String(), err: complaint.String()}
}

// does runs a command that must succeed, and gives what it printed.
func (s shell) does(line string, more ...string) string {
	s.in.t.Helper()
	o := s.run("", append(strings.Fields(line), more...)...)
	if o.code != console.ExitDone {
		s.in.t.Fatalf("rekey %s: exit %d\n%s%s", line, o.code, o.out, o.err)
	}
	return strings.TrimSpace(o.out)
}

// fails runs a command that must end with this code and say this.
func (s shell) fails(code int, said, line string) {
	s.in.t.Helper()
	if o := s.run("", strings.Fields(line)...); o.code != code || !strings.Contains(o.err, said) || o.out != "" || s.key != "" && strings.Contains(o.err, s.key) {
		s.in.t.Errorf("rekey %s: exit %d, want %d and %q\n%s%s", line, o.code, code, said, o.out, o.err)
	}
}

// An operator keeps applications and tenants from a shell.
func TestConsole(t *testing.T) {
	t.Parallel()
	onEachStore(t, func(in *installation) {
		owner := shell{in, in.key}
		var application, tenant string
		in.step("a tenant with two hosts is created", func(t *testing.T) {
			application = owner.does("applications create --name Shop --only id")
			tenant = owner.does("tenants create --name Europe --hosts eu.example.test --hosts eu2.example.test --only id --application", application)
			var made struct {
				Hosts   []string
				Version int
			}
			if err := json.Unmarshal([]byte(owner.does("tenants get "+tenant)), &made); err != nil || len(made.Hosts) != 2 {
				t.Fatalf("%v, %v", made, err)
			}
		})
		in.step("it is renamed at its version, as the table shows", func(t *testing.T) {
			owner.does("tenants update --if-match 1 --name EU " + tenant)
			if got := owner.does("tenants list --table --application " + application); !strings.Contains(got, "EU") || !strings.HasPrefix(got, "ID ") && !strings.HasPrefix(got, "id ") {
				t.Errorf("the table:\n%s", got)
			}
		})
		in.check("all pages are listed by their ids alone", func(t *testing.T) {
			if ids := strings.Fields(owner.does("tenants list --limit 1 --all --only id")); len(ids) != 2 {
				t.Errorf("two tenants, and %d ids", len(ids))
			}
		})
		in.check("a repeated command is done once", func(t *testing.T) {
			once := "applications create --name Once --idempotency-key a-key-of-mine-0001 --only id"
			if first, second := owner.does(once), owner.does(once); first != second {
				t.Error("a repeated command was done twice")
			}
		})
		for _, c := range []struct {
			name       string
			who        shell
			code       int
			said, line string
		}{
			{"an empty name", owner, console.ExitRefused, "--name: ", "applications create --name="},
			{"a cursor that is none", owner, console.ExitRefused, "--cursor: ", "tenants list --cursor nonsense"},
			{"a tenant that there is not", owner, console.ExitNotFound, "tenant_not_found", "tenants get " + strings.Repeat("0", 26)},
			{"a former version", owner, console.ExitConflict, "version_mismatch", "tenants update --if-match 1 --name X " + tenant},
			{"an application with tenants", owner, console.ExitConflict, "409", "applications delete " + application},
			{"no key", shell{in, ""}, console.ExitWhoAreYou, "REKEY_API_KEY is not set", "tenants list"},
			{"a key that is none", shell{in, "rk_0_nonsense"}, console.ExitWhoAreYou, "request ", "tenants list"},
			{"a server that does not answer", owner, console.ExitTryAgain, "did not answer", "tenants list --url http://127.0.0.1:1"},
		} {
			in.check(c.name, func(t *testing.T) { c.who.fails(c.code, c.said, c.line) })
		}
		owner.keepsUsers(tenant)
		in.step("both are deleted", func(t *testing.T) {
			owner.does("tenants delete " + tenant)
			owner.does("applications delete " + application)
		})
		onATerminal(owner)
	})
}

// keepsUsers creates a user, lets him choose a password by a link, and deletes him.
func (s shell) keepsUsers(tenant string) {
	s.in.t.Helper()
	var user string
	s.in.step("a user is created, as the table shows", func(t *testing.T) {
		user = s.does("users create --username eve --emails eve@example.test,verified --metadata team=shop --only id --tenant " + tenant)
		if got := s.does("users list --table --tenant " + tenant); !strings.Contains(got, "eve") || !strings.Contains(got, user) {
			t.Errorf("the table:\n%s", got)
		}
	})
	for _, c := range []struct {
		name       string
		code       int
		said, line string
	}{
		{"a user name that is taken", console.ExitConflict, "name_taken", "users create --username EVE --tenant " + tenant},
		{"a user without a name", console.ExitRefused, "--username: ", "users create --tenant " + tenant},
		{"a ticket of nobody", console.ExitRefused, "--user: ", "tickets create --user nobody --purpose set --medium link --deliver return"},
	} {
		s.in.check(c.name, func(t *testing.T) { s.fails(c.code, c.said, c.line) })
	}
	s.choosesAPassword(user, tenant)
	s.in.check("the password expires by the policy", func(t *testing.T) {
		if got := s.does("passwords get --only expiresAt " + user); !strings.HasPrefix(got, "20") {
			t.Errorf("the password expires at %q", got)
		}
	})
	s.in.check("the operator sets one, which has to be changed", func(t *testing.T) {
		if o := s.run(oldPassword, "passwords", "set", user, "--password-file", "-", "--must-change"); o.code != console.ExitDone {
			t.Errorf("passwords set: exit %d\n%s", o.code, o.err)
		}
	})
	s.hasAClerk(user, tenant)
	s.looksAtTheTrail(user, tenant)
	s.in.step("the user is deleted", func(t *testing.T) { s.does("users delete " + user) })
}

// choosesAPassword by a link that the operator hands over.
func (s shell) choosesAPassword(user, tenant string) {
	s.in.t.Helper()
	var ticket string
	s.in.step("a link is handed over, and the tenant wants twenty characters", func(t *testing.T) {
		ticket = find(t, s.does("tickets create --purpose set --medium link --deliver return --only link --user "+user), `key=([^&]+)$`)
		s.does("tenants set-policy --rules.password.min-length 20 --rules.tickets.otp-tries 3 " + tenant)
	})
	s.in.check("a change of other rules keeps the first, and a trial changes nothing", func(t *testing.T) {
		if got := s.does("tenants set-policy --dry-run --rules.password.lifetime-days 90 --only preview.passwordsThatWouldExpire " + tenant); got != "0" {
			t.Errorf("%s passwords would expire", got)
		}
		s.does("tenants set-policy --rules.password.lifetime-days 90 --rules.password.warn-days 10,5 --unset rules.tickets.otp-tries " + tenant)
		if got := s.does("tenants policy --only rules " + tenant); got != `{"password":{"lifetimeDays":90,"minLength":20,"warnDays":[10,5]}}` {
			t.Errorf("the tenant sets %s", got)
		}
		if got := s.does("tenants replace-policy --dry-run --rules.password.min-length 20 --only removed " + tenant); got != `{"password":{"lifetimeDays":90,"warnDays":[10,5]}}` {
			t.Errorf("replacing would drop %s", got)
		}
	})
	s.in.check("what policy prints is put back by replace-policy", func(t *testing.T) {
		printed := s.does("tenants policy " + tenant)
		s.does("tenants set-policy --rules.password.min-length 30 " + tenant)
		s.does("tenants replace-policy " + tenant + " --body " + s.in.file(printed))
		if got := s.does("tenants policy --only rules " + tenant); got != `{"password":{"lifetimeDays":90,"minLength":20,"warnDays":[10,5]}}` {
			t.Errorf("the tenant sets %s", got)
		}
	})
	redeem := []string{"tickets", "redeem", "--ticket-file", s.in.file(ticket), "--new-password-file", "-"}
	s.in.check("a short password is refused by its flag, and not told", func(t *testing.T) {
		if o := s.run("nineteen characters\n", redeem...); o.code != console.ExitRefused || !strings.Contains(o.err, "--new-password-file: ") ||
			!strings.Contains(o.err, "min=20") || strings.Contains(o.err, "nineteen") {
			t.Errorf("a short password: exit %d\n%s", o.code, o.err)
		}
	})
	s.in.step("a good one is set", func(t *testing.T) {
		if o := s.run(newPassword+"\n", redeem...); o.code != console.ExitDone {
			t.Fatalf("a good password: exit %d\n%s", o.code, o.err)
		}
	})
	s.in.check("the link works once", func(t *testing.T) {
		if o := s.run(newPassword+"\n", redeem...); o.code == console.ExitDone {
			t.Error("the link works twice")
		}
	})
	s.in.check("the list says that the ticket is consumed", func(t *testing.T) {
		if got := s.does("tickets list --only state --user " + user); got != "consumed" {
			t.Errorf("the ticket is %s", got)
		}
	})
	s.allowsLinks(user)
}

// allowsLinks runs the command that a refused template names.
func (s shell) allowsLinks(user string) {
	s.in.t.Helper()
	path, body := "/v2/users/"+user+"/password_reset", `{"sendLink":{"urlTemplate":"https://example.com/new?u={{.UserID}}&c={{.Code}}"}}`
	s.in.step("a refused template names the command that allows it", func(t *testing.T) {
		refused := s.in.answered(http.StatusBadRequest, http.MethodPost, path, s.key, body)
		s.does(find(t, refused.Body, `To allow it: rekey (tenants set-policy [0-9a-z]{26} --rules\.link-templates https://example\.com)`))
		s.in.answered(http.StatusOK, http.MethodPost, path, s.key, body)
	})
	s.does("tenants set-policy --unset rules.link-templates " + s.does("users get --only tenantId "+user))
}

// hasAClerk with a key of the tenant, who reads its users and nobody else.
func (s shell) hasAClerk(user, tenant string) {
	s.in.t.Helper()
	clerk := shell{s.in, ""}
	s.in.step("a clerk reads users", func(t *testing.T) {
		clerk.key = s.does("api-keys create --name clerk --boundary tenant --permissions users:read --only key --tenant "+tenant+
			" --application", s.does("tenants get --only applicationId "+tenant))
		if got := clerk.does("users get --only username " + user); got != "eve" {
			t.Errorf("a clerk reads %s", got)
		}
	})
	s.in.check("a clerk who deletes is told what he lacks", func(t *testing.T) {
		clerk.fails(console.ExitForbidden, "missing permission: users:write", "users delete "+user)
	})
	s.in.check("a clerk finds nobody of another tenant", func(t *testing.T) {
		clerk.fails(console.ExitNotFound, "404", "users get "+s.in.user)
	})
}

// looksAtTheTrail before and after somebody changed it in the database.
func (s shell) looksAtTheTrail(user, tenant string) {
	s.in.t.Helper()
	s.in.check("the trail is exported, and intact", func(t *testing.T) {
		if n := strings.Count(s.does("events export --tenant "+tenant), "\n") + 1; n < 4 {
			t.Errorf("%d events", n)
		}
		s.does("audit verify")
	})
	s.in.check("a changed event is found", func(t *testing.T) {
		harness.Spoil(t, s.in.database, "UPDATE events SET detail = 'nothing happened' WHERE user_id = ? AND action = 'user.create'", user)
		if o := s.run("", "audit", "verify", "--table", "--tenant", tenant); o.code != console.ExitNotIntact || !strings.Contains(o.out, "first-bad.why:") {
			t.Errorf("a changed event: exit %d\n%s%s", o.code, o.out, o.err)
		}
	})
}

// file writes something into a file of its own.
func (in *installation) file(body string) string {
	in.t.Helper()
	name := filepath.Join(in.t.TempDir(), "file")
	if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
		in.t.Fatal(err)
	}
	return name
}

// What a shell needs to complete the real commands is a script that the shell can read.
func TestConsoleCompletion(t *testing.T) {
	t.Parallel()
	for _, name := range console.Shells() {
		script, err := exec.CommandContext(t.Context(), binary, "completion", name).Output()
		if err != nil || !strings.Contains(string(script), "tenants create") || !strings.Contains(string(script), "serve") {
			t.Fatalf("%s: %v\n%s", name, err, script)
		}
		file := filepath.Join(t.TempDir(), "completion")
		if err := os.WriteFile(file, script, 0o600); err != nil {
			t.Fatal(err)
		}
		if path, err := exec.LookPath(name); err == nil {
			if out, err := exec.CommandContext(t.Context(), path, "-n", file).CombinedOutput(); err != nil {
				t.Errorf("%s: %v\n%s", name, err, out)
			}
		}
	}
}
