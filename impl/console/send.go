package console

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"github.com/rekeyhq/rekey/impl/secret"
)

// Bounds of a call.
const (
	attempts   = 4
	mostWait   = 30 * time.Second // the longest Retry-After that is waited for; a longer one is left to the user
	leastWait  = time.Second
	callWithin = 60 * time.Second // longer than the service's own deadline
	mostAnswer = 64 << 20
)

// call is one operation with its values.
type call struct {
	*operation
	console *Console
	given   given
	base    *url.URL
	key     secret.Text
	address string
	body    []byte
	once    string // the Idempotency-Key
	done    func(body []byte) error
}

// answer is the answer of the service.
type answer struct {
	status int
	header http.Header
	body   []byte
	passed bool // the body was printed while it arrived
}

// Run runs the parsed command and returns its exit code; false if it is not one of these commands.
func (c *Console) Run(ctx context.Context, parsed *kong.Context) (int, bool) {
	n := parsed.Selected()
	if n == nil {
		return 0, false
	}
	var words []string
	for at := n; at.Parent != nil; at = at.Parent {
		words = append([]string{at.Name}, words...)
	}
	if code, taken := c.runLocal(ctx, strings.Join(words, " "), n); taken {
		return code, true
	}
	p, err := c.prepared(strings.Join(words, " "), n)
	if err != nil {
		c.complain(err)
		return ExitRefused, true
	}
	if p != nil {
		return c.runPrepared(ctx, p, strings.Join(words, " "), givenBy(n))
	}
	for _, o := range c.operations {
		if strings.Join(o.words, " ") == strings.Join(words, " ") {
			return c.run(ctx, o, givenBy(n), nil), true
		}
	}
	return 0, false
}

func (c *Console) complain(err error) { fmt.Fprintln(c.Err, "rekey:", visible(err.Error())) }

// run makes a call. What is done with the body of a success besides printing it may be nil.
func (c *Console) run(ctx context.Context, o *operation, g given, done func(body []byte) error) int {
	k, err := c.prepare(o, g)
	if err == nil {
		var code int
		k.done = done
		if code, err = k.finish(ctx); err == nil {
			return code
		}
	}
	c.complain(err)
	var wrong usage
	var nobody *noKey
	var lost *unreached
	var short *cutShort
	switch {
	case errors.As(err, &wrong):
		return ExitRefused
	case errors.As(err, &nobody):
		return ExitWhoAreYou
	case errors.As(err, &lost):
		return ExitTryAgain
	case errors.As(err, &short):
		return exitOf(short.status)
	}
	return ExitFailed
}

func (c *Console) prepare(o *operation, g given) (*call, error) {
	k := &call{operation: o, console: c, given: g}
	var err error
	if k.base, err = baseOf(g); err != nil {
		return nil, err
	}
	if k.key, err = c.apiKey(g); err != nil {
		return nil, err
	}
	if o.callers && k.key.Empty() {
		return nil, &noKey{o}
	}
	if k.address, err = o.address(g); err != nil {
		return nil, err
	}
	if k.body, err = c.bodyOf(o, g); err != nil {
		return nil, err
	}
	if k.once = g.text("idempotency-key"); k.once == "" && o.keyed {
		k.once = secret.NewID()
	}
	return k, nil
}

// baseOf returns the base URL. It refuses to send the key unencrypted over a network (CWE-319).
func baseOf(g given) (*url.URL, error) {
	u, err := url.Parse(g.text("url"))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || u.RawQuery != "" {
		return nil, usage("--url (REKEY_URL) is not an address such as https://id.example.com")
	}
	ip := net.ParseIP(u.Hostname())
	here := u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
	if u.Scheme == "http" && !here && !g.on("insecure-http") {
		return nil, usage("--url: the key would travel without TLS; use https, or --insecure-http")
	}
	return u, nil
}

func (c *Console) apiKey(g given) (secret.Text, error) {
	name := g.text("key-file")
	if name == "" {
		return secret.NewText(c.Environment("REKEY_API_KEY")), nil // empty: some operations need none
	}
	raw, err := c.read(name)
	if err != nil {
		return secret.Text{}, err
	}
	if strings.ContainsAny(line(raw), " \t\r\n=") {
		return secret.Text{}, usage("--key-file: its one line is not an API key")
	}
	return secret.NewText(line(raw)), nil
}

// noKey ends a command before its call, since the answer of the service would not name the variable.
type noKey struct{ *operation }

func (n *noKey) Error() string {
	return "REKEY_API_KEY is not set, and rekey " + strings.Join(n.words, " ") + " needs an API key: in this variable, exported, or by --key-file. " +
		"rekey init prints the first key; that of a demo is in its demo.env"
}

// send makes the call, and repeats it while the service is busy and a repetition is safe.
func (k *call) send(ctx context.Context, address string) (*answer, error) {
	for n := 1; ; n++ {
		a, err := k.attempt(ctx, address)
		if errors.As(err, new(*otherService)) {
			return nil, err
		}
		if err != nil {
			return nil, k.lost(err)
		}
		wait, again := retryAfter(a)
		if !again || n == attempts || !k.safe() && k.once == "" {
			return a, nil
		}
		fmt.Fprintf(k.console.Err, "rekey: the service is busy (%d); asking again in %s\n", a.status, wait)
		if err := k.console.Wait(ctx, wait); err != nil {
			return nil, k.lost(err)
		}
	}
}

// retryAfter returns how long to wait before the next attempt, if one makes sense.
func retryAfter(a *answer) (time.Duration, bool) {
	if a.status != http.StatusTooManyRequests && a.status != http.StatusServiceUnavailable {
		return 0, false
	}
	seconds, err := strconv.Atoi(a.header.Get("Retry-After"))
	wait := max(leastWait, time.Duration(seconds)*time.Second)
	return wait, err == nil && wait <= mostWait
}

func (k *call) attempt(ctx context.Context, address string) (*answer, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	late := time.AfterFunc(callWithin, cancel)
	defer late.Stop()
	var body io.Reader
	if k.body != nil {
		body = bytes.NewReader(k.body)
	}
	r, err := http.NewRequestWithContext(ctx, k.method, strings.TrimSuffix(k.base.String(), "/")+address, body)
	if err != nil {
		return nil, err
	}
	set := func(name, value string) {
		if value != "" {
			r.Header.Set(name, value)
		}
	}
	set("User-Agent", k.console.Agent)
	set("Accept", "application/json, application/problem+json, */*;q=0.1")
	set("Idempotency-Key", k.once)
	set("If-Match", quoted(k.given.text("if-match")))
	if k.body != nil {
		set("Content-Type", k.media)
	}
	if !k.key.Empty() {
		set("Authorization", "Bearer "+k.key.Reveal())
	}
	resp, err := k.console.Transport.RoundTrip(r) // without redirects, so that the key goes nowhere else
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	media, _, _ := strings.Cut(resp.Header.Get("Content-Type"), ";")
	if success(resp.StatusCode) && resp.StatusCode != http.StatusNoContent && !slices.Contains(k.medias, media) {
		return nil, &otherService{k.base.String(), resp.StatusCode, media}
	}
	if resp.StatusCode == http.StatusOK && media != "application/json" {
		late.Stop() // an export has no deadline, and is printed while it arrives
		_, err := io.Copy(k.console.Out, resp.Body)
		return &answer{status: resp.StatusCode, header: resp.Header, passed: true}, err
	}
	raw, err := io.ReadAll(io.LimitReader(resp.Body, mostAnswer+1))
	if err == nil && len(raw) > mostAnswer {
		err = errors.New("the answer has more than 64 MiB")
	}
	return &answer{status: resp.StatusCode, header: resp.Header, body: raw}, err
}

func success(status int) bool { return status >= 200 && status <= 299 }

// otherService means that something else answered, such as an application on the same host under
// another path, whose page for unknown paths would otherwise count as a success.
type otherService struct {
	base   string
	status int
	media  string
}

func (s *otherService) Error() string {
	return strings.TrimSpace(fmt.Sprint("what answers at ", s.base, " is another service (", s.status, " ", s.media)) +
		"): is --url (REKEY_URL) the whole address, with its path?"
}

// quoted writes a version as an entity tag (RFC 9110 section 8.8.3).
func quoted(etag string) string {
	if etag == "" || etag == "*" || strings.HasPrefix(etag, `"`) || strings.HasPrefix(etag, "W/") {
		return etag
	}
	return `"` + etag + `"`
}

// unreached means that no answer arrived: the request may have been carried out or not.
type unreached struct {
	cause error
	hint  string
}

func (u *unreached) Error() string { return "the service did not answer: " + u.cause.Error() + u.hint }
func (u *unreached) Unwrap() error { return u.cause }

// cutShort means that one of several requests failed, so the answer is incomplete.
type cutShort struct{ status int }

func (c *cutShort) Error() string { return "not everything was answered, so nothing is told" }

func (k *call) lost(err error) error {
	u := &unreached{cause: err}
	if k.once != "" {
		u.hint = "; it may have been done all the same, so repeat it with --idempotency-key " + k.once
	}
	return u
}
