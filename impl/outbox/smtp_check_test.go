package outbox_test

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestTheCheckSaysWhatToMend: each wrong setting has a message of its own, followed by the server's answer.
func TestTheCheckSaysWhatToMend(t *testing.T) {
	t.Parallel()
	good, refuses, strict, other := harness.NewSMTP(t), harness.NewSMTP(t), harness.NewSMTP(t), harness.NewSMTP(t, harness.SMTPOptions{Name: "mail.example.test"})
	refuses.Behave(harness.SMTPBehaviour{RefuseLogin: true})
	strict.Behave(harness.SMTPBehaviour{RefuseFrom: 530})
	plain, implicit := harness.NewSMTP(t, harness.SMTPOptions{WithoutSTARTTLS: true}), harness.NewSMTP(t, harness.SMTPOptions{ImplicitTLS: true})
	silent, closed := listener(t), listener(t)
	_ = closed.Close()
	for _, c := range []struct {
		name, url, want string
		trusted         *harness.SMTP
	}{
		{"all is right", good.URL(), "", good},
		{"a wrong password", refuses.URL(), "the server refuses user or password: 535", refuses},
		{"a sender that the server refuses", strict.URL(), "the server accepts no mail from the sender, from= in the URL; perhaps it requires user and password: 530", strict},
		{"a private authority that is not named", good.URL(), "TLS: the certificate of the server is not accepted; REKEY_SMTP_CA", nil},
		{"a certificate for another name", other.URL(), "TLS: the certificate of the server is not accepted", other},
		{"no STARTTLS", plain.URL(), "the server does not offer what the URL asks for: ", plain},
		{"TLS from the first byte at a port for STARTTLS", strings.Replace(good.URL(), "smtp:", "smtps:", 1), "TLS: the server does not begin with it", good},
		{"STARTTLS at a port for TLS", strings.Replace(implicit.URL(), "smtps:", "smtp:", 1), "nothing answers at ", implicit},
		{"a host that is not known", "smtp://mail.invalid:587", "the host of mail.invalid:587 is not known", nil},
		{"nobody listens", "smtp://" + closed.Addr().String(), "nothing listens at " + closed.Addr().String(), nil},
		{"nobody answers", "smtp://" + silent.Addr().String(), "nothing answers at " + silent.Addr().String(), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			config, err := outbox.ParseSMTPURL(c.url)
			if err != nil {
				t.Fatal(err)
			}
			config.From = "rekey@example.test"
			if c.trusted != nil {
				config.RootCAs = c.trusted.CA
			}
			sender, err := outbox.NewSMTP(config)
			if err != nil {
				t.Fatal(err)
			}
			within := 30 * time.Second
			if strings.HasPrefix(c.want, "nothing answers") {
				within = 300 * time.Millisecond
			}
			ctx, cancel := context.WithTimeout(t.Context(), within)
			defer cancel()
			err = sender.Check(ctx)
			if (err == nil) != (c.want == "") || err != nil && (!strings.HasPrefix(err.Error(), c.want) || strings.Contains(err.Error(), good.Password)) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}

// listener takes connections, by the kernel alone, and says nothing.
func listener(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil && !errors.Is(err, net.ErrClosed) {
			t.Error(err)
		}
	})
	return l
}
