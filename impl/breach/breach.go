// Package breach asks a service whether a password is known from a data breach, by the range protocol of
// Pwned Passwords (haveibeenpwned.com/API/v3, "Searching by range").
//
// A range is the list of all breached SHA-1 hashes that begin with the same five of forty hexadecimal
// digits. Only these five digits leave the machine, and the answer fits hundreds of passwords
// (k-anonymity).
//
// The core asks when a password is set, if the policy wants it, before the transaction begins. An error
// means that the answer is not known; the policy says whether the password is then accepted.
//
// It promises that neither an error nor a request contains more of the password than the range, and that
// a look-up takes no longer than within. What must not be done here: storing or logging the hash or the
// range. The protocol is written here because it is one request and one list of lines; a library would
// bring a client of its own for them.
package breach

import (
	"bufio"
	"context"
	"crypto/sha1" // #nosec G505 -- the protocol fixes it; nothing is stored or trusted by it
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
)

const (
	// within bounds how long the user who chooses a password waits.
	within = 3 * time.Second
	// maxAnswer is twenty times the size of a padded range, in bytes.
	maxAnswer = 1 << 20
	prefixLen = 5
	suffixLen = 2*sha1.Size - prefixLen
)

// Config says which service to ask.
type Config struct {
	URL     string         // of the ranges: a request goes to URL/ABCDE; https, or http on this machine
	RootCAs *x509.CertPool // nil: the system's
}

// Lookup is the client of one service.
type Lookup struct {
	base   string
	client *http.Client
}

// Check tells whether the URL can be used.
func (c Config) Check() error {
	u, err := url.Parse(c.URL)
	switch {
	case err != nil || u.Host == "" || u.RawQuery != "" || u.Fragment != "":
		return errors.New("breach: the look-up needs an absolute URL without query or fragment")
	case u.Scheme != "https" && (u.Scheme != "http" || !isLoopback(u.Hostname())):
		return errors.New("breach: the look-up needs https; http is for this machine only")
	}
	return nil
}

func isLoopback(host string) bool {
	a, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && a.IsLoopback()
}

// New checks the configuration; it does not connect.
func New(c Config) (*Lookup, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	return &Lookup{base: strings.TrimSuffix(c.URL, "/") + "/", client: &http.Client{
		Transport: &http.Transport{
			Proxy:             http.ProxyFromEnvironment,
			TLSClientConfig:   &tls.Config{RootCAs: c.RootCAs, MinVersion: tls.VersionTLS12},
			ForceAttemptHTTP2: true,
			IdleConnTimeout:   time.Minute,
		},
		Timeout: within,
		// A redirect could send the request to a host that nobody configured (S90).
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}, nil
}

// Breached tells whether the password is known. An error means that the answer is not known; it contains
// nothing about the password, not even the range.
func (l *Lookup) Breached(ctx context.Context, pw secret.Password) (bool, error) {
	sum := sha1.Sum([]byte(pw.Reveal())) // #nosec G401 -- see the import
	digits := strings.ToUpper(hex.EncodeToString(sum[:]))
	body, err := l.ask(ctx, digits[:prefixLen])
	if err != nil {
		return false, err
	}
	defer func() { _ = body.Close() }()
	return find(body, digits[prefixLen:])
}

func (l *Lookup) ask(ctx context.Context, prefix string) (io.ReadCloser, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, l.base+prefix, nil)
	if err != nil {
		return nil, errors.New("breach: the request cannot be built")
	}
	request.Header.Set("Add-Padding", "true") // so that the length of the answer reveals nothing either
	request.Header.Set("User-Agent", "rekey")
	response, err := l.client.Do(request)
	if err != nil {
		var outer *url.Error // its text contains the range
		if errors.As(err, &outer) {
			err = outer.Err
		}
		return nil, fmt.Errorf("breach: the look-up cannot be reached: %w", err)
	}
	if response.StatusCode != http.StatusOK {
		_ = response.Body.Close()
		return nil, fmt.Errorf("breach: the look-up answers HTTP %d", response.StatusCode)
	}
	return response.Body, nil
}

// find reads lines of SUFFIX:COUNT. An answer that is not a range is an error: the login page of a
// network in between must not count as "not breached". A line of padding has the count 0.
func find(body io.Reader, suffix string) (bool, error) {
	limited := &io.LimitedReader{R: body, N: maxAnswer + 1}
	lines := bufio.NewScanner(limited)
	found, any := false, false
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" {
			continue
		}
		digits, count, ok := strings.Cut(line, ":")
		n, err := strconv.ParseUint(strings.TrimSpace(count), 10, 63)
		if !ok || err != nil || len(digits) != suffixLen {
			if limited.N <= 0 {
				break // the bound cut the line
			}
			return false, errors.New("breach: the look-up's answer is not a range of hashes")
		}
		any = true
		found = found || n > 0 && strings.EqualFold(digits, suffix)
	}
	switch {
	case lines.Err() != nil:
		return false, fmt.Errorf("breach: the look-up's answer broke off: %w", lines.Err())
	case limited.N <= 0:
		return false, errors.New("breach: the look-up's answer is too long")
	case !any:
		return false, errors.New("breach: the look-up's answer is empty")
	}
	return found, nil
}
