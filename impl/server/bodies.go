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

// Bounds of the bodies that are being received.
const (
	bodyTimeout   = 5 * time.Second
	bodiesMemory  = 64 << 20 // bytes, of all bodies together
	bodyFirstSize = 512      // bytes of the first buffer; it doubles as more arrives
)

// bodyReceiver reads a body before its request occupies one of the slots for concurrent requests, so
// that slow senders do not block other clients (CWE-400). A slow sender occupies a connection, and
// memory for the bytes that it sent.
type bodyReceiver struct {
	timeout time.Duration
	free    atomic.Int64 // bytes of memory
}

func newBodyReceiver(timeout time.Duration, memory int64) *bodyReceiver {
	r := &bodyReceiver{timeout: timeout}
	r.free.Store(memory)
	return r
}

// receivedBody is a body, or the part of it that arrived.
type receivedBody struct {
	data []byte
	err  error // why the rest is missing
	at   int
}

// Read returns what was received.
func (b *receivedBody) Read(p []byte) (int, error) {
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

// Close does nothing: net/http closes the body that it made.
func (b *receivedBody) Close() error { return nil }

// receive is the middleware. It does not read a body whose Content-Length is too large, nor a body
// that is sent to an unknown path.
func (s *Server) receive(g *gin.Context) {
	r := g.Request
	if g.FullPath() == "" || r.Body == nil || r.Body == http.NoBody || r.ContentLength > maxBody {
		g.Next()
		return
	}
	connection := http.NewResponseController(g.Writer)
	_ = connection.SetReadDeadline(time.Now().Add(s.bodies.timeout))
	b := s.bodies.read(r.Body)
	defer func() { s.bodies.free.Add(int64(cap(b.data))) }()
	if b.err == nil {
		_ = connection.SetReadDeadline(time.Time{}) // net/http sets the deadlines of what follows
	} else {
		g.Header("Connection", "close")
	}
	r.Body = b
	g.Next()
}

// read reserves memory as the body arrives, up to one byte more than a body may have.
func (v *bodyReceiver) read(body io.Reader) *receivedBody {
	b := &receivedBody{}
	for len(b.data) <= maxBody {
		if len(b.data) == cap(b.data) {
			size := min(max(bodyFirstSize, 2*cap(b.data)), maxBody+1)
			more := int64(size - cap(b.data))
			if v.free.Add(-more) < 0 {
				v.free.Add(more)
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
