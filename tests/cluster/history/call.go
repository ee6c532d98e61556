package history

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/rekeyhq/rekey/tests/seed"
)

// Request is an operation to send. UserID and Body may be empty.
type Request struct {
	Kind   Kind
	Client int
	UserID string
	Method string
	Path   string
	Body   any
	Token  string // instead of the load's API key
	Key    string // Idempotency-Key; drawn if empty, and none for GET
}

// pauses between attempts.
const (
	shortPause   = 50 * time.Millisecond
	longestPause = time.Second
)

// Do sends a request until its outcome is known, and adds it to the history. What is wrong with the answers is
// recorded. The source may be used by one goroutine at a time.
func (l *Load) Do(d *seed.Source, q Request) *Operation {
	o := &Operation{Kind: q.Kind, Client: q.Client, UserID: q.UserID, Key: q.Key, Start: time.Now()}
	if o.Key == "" && q.Method != http.MethodGet {
		o.Key = seed.Text(d)
	}
	var body []byte
	if q.Body != nil {
		body, _ = json.Marshal(q.Body) // maps of texts
	}
	ctx, cancel := context.WithTimeout(l.ctx, l.set.SettleWithin)
	defer cancel()
	o.Outcome = Unsettled
	for server := ""; ctx.Err() == nil; {
		server = l.servers.pick(d, server)
		wait, done := l.attempt(ctx, o, q, attempt{Attempt{Server: server, RequestID: seed.Text(d)}, body})
		if done {
			break
		}
		pause(ctx, wait)
	}
	o.End = time.Now()
	if o.Outcome == Unsettled && l.ctx.Err() == nil {
		last := o.Attempts[len(o.Attempts)-1]
		l.record.violate(Answer, "%s has no outcome after %v and %d attempts; the last one: %d %s %s", o.Kind, l.set.SettleWithin,
			len(o.Attempts), last.Status, last.Code, last.Err)
	}
	l.record.add(o)
	return o
}

type attempt struct {
	Attempt
	body []byte
}

// attempt sends a request once, and judges its answer. It returns how long to wait before the next one.
func (l *Load) attempt(ctx context.Context, o *Operation, q Request, a attempt) (wait time.Duration, done bool) {
	a.Start = time.Now()
	answer, body, err := l.send(ctx, o.Key, q, a)
	a.End = time.Now()
	if err == nil {
		a.Status, a.Code = answer.StatusCode, code(body)
	} else {
		a.Err = err.Error()
	}
	o.Attempts = append(o.Attempts, a.Attempt)
	l.record.count(func(f *Figures) { f.Attempts++ })
	if err != nil {
		l.unanswered(o, a.Attempt, err)
		return shortPause, false
	}
	o.Status, o.Code, o.Body = a.Status, a.Code, body
	return l.judge(o, a.Attempt, answer.Header)
}

// judge sets the outcome, if the answer says it.
func (l *Load) judge(o *Operation, a Attempt, header http.Header) (wait time.Duration, done bool) {
	after, said := retryAfter(header)
	switch {
	case a.Status == http.StatusConflict && a.Code == "idempotency_in_progress":
		l.record.count(func(f *Figures) { f.Waited++ })
		return after, false
	case a.Status == http.StatusConflict && (a.Code == "idempotency_answer_lost" || a.Code == "idempotency_answer_gone"):
		o.Outcome, o.AnswerLost = Acknowledged, true
		l.record.count(func(f *Figures) { f.Replayed++ })
		return 0, true
	case a.Status == http.StatusTooManyRequests:
		l.record.count(func(f *Figures) { f.Limited++ })
		return after, false
	case a.Status >= 500:
		l.record.count(func(f *Figures) { f.Unknown++; f.Unavailable++ })
		if a.Status != http.StatusServiceUnavailable {
			l.record.violate(Answer, "%s was answered %d %s by %s (request %s)", o.Kind, a.Status, a.Code, a.Server, a.RequestID)
		} else if !said {
			l.record.violate(Answer, "%s was answered 503 without Retry-After by %s (request %s)", o.Kind, a.Server, a.RequestID)
		}
		return after, false
	case a.Status >= 400:
		o.Outcome = Refused
	default:
		o.Outcome = Acknowledged
	}
	if header.Get("Idempotency-Replayed") != "" {
		l.record.count(func(f *Figures) { f.Replayed++ })
	}
	return 0, true
}

// unanswered records an attempt without an answer. A server that is not there, so that nothing was sent to it, is
// nothing wrong: the list of servers may name one that is down.
func (l *Load) unanswered(o *Operation, a Attempt, err error) {
	if l.ctx.Err() != nil {
		return // the load ended
	}
	l.record.count(func(f *Figures) { f.Unknown++ })
	if !notConnected(err) && !l.servers.broken(a.Start, a.End) {
		l.record.violate(Answer, "%s at %s (request %s) has no answer without a fault: %v after %v", o.Kind, a.Server, a.RequestID, err,
			a.End.Sub(a.Start).Round(time.Millisecond))
	}
}

func (l *Load) send(ctx context.Context, key string, q Request, a attempt) (*http.Response, []byte, error) {
	r, err := http.NewRequestWithContext(ctx, q.Method, a.Server+q.Path, bytes.NewReader(a.body))
	if err != nil {
		return nil, nil, err
	}
	token := q.Token
	if token == "" {
		token = l.key
	}
	r.Header.Set("Authorization", "Bearer "+token)
	r.Header.Set("X-Request-Id", a.RequestID)
	if key != "" {
		r.Header.Set("Idempotency-Key", key)
	}
	if a.body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	answer, err := l.http.Do(r)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err == nil && answer.Header.Get("X-Request-Id") != a.RequestID {
		err = fmt.Errorf("the answer has the X-Request-Id %q", answer.Header.Get("X-Request-Id"))
	}
	return answer, body, err
}

// code is that of a problem.
func code(body []byte) string {
	var problem struct{ Code string }
	_ = json.Unmarshal(body, &problem) // another answer has none
	return problem.Code
}

func retryAfter(h http.Header) (time.Duration, bool) {
	seconds, err := strconv.Atoi(h.Get("Retry-After"))
	if err != nil || seconds < 1 {
		return shortPause, false
	}
	return min(time.Duration(seconds)*time.Second, longestPause), true
}

// notConnected tells whether the connection was not made, so that nothing was sent.
func notConnected(err error) bool {
	var operation *net.OpError
	return errors.As(err, &operation) && operation.Op == "dial"
}

func pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
