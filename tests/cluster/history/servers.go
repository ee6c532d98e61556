package history

import (
	"slices"
	"sync"
	"time"

	"github.com/rekeyhq/rekey/tests/seed"
)

// servers are where clients send, and when faults were made.
type servers struct {
	mu     sync.Mutex
	urls   []string
	faults []*window
}

// window is the time of a fault; it has no end while the fault lasts.
type window struct{ start, end time.Time }

// Servers replaces the list of servers that clients choose from. A server that is down may stay in it: clients try
// the next one.
func (l *Load) Servers(urls ...string) {
	l.servers.mu.Lock()
	defer l.servers.mu.Unlock()
	l.servers.urls = slices.Clone(urls)
}

// Fault begins a time in which a connection may be cut, and an answer may not arrive; end ends it. Times may
// overlap. An answer 500, and 503 without Retry-After, is a violation at any time.
func (l *Load) Fault() (end func()) {
	l.servers.mu.Lock()
	defer l.servers.mu.Unlock()
	w := &window{start: time.Now()}
	l.servers.faults = append(l.servers.faults, w)
	return func() {
		l.servers.mu.Lock()
		defer l.servers.mu.Unlock()
		w.end = time.Now()
	}
}

// pick draws a server, another than the last one if there is another.
func (s *servers) pick(d *seed.Source, last string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	urls := slices.Clone(s.urls)
	if len(urls) > 1 {
		urls = slices.DeleteFunc(urls, func(u string) bool { return u == last })
	}
	return urls[d.IntN(len(urls))]
}

// broken tells whether there was a fault at any time from start to end.
func (s *servers) broken(start, end time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.ContainsFunc(s.faults, func(w *window) bool {
		return w.start.Before(end) && (w.end.IsZero() || w.end.After(start))
	})
}
