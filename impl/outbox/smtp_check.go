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

// Check connects to the mail server with TLS and AUTH as configured, names the sender, and ends without sending
// a mail. Its error contains the server's answer, or why the server was not reached, and never a credential.
func (s *SMTP) Check(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, smtpWithin)
	defer cancel()
	connection := &connection{config: s.config, whole: ctx}
	defer connection.close()
	client, err := s.client(connection, s.from.Address)
	if err != nil {
		return errors.New("outbox: the mail server's settings cannot be used")
	}
	conversation, err := client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		answer, _ := s.connectFailed(ctx, err)
		return fmt.Errorf("%s: %s", s.refusal(ctx, err), answer)
	}
	// A server may accept a connection from everybody, and mail only after a login or from senders that
	// it knows. The next command shows that; without a recipient no mail is sent.
	err = conversation.Mail(s.from.Address)
	_ = conversation.Quit() // a courtesy
	if err != nil {
		answer, _ := s.connectFailed(ctx, err)
		return fmt.Errorf("the server accepts no mail from the sender, from= in the URL; perhaps it requires user and password: %s", answer)
	}
	return nil
}

// refusal describes a failure by the place where the operator can correct it.
func (s *SMTP) refusal(ctx context.Context, err error) string {
	var (
		answer     *textproto.Error
		unresolved *net.DNSError
		untrusted  *tls.CertificateVerificationError
		record     tls.RecordHeaderError
		alert      tls.AlertError
		network    net.Error
	)
	at := s.config.address()
	switch {
	case ctx.Err() != nil, errors.As(err, &network) && network.Timeout():
		return "nothing answers at " + at
	case errors.As(err, &answer) && isLogin(answer.Code):
		return "the server refuses user or password"
	case errors.As(err, &answer):
		return "the server refuses"
	case errors.As(err, &untrusted):
		return "TLS: the certificate of the server is not accepted; REKEY_SMTP_CA names the file of a private authority"
	case errors.As(err, &record):
		return "TLS: the server does not begin with it; smtp:// is for STARTTLS, smtps:// for TLS from the first byte"
	case errors.As(err, &alert):
		return "TLS: the handshake failed"
	case errors.As(err, &unresolved):
		return "the host of " + at + " is not known"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "nothing listens at " + at
	case errors.As(err, &network), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return "the connection to " + at + " was lost"
	}
	return "the server does not offer what the URL asks for"
}
