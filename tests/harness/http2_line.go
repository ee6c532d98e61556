package harness

import (
	"bytes"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"testing"
	"time"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
)

// HTTP2Line is a connection of a client that sends any frames it likes.
type HTTP2Line struct {
	*http2.Framer
	conn    net.Conn
	encoder *hpack.Encoder
	block   bytes.Buffer
}

// NewHTTP2Line connects to a server with prior knowledge.
func NewHTTP2Line(t testing.TB, base string) *HTTP2Line {
	t.Helper()
	at, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	conn, err := net.Dial("tcp", at.Host)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(time.Minute)); err != nil { // so that no test waits for ever
		t.Fatal(err)
	}
	if _, err := io.WriteString(conn, http2.ClientPreface); err != nil {
		t.Fatal(err)
	}
	l := &HTTP2Line{Framer: http2.NewFramer(conn, conn), conn: conn}
	l.ReadMetaHeaders = hpack.NewDecoder(4096, nil)
	l.encoder = hpack.NewEncoder(&l.block)
	if err := l.WriteSettings(); err != nil {
		t.Fatal(err)
	}
	return l
}

// Block is the encoded header of a POST.
func (l *HTTP2Line) Block(path string, header ...hpack.HeaderField) []byte {
	l.block.Reset()
	for _, f := range append([]hpack.HeaderField{
		{Name: ":method", Value: http.MethodPost}, {Name: ":scheme", Value: "http"}, {Name: ":authority", Value: "localhost"}, {Name: ":path", Value: path},
	}, header...) {
		_ = l.encoder.WriteField(f) // into memory
	}
	return bytes.Clone(l.block.Bytes())
}

// Open begins a stream; whole says that it has no body.
func (l *HTTP2Line) Open(stream uint32, whole bool, path string, header ...hpack.HeaderField) error {
	return l.WriteHeaders(http2.HeadersFrameParam{StreamID: stream, BlockFragment: l.Block(path, header...), EndStream: whole, EndHeaders: true})
}

// ErrEnded says that the server ended the connection.
var ErrEnded = errors.New("the server ended the connection")

// HTTP2Answer is the end of a stream.
type HTTP2Answer struct {
	Stream  uint32
	Status  int // 0: the stream was reset
	Reset   http2.ErrCode
	Trailer map[string]string // with the header
}

// Next waits for the next end of a stream. It acknowledges what the server asks meanwhile.
func (l *HTTP2Line) Next(headers map[uint32]*HTTP2Answer) (*HTTP2Answer, error) {
	for {
		frame, err := l.ReadFrame()
		if err != nil {
			return nil, errors.Join(ErrEnded, err)
		}
		ended := false
		switch f := frame.(type) {
		case *http2.SettingsFrame:
			if !f.IsAck() {
				_ = l.WriteSettingsAck() // the next read fails, too
			}
		case *http2.GoAwayFrame:
			return nil, ErrEnded
		case *http2.MetaHeadersFrame:
			a := headers[f.StreamID]
			if a == nil {
				a = &HTTP2Answer{Stream: f.StreamID, Trailer: map[string]string{}}
				headers[f.StreamID] = a
				a.Status, _ = strconv.Atoi(f.PseudoValue("status"))
			}
			for _, field := range f.Fields {
				a.Trailer[field.Name] = field.Value
			}
			ended = f.StreamEnded()
		case *http2.DataFrame:
			ended = f.StreamEnded()
		case *http2.RSTStreamFrame:
			a := headers[f.StreamID]
			if a == nil || a.Status == 0 {
				return &HTTP2Answer{Stream: f.StreamID, Reset: f.ErrCode}, nil
			}
		}
		if ended {
			return headers[frame.Header().StreamID], nil
		}
	}
}
