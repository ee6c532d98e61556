package main_test

import (
	"os"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

func TestDoctorFindsNothingInAGoodInstallation(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			smtp := harness.NewSMTP(t)
			p := newPlace(t, "REKEY_DATABASE_URL="+kind.Empty(t), "REKEY_PUBLIC_URL=https://id.example.test",
				"REKEY_SMTP_URL="+smtp.URL()+"?from=rekey@example.test", "REKEY_SMTP_CA="+smtp.CAFile)
			p.succeeds("init")
			o := p.succeeds("doctor")
			for _, about := range []string{"configuration", "secret file", "database", "schema", "clock", "mail"} {
				contains(t, o.out, "ok    "+about)
			}
			if kind.Name != "sqlite" { // the tests' own server need not be durable
				contains(t, o.out, "  durability ", "connections    up to ")
			}
			if strings.Contains(o.out, "fail") || len(smtp.Mails()) != 0 || o.err != "" {
				t.Errorf("%s%s, %d mails", o.out, o.err, len(smtp.Mails()))
			}
		})
	}
}

// TestDoctorNamesWhoHasThePublicHost, which nobody of the platform set.
func TestDoctorNamesWhoHasThePublicHost(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			url := kind.Empty(t)
			p := newPlace(t, "REKEY_DATABASE_URL="+url, "REKEY_PUBLIC_URL=https://ID.example.test:8443", "REKEY_PROFILE=development")
			p.succeeds("init")
			harness.Spoil(t, url, "INSERT INTO tenant_hosts (host, tenant_id) VALUES ('other.example.test', '01hq3kad3svktnkwp31fmt4bee')")
			if o := p.succeeds("doctor"); strings.Contains(o.out, "hosts") {
				t.Error(o.out)
			}
			harness.Spoil(t, url, "INSERT INTO tenant_hosts (host, tenant_id, basis) VALUES ('id.example.test', '01hq3kad3svktnkwp31fmt4bee', 'dns')")
			contains(t, p.succeeds("doctor").out, "warn  hosts", "tenant 01hq3kad3svktnkwp31fmt4bee lists id.example.test, the host of REKEY_PUBLIC_URL")
			harness.Spoil(t, url, "UPDATE tenant_hosts SET basis = 'platform'")
			if o := p.succeeds("doctor"); strings.Contains(o.out, "hosts") {
				t.Error(o.out)
			}
		})
	}
}

// TestAReadOnlyDatabaseIsNamed by every command that needs to change it: callers are told
// that the service is busy, its operator has to know why.
func TestAReadOnlyDatabaseIsNamed(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			url := kind.Empty(t)
			p := newPlace(t, "REKEY_DATABASE_URL="+url, "REKEY_PUBLIC_URL=https://id.example.test", "REKEY_PROFILE=development")
			p.succeeds("init")
			p.write("users.jsonl", `{"username":"ada"}`)
			if kind.Name == "sqlite" {
				harness.Spoil(t, url, "CREATE TRIGGER ro BEFORE INSERT ON readiness BEGIN SELECT RAISE(FAIL, 'read-only'); END")
				contains(t, p.run("doctor").out, "fail  database", "it accepts no changes", "read-only")
				return
			}
			for _, table := range []string{"readiness", "users", "api_keys"} {
				harness.Spoil(t, url, "CREATE TRIGGER ro_"+table+" BEFORE INSERT ON "+table+" FOR EACH ROW SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1114, MESSAGE_TEXT = 'the disk is full'")
			}
			contains(t, p.run("doctor").out, "fail  database", "it accepts no changes", "the disk is full")
			contains(t, p.run("import", "users.jsonl").err, "unavailable", "Error 1114", "the disk is full")
			contains(t, p.run("owner-key").err, "unavailable", "the disk is full")
		})
	}
}

func TestDoctorSaysWhatToDo(t *testing.T) {
	t.Parallel()
	p := newPlace(t, "REKEY_PUBLIC_URL=http://id.example.test", "REKEY_HASH_QUEUE=-1")
	o := p.run("doctor")
	if o.code != 1 || o.err != "" {
		t.Errorf("exit %d, %s", o.code, o.err)
	}
	contains(t, o.out, "must be https", "REKEY_HASH_QUEUE", "rekey init", "rekey migrate up", "set REKEY_SMTP_URL")
	if entries, err := os.ReadDir(p.dir); err != nil || len(entries) != 0 {
		t.Errorf("doctor made files: %v %v", entries, err)
	}

	smtp := harness.NewSMTP(t)
	smtp.Behave(harness.SMTPBehaviour{RefuseLogin: true})
	p = newPlace(t, "REKEY_PUBLIC_URL=https://id.example.test",
		"REKEY_SMTP_URL="+smtp.URL()+"?from=rekey@example.test", "REKEY_SMTP_CA="+smtp.CAFile)
	p.write("rekey.secret", strings.Repeat("s", 32))
	p.succeeds("migrate", "up")
	for _, file := range []string{"rekey.secret", "rekey.db"} {
		if err := os.Chmod(p.path(file), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	o = p.run("doctor")
	if o.code != 1 || strings.Contains(o.out, smtp.Password) {
		t.Errorf("exit %d, %s", o.code, o.out)
	}
	contains(t, o.out, "fail  secret file", "chmod 600", "warn  database", "warn  keys", "fail  mail           REKEY_SMTP_URL: the server refuses user or password: 535")
}

func TestDoctorAsksAServiceForItsHealth(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	s, url := startDemo(p)
	asked := p.with("REKEY_ADDR=" + strings.TrimPrefix(url, "http://"))
	if o := asked.succeeds("doctor", "--health"); o.out != "ready\n" {
		t.Error(o.out)
	}
	s.terminate()
	if o := asked.run("doctor", "--health"); o.code != 1 || o.err == "" {
		t.Errorf("exit %d", o.code)
	}
}

// TestDoctorCountsWhatCouldNotBeStoredToday: it came before there was a rule.
func TestDoctorCountsWhatCouldNotBeStoredToday(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			url := kind.Empty(t)
			p := newPlace(t, "REKEY_DATABASE_URL="+url, "REKEY_PUBLIC_URL=https://id.example.test", "REKEY_PROFILE=development")
			p.succeeds("init")
			p.write("users.jsonl", `{"id":"0192f3a4-0000-7d8e-9f01-000000000001","username":"root","email":"root@example.test","phone":"+15550100001"}
{"id":"0192f3a4-0000-7d8e-9f01-000000000002","username":"other","email":"other@bücher.example","phone":"+1 (555) 010-0002"}
{"id":"0192f3a4-0000-7d8e-9f01-000000000003","username":"third"}
`)
			p.succeeds("import", "users.jsonl")
			contains(t, p.succeeds("doctor").out, "ok    addresses", "ok    names")
			harness.Spoil(t, url, "UPDATE addresses SET value = ? WHERE value = ?", "root@example..test", "root@example.test")
			harness.Spoil(t, url, "UPDATE addresses SET value = ? WHERE value = ?", "0555 0100002", "+15550100002")
			for n, name := range []string{"ro\u00adot", "ro\u200bot"} {
				harness.Spoil(t, url, "UPDATE users SET username = ? WHERE id = ?", name, "0192f3a4-0000-7d8e-9f01-00000000000"+string(rune('2'+n)))
			}
			o := p.succeeds("doctor").out
			contains(t, o, "warn  addresses", "mail addresses that cannot receive mail: 1, of users 0192f3a4-0000-7d8e-9f01-000000000001",
				"E.164, such as +15550100777: 1, of users 0192f3a4-0000-7d8e-9f01-000000000002",
				"warn  names", "differ only by invisible characters: 2 (0192f3a4-0000-7d8e-9f01-000000000002 = 0192f3a4-0000-7d8e-9f01-000000000001",
				"user names with invisible characters, which would be refused today: 2")
		})
	}
}
