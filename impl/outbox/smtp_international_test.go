package outbox_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestAddressesGoOutAsTheServerCanTakeThem: a domain goes out in A-labels whatever the server
// offers (RFC 5890 section 2.3.2.1), a local part that is not ASCII only where SMTPUTF8 is
// offered (RFC 6531 section 3.2).
func TestAddressesGoOutAsTheServerCanTakeThem(t *testing.T) {
	t.Parallel()
	for name, options := range seed.InOrder(map[string]harness.SMTPOptions{"with SMTPUTF8": {SMTPUTF8: true}, "without": {}}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := harness.NewSMTP(t, options)
			p := newPost(t, mailer(t, server), outbox.Unconfigured{})
			for to, wire := range seed.InOrder(map[string]string{
				"jane@bücher.example":        "jane@xn--bcher-kva.example",
				"info@straße.example":        "info@xn--strae-oqa.example",
				"jane@xn--bcher-kva.example": "jane@xn--bcher-kva.example",
				"Jane+a=b/c@ACME.example":    "Jane+a=b/c@ACME.example",
				"o'neil@acme.example":        "o'neil@acme.example",
			}) {
				before := len(server.Mails())
				id := p.queue(letter{to: to})
				p.drain(1)
				p.expect(id, models.MessageSent, "250 2.0.0")
				m := server.Mails()[before]
				if !slices.Equal(m.To, []string{wire}) || m.Header.Get("To") != "<"+wire+">" || m.UTF8 {
					t.Errorf("%s goes to %q, header %q, SMTPUTF8 %v", to, m.To, m.Header.Get("To"), m.UTF8)
				}
			}
			before := len(server.Mails())
			id := p.queue(letter{to: "jäne@bücher.example"})
			if !options.SMTPUTF8 {
				p.drain(0)
				p.expect(id, models.MessageFailed, "the mail server does not offer SMTPUTF8")
				if m := p.message(id); m.Attempts != 1 || len(server.Mails()) != before {
					t.Errorf("%d attempts, %d mails", m.Attempts, len(server.Mails())-before)
				}
				return
			}
			p.drain(1)
			p.expect(id, models.MessageSent, "250 2.0.0")
			m := server.Mails()[before]
			if !slices.Equal(m.To, []string{"jäne@xn--bcher-kva.example"}) || !m.UTF8 || !strings.Contains(m.Raw, "To: <jäne@xn--bcher-kva.example>") {
				t.Errorf("to %q, SMTPUTF8 %v:\n%s", m.To, m.UTF8, m.Raw)
			}
		})
	}
}

// TestTheSendersDomainGoesOutInALabels, as those of recipients do.
func TestTheSendersDomainGoesOutInALabels(t *testing.T) {
	t.Parallel()
	server := harness.NewSMTP(t)
	config, err := outbox.ParseSMTPURL(server.URL() + "?from=" + url.QueryEscape("Bücher <login@bücher.example>"))
	must(t, err)
	config.RootCAs = server.CA
	s, err := outbox.NewSMTP(config)
	must(t, err)
	p := newPost(t, s, outbox.Unconfigured{})
	id := p.queue(letter{})
	p.drain(1)
	p.expect(id, models.MessageSent, "250")
	if m := server.Mails()[0]; m.From != "login@xn--bcher-kva.example" || !strings.HasSuffix(m.Header.Get("Message-Id"), "@xn--bcher-kva.example>") {
		t.Errorf("from %q, %q", m.From, m.Header.Get("Message-Id"))
	}
}

// TestNothingButAnAddressReachesTheServer: an address that was stored before it was checked fails permanently,
// with a reason for the operator.
func TestNothingButAnAddressReachesTheServer(t *testing.T) {
	t.Parallel()
	server := harness.NewSMTP(t, harness.SMTPOptions{SMTPUTF8: true})
	p := newPost(t, mailer(t, server), outbox.Unconfigured{})
	for to, why := range seed.InOrder(map[string]string{
		"x@probe..test": "not a domain name", "x@-evil.test": "not a domain name", ".x@evil.test": "single dots", "x@evil.test.": "not a domain name",
		"x@evil.test\u200b": "invisible characters", "x@a\u2028b.test": "invisible characters", "=?iso-8859-1?q?=61=62=63?=@evil.test": "encoded word",
	}) {
		id := p.queue(letter{to: to})
		p.drain(0)
		p.expect(id, models.MessageFailed, "the recipient is not a mail address that can be used: ")
		p.expect(id, models.MessageFailed, why)
	}
	if len(server.Mails()) != 0 {
		t.Error("a mail was sent")
	}
}
