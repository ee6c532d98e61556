// Package harness holds the real servers that tests talk to: a mail server and an SMS
// gateway, each in this process and each able to misbehave.
package harness

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"log"
	"mime"
	"mime/multipart"
	"net"
	"net/mail"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// SMTPOptions are the properties of a mail server that last. The zero value offers
// STARTTLS with a certificate for localhost and 127.0.0.1 and demands AUTH.
type SMTPOptions struct {
	WithoutSTARTTLS bool   // as if somebody on the line had removed the offer
	ImplicitTLS     bool   // TLS from the first byte
	Name            string // the certificate is for this name instead
	LoginOnly       bool   // offers AUTH LOGIN but not PLAIN
	SMTPUTF8        bool   // offers the extension of RFC 6531
	Mute            bool   // greets and never says another word
}

// SMTPBehaviour is what a mail server does with mails; it can change at any time.
type SMTPBehaviour struct {
	Greylist    bool   // the first try for each recipient gets 451
	RefuseLogin bool   // every AUTH gets 535
	RefuseFrom  int    // this code answers MAIL FROM
	RefuseTo    int    // this code answers RCPT TO
	HangTo      string // RCPT TO a domain that begins like this is not answered before Behave is called again
	RefuseData  int    // this code answers the mail itself
	QuoteMail   bool   // RefuseData repeats the mail's text, as content filters do
	CutBefore   bool   // the line is cut before the mail is stored
	CutAfter    bool   // the line is cut after the mail is stored, before it is acknowledged
}

// SMTP is a mail server on a free port of this machine.
type SMTP struct {
	Addr     string // host:port
	Username string
	Password string
	CA       *x509.CertPool
	CAFile   string // CA as PEM

	options SMTPOptions
	waiting chan struct{}
	arrived chan struct{}

	mu        sync.Mutex
	behaviour SMTPBehaviour
	changed   chan struct{} // closed when the behaviour changes
	mails     []ReceivedMail
	seen      map[string]bool
	wire      bytes.Buffer
}

// ReceivedMail is a mail as the server stored it.
type ReceivedMail struct {
	From    string   // envelope
	UTF8    bool     // the sender marked it as SMTPUTF8
	To      []string // envelope
	Raw     string
	Header  mail.Header
	Subject string // decoded
	Text    string // decoded
	HTML    string // decoded
}

// NewSMTP starts a mail server that lasts as long as the test.
func NewSMTP(t testing.TB, options ...SMTPOptions) *SMTP {
	t.Helper()
	s := &SMTP{
		Username: "mailer", Password: "smtp-password-3f9c", seen: map[string]bool{}, changed: make(chan struct{}),
		waiting: make(chan struct{}, 1024), arrived: make(chan struct{}, 1024),
	}
	for _, o := range options {
		s.options = o
	}
	names := []string{"localhost", "127.0.0.1"}
	if s.options.Name != "" {
		names = []string{s.options.Name}
	}
	authority := newAuthority(t)
	s.CA, s.CAFile = authority.pool, authority.file
	config := &tls.Config{Certificates: []tls.Certificate{authority.issue(t, names...)}, MinVersion: tls.VersionTLS12}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.Addr = listener.Addr().String()
	s.serve(t, &recordingListener{Listener: listener, server: s}, config)
	return s
}

func (s *SMTP) serve(t testing.TB, listener net.Listener, config *tls.Config) {
	server := smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) {
		return &session{server: s, conn: c}, nil
	}))
	server.Domain = "localhost"
	server.ErrorLog = log.New(io.Discard, "", 0)
	server.MaxLineLength = 4000
	server.EnableSMTPUTF8 = s.options.SMTPUTF8
	switch {
	case s.options.ImplicitTLS:
		listener = tls.NewListener(listener, config)
	case s.options.WithoutSTARTTLS:
		server.AllowInsecureAuth = true // the trap: it would gladly take the password in clear
	default:
		server.TLSConfig = config
	}
	done := make(chan error, 1)
	if s.options.Mute {
		go func() { done <- s.hold(listener) }()
	} else {
		go func() { done <- server.Serve(listener) }()
	}
	t.Cleanup(func() {
		s.Behave(SMTPBehaviour{})
		if err := errors.Join(server.Close(), listener.Close()); err != nil && !errors.Is(err, net.ErrClosed) {
			t.Errorf("mail server: %v", err)
		}
		<-done
	})
}

// hold greets, hears the client's first words and leaves it without an answer.
func (s *SMTP) hold(listener net.Listener) error {
	var open sync.WaitGroup
	defer open.Wait()
	for {
		conn, err := listener.Accept()
		if err != nil {
			return err
		}
		open.Go(func() {
			defer func() { _ = conn.Close() }()
			_, _ = io.WriteString(conn, "220 localhost ESMTP\r\n")
			_, _ = conn.Read(make([]byte, 512))
			s.waiting <- struct{}{}
			_, _ = io.Copy(io.Discard, conn) // until the client leaves
		})
	}
}

// Behave changes what the server does from now on.
func (s *SMTP) Behave(b SMTPBehaviour) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.behaviour = b
	close(s.changed)
	s.changed = make(chan struct{})
}

// hang keeps a client waiting for the answer to RCPT TO, if it is to.
func (s *SMTP) hang(to string) {
	s.mu.Lock()
	prefix, changed := s.behaviour.HangTo, s.changed
	s.mu.Unlock()
	if prefix != "" && strings.HasPrefix(to[strings.LastIndexByte(to, '@')+1:], prefix) {
		s.waiting <- struct{}{}
		<-changed
	}
}

// URL is how Rekey reaches the server.
func (s *SMTP) URL() string {
	scheme := "smtp"
	if s.options.ImplicitTLS {
		scheme = "smtps"
	}
	return fmt.Sprintf("%s://%s:%s@%s", scheme, s.Username, s.Password, s.Addr)
}

// Mails lists what was stored, the oldest first.
func (s *SMTP) Mails() []ReceivedMail {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.mails)
}

// Await returns once n mails are stored, or with the error of ctx.
func (s *SMTP) Await(ctx context.Context, n int) ([]ReceivedMail, error) {
	for {
		if mails := s.Mails(); len(mails) >= n {
			return mails, nil
		}
		select {
		case <-s.arrived:
		case <-ctx.Done():
			return s.Mails(), ctx.Err()
		}
	}
}

// Waiting delivers a value for each client that waits for an answer.
func (s *SMTP) Waiting() <-chan struct{} { return s.waiting }

// Wire is every byte that clients sent, as it crossed the line: what was said before
// TLS is readable, what was said inside is not.
func (s *SMTP) Wire() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.wire.String()
}

func (s *SMTP) now() SMTPBehaviour {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.behaviour
}

// session is one conversation.
type session struct {
	server *SMTP
	conn   *smtp.Conn
	login  bool
	from   string
	utf8   bool
	to     []string
}

func (s *session) AuthMechanisms() []string {
	if s.server.options.LoginOnly {
		return []string{"LOGIN"}
	}
	return []string{sasl.Plain, "LOGIN"}
}

func (s *session) Auth(mechanism string) (sasl.Server, error) {
	if mechanism == sasl.Plain && !s.server.options.LoginOnly {
		return sasl.NewPlainServer(func(_, user, password string) error { return s.check(user, password) }), nil
	}
	if mechanism == "LOGIN" {
		return &loginServer{check: s.check}, nil
	}
	return nil, smtp.ErrAuthUnknownMechanism
}

func (s *session) check(user, password string) error {
	if s.server.now().RefuseLogin || user != s.server.Username || password != s.server.Password {
		return smtp.ErrAuthFailed
	}
	s.login = true
	return nil
}

func (s *session) Mail(from string, options *smtp.MailOptions) error {
	if !s.login {
		return smtp.ErrAuthRequired
	}
	s.from, s.utf8 = from, options.UTF8
	return refusal(s.server.now().RefuseFrom, "Sender refused")
}

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.server.hang(to)
	b := s.server.now()
	if err := refusal(b.RefuseTo, "User unknown"); err != nil {
		return err
	}
	s.server.mu.Lock()
	defer s.server.mu.Unlock()
	if b.Greylist && !s.server.seen[to] {
		s.server.seen[to] = true
		return &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 7, 1}, Message: "Greylisted, try again later"}
	}
	s.to = append(s.to, to)
	return nil
}

func (s *session) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	b := s.server.now()
	m := parse(string(raw))
	m.From, m.To, m.UTF8 = s.from, s.to, s.utf8
	switch {
	case b.CutBefore:
		return s.conn.Conn().Close()
	case b.RefuseData != 0:
		reason := "Message refused"
		if b.QuoteMail {
			reason = strings.Join(strings.Fields("Message refused for: "+m.Text), " ")
		}
		return refusal(b.RefuseData, reason)
	}
	s.server.mu.Lock()
	s.server.mails = append(s.server.mails, m)
	s.server.mu.Unlock()
	select { // Await looks at the list itself, so that it needs no more than one signal
	case s.server.arrived <- struct{}{}:
	default:
	}
	if b.CutAfter {
		return s.conn.Conn().Close()
	}
	return nil
}

func (s *session) Reset() { s.from, s.to = "", nil }

func (s *session) Logout() error { return nil }

func refusal(code int, text string) error {
	if code == 0 {
		return nil
	}
	return &smtp.SMTPError{Code: code, EnhancedCode: smtp.EnhancedCode{code / 100, 1, 1}, Message: text}
}

// parse reads a mail; parts that are not there stay empty.
func parse(raw string) ReceivedMail {
	m := ReceivedMail{Raw: raw}
	message, err := mail.ReadMessage(strings.NewReader(raw))
	if err != nil {
		return m
	}
	m.Header = message.Header
	m.Subject, _ = new(mime.WordDecoder).DecodeHeader(message.Header.Get("Subject"))
	kind, parameters, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil || !strings.HasPrefix(kind, "multipart/") {
		return m
	}
	parts := multipart.NewReader(message.Body, parameters["boundary"])
	for {
		part, err := parts.NextPart() // decodes quoted-printable
		if err != nil {
			return m
		}
		body, _ := io.ReadAll(part)
		switch text := strings.ReplaceAll(string(body), "\r\n", "\n"); {
		case strings.HasPrefix(part.Header.Get("Content-Type"), "text/html"):
			m.HTML = text
		case strings.HasPrefix(part.Header.Get("Content-Type"), "text/plain"):
			m.Text = text
		}
	}
}
