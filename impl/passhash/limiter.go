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
	asks    bool          // the caller waits for the slot now; guarded by limiter.mu, as the next one
	refused bool          // another caller got the place
	settled chan struct{} // closed when the caller gets a slot, or is refused
}

// slot is a place in the queue, and then the right to compute one hash at a time.
type slot struct {
	limiter *limiter
	path    path
	waiter  *waiter // in the queue; nil: it has left
	held    bool
	span    tracing.Span // while the hash is computed
}

func newLimiter(limit, queue int) *limiter {
	return &limiter{free: limit, capacity: queue, all: &share{}}
}

// acquire takes a slot, or a place in the queue and then a slot.
func (l *limiter) acquire(ctx context.Context, of Share) (*slot, error) {
	s, err := l.reserve(of)
	if err != nil {
		return nil, err
	}
	if err := s.wait(ctx); err != nil {
		s.release()
		return nil, err
	}
	return s, nil
}

// reserve takes a place in the queue. If the queue is full, it refuses at once: either this caller, or
// the newest one of a share that has at least two more waiting callers than this one's.
func (l *limiter) reserve(of Share) (*slot, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	p := l.all.find(of)
	if l.all.waiting >= l.capacity+l.free {
		l.refused++
		if !l.evictFor(p) {
			return nil, fault.ErrUnavailable
		}
	}
	s := &slot{limiter: l, path: p}
	leaf := s.enqueue()
	leaf.line = append(leaf.line, s.waiter)
	return s, nil
}

// wait waits for a slot. Without one, the place in the queue is lost. The spans of a trace tell the wait
// from the computation.
func (s *slot) wait(ctx context.Context) error {
	_, waiting := tracing.Start(ctx, "wait for hash", tracing.Internal)
	err := s.take(ctx)
	waiting.End()
	if err == nil {
		_, s.span = tracing.Start(ctx, "hash", tracing.Internal)
	}
	return err
}

// take takes a slot that is free, or waits for one.
func (s *slot) take(ctx context.Context) error {
	l := s.limiter
	l.mu.Lock()
	w := s.waiter
	switch {
	case ctx.Err() != nil:
		s.leave()
	case l.free > 0 && !w.refused: // then nobody else asks for it
		l.free--
		s.leave()
		s.path.begin(l.arrive())
		s.held = true
		l.mu.Unlock()
		return nil
	case !w.refused:
		s.path.ask()
		w.asks = true
	}
	l.mu.Unlock()
	return s.await(ctx, w)
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
		s.waiter = nil
		if w.refused {
			return fault.ErrUnavailable
		}
		s.held = true
		if ctx.Err() == nil {
			return nil
		}
		s.end()
	default:
		s.leave()
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
	if l.all.asking == 0 {
		l.mu.Unlock()
		return nil
	}
	s.path.end()
	s.held = false
	leaf := s.enqueue()
	leaf.line = slices.Insert(leaf.line, 0, s.waiter)
	s.path.ask()
	w := s.waiter
	w.asks = true
	l.grant()
	l.mu.Unlock()
	return s.await(ctx, w)
}

// release ends the use of a slot, or leaves the queue.
func (s *slot) release() {
	s.span.End()
	s.span = tracing.Span{}
	s.limiter.mu.Lock()
	defer s.limiter.mu.Unlock()
	s.leave()
	s.end()
}

// enqueue counts a new waiter, and returns the leaf with its line. The limiter is locked.
func (s *slot) enqueue() *share {
	s.waiter = &waiter{settled: make(chan struct{})}
	return s.path.enqueue(s.limiter.arrive())
}

// leave leaves the queue. The limiter is locked.
func (s *slot) leave() {
	w := s.waiter
	if w == nil {
		return
	}
	s.waiter = nil
	leaf := s.path[len(s.path)-1]
	if i := slices.Index(leaf.line, w); i >= 0 {
		leaf.line = slices.Delete(leaf.line, i, i+1)
		s.path.leave(w)
	}
}

// end gives the slot to the next caller. The limiter is locked.
func (s *slot) end() {
	if !s.held {
		return
	}
	s.held = false
	s.path.end()
	if s.limiter.all.asking > 0 {
		s.limiter.grant()
	} else {
		s.limiter.free++
	}
}

// grant gives a slot to the caller whose turn it is.
func (l *limiter) grant() {
	p := l.all.next()
	leaf := p[len(p)-1]
	i := slices.IndexFunc(leaf.line, func(w *waiter) bool { return w.asks })
	w := leaf.line[i]
	leaf.line = slices.Delete(leaf.line, i, i+1)
	p.leave(w)
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
	p.leave(w)
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
