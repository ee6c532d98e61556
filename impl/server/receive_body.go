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

const (
	bodyTimeout     = 5 * time.Second // until a body has arrived
	bodiesMemory    = 64 << 20        // bytes, of all bodies together
	firstBufferSize = 512             // bytes; the buffer of a body doubles as more arrives
)

// bodyReceiver reads bodies into a limited memory that all requests share. It reads a body before the
// request occupies one of the slots for concurrent requests, so that slow senders do not block other
// clients (CWE-400): a slow sender occupies a connection, and memory for the bytes that arrived.
type bodyReceiver struct {
	timeout    time.Duration
	freeMemory atomic.Int64 // bytes
}

func newBodyReceiver(timeout time.Duration, memory int64) *bodyReceiver {
	r := &bodyReceiver{timeout: timeout}
	r.freeMemory.Store(memory)
	return r
}

// receivedBody is a body, or the part of it that arrived.
type receivedBody struct {
	data []byte
	err  error // why the rest is missing; nil: nothing is missing
	read int   // how many bytes of data Read has returned
}

// Read returns what arrived, and then the reason why the rest is missing.
func (b *receivedBody) Read(p []byte) (int, error) {
	if b.read == len(b.data) {
		if b.err != nil {
			return 0, b.err
		}
		return 0, io.EOF
	}
	n := copy(p, b.data[b.read:])
	b.read += n
	return n, nil
}

// Close does nothing: net/http closes the original body.
func (b *receivedBody) Close() error { return nil }

// receive is the middleware that replaces the body of a request by what arrived of it. It leaves the
// body unread if the path is unknown or the Content-Length is too large: such a request is refused
// whatever its body holds.
func (s *Server) receive(g *gin.Context) {
	r := g.Request
	if g.FullPath() == "" || r.Body == nil || r.Body == http.NoBody || r.ContentLength > maxBody {
		g.Next()
		return
	}
	connection := http.NewResponseController(g.Writer) // of this stream alone, in HTTP/2
	_ = connection.SetReadDeadline(time.Now().Add(s.bodies.timeout))
	b := s.bodies.read(r.Body)
	defer func() { s.bodies.freeMemory.Add(int64(cap(b.data))) }()
	if b.err == nil {
		_ = connection.SetReadDeadline(time.Time{}) // the body has arrived: net/http sets the deadline of the next request
	} else if r.ProtoMajor == 1 { // the rest of the body may still arrive: the connection cannot carry another request
		g.Header("Connection", "close")
	} // in HTTP/2 the end of the handler resets the stream, and the connection carries on
	if errors.Is(b.err, fault.ErrUnavailable) {
		s.metrics.noMemory.Inc()
	}
	r.Body = b
	g.Next()
}

// read reserves memory as the body arrives. It stops after maxBody bytes and one more: the extra byte
// shows readBody that the body is too large. The caller frees the memory.
func (r *bodyReceiver) read(body io.Reader) *receivedBody {
	b := &receivedBody{}
	for len(b.data) <= maxBody {
		if len(b.data) == cap(b.data) {
			size := min(max(firstBufferSize, 2*cap(b.data)), maxBody+1)
			more := int64(size - cap(b.data)) // bytes to reserve
			if r.freeMemory.Add(-more) < 0 {
				r.freeMemory.Add(more)
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
