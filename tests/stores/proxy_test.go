package stores_test

import (
	"io"
	"net"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"
)

// A cut is the moment at which the line to the server breaks.
type cut int32

const (
	never    cut = iota
	before       // COMMIT never reaches the server
	at           // COMMIT is on its way to the server
	answered     // the server has committed, its answer never reaches the client
	silent       // the same, but the line stays
)

// proxy passes a server's protocol on, and cuts the line at the next COMMIT.
type proxy struct {
	next   atomic.Int32
	refuse atomic.Pointer[string] // the statement that the next time does not reach the server, and is answered with an error
	server string
	listen net.Listener
	group  sync.WaitGroup
}

func newProxy(t testing.TB, server string) *proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	p := &proxy{server: server, listen: l}
	p.group.Go(p.accept)
	t.Cleanup(func() {
		_ = l.Close()
		p.group.Wait()
	})
	return p
}

// through gives the URL of a database by way of the proxy.
func (p *proxy) through(t testing.TB, dbURL string) string {
	t.Helper()
	u, err := url.Parse(dbURL)
	must(t, err)
	u.Host = p.listen.Addr().String()
	return u.String()
}

func (p *proxy) accept() {
	for {
		client, err := p.listen.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", p.server)
		if err != nil {
			_ = client.Close()
			continue
		}
		l := &line{client: client, server: server, proxy: p}
		p.group.Go(l.up)
		p.group.Go(l.down)
	}
}

// line is one connection.
type line struct {
	client, server net.Conn
	proxy          *proxy
	mute           atomic.Bool // the server's next answer is dropped, and the line with it
	silent         atomic.Bool // the server's answers are dropped
}

func (l *line) end() {
	_ = l.client.Close()
	_ = l.server.Close()
}

// up passes packets on: three bytes of length, one of sequence, then the payload,
// whose first byte is the command (3 is a statement in text).
func (l *line) up() {
	defer l.end()
	head := make([]byte, 4)
	for {
		if _, err := io.ReadFull(l.client, head); err != nil {
			return
		}
		packet := append(head[:4:4], make([]byte, int(head[0])|int(head[1])<<8|int(head[2])<<16)...)
		if _, err := io.ReadFull(l.client, packet[4:]); err != nil {
			return
		}
		if s := l.proxy.refuse.Load(); s != nil && string(packet[5:]) == *s && l.proxy.refuse.CompareAndSwap(s, nil) {
			if _, err := l.client.Write(notPrepared()); err != nil {
				return
			}
			continue
		}
		when := never
		if string(packet[4:]) == "\x03COMMIT" {
			when = cut(l.proxy.next.Swap(int32(never)))
		}
		if when == before {
			return
		}
		if when == answered {
			l.mute.Store(true)
		}
		if when == silent {
			l.silent.Store(true)
		}
		if _, err := l.server.Write(packet); err != nil || when == at {
			return
		}
	}
}

// notPrepared is the answer of a cluster's node without quorum to any statement.
func notPrepared() []byte {
	payload := "\xff\x17\x04#08S01WSREP has not yet prepared node for application use" // error 1047
	return append([]byte{byte(len(payload)), 0, 0, 1}, payload...)
}

func (l *line) down() {
	defer l.end()
	buffer := make([]byte, 64<<10)
	for {
		n, err := l.server.Read(buffer)
		if err != nil || l.mute.Load() {
			return
		}
		if l.silent.Load() {
			continue
		}
		if _, err := l.client.Write(buffer[:n]); err != nil {
			return
		}
	}
}
