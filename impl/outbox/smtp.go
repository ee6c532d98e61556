package outbox

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	netmail "net/mail"
	"slices"
	"strings"
	"time"

	"github.com/wneessen/go-mail"
	"github.com/wneessen/go-mail/smtp"

	"github.com/rekeyhq/rekey/impl/identifier"
)

const (
	dialWithin = 10 * time.Second
	smtpWithin = 30 * time.Second // the whole conversation
)

// SMTP sends mails through a mail server, with a connection for each message.
type SMTP struct {
	config SMTPConfig
	from   *netmail.Address
	domain string // of the sender address: our name in EHLO and in Message-IDs
}

// NewSMTP checks the configuration; it does not connect.
func NewSMTP(c SMTPConfig) (*SMTP, error) {
	from, err := parseFrom(c.From)
	if err != nil {
		return nil, err
	}
	switch {
	case c.Host == "" || c.Port < 1:
		return nil, errors.New("outbox: SMTP needs host and port")
	case c.TLS > TLSNone, c.TLS == TLSNone && !isLoopback(c.Host):
		return nil, errors.New("outbox: SMTP in clear text is for a mail server on this machine only")
	case c.Password.Empty() != (c.Username == ""):
		return nil, errors.New("outbox: SMTP user and password belong together")
	}
	return &SMTP{config: c, from: from, domain: from.Address[strings.LastIndexByte(from.Address, '@')+1:]}, nil
}

// Send delivers one mail to its one recipient. The mail counts as sent once the server has accepted it,
// whatever happens to the connection afterwards.
func (s *SMTP) Send(ctx context.Context, m Outgoing) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, smtpWithin)
	defer cancel()
	to, err := identifier.Mail(m.To)
	if err != nil { // S87: only an address reaches the conversation
		return permanent("the recipient is not a mail address that can be used: " + err.Error())
	}
	m.To = to
	msg, err := s.compose(m)
	if err != nil {
		return permanent("the mail cannot be composed")
	}
	connection := &connection{config: s.config, whole: ctx}
	defer connection.close()
	client, err := s.client(connection, m.To)
	if err != nil {
		return temporary(err, true)
	}
	conversation, err := client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		return s.connectFailed(ctx, err)
	}
	if identifier.SMTPUTF8(m.To) && !takesUTF8(conversation) {
		_ = conversation.Quit()
		return permanent("the address has letters other than ASCII before the @, and the mail server does not offer SMTPUTF8: " +
			"use a mail server that does, or another address")
	}
	err = client.SendWithSMTPClient(conversation, msg)
	if msg.IsDelivered() {
		_ = conversation.Quit() // the server has accepted the mail; QUIT is a courtesy
		return "250 " + msg.ServerResponse(), nil
	}
	return s.sendFailed(ctx, err)
}

// compose builds the mail with text and HTML alternatives. No value of the content can add a header.
func (s *SMTP) compose(m Outgoing) (*mail.Msg, error) {
	msg := mail.NewMsg(mail.WithNoDefaultUserAgent())
	if err := msg.FromFormat(s.from.Name, s.from.Address); err != nil {
		return nil, err
	}
	if err := msg.To(m.To); err != nil {
		return nil, err
	}
	msg.Subject(plainLine(m.Subject))
	msg.SetMessageIDWithValue(m.ID + "@" + s.domain) // the same in every attempt
	msg.SetDateWithValue(m.At)
	msg.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: no out-of-office replies
	msg.SetBodyString(mail.TypeTextPlain, m.Text)
	if m.HTML != "" {
		msg.AddAlternativeString(mail.TypeTextHTML, m.HTML)
	}
	return msg, nil
}

func (s *SMTP) client(l *connection, to string) (*mail.Client, error) {
	options := []mail.Option{
		mail.WithPort(s.config.Port), mail.WithTimeout(smtpWithin), mail.WithHELO(s.domain), mail.WithoutNoop(),
		mail.WithDialContextFunc(l.dial), mail.WithTLSConfig(s.config.tls()),
	}
	switch s.config.TLS {
	case TLSImplicit:
		options = append(options, mail.WithSSL())
	case TLSNone:
		options = append(options, mail.WithTLSPolicy(mail.NoTLS))
	default:
		options = append(options, mail.WithTLSPolicy(mail.TLSMandatory))
	}
	if s.config.Username != "" {
		options = append(options, mail.WithSMTPAuthCustom(&credentials{config: s.config}))
	}
	if !identifier.SMTPUTF8(to) { // later servers that are older would return a mail that is marked SMTPUTF8
		options = append(options, mail.WithoutSMTPUTF8())
	}
	return mail.NewClient(s.config.Host, options...)
}

func (c SMTPConfig) tls() *tls.Config {
	return &tls.Config{ServerName: c.Host, RootCAs: c.RootCAs, MinVersion: tls.VersionTLS12}
}

// takesUTF8 tells whether the server accepts mail to an address that is not ASCII. RFC 6531 section 3.2
// forbids sending it to a server that does not offer the extension.
func takesUTF8(c *smtp.Client) bool {
	utf8, _ := c.Extension("SMTPUTF8")
	wide, _ := c.Extension("8BITMIME")
	return utf8 && wide
}

// connection is the connection of one conversation. It is held here because the library leaves it open when
// the greeting, STARTTLS or AUTH fails, and does not watch ctx once it is connected.
type connection struct {
	config SMTPConfig
	whole  context.Context // of the conversation; the context that dial gets ends when it returns
	conn   net.Conn
	forget func() bool
}

func (l *connection) dial(ctx context.Context, network, _ string) (net.Conn, error) {
	dialer := &net.Dialer{Timeout: dialWithin}
	conn, err := dialer.DialContext(ctx, network, l.config.address())
	if err != nil {
		return nil, err
	}
	if remote, ok := conn.RemoteAddr().(*net.TCPAddr); l.config.TLS == TLSNone && (!ok || !remote.IP.IsLoopback()) {
		return nil, errors.Join(errors.New("localhost is not this machine; tls=none is refused"), conn.Close())
	}
	l.conn = conn
	l.forget = context.AfterFunc(l.whole, func() { _ = conn.Close() }) // ends a conversation that hangs
	if l.config.TLS == TLSImplicit {
		encrypted := tls.Client(conn, l.config.tls())
		if err := encrypted.HandshakeContext(ctx); err != nil {
			return nil, err
		}
		return encrypted, nil
	}
	return conn, nil
}

func (l *connection) close() {
	if l.conn != nil {
		l.forget()
		_ = l.conn.Close()
	}
}

// credentials answers AUTH with PLAIN or LOGIN, of which every server knows one. It sends user and password
// only within verified TLS, or to this machine.
type credentials struct {
	config SMTPConfig
	chosen smtp.Auth
}

// Start chooses the mechanism.
func (c *credentials) Start(server *smtp.ServerInfo) (string, []byte, error) {
	local := c.config.TLS == TLSNone // NewSMTP and dial checked that this is loopback
	if !server.TLS && !local {
		return "", nil, smtp.ErrUnencrypted
	}
	switch {
	case slices.Contains(server.Auth, "PLAIN"):
		c.chosen = smtp.PlainAuth("", c.config.Username, c.config.Password.Reveal(), c.config.Host, local)
	case slices.Contains(server.Auth, "LOGIN"):
		c.chosen = smtp.LoginAuth(c.config.Username, c.config.Password.Reveal(), c.config.Host, local)
	default:
		return "", nil, errors.New("the server offers neither AUTH PLAIN nor AUTH LOGIN")
	}
	return c.chosen.Start(server)
}

// Next continues as the mechanism does.
func (c *credentials) Next(fromServer []byte, more bool) ([]byte, error) {
	return c.chosen.Next(fromServer, more)
}
