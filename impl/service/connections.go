package service

import (
	"context"
	"net"
	"net/http"
	"sync"
	"time"
)

// firstRequestWithin is how long a stop waits for the first request of a connection. Clients send it as soon as they are
// connected; one that connected in advance finds the connection closed.
const firstRequestWithin = time.Second

// connections are those that may have sent a request which no handler has yet, by the client's address. When
// Shutdown was called, net/http closes such a connection without an answer, although the client did nothing wrong and
// cannot know whether the request was carried out.
type connections struct {
	mu      sync.Mutex
	waiting map[string]bool
	none    chan struct{} // closed when there are none, if somebody waits
}

func newConnections() *connections { return &connections{waiting: map[string]bool{}} }

// changed follows the states of a connection (http.Server.ConnState).
func (c *connections) changed(conn net.Conn, state http.ConnState) {
	if state == http.StateNew || state == http.StateActive {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.waiting[conn.RemoteAddr().String()] = true
		return
	}
	c.remove(conn.RemoteAddr().String())
}

func (c *connections) remove(address string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.waiting, address)
	if len(c.waiting) == 0 && c.none != nil {
		close(c.none)
		c.none = nil
	}
}

// follow removes a connection when its request arrives at the handler: from then on Shutdown waits for it.
func (c *connections) follow(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c.remove(r.RemoteAddr)
		next.ServeHTTP(w, r)
	})
}

// await returns when each request that was sent has a handler, at the latest after firstRequestWithin.
func (c *connections) await(ctx context.Context) {
	c.mu.Lock()
	if len(c.waiting) == 0 {
		c.mu.Unlock()
		return
	}
	none := make(chan struct{})
	c.none = none
	c.mu.Unlock()
	ctx, cancel := context.WithTimeout(ctx, firstRequestWithin)
	defer cancel()
	select {
	case <-none:
	case <-ctx.Done():
	}
}
