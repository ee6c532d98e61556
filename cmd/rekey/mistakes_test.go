package main_test

import (
	"net"
	"strings"
	"testing"
)

// TestEachMistakeOfASettingIsBlamedOnItself, and on nothing that is in order.
func TestEachMistakeOfASettingIsBlamedOnItself(t *testing.T) {
	t.Parallel()
	p := newPlace(t, "REKEY_PUBLIC_URL=https://id.example.test", "REKEY_SMTP_URL=smtp://ada:hunt#er2@mail.test?from=id@example.test", "REKEY_SMTP_CA=none.pem")
	o := p.run("doctor")
	contains(t, o.out, "REKEY_SMTP_URL: not a URL; are special characters", "REKEY_SMTP_CA: certificate authorities: open none.pem",
		"fail  mail           not examined, since its settings cannot be read")
	if strings.Contains(o.out, "sender") || strings.Contains(o.out, "outbox") || strings.Contains(o.out, "er2") {
		t.Error(o.out)
	}

	p.write("quoted.env", "# a file of systemd\nREKEY_PRODUCT=\"Acme's login\"\n")
	if o = p.run("doctor", "--env-file", "quoted.env"); o.code != 1 || !strings.Contains(o.err, "quoted.env: line 2: the value is in quotes") || strings.Contains(o.err, "Acme") {
		t.Errorf("%d %s", o.code, o.err)
	}

	if o = p.with("REKEY_DATABASE_URL=sqlite:none/rekey.db").run("migrate", "up"); o.code != 1 || !strings.Contains(o.err, "REKEY_DATABASE_URL: open none/rekey.db: no such file") {
		t.Errorf("%d %s", o.code, o.err)
	}

	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	p = newPlace(t)
	p.succeeds("init", "--public-url", "https://id.example.test")
	if o = p.with("REKEY_ADDR="+l.Addr().String(), "REKEY_PROFILE=development").run("serve", "--env-file", "rekey.env"); o.code != 1 || !strings.HasPrefix(o.err, "rekey: REKEY_ADDR: listen tcp ") {
		t.Errorf("%d %s", o.code, o.err)
	}
}

// TestARefusedLineIsToldItsOwnReason: what the reader of JSON made of a byte, or the type of a
// value within, is no fault of the name or of the whole member.
func TestARefusedLineIsToldItsOwnReason(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.succeeds("init", "--public-url", "https://id.example.test")
	p.write("users.jsonl", "{\"username\":\"j\xe4ne\"}\n{\"username\":\"a\",\"metadata\":{\"age\":1}}\n{\"username\":\"b\",\"metadata\":[]}\n{\"username\":\"c\\td\"}\n")
	o := p.run("import", "--env-file", "rekey.env", "--dry-run", "users.jsonl")
	contains(t, o.err, "line 1: it is not UTF-8\n", "line 2: a value of metadata is not a string\n", "line 3: metadata is not ", "line 4: ", "A name holds no invisible, control")
}

// TestTheHelpOfAnImportFitsATerminal: its table of fields is printed as it stands.
func TestTheHelpOfAnImportFitsATerminal(t *testing.T) {
	t.Parallel()
	for _, command := range []string{"import", "export"} {
		for line := range strings.Lines(newPlace(t).run("help", command).out) {
			if len(strings.TrimSuffix(line, "\n")) > 80 {
				t.Errorf("%s: %s", command, line)
			}
		}
	}
}
