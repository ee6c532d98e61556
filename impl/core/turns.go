package core

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/rekeyhq/rekey/impl/fault"
)

const (
	turnWithin = 5 * time.Second // how long somebody waits for those who try the same
	maxLine    = 64              // how many wait so at one server, for one secret
	// turnPoll is how often the first in line looks for what other servers settled; what
	// this one settles, he is told.
	turnPoll = 50 * time.Millisecond
)

var (
	errLineFull = errors.New("core: too many wait to try the same secret")
	errNoTurn   = errors.New("core: those who try the same secret did not end in time")
)

// turns are the lines of those who want to try a secret at this server: only who is first
// in line asks the database, so that they do not hinder each other there. It holds no
// connection and no place of the hash limiter.
type turns struct {
	mu    sync.Mutex
	lines map[string]*line
}

type line struct {
	people int           // guarded by turns.mu
	first  chan struct{} // holds who is first in line
	moved  chan struct{} // a try was settled here
}

func newTurns() *turns { return &turns{lines: map[string]*line{}} }

func (t *turns) join(key string) (*line, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	l := t.lines[key]
	if l == nil {
		l = &line{first: make(chan struct{}, 1), moved: make(chan struct{}, 1)}
		t.lines[key] = l
	}
	if l.people > maxLine { // those who wait, and who is first
		return nil, fault.ErrUnavailable.Because(errLineFull)
	}
	l.people++
	return l, nil
}

func (t *turns) leave(key string, l *line) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if l.people--; l.people == 0 {
		delete(t.lines, key)
	}
}

// settled tells who is first in line that a try was settled.
func (t *turns) settled(key string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if l := t.lines[key]; l != nil {
		select {
		case l.moved <- struct{}{}:
		default:
		}
	}
}

// inTurn calls take, in the order of arrival, until it is done or the wait is over. It
// tells whether somebody waited.
func (t *turns) inTurn(ctx context.Context, key string, take func() (done bool, err error)) (waited bool, err error) {
	l, err := t.join(key)
	if err != nil {
		return false, err
	}
	defer t.leave(key, l)
	ctx, cancel := context.WithTimeoutCause(ctx, turnWithin, errNoTurn)
	defer cancel()
	select {
	case l.first <- struct{}{}:
	default:
		waited = true
		select {
		case l.first <- struct{}{}:
		case <-ctx.Done():
			return true, fault.ErrUnavailable.Because(context.Cause(ctx))
		}
	}
	defer func() { <-l.first }()
	poll := time.NewTicker(turnPoll)
	defer poll.Stop()
	for {
		if done, err := take(); done || err != nil {
			return waited, err
		}
		waited = true
		select {
		case <-l.moved:
		case <-poll.C:
		case <-ctx.Done():
			return true, fault.ErrUnavailable.Because(context.Cause(ctx))
		}
	}
}
