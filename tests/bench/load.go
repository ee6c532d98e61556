package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// request is one call, by its number: no two bodies need be alike.
type request func(n int) (*http.Request, error)

// client keeps its connections: what is measured is the service, not TCP.
func newClient() *http.Client {
	return &http.Client{
		Timeout:   30 * time.Second,
		Transport: &http.Transport{MaxIdleConns: 1024, MaxIdleConnsPerHost: 1024},
	}
}

// do makes a call and reads the answer whole. Anything but 200 is an error.
func do(client *http.Client, make request, n int) error {
	r, err := make(n)
	if err != nil {
		return err
	}
	resp, err := client.Do(r)
	if err != nil {
		return err
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(io.LimitReader(resp.Body, 1<<16))
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s %s answered %d: %.200s", r.Method, r.URL.Path, resp.StatusCode, body)
	}
	return nil
}

func get(url string) (*http.Request, error) { return http.NewRequest(http.MethodGet, url, nil) }

func send(method, url, token string, body []byte) (*http.Request, error) {
	r, err := http.NewRequest(method, url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	return r, nil
}

// loop is a number of clients that each ask again as soon as they were answered.
type loop struct {
	done    atomic.Int64
	stopped atomic.Bool
	clients sync.WaitGroup
	mu      sync.Mutex
	err     error // the first; guarded by mu
}

func startLoop(client *http.Client, clients int, make request) *loop {
	l := &loop{}
	for c := range clients {
		l.clients.Go(func() {
			for n := c; !l.stopped.Load(); n += clients {
				if err := do(client, make, n); err != nil {
					l.fail(err)
					return
				}
				l.done.Add(1)
			}
		})
	}
	return l
}

func (l *loop) fail(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err == nil {
		l.err = err
	}
	l.stopped.Store(true)
}

// stop lets every client finish its call, so that no work is left for the next phase.
func (l *loop) stop() error {
	l.stopped.Store(true)
	l.clients.Wait()
	return l.err
}

// closed runs clients in a loop and answers how many calls were answered.
func closed(ctx context.Context, client *http.Client, clients int, length time.Duration, make request) (int, error) {
	l := startLoop(client, clients, make)
	err := errors.Join(wait(ctx, time.Now().Add(length)), l.stop())
	return int(l.done.Load()), err
}

// latencies of calls at a fixed rate.
type latencies struct {
	P50, P99 time.Duration
	Longest  time.Duration
	Calls    int
}

// fixedRate makes calls at their times, whether or not earlier ones were answered, and
// counts from the time a call was due: a server that stalls is charged for every call
// that it kept waiting.
func fixedRate(ctx context.Context, client *http.Client, perSecond int, length time.Duration, make request) (latencies, error) {
	calls := int(length.Seconds() * float64(perSecond))
	took, errs := slices.Repeat([]time.Duration{0}, calls), slices.Repeat([]error{nil}, calls)
	began := time.Now()
	var pending sync.WaitGroup
	for n := range calls {
		due := began.Add(time.Duration(n) * time.Second / time.Duration(perSecond))
		if err := wait(ctx, due); err != nil {
			pending.Wait()
			return latencies{}, err
		}
		pending.Go(func() {
			errs[n] = do(client, make, n)
			took[n] = time.Since(due)
		})
	}
	pending.Wait()
	slices.Sort(took)
	return latencies{P50: took[rank(calls, 50)], P99: took[rank(calls, 99)], Longest: took[calls-1], Calls: calls}, first(errs)
}

func rank(n, percent int) int { return (n*percent+99)/100 - 1 }

func first(errs []error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func wait(ctx context.Context, until time.Time) error {
	timer := time.NewTimer(time.Until(until))
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
