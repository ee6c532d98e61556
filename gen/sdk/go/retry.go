package rekey

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	mathrand "math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

// Bounds of the waiting between attempts.
const (
	firstWait = 200 * time.Millisecond
	mostWait  = 8 * time.Second
	mostAsked = time.Minute // a longer Retry-After is the caller's to wait
)

// send makes a call, and repeats it while that is useful and safe: reading
// is harmless, and a change with an Idempotency-Key is done once however often it arrives.
func (c *Client) send(ctx context.Context, r *request, s *settings, body []byte) (*http.Response, int, func(), error) {
	target := r.target(c.base)
	for n := 1; ; n++ {
		resp, done, err := c.attempt(ctx, r, target, s, body)
		wait, again := pause(n, resp, err)
		if !again || n > s.retries || !r.safe() || ctx.Err() != nil {
			if err != nil {
				return nil, n, nil, &ConnectionError{Operation: r.id, Attempts: n, cause: err}
			}
			return resp, n, done, nil
		}
		if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < wait {
			if err != nil {
				return nil, n, nil, &ConnectionError{Operation: r.id, Attempts: n, cause: err}
			}
			return resp, n, done, nil // the answer says more than a deadline would
		}
		if err == nil {
			s.trace(ctx, r, resp, nil, n)
			done()
		}
		timer := time.NewTimer(wait)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return nil, n, nil, &ConnectionError{Operation: r.id, Attempts: n, cause: ctx.Err()}
		}
	}
}

func (r *request) safe() bool {
	return r.method == http.MethodGet || r.method == http.MethodHead || r.idempotent
}

// attempt makes a call once. The deadline covers the reading of the body too, unless the
// answer is a stream; done ends both.
func (c *Client) attempt(ctx context.Context, r *request, target string, s *settings, body []byte) (*http.Response, func(), error) {
	ctx, cancel := context.WithCancelCause(ctx)
	timer := time.AfterFunc(s.timeout, func() { cancel(errTooLong) })
	done := func() { timer.Stop(); cancel(nil) }
	req, err := newRequest(ctx, r, target, s, body)
	if err != nil {
		done()
		return nil, nil, err
	}
	resp, err := s.doer.Do(req)
	if err != nil {
		if errors.Is(context.Cause(ctx), errTooLong) {
			err = errTooLong
		}
		done()
		s.traceLost(ctx, r, err)
		return nil, nil, err
	}
	if r.accepts == streamType {
		timer.Stop()
	}
	return resp, func() { _ = resp.Body.Close(); done() }, nil
}

const streamType = "application/x-ndjson"

var errTooLong error = tooLong{}

type tooLong struct{}

func (tooLong) Error() string { return "no answer within the timeout" }
func (tooLong) Timeout() bool { return true }
func (tooLong) Is(target error) bool {
	return target == context.DeadlineExceeded
}

// pause is how long to wait before the next attempt, if one makes sense.
func pause(n int, resp *http.Response, err error) (time.Duration, bool) {
	backoff := min(firstWait<<(n-1), mostWait)
	jittered := backoff/2 + mathrand.N(backoff/2+1)
	if err != nil {
		return jittered, !errors.Is(err, context.Canceled)
	}
	switch resp.StatusCode {
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		asked, told := retryAfter(resp.Header)
		if !told {
			return jittered, true
		}
		return asked + mathrand.N(firstWait), asked <= mostAsked
	case http.StatusBadGateway, http.StatusGatewayTimeout: // of a proxy in between
		return jittered, true
	}
	return 0, false
}

// retryAfter reads both forms of RFC 9110, section 10.2.3.
func retryAfter(h http.Header) (time.Duration, bool) {
	text := h.Get("Retry-After")
	if seconds, err := strconv.Atoi(text); err == nil && seconds >= 0 {
		return time.Duration(seconds) * time.Second, true
	}
	if at, err := http.ParseTime(text); err == nil {
		return max(0, time.Until(at)), true
	}
	return 0, false
}

func newKey() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails since Go 1.24
	return hex.EncodeToString(b[:])
}

// ConnectionError says that no answer came. A change of a surface without an
// Idempotency-Key may still have been made.
type ConnectionError struct {
	Operation string
	Attempts  int
	cause     error
}

func (e *ConnectionError) Error() string {
	return fmt.Sprintf("rekey: %s: no answer after %d attempts: %s", e.Operation, e.Attempts, reason(e.cause))
}

// Unwrap gives the cause, for instance context.DeadlineExceeded.
func (e *ConnectionError) Unwrap() error { return e.cause }
