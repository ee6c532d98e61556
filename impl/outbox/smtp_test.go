package outbox_test

import (
	"context"
	"encoding/base64"
	"net"
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestSMTPDelivers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		given harness.SMTPOptions
	}{
		{"over STARTTLS with AUTH PLAIN", harness.SMTPOptions{}},
		{"over STARTTLS with AUTH LOGIN", harness.SMTPOptions{LoginOnly: true}},
		{"over implicit TLS", harness.SMTPOptions{ImplicitTLS: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			server := harness.NewSMTP(t, c.given)
			p := newPost(t, mailer(t, server), outbox.Unconfigured{})
			id := p.queue(letter{})
			p.drain(1)
			p.expect(id, models.MessageSent, "250 2.0.0")
			mails := server.Mails()
			if len(mails) != 1 {
				t.Fatalf("%d mails, want 1", len(mails))
			}
			m := mails[0]
			for header, want := range seed.InOrder(map[string]string{
				"From": `"Acme Login" <login@acme.example>`, "To": "<" + recipient + ">",
				"Subject": "Reset your password for Acme Login", "Message-Id": "<" + id + "@acme.example>",
				"Date": "Sat, 21 Nov 2026 19:15:00 +0000", "Auto-Submitted": "auto-generated",
			}) {
				if got := m.Header.Get(header); got != want {
					t.Errorf("%s is %q, want %q", header, got, want)
				}
			}
			if m.From != "login@acme.example" || !slices.Equal(m.To, []string{recipient}) {
				t.Errorf("envelope from %q to %q", m.From, m.To)
			}
			if !contains(m.Text, "\n"+link+"\n") || !contains(m.HTML, `href="`+link+`"`) {
				t.Errorf("the link is not whole in text and HTML:\n%s\n%s", m.Text, m.HTML)
			}
			neverInClear(t, server)
		})
	}
}

// neverInClear looks for credentials and content outside TLS.
func neverInClear(t *testing.T, server *harness.SMTP) {
	t.Helper()
	login := base64.StdEncoding.EncodeToString([]byte("\x00" + server.Username + "\x00" + server.Password))
	wire := server.Wire()
	for _, never := range []string{
		login, server.Password, base64.StdEncoding.EncodeToString([]byte(server.Password)),
		"AUTH", "MAIL FROM", "RCPT TO", "7f3c9a52",
	} {
		if strings.Contains(wire, never) {
			t.Errorf("%q crossed the line in clear", never)
		}
	}
}

// S89: no downgrade, certificate and host name are checked.
func TestSMTPKeepsSecretsFromTheWrongServer(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		given harness.SMTPOptions
		own   bool // the certificate authority is unknown
		want  string
	}{
		{"STARTTLS is stripped", harness.SMTPOptions{WithoutSTARTTLS: true}, false, "does not support STARTTLS"},
		{"the certificate is for another name", harness.SMTPOptions{Name: "mail.evil.example"}, false, "127.0.0.1"},
		{"the certificate is for another name, implicit TLS", harness.SMTPOptions{Name: "mail.evil.example", ImplicitTLS: true}, false, "127.0.0.1"},
		{"the authority is unknown", harness.SMTPOptions{}, true, "unknown authority"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			server := harness.NewSMTP(t, c.given)
			trusted := server
			if c.own {
				trusted = harness.NewSMTP(t)
			}
			config, err := outbox.ParseSMTPURL(server.URL() + "?from=" + url.QueryEscape(sender))
			must(t, err)
			config.RootCAs = trusted.CA
			s, err := outbox.NewSMTP(config)
			must(t, err)
			p := newPost(t, s, outbox.Unconfigured{})
			id := p.queue(letter{})
			p.drain(0)
			p.expect(id, models.MessageQueued, c.want)
			if len(server.Mails()) != 0 {
				t.Error("a mail was sent")
			}
			neverInClear(t, server)
			if !contains(p.log.String(), `"level":"ERROR"`) {
				t.Error("the log has no error for the operator")
			}
		})
	}
}

func TestSMTPInClearTextToThisMachine(t *testing.T) {
	t.Parallel()
	server := harness.NewSMTP(t, harness.SMTPOptions{WithoutSTARTTLS: true})
	config, err := outbox.ParseSMTPURL(server.URL() + "?tls=none&from=login@acme.example")
	must(t, err)
	s, err := outbox.NewSMTP(config)
	must(t, err)
	p := newPost(t, s, outbox.Unconfigured{})
	id := p.queue(letter{})
	p.drain(1)
	p.expect(id, models.MessageSent, "250 ")
	if len(server.Mails()) != 1 {
		t.Error("no mail came")
	}
}

func TestSMTPAnswers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		given  harness.SMTPBehaviour
		want   models.MessageState
		answer string
		loud   bool
	}{
		{"a wrong login is the operator's to mend", harness.SMTPBehaviour{RefuseLogin: true}, models.MessageQueued, "535 5.7.8", true},
		{"a refused sender is the operator's to mend", harness.SMTPBehaviour{RefuseFrom: 553}, models.MessageQueued, "553 5.1.1 Sender refused", true},
		{"a busy sender check is retried", harness.SMTPBehaviour{RefuseFrom: 451}, models.MessageQueued, "451 4.1.1", false},
		{"an unknown user is final", harness.SMTPBehaviour{RefuseTo: 550}, models.MessageFailed, "550 5.1.1 User unknown", true},
		{"a demand for login at the recipient is the operator's", harness.SMTPBehaviour{RefuseTo: 530}, models.MessageQueued, "530 5.1.1", true},
		{"a full mailbox is retried", harness.SMTPBehaviour{RefuseTo: 452}, models.MessageQueued, "452 4.1.1 User unknown", false},
		{"a refused mail is final", harness.SMTPBehaviour{RefuseData: 554}, models.MessageFailed, "554 5.1.1 Message refused", true},
		{"a mail refused for now is retried", harness.SMTPBehaviour{RefuseData: 452}, models.MessageQueued, "452 4.1.1", false},
		{"an answer that quotes the mail is withheld", harness.SMTPBehaviour{RefuseData: 554, QuoteMail: true}, models.MessageFailed, "554 [text withheld", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			server := harness.NewSMTP(t)
			server.Behave(c.given)
			p := newPost(t, mailer(t, server), outbox.Unconfigured{})
			id := p.queue(letter{})
			p.drain(0)
			p.expect(id, c.want, c.answer)
			if got := contains(p.log.String(), `"level":"ERROR"`); got != c.loud {
				t.Errorf("logged as an error: %v, want %v", got, c.loud)
			}
			for _, never := range []string{"7f3c9a52", recipient, server.Password} {
				if contains(p.log.String(), never) || contains(p.message(id).LastAnswer, never) {
					t.Errorf("log or answer holds %q", never)
				}
			}
			server.Behave(harness.SMTPBehaviour{})
			p.clock.Advance(time.Minute)
			if c.want == models.MessageQueued {
				p.drain(1)
				p.expect(id, models.MessageSent, "250 ")
			} else {
				p.drain(0)
			}
		})
	}
}

func TestSMTPGreylistingIsWaitedOut(t *testing.T) {
	t.Parallel()
	server := harness.NewSMTP(t)
	server.Behave(harness.SMTPBehaviour{Greylist: true})
	p := newPost(t, mailer(t, server), outbox.Unconfigured{})
	id := p.queue(letter{})
	p.drain(0)
	p.expect(id, models.MessageQueued, "451 4.7.1 Greylisted")
	p.clock.Advance(20 * time.Second)
	p.drain(0)
	if got := p.message(id).Attempts; got != 1 {
		t.Fatalf("%d attempts before the wait was over, want 1", got)
	}
	p.clock.Advance(20 * time.Second)
	p.drain(1)
	p.expect(id, models.MessageSent, "250 ")
}

// at least once, and a second copy can be recognised by its Message-ID.
func TestSMTPCutLinesAreRetriedUnderTheSameMessageID(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		given  harness.SMTPBehaviour
		stored int
	}{
		{"cut before the mail is stored", harness.SMTPBehaviour{CutBefore: true}, 1},
		{"cut after the mail is stored", harness.SMTPBehaviour{CutAfter: true}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			server := harness.NewSMTP(t)
			server.Behave(c.given)
			p := newPost(t, mailer(t, server), outbox.Unconfigured{})
			id := p.queue(letter{})
			p.drain(0)
			p.expect(id, models.MessageQueued, "lost")
			server.Behave(harness.SMTPBehaviour{})
			p.clock.Advance(time.Minute)
			p.drain(1)
			mails := server.Mails()
			if len(mails) != c.stored {
				t.Fatalf("%d mails stored, want %d", len(mails), c.stored)
			}
			for _, m := range mails {
				if m.Header.Get("Message-Id") != "<"+id+"@acme.example>" || m.Text != mails[0].Text {
					t.Errorf("a copy differs: %s", m.Raw)
				}
			}
		})
	}
}

func TestSMTPServerDownIsRetried(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	down := listener.Addr().String()
	must(t, listener.Close())
	config, err := outbox.ParseSMTPURL("smtp://user:canary-password@" + down + "?from=login@acme.example")
	must(t, err)
	s, err := outbox.NewSMTP(config)
	must(t, err)
	p := newPost(t, s, outbox.Unconfigured{})
	id := p.queue(letter{})
	p.drain(0)
	p.expect(id, models.MessageQueued, "connection refused")
	if contains(p.log.String(), "canary-password") || contains(p.log.String(), `"level":"ERROR"`) {
		t.Errorf("log: %s", p.log)
	}
}

func TestSMTPServerThatHangsIsLeftWithTheContext(t *testing.T) {
	t.Parallel()
	server := harness.NewSMTP(t, harness.SMTPOptions{Mute: true})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	left := make(chan error, 1)
	sender := mailer(t, server)
	go func() {
		_, err := sender.Send(ctx, outbox.Outgoing{ID: "m-1", To: recipient, Text: "x", HTML: "x"})
		left <- err
	}()
	<-server.Waiting()
	cancel()
	select {
	case err := <-left:
		wantTemporary(t, err)
	case <-time.After(10 * time.Second): // the sender's own patience is 30 s
		t.Fatal("the sender still waits")
	}
}

func wantTemporary(t *testing.T, err error) {
	t.Helper()
	if _, ok := err.(*outbox.TemporaryError); !ok {
		t.Fatalf("error is %T %v, want *TemporaryError", err, err)
	}
}

// whatever a value holds, the server sees one mail, one recipient and no header
// of the attacker's.
func TestSMTPNoValueAddsHeadersOrRecipients(t *testing.T) {
	t.Parallel()
	payloads := []string{
		"\r\nBcc: victim@evil.example", "\nBcc: victim@evil.example", "\rBcc: victim@evil.example",
		"%0d%0aBcc: victim@evil.example", "\u010ABcc: victim@evil.example", "\u560D\u560ABcc: victim@evil.example",
		"\u2028Bcc: victim@evil.example", "\u0085Bcc: victim@evil.example", "x\x00\r\n\r\nbody",
		"\r\n.\r\nMAIL FROM:<a@evil.example>\r\nRCPT TO:<victim@evil.example>\r\nDATA\r\n", "\r\n.\r\n",
		"=?utf-8?q?=0D=0ABcc:_victim@evil.example?=", strings.Repeat("long ", 400) + "\r\nBcc: victim@evil.example",
	}
	server := harness.NewSMTP(t)
	p := newPost(t, mailer(t, server), outbox.Unconfigured{})
	for _, payload := range payloads {
		p.queue(letter{data: map[string]string{
			"Link": link, "Username": "u" + payload, "Name": "n" + payload, "Tenant": "t" + payload, "Product": "p" + payload,
		}})
	}
	p.drain(len(payloads))
	mails := server.Mails()
	if len(mails) != len(payloads) {
		t.Fatalf("%d mails, want %d", len(mails), len(payloads))
	}
	want := []string{"Auto-Submitted", "Content-Type", "Date", "From", "Message-Id", "Mime-Version", "Subject", "To"}
	for _, m := range mails {
		var got []string
		for name, values := range seed.InOrder(m.Header) {
			got = append(got, name)
			if len(values) != 1 {
				t.Errorf("%d headers %s in\n%s", len(values), name, m.Raw)
			}
		}
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("headers %q, want %q", got, want)
		}
		to, err := mail.ParseAddressList(m.Header.Get("To"))
		must(t, err)
		if len(to) != 1 || to[0].Address != recipient || !slices.Equal(m.To, []string{recipient}) {
			t.Errorf("recipients %v and %v", to, m.To)
		}
	}
}

// S87: only an address reaches the conversation.
func TestSMTPRefusesRecipientsThatAreNoAddress(t *testing.T) {
	t.Parallel()
	server := harness.NewSMTP(t)
	p := newPost(t, mailer(t, server), outbox.Unconfigured{})
	bad := []string{
		"jane@acme.example\r\nRCPT TO:<victim@evil.example>", "jane@acme.example,victim@evil.example",
		"jane@acme.example>\r\nDATA", "jane\x00@acme.example", "<jane@acme.example>", "Jane <jane@acme.example>",
		`"jane\r\n"@acme.example`, `"victim@evil.example> x"@acme.example`, "jane@acme.example SIZE=1", "jane", "@acme.example",
		"jane@", "jane@@acme.example", strings.Repeat("l", 65) + "@acme.example",
		"jane@" + strings.Repeat("d23456789.", 25) + "example", "ja\u202Ene@acme.example", " jane@acme.example",
	}
	for _, to := range bad {
		id := p.queue(letter{to: to})
		p.drain(0)
		p.expect(id, models.MessageFailed, "not a mail address")
	}
	if len(server.Mails()) != 0 || server.Wire() != "" {
		t.Error("the server was spoken to")
	}
}
