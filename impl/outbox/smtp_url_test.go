package outbox_test

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestParseSMTPURL(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		url  string
		host string
		port int
		tls  outbox.TLSMode
		user string
		pass string
		from string
	}{
		{"smtp://user:pa%40ss@mail.acme.example", "mail.acme.example", 587, outbox.TLSRequired, "user", "pa@ss", ""},
		{"smtp://user:pass@mail.acme.example:2525?tls=required&from=a@acme.example", "mail.acme.example", 2525, outbox.TLSRequired, "user", "pass", "a@acme.example"},
		{"smtp://mail.acme.example/", "mail.acme.example", 587, outbox.TLSRequired, "", "", ""},
		{"smtps://me%40acme.example:pass@mail.acme.example", "mail.acme.example", 465, outbox.TLSImplicit, "me@acme.example", "pass", ""},
		{"smtp://localhost?tls=none", "localhost", 25, outbox.TLSNone, "", "", ""},
		{"smtp://127.0.0.1:1025?tls=none", "127.0.0.1", 1025, outbox.TLSNone, "", "", ""},
		{"smtp://[::1]:1025?tls=none&from=Acme%20%3Ca%40acme.example%3E", "::1", 1025, outbox.TLSNone, "", "", "Acme <a@acme.example>"},
	} {
		got, err := outbox.ParseSMTPURL(c.url)
		if err != nil {
			t.Errorf("%s: %v", c.url, err)
			continue
		}
		if got.Host != c.host || got.Port != c.port || got.TLS != c.tls || got.Username != c.user ||
			got.Password.Reveal() != c.pass || got.From != c.from {
			t.Errorf("%s is read as %+v", c.url, got)
		}
	}
}

func TestParseSMTPURLErrorsNeverHoldThePassword(t *testing.T) {
	t.Parallel()
	for _, url := range []string{
		"", "mail.acme.example:587", "http://u:Canary1@mail.acme.example", "smtp:u:Canary1@mail", "smtp://u:Canary1@", "smtp://u:Canary1@:587",
		"smtp://u:Canary1@mail.acme.example:0", "smtp://u:Canary1@mail.acme.example:99999", "smtp://u:Canary1@mail.acme.example:x",
		"smtp://u:Canary1#x@mail.acme.example", "smtp://u:1/Canary1@mail.acme.example", "smtp://u:1?Canary1@mail.acme.example",
		"smtp://u:1#Canary1@mail.acme.example", "smtp://u:%zzCanary1@mail.acme.example", "smtp://u:Canary1@mail.acme.example/path",
		"smtp://u:Canary1@mail.acme.example?tls=none", "smtp://u:Canary1@127.0.0.1.evil.example?tls=none", "smtp://u:Canary1@0.0.0.0?tls=none",
		"smtp://u:Canary1@mail.acme.example?tls=opportunistic", "smtp://u:Canary1@mail.acme.example?tls=Canary1",
		"smtp://u:Canary1@mail.acme.example?tls=required&tls=none", "smtp://u:Canary1@mail.acme.example?Canary1=2",
		"smtps://u:Canary1@localhost?tls=none", "smtp://u:Canary1@mail.acme.example?from=Canary1", "smtp://u:Canary1@mail.acme.example?from=a@b%0d%0aBcc:Canary1",
		"smtp://:Canary1@mail.acme.example", "smtp://Canary1@mail.acme.example", "smtp://u:Canary1@mail.acme.example?from=%zz;",
	} {
		got, err := outbox.ParseSMTPURL(url)
		if err == nil {
			t.Errorf("%s is read as %+v", url, got)
			continue
		}
		if strings.Contains(err.Error(), "Canary1") {
			t.Errorf("the error holds the password: %v", err)
		}
	}
}

func TestSMTPConfigCanBeLogged(t *testing.T) {
	t.Parallel()
	config, err := outbox.ParseSMTPURL("smtp://u:Canary1@mail.acme.example?from=a@acme.example")
	must(t, err)
	var b strings.Builder
	slog.New(slog.NewJSONHandler(&b, nil)).Info("x", "smtp", config)
	b.WriteString(fmt.Sprintf("%v %+v", config, config))
	if strings.Contains(b.String(), "Canary1") {
		t.Errorf("the password is printed: %s", b.String())
	}
}

func TestNewSMTPRefusesHalfConfigurations(t *testing.T) {
	t.Parallel()
	for name, config := range seed.InOrder(map[string]outbox.SMTPConfig{
		"no sender":         {Host: "localhost", Port: 25, TLS: outbox.TLSNone},
		"no host":           {Port: 25, From: "a@acme.example"},
		"clear text abroad": {Host: "mail.acme.example", Port: 25, From: "a@acme.example", TLS: outbox.TLSNone},
		"unknown TLS mode":  {Host: "mail.acme.example", Port: 25, From: "a@acme.example", TLS: 9},
		"user alone":        {Host: "mail.acme.example", Port: 25, From: "a@acme.example", Username: "u"},
		"sender not ASCII":  {Host: "mail.acme.example", Port: 25, From: "ä@munchen.example"},
		"sender with lines": {Host: "mail.acme.example", Port: 25, From: "A\r\nBcc: x <a@acme.example>"},
	}) {
		if _, err := outbox.NewSMTP(config); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestLoadRootCAs(t *testing.T) {
	t.Parallel()
	if _, err := outbox.LoadRootCAs(filepath.Join(t.TempDir(), "none.pem")); err == nil {
		t.Error("a missing file is accepted")
	}
	empty := filepath.Join(t.TempDir(), "empty.pem")
	must(t, os.WriteFile(empty, []byte("no certificate"), 0o600))
	if _, err := outbox.LoadRootCAs(empty); err == nil {
		t.Error("a file without a certificate is accepted")
	}
}
