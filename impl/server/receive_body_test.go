package server

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestBodyMemoryGrowsAsItArrives: it takes no more than a body may have.
func TestBodyMemoryGrowsAsItArrives(t *testing.T) {
	t.Parallel()
	for size, room := range seed.InOrder(map[int]int{0: 512, 1: 512, 511: 512, 512: 1024, 5000: 8192, maxBody: maxBody + 1, maxBody + 1: maxBody + 1, 10 * maxBody: maxBody + 1}) {
		r := newBodyReceiver(time.Second, 1<<20)
		sent := bytes.Repeat([]byte("x"), size)
		b := r.read(iotest.OneByteReader(bytes.NewReader(sent)))
		if b.err != nil || !bytes.Equal(b.data, sent[:min(size, maxBody+1)]) || r.freeMemory.Load() != int64(1<<20-room) || cap(b.data) != room {
			t.Errorf("%d bytes: %d arrived, %d of memory, %v", size, len(b.data), 1<<20-r.freeMemory.Load(), b.err)
		}
		if again, err := io.ReadAll(iotest.OneByteReader(b)); err != nil || !bytes.Equal(again, b.data) {
			t.Errorf("%d bytes: read as %d, %v", size, len(again), err)
		}
	}
}

// TestBodiesShareMemory: a body that does not fit is answered with 503.
func TestBodiesShareMemory(t *testing.T) {
	t.Parallel()
	r := newBodyReceiver(time.Second, 1500)
	first := r.read(strings.NewReader(strings.Repeat("x", 600)))
	second := r.read(strings.NewReader(strings.Repeat("x", 600)))
	if first.err != nil || !errors.Is(second.err, fault.ErrUnavailable) {
		t.Errorf("%v, %v", first.err, second.err)
	}
	if _, err := readBody(&http.Request{Body: second}); !errors.Is(err, fault.ErrUnavailable) {
		t.Errorf("it is answered %v", err)
	}
}

// TestIncompleteBody: the server stops waiting for the rest, and closes the connection.
func TestIncompleteBody(t *testing.T) {
	t.Parallel()
	s := &Server{bodies: newBodyReceiver(20*time.Millisecond, 1<<20)}
	engine := gin.New()
	engine.POST("/", s.receive, func(g *gin.Context) {
		body, err := readBody(g.Request)
		g.String(http.StatusOK, "%d bytes, %v", len(body), err)
	})
	web := httptest.NewServer(engine)
	t.Cleanup(web.Close)
	for sent, want := range seed.InOrder(map[string]string{"all": "3 bytes, <nil>", "al": "0 bytes, malformed_request"}) {
		line, err := net.Dial("tcp", web.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(line, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n%s", sent)
		answer, err := http.ReadResponse(bufio.NewReader(line), nil)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(answer.Body)
		if !strings.HasPrefix(string(text), want) || answer.Close != (sent == "al") {
			t.Errorf("%q: %s, closed: %t", sent, text, answer.Close)
		}
		_ = line.Close()
	}
}

// TestIncompleteBodyOfAStream: the server stops waiting, and the connection carries on with other streams.
func TestIncompleteBodyOfAStream(t *testing.T) {
	t.Parallel()
	s := &Server{bodies: newBodyReceiver(20*time.Millisecond, 1<<20)}
	engine := gin.New()
	engine.POST("/", s.receive, func(g *gin.Context) {
		body, err := readBody(g.Request)
		g.String(http.StatusOK, "%d bytes, %v", len(body), err)
	})
	web := httptest.NewUnstartedServer(engine)
	var protocols http.Protocols
	protocols.SetUnencryptedHTTP2(true)
	web.Config.Protocols = &protocols
	web.Start()
	t.Cleanup(web.Close)
	connections := 0
	client := &http.Client{Transport: &http.Transport{Protocols: &protocols, DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
		connections++
		return (&net.Dialer{}).DialContext(ctx, network, address)
	}}}
	t.Cleanup(client.CloseIdleConnections)
	for range 2 {
		never, end := io.Pipe()
		slow, err := http.NewRequestWithContext(t.Context(), http.MethodPost, web.URL, never)
		if err != nil {
			t.Fatal(err)
		}
		for _, request := range []*http.Request{slow, httptest.NewRequestWithContext(t.Context(), http.MethodPost, web.URL, strings.NewReader("all"))} {
			request.RequestURI = ""
			answer, err := client.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			text, _ := io.ReadAll(answer.Body)
			_ = answer.Body.Close()
			want := "3 bytes, <nil>"
			if request == slow {
				want = "0 bytes, malformed_request"
			}
			if !strings.HasPrefix(string(text), want) {
				t.Errorf("%q, want %q", text, want)
			}
		}
		_ = end.Close()
	}
	if connections != 1 {
		t.Errorf("%d connections", connections)
	}
}
