// Package rekey calls Rekey: its native surface by resource, such as Client.Users, and the
// surfaces of other products, such as Client.Wristband. See the README for
// more.
package rekey

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// settings are those of the client; each call has a copy that its own options change.
type settings struct {
	doer     *http.Client
	token    Secret
	id       string // with its secret, for operations that take an OAuth client
	secret   Secret
	timeout  time.Duration
	retries  int
	agent    string
	log      *slog.Logger
	insecure bool
	key      string
	match    string
	into     *Response
}

// Option changes how calls are made. Passed to New it applies to all calls, passed to an
// operation only to that call.
type Option func(*settings)

// WithToken sends an API key, an access token or a session token with every operation
// that takes one.
func WithToken[S ~string](token S) Option { return func(s *settings) { s.token = Secret(token) } }

// WithClientCredentials sends an OAuth client's id and secret with the operations that
// take them.
func WithClientCredentials[S ~string](id string, secret S) Option {
	return func(s *settings) { s.id, s.secret = id, Secret(secret) }
}

// WithTimeout limits each attempt of a call; the default is 30 seconds. The context limits
// all attempts together.
func WithTimeout(d time.Duration) Option { return func(s *settings) { s.timeout = d } }

// WithRetries sets the maximum number of repetitions of a call; the default is 3.
func WithRetries(n int) Option { return func(s *settings) { s.retries = n } }

// WithHTTPClient makes calls with this client. Redirects are not followed, whatever it
// says, so that credentials go nowhere else.
func WithHTTPClient(c *http.Client) Option {
	return func(s *settings) {
		own := *c
		own.CheckRedirect = stay
		s.doer = &own
	}
}

// WithUserAgent puts the caller's own name in front of the SDK's.
func WithUserAgent(name string) Option { return func(s *settings) { s.agent = name + " " + agent } }

// WithLogger logs each attempt at debug level, without any secret.
func WithLogger(l *slog.Logger) Option { return func(s *settings) { s.log = l } }

// WithInsecureHTTP allows an address that begins with http and is not this machine's.
func WithInsecureHTTP() Option { return func(s *settings) { s.insecure = true } }

// WithIdempotencyKey replaces the key that an operation of the native surface is sent
// with. A program that stores the key can repeat the call after a crash.
func WithIdempotencyKey(key string) Option { return func(s *settings) { s.key = key } }

// WithIfMatch makes a change only if the object still has this ETag.
func WithIfMatch(etag string) Option { return func(s *settings) { s.match = etag } }

// Into fills r with the parts of the answer besides the value: status, headers, the unchanged body.
func Into(r *Response) Option { return func(s *settings) { s.into = r } }

// Response is the answer besides the value. Body also has members that this version of the SDK
// does not know.
type Response struct {
	Status    int
	Header    http.Header
	Body      []byte
	RequestID string
	ETag      string
	Attempts  int
}

const agent = "rekey-go/" + Version

func stay(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// New returns a client for the Rekey at this address, for example https://id.example.com.
func New(address string, opts ...Option) (*Client, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, errors.New("rekey: the address must be like https://id.example.com")
	}
	u.Path = strings.TrimSuffix(u.Path, "/")
	c := &Client{base: u, settings: settings{timeout: 30 * time.Second, retries: 3, agent: agent}}
	c.serve()
	WithHTTPClient(&http.Client{})(&c.settings)
	for _, o := range opts {
		o(&c.settings)
	}
	// Credentials and passwords must not travel in clear (CWE-319).
	if u.Scheme == "http" && !c.insecure && !here(u.Hostname()) {
		return nil, fmt.Errorf("rekey: %s would be called without TLS; use https, or WithInsecureHTTP", u.Host)
	}
	return c, nil
}

func here(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
