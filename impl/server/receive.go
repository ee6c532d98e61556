package server

import (
	"errors"
	"io"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/fault"
)

// Bounds of the bodies that are on their way.
const (
	bodyWithin = 5 * time.Second
	bodiesRoom = 64 << 20 // bytes, of all bodies together
	bodyBegins = 512      // bytes of room that a body takes first; it doubles as they come
)

// receiver reads bodies before their requests take a place, so that those who send slowly
// keep nobody out (CWE-400). What they hold is a connection, and room for what they sent.
type receiver struct {
	within time.Duration
	room   atomic.Int64 // bytes that are left
}

func newReceiver(within time.Duration, room int64) *receiver {
	r := &receiver{within: within}
	r.room.Store(room)
	return r
}

// received is a body that was read, or as much of it as came.
type received struct {
	data []byte
	err  error // why there is no more
	at   int
}

// Read gives what was received.
func (b *received) Read(p []byte) (int, error) {
	if b.at == len(b.data) {
		if b.err != nil {
			return 0, b.err
		}
		return 0, io.EOF
	}
	n := copy(p, b.data[b.at:])
	b.at += n
	return n, nil
}

// Close does nothing: the server closes what came over the line.
func (b *received) Close() error { return nil }

// receive is the middleware. A body that its length says is too large stays unread, and
// so does one that nobody asked for.
func (s *Server) receive(g *gin.Context) {
	r := g.Request
	if g.FullPath() == "" || r.Body == nil || r.Body == http.NoBody || r.ContentLength > maxBody {
		g.Next()
		return
	}
	line := http.NewResponseController(g.Writer)
	_ = line.SetReadDeadline(time.Now().Add(s.bodies.within))
	b := s.bodies.read(r.Body)
	defer func() { s.bodies.room.Add(int64(cap(b.data))) }()
	if b.err == nil {
		_ = line.SetReadDeadline(time.Time{}) // what comes next has times of its own
	} else {
		g.Header("Connection", "close")
	}
	r.Body = b
	g.Next()
}

// read takes room as the body comes, up to one byte more than a body may have.
func (v *receiver) read(body io.Reader) *received {
	b := &received{}
	for len(b.data) <= maxBody {
		if len(b.data) == cap(b.data) {
			size := min(max(bodyBegins, 2*cap(b.data)), maxBody+1)
			more := int64(size - cap(b.data))
			if v.room.Add(-more) < 0 {
				v.room.Add(more)
				b.err = fault.ErrUnavailable
				return b
			}
			b.data = append(make([]byte, 0, size), b.data...)
		}
		n, err := body.Read(b.data[len(b.data):cap(b.data)])
		b.data = b.data[:len(b.data)+n]
		if errors.Is(err, io.EOF) {
			return b
		}
		if err != nil {
			b.err = err
			return b
		}
	}
	return b
}
