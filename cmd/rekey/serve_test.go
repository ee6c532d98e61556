package main_test

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestServeTellsAllMistakesAtOnce(t *testing.T) {
	t.Parallel()
	p := newPlace(t, "REKEY_ADDR=8080", "REKEY_PROFILE=prod", "REKEY_DATABASE_URL=postgres://x",
		"REKEY_HASH_LIMIT=many", "REKEY_IN_FLIGHT=0", "REKEY_LOG_LEVEL=loud", "REKEY_TRUSTED_PROXIES=proxy",
		"REKEY_SMS_URL=https://sms.example.test", "REKEY_SMTP_URL=smtp://user:hunter2@mail.example.test",
		"REKEY_BLOCKLIST_FILE=missing.txt", "REKEY_BREACH_URL=http://breaches.example.test/range", "REKEY_DNS_SERVER=192.0.2.53", "REKEY_SMPT_URL=smtp://x",
		"REKEY_RETENTION_SESSIONS=0", "REKEY_RETENTION_TICKETS=30", "REKEY_RETENTION_MESSAGES=59m", "REKEY_RETENTION_API_KEYS=40000d")
	p.write("rekey.env", "REKEY_LOG_LEVL=debug\n")
	o := p.run("serve", "--env-file", "rekey.env")
	if o.code != 1 || o.out != "" {
		t.Errorf("exit %d, %s", o.code, o.out)
	}
	contains(t, o.err, "REKEY_ADDR", "REKEY_PROFILE", "REKEY_DATABASE_URL", "REKEY_HASH_LIMIT is not", "REKEY_IN_FLIGHT",
		"REKEY_LOG_LEVEL is not", "REKEY_TRUSTED_PROXIES", "REKEY_SMS_SECRET", "REKEY_PUBLIC_URL is required", "REKEY_SMTP_URL", "rekey.secret",
		"REKEY_BLOCKLIST_FILE: the file cannot be opened", "REKEY_BREACH_URL: breach: the look-up needs https", "REKEY_DNS_SERVER must be host:port",
		"REKEY_RETENTION_SESSIONS must be a time such as 30d", "REKEY_RETENTION_TICKETS must be", "REKEY_RETENTION_MESSAGES must be", "REKEY_RETENTION_API_KEYS must be",
		"REKEY_SMPT_URL is not a setting; did you mean REKEY_SMTP_URL?", "REKEY_LOG_LEVL is not a setting; did you mean REKEY_LOG_LEVEL?")
	if strings.Contains(o.err, "hunter2") {
		t.Error("a password is in the complaint")
	}
	if entries, err := os.ReadDir(p.dir); err != nil || len(entries) != 1 {
		t.Errorf("serve made files: %v %v", entries, err)
	}
}

func TestServeMakesNoSchema(t *testing.T) {
	t.Parallel()
	p := newPlace(t, "REKEY_PROFILE=development", "REKEY_PUBLIC_URL=http://localhost", "REKEY_ADDR=127.0.0.1:0")
	p.write("rekey.secret", strings.Repeat("s", 32))
	p.check("without a database it makes none", func(t *testing.T) {
		o := p.run("serve")
		contains(t, o.err, "rekey migrate up")
		if _, err := os.Stat(p.path("rekey.db")); o.code != 1 || !os.IsNotExist(err) {
			t.Errorf("exit %d, %v", o.code, err)
		}
	})
	p.write("rekey.db", "")
	p.check("in an empty one it makes no table", func(t *testing.T) {
		o := p.run("serve")
		contains(t, o.err, "rekey migrate up")
		if o.code != 1 || strings.Contains(p.read("rekey.db"), "goose") {
			t.Errorf("exit %d, or a table was made", o.code)
		}
	})
	p.check("a secret that others can read is refused", func(t *testing.T) {
		if err := os.Chmod(p.path("rekey.secret"), 0o644); err != nil {
			t.Fatal(err)
		}
		if o := p.run("serve"); o.code != 1 || !strings.Contains(o.err, "chmod 600") {
			t.Errorf("exit %d, %s", o.code, o.err)
		}
	})
}

func TestRequestsUnderWayFinishAfterSIGTERM(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.succeeds("init", "--public-url", "http://localhost")
	s := p.with("REKEY_ADDR=127.0.0.1:0", "REKEY_PROFILE=development").start("serve", "--env-file", "rekey.env")
	url := s.ready()
	contains(t, s.output(), `"msg":"started","version":"`+openapi.Version+`","schema":`,
		`,"address":"`+strings.TrimPrefix(url, "http://")+`","public_url":"http://localhost","database":"sqlite","profile":"development"}`)

	conn, err := net.Dial("tcp", strings.TrimPrefix(url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if err := conn.SetDeadline(clock.System{}.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	body := `{"username":"nobody"}`
	_, err = fmt.Fprintf(conn, "POST /api/ForgotUser/forgotPassword HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"+
		"Content-Length: %d\r\nExpect: 100-continue\r\n\r\n", len(body))
	if err != nil {
		t.Fatal(err)
	}
	answers := bufio.NewReader(conn)
	line, err := answers.ReadString('\n') // it asks for the body: the request is under way
	if err != nil || !strings.Contains(line, "100") {
		t.Fatalf("%q %v", line, err)
	}
	if _, err := answers.ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	s.signal()
	s.eventually("no further connection is accepted", func() bool { return refuses(url) })
	if _, err := conn.Write([]byte(body)); err != nil {
		t.Fatal(err)
	}
	answer, err := http.ReadResponse(answers, nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Errorf("the request under way: %s", answer.Status)
	}
	s.ends()
}

func TestServeLeavesThreadsBesideTheHashes(t *testing.T) {
	t.Parallel()
	p := newPlace(t, "REKEY_HASH_LIMIT=90", "REKEY_ADDR=127.0.0.1:0", "REKEY_PROFILE=development")
	p.succeeds("init", "--public-url", "http://localhost")
	for setting, threads := range seed.InOrder(map[string]string{"REKEY_LOG_LEVEL=warn": "92", "GOMAXPROCS=3": "3"}) {
		s := p.with(setting).start("serve", "--env-file", "rekey.env")
		_, metrics := s.get(s.ready()+"/metrics", "")
		contains(t, metrics, "\ngo_sched_gomaxprocs_threads "+threads+"\n")
		s.terminate()
	}
}

func TestUsage(t *testing.T) {
	t.Parallel()
	for name, args := range seed.InOrder(map[string][]string{
		"an unknown command": {"reset"}, "help for what is no command": {"help", "reset"}, "an unknown flag": {"serve", "--port", "80"}, "no file": {"import"},
		"a flag out of range": {"import", "-", "--max-errors", "0"}, "an argument too many": {"openapi", "x"},
	}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if o := newPlace(t).run(args...); o.code != 2 || o.out != "" || !strings.Contains(o.err, "; see rekey ") {
				t.Errorf("rekey %v: exit %d\n%s%s", args, o.code, o.out, o.err)
			}
		})
	}
	for command, says := range seed.InOrder(map[string]string{
		"users": "Usage: rekey users <command>", "users get": "see rekey users get --help", "import a b": "see rekey import --help",
	}) {
		t.Run("half of "+command, func(t *testing.T) {
			t.Parallel()
			if o := newPlace(t).run(strings.Fields(command)...); o.code != 2 || o.out != "" || !strings.Contains(o.err, says) {
				t.Errorf("rekey %s: exit %d\n%s%s", command, o.code, o.out, o.err)
			}
		})
	}
	for command, says := range seed.InOrder(map[string][]string{
		"":               {"Usage: rekey <command>", "serve", "users", "Exit codes"},
		"help users get": {"GET /v1/users/{userId}", "--wide"},
		"-v":             {"rekey " + openapi.Version + "\n"},
		"serve --help":   {"REKEY_PUBLIC_URL", "REKEY_SECRET_FILE", "default: 127.0.0.1:8080", "GOMAXPROCS"},
		"import --help":  {"passwordChangedAt", "--dry-run"},
		"--help":         {"init", "migrate", "serve", "demo", "import", "export", "doctor", "openapi", "version", "Exit codes"},
		"version":        {"rekey " + openapi.Version + "\n", "commit ", "go1."},
		"openapi":        {`"openapi"`, "/api/web/v1/users/{userid}/passwords"},
		"openapi --yaml": {"openapi: 3.0.3"},

		"openapi --surface=entrust --yaml": {"openapi: 3.0.3", "  /api/web/v1/users/{userid}/passwords:\n", "x-unknown-names: ignore\n"},
	}) {
		t.Run(command, func(t *testing.T) {
			t.Parallel()
			contains(t, newPlace(t).succeeds(strings.Fields(command)...).out, says...)
		})
	}
}
