package outbox

import (
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/mail"
	"net/netip"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/impl/secret"
)

// TLSMode is how the connection to a mail server is encrypted.
type TLSMode uint8

// The modes. None encrypts only if the server offers it: an attacker who can remove the offer would read the
// credentials and every link (RFC 8314 section 3).
const (
	TLSRequired TLSMode = iota // STARTTLS, or no delivery
	TLSImplicit                // TLS from the first byte (RFC 8314)
	TLSNone                    // clear text, to this machine only
)

// SMTPConfig says how to reach the mail server. It can be logged, since the password redacts itself.
type SMTPConfig struct {
	Host     string
	Port     int
	Username string // empty: no AUTH
	Password secret.Text
	From     string // "address" or "Name <address>"
	TLS      TLSMode
	RootCAs  *x509.CertPool // nil: the system's
}

// ParseSMTPURL reads
//
//	smtp://user:password@host:587?tls=required&from=Name <address>   STARTTLS
//	smtps://user:password@host:465                                   implicit TLS
//	smtp://localhost:25?tls=none                                     clear text, loopback only
//
// Special characters of user and password are percent-encoded. An error names the part that is wrong and never
// its value: a password with a character that is not encoded can end up in any part of the URL.
func ParseSMTPURL(raw string) (SMTPConfig, error) {
	u, err := url.Parse(raw)
	if err != nil {
		return SMTPConfig{}, errors.New("not a URL; are special characters of the password percent-encoded?")
	}
	query, err := url.ParseQuery(u.RawQuery)
	switch {
	case u.Scheme != "smtp" && u.Scheme != "smtps":
		return SMTPConfig{}, errors.New("must begin with smtp:// or smtps://")
	case u.Opaque != "" || u.Hostname() == "":
		return SMTPConfig{}, errors.New("the host is missing")
	case u.Fragment != "" || strings.Trim(u.Path, "/") != "":
		return SMTPConfig{}, errors.New("ends after host and port; a # or / of the password must be percent-encoded")
	case err != nil || !onlyKnown(query):
		return SMTPConfig{}, errors.New("after ? only tls and from are known, each at most once")
	}
	c := SMTPConfig{Host: u.Hostname(), Username: u.User.Username(), From: query.Get("from")}
	if password, ok := u.User.Password(); ok {
		c.Password = secret.NewText(password)
	}
	if c.Password.Empty() != (c.Username == "") {
		return SMTPConfig{}, errors.New("user and password belong together")
	}
	if c.TLS, err = tlsMode(u.Scheme, query.Get("tls"), c.Host); err != nil {
		return SMTPConfig{}, err
	}
	c.Port = map[TLSMode]int{TLSRequired: 587, TLSImplicit: 465, TLSNone: 25}[c.TLS]
	if u.Port() != "" {
		if c.Port, err = strconv.Atoi(u.Port()); err != nil || c.Port < 1 || c.Port > 65535 {
			return SMTPConfig{}, errors.New("the port is not between 1 and 65535")
		}
	}
	if c.From != "" {
		if _, err := parseFrom(c.From); err != nil {
			return SMTPConfig{}, errors.New("from is not a mail address")
		}
	}
	return c, nil
}

func onlyKnown(query url.Values) bool {
	for key, values := range query {
		if !slices.Contains([]string{"tls", "from"}, key) || len(values) != 1 {
			return false
		}
	}
	return true
}

func tlsMode(scheme, wish, host string) (TLSMode, error) {
	switch {
	case scheme == "smtps" && (wish == "" || wish == "required"):
		return TLSImplicit, nil
	case scheme == "smtp" && (wish == "" || wish == "required"):
		return TLSRequired, nil
	case scheme == "smtp" && wish == "none":
		if !isLoopback(host) {
			return 0, errors.New("tls=none is for a mail server on this machine only (localhost, 127.0.0.1, ::1)")
		}
		return TLSNone, nil
	}
	return 0, errors.New("tls is required or none; smtps:// is always encrypted")
}

func isLoopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Unmap().IsLoopback()
}

// parseFrom reads the sender. Its domain is used in Message-IDs and in EHLO, which are ASCII, in A-labels if
// necessary.
func parseFrom(from string) (*mail.Address, error) {
	a, err := mail.ParseAddress(from)
	if err == nil {
		a.Address, err = identifier.Mail(a.Address)
	}
	if err != nil || identifier.SMTPUTF8(a.Address) || a.Name != plainLine(a.Name) {
		return nil, errors.New("the sender, from= in the URL, must be a mail address with ASCII before the @, or Name <address>")
	}
	return a, nil
}

// LoadRootCAs reads the certificate authorities of a PEM file and adds them to the system's.
func LoadRootCAs(file string) (*x509.CertPool, error) {
	pem, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("certificate authorities: %w", err)
	}
	pool, err := x509.SystemCertPool()
	if err != nil {
		pool = x509.NewCertPool()
	}
	if !pool.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("%s holds no PEM certificate", file)
	}
	return pool, nil
}

func (c SMTPConfig) address() string { return net.JoinHostPort(c.Host, strconv.Itoa(c.Port)) }
