package passhash

import (
	"context"
	"slices"
	"sync"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/tracing"
)

// limiter bounds the running hashes and the waiting callers, so that a flood of logins takes neither all
// memory nor all processors (OWASP API4:2023). Slots and places in the queue are shared fairly: first
// between the applications, then between the tenants of an application, then between the two kinds of
// work of a tenant. In one kind, callers are served in order of arrival.
type limiter struct {
	mu       sync.Mutex
	free     int // slots
	capacity int // callers that may wait
	all      *share
	arrivals uint64
	refused  uint64
}

// waiter is a caller in the queue.
type waiter struct {
	settled chan struct{} // closed when the caller gets a slot, or is refused
	refused bool          // guarded by limiter.mu
}

// slot is the right to compute one hash at a time.
type slot struct {
	limiter *limiter
	path    path
	held    bool
	span    tracing.Span // while the hash is computed
}

func newLimiter(limit, queue int) *limiter {
	return &limiter{free: limit, capacity: queue, all: &share{}}
}

// acquire takes a slot. If the queue is full, it refuses at once: either this caller, or the newest one
// of a share that has at least two more waiting callers than this one's.
func (l *limiter) acquire(ctx context.Context, of Share) (*slot, error) {
	if ctx.Err() != nil {
		return nil, fault.ErrUnavailable.Because(ctx.Err())
	}
	l.mu.Lock()
	s := &slot{limiter: l, path: l.all.find(of)}
	if l.free > 0 { // then nobody waits
		l.free--
		s.path.begin(l.arrive())
		s.held = true
		l.mu.Unlock()
		return s, nil
	}
	if l.all.waiting >= l.capacity {
		l.refused++
		if !l.evictFor(s.path) {
			l.mu.Unlock()
			return nil, fault.ErrUnavailable
		}
	}
	w := &waiter{settled: make(chan struct{})}
	leaf := s.path.enqueue(l.arrive())
	leaf.line = append(leaf.line, w)
	l.mu.Unlock()
	return s, s.await(ctx, w)
}

// await waits until the caller gets the slot or is refused, or the context ends.
func (s *slot) await(ctx context.Context, w *waiter) error {
	select {
	case <-w.settled:
	case <-ctx.Done():
	}
	l := s.limiter
	l.mu.Lock()
	defer l.mu.Unlock()
	select {
	case <-w.settled:
		if w.refused {
			return fault.ErrUnavailable
		}
		s.held = true
		if ctx.Err() == nil {
			return nil
		}
		s.end()
	default:
		leaf := s.path[len(s.path)-1]
		leaf.line = slices.DeleteFunc(leaf.line, func(other *waiter) bool { return other == w })
		s.path.leave()
	}
	return fault.ErrUnavailable.Because(ctx.Err())
}

// yield lets a waiting caller have the slot if it is its turn, and waits for the next one. The caller
// goes to the head of its line, and keeps its place if the queue is full.
func (s *slot) yield(ctx context.Context) error {
	if ctx.Err() != nil {
		return fault.ErrUnavailable.Because(ctx.Err())
	}
	l := s.limiter
	l.mu.Lock()
	if l.all.waiting == 0 {
		l.mu.Unlock()
		return nil
	}
	w := &waiter{settled: make(chan struct{})}
	s.path.end()
	s.held = false
	leaf := s.path.enqueue(l.arrive())
	leaf.line = slices.Insert(leaf.line, 0, w)
	l.grant()
	l.mu.Unlock()
	return s.await(ctx, w)
}

// release ends the use of a slot, if it is still held.
func (s *slot) release() {
	s.span.End()
	s.limiter.mu.Lock()
	defer s.limiter.mu.Unlock()
	s.end()
}

// end gives the slot to the next caller. The limiter is locked.
func (s *slot) end() {
	if !s.held {
		return
	}
	s.held = false
	s.path.end()
	if s.limiter.all.waiting > 0 {
		s.limiter.grant()
	} else {
		s.limiter.free++
	}
}

// grant gives a slot to the caller whose turn it is.
func (l *limiter) grant() {
	p := l.all.next()
	leaf := p[len(p)-1]
	w := leaf.line[0]
	leaf.line = slices.Delete(leaf.line, 0, 1)
	p.leave()
	p.begin(l.arrive())
	close(w.settled)
}

// evictFor makes room in a full queue for a caller whose share has fewer waiting callers than another.
func (l *limiter) evictFor(newcomer path) bool {
	p, fuller := l.all.fullest(newcomer)
	if !fuller {
		return false
	}
	leaf := p[len(p)-1]
	last := len(leaf.line) - 1
	w := leaf.line[last]
	leaf.line = leaf.line[:last]
	p.leave()
	w.refused = true
	close(w.settled)
	return true
}

func (l *limiter) arrive() uint64 {
	l.arrivals++
	return l.arrivals
}

func (l *limiter) stats() (running, waiting int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.all.running, l.all.waiting
}

// refusals counts the callers that the full queue turned away.
func (l *limiter) refusals() uint64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.refused
}
