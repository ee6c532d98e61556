package passhash

import (
	"context"
	"sync/atomic"

	"github.com/rekeyhq/rekey/impl/fault"
)

// limiter bounds the running hashes and the waiting callers, so that a flood of logins takes neither all
// memory nor all processors (OWASP API4:2023).
type limiter struct {
	slots   chan struct{}
	queue   int64
	waiting atomic.Int64
}

func newLimiter(limit, queue int) *limiter {
	return &limiter{slots: make(chan struct{}, limit), queue: int64(queue)}
}

// acquire takes a slot, in order of arrival. It refuses at once if the queue is full.
func (l *limiter) acquire(ctx context.Context) (release func(), err error) {
	if ctx.Err() != nil {
		return nil, fault.ErrUnavailable.Because(ctx.Err())
	}
	select {
	case l.slots <- struct{}{}:
		return l.release, nil
	default:
	}
	if !l.enqueue() {
		return nil, fault.ErrUnavailable
	}
	defer l.waiting.Add(-1)
	select {
	case l.slots <- struct{}{}:
		return l.release, nil
	case <-ctx.Done():
		return nil, fault.ErrUnavailable.Because(ctx.Err())
	}
}

// enqueue counts a caller as waiting unless the queue is full. The count never exceeds the queue, not
// even for a moment.
func (l *limiter) enqueue() bool {
	for {
		n := l.waiting.Load()
		if n >= l.queue {
			return false
		}
		if l.waiting.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

func (l *limiter) release() { <-l.slots }

func (l *limiter) stats() (running, waiting int) {
	return len(l.slots), int(l.waiting.Load())
}
