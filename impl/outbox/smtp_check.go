package outbox

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/textproto"
	"syscall"
)

// Check greets the mail server, with TLS and AUTH as configured, names the sender, and leaves
// without sending anything. What it answers is what the server said, or why it was not
// reached; never a credential.
func (s *SMTP) Check(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, smtpWithin)
	defer cancel()
	line := &line{config: s.config, whole: ctx}
	defer line.close()
	client, err := s.client(line, s.from.Address)
	if err != nil {
		return errors.New("outbox: the mail server's settings cannot be used")
	}
	conversation, err := client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		answer, _ := s.unreached(ctx, err)
		return fmt.Errorf("%s: %s", s.refusal(ctx, err), answer)
	}
	// A server may let everybody greet it, and take mail of those alone who log in, or of
	// senders that it knows: the next command tells, and a mail without a recipient is none.
	err = conversation.Mail(s.from.Address)
	_ = conversation.Quit() // a courtesy
	if err != nil {
		answer, _ := s.unreached(ctx, err)
		return fmt.Errorf("the server takes no mail of the sender, from= in the URL; perhaps it wants user and password: %s", answer)
	}
	return nil
}

// refusal tells apart what an operator mends in different places.
func (s *SMTP) refusal(ctx context.Context, err error) string {
	var (
		answer  *textproto.Error
		unknown *net.DNSError
		foreign *tls.CertificateVerificationError
		record  tls.RecordHeaderError
		alert   tls.AlertError
		network net.Error
	)
	at := s.config.address()
	switch {
	case ctx.Err() != nil, errors.As(err, &network) && network.Timeout():
		return "nothing answers at " + at
	case errors.As(err, &answer) && isLogin(answer.Code):
		return "the server refuses user or password"
	case errors.As(err, &answer):
		return "the server refuses"
	case errors.As(err, &foreign):
		return "TLS: the certificate of the server is not accepted; REKEY_SMTP_CA names the file of a private authority"
	case errors.As(err, &record):
		return "TLS: the server does not begin with it; smtp:// is for STARTTLS, smtps:// for TLS from the first byte"
	case errors.As(err, &alert):
		return "TLS: the handshake failed"
	case errors.As(err, &unknown):
		return "the host of " + at + " is not known"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "nothing listens at " + at
	case errors.As(err, &network), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return "the line to " + at + " was cut"
	}
	return "the server does not offer what the URL asks for"
}
