package outbox

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/impl/secret"
)

const (
	smsWithin    = 10 * time.Second
	smsReadBytes = 4 << 10 // of an answer that are read and ignored, so that the connection can be used again
	minSMSSecret = 16
)

// SMSConfig says how to reach an SMS gateway. All but RootCAs are required.
type SMSConfig struct {
	URL     string // https; http on this machine only
	Secret  secret.Text
	Clock   clock.Clock
	RootCAs *x509.CertPool // nil: the system's
}

// SMS sends short messages as signed JSON to a gateway:
//
//	POST <URL>
//	Rekey-Signature: t=<unix seconds>,v1=<hex HMAC-SHA-256 of "t.body" under the secret>
//	{"id": "...", "to": "+41790000000", "text": "..."}
//
// The id is the same in every attempt, so that the gateway can send the message once. A status of 2xx accepts.
type SMS struct {
	config SMSConfig
	client *http.Client
}

// Check tells whether the URL and the secret can be used.
func (c SMSConfig) Check() error {
	u, err := url.Parse(c.URL)
	switch {
	case err != nil || u.Host == "" || u.Fragment != "":
		return errors.New("outbox: the SMS gateway needs an absolute URL")
	case u.Scheme != "https" && (u.Scheme != "http" || !isLoopback(u.Hostname())):
		return errors.New("outbox: the SMS gateway needs https; http is for this machine only")
	case len(c.Secret.Reveal()) < minSMSSecret:
		return fmt.Errorf("outbox: the SMS gateway needs a signing secret of at least %d bytes", minSMSSecret)
	}
	return nil
}

// NewSMS checks the configuration; it does not connect.
func NewSMS(c SMSConfig) (*SMS, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	if c.Clock == nil {
		return nil, errors.New("outbox: the SMS gateway needs a clock")
	}
	transport := &http.Transport{
		Proxy:             http.ProxyFromEnvironment,
		TLSClientConfig:   &tls.Config{RootCAs: c.RootCAs, MinVersion: tls.VersionTLS12},
		ForceAttemptHTTP2: true,
		IdleConnTimeout:   time.Minute,
	}
	return &SMS{config: c, client: &http.Client{
		Transport: transport,
		Timeout:   smsWithin,
		// A redirect could send codes to a host that nobody configured (S90).
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}, nil
}

// Send posts one message. It keeps only the status of the gateway's answer.
func (s *SMS) Send(ctx context.Context, m Outgoing) (string, error) {
	to, err := identifier.Phone(m.To)
	if err != nil {
		return permanent("the recipient is not a telephone number in international form")
	}
	body, err := json.Marshal(struct {
		ID   string `json:"id"`
		To   string `json:"to"`
		Text string `json:"text"`
	}{m.ID, to, m.Text})
	if err != nil {
		return permanent("the message cannot be composed")
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.config.URL, bytes.NewReader(body))
	if err != nil {
		return permanent("the message cannot be composed")
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Rekey-Signature", s.sign(body))
	response, err := s.client.Do(request)
	if err != nil {
		var outer *url.Error // its text contains the URL, which may contain a token
		if errors.As(err, &outer) {
			err = outer.Err
		}
		return temporary(fmt.Errorf("the SMS gateway cannot be reached: %w", err), isCertificate(err))
	}
	defer func() { _ = response.Body.Close() }()
	_, _ = io.CopyN(io.Discard, response.Body, smsReadBytes)
	return s.classify(response)
}

func (s *SMS) sign(body []byte) string {
	at := strconv.FormatInt(s.config.Clock.Now().Unix(), 10)
	mac := hmac.New(sha256.New, []byte(s.config.Secret.Reveal()))
	mac.Write([]byte(at + "."))
	mac.Write(body)
	return "t=" + at + ",v1=" + hex.EncodeToString(mac.Sum(nil))
}

// classify turns a status into an outcome. 401, 407 and redirects come from the operator's settings, like a
// refused login at a mail server.
func (s *SMS) classify(r *http.Response) (string, error) {
	answer := "HTTP " + strconv.Itoa(r.StatusCode)
	switch code := r.StatusCode; {
	case code >= 200 && code < 300:
		return answer, nil
	case code == http.StatusUnauthorized, code == http.StatusProxyAuthRequired, code >= 300 && code < 400:
		return answer, &TemporaryError{Answer: answer, Setup: true}
	case code == http.StatusTooManyRequests, code == http.StatusRequestTimeout, code == http.StatusTooEarly, code >= 500:
		return answer, &TemporaryError{Answer: answer, RetryAfter: s.retryAfter(r.Header.Get("Retry-After"))}
	}
	return permanent(answer)
}

// retryAfter reads seconds or a date (RFC 9110 section 10.2.3).
func (s *SMS) retryAfter(value string) time.Duration {
	if seconds, err := strconv.ParseUint(value, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(at.Sub(s.config.Clock.Now()), 0)
	}
	return 0
}

func isCertificate(err error) bool {
	var wrong *tls.CertificateVerificationError
	return errors.As(err, &wrong)
}
