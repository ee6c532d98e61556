package attacks_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

// serve runs the world behind the program's own server, with its limits on lines and
// headers, and gives its address.
func (s *stage) serve() string {
	s.T.Helper()
	l, err := (&net.ListenConfig{}).Listen(s.T.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		s.T.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	s.T.Cleanup(func() {
		stop()
		if err := <-ended; err != nil && !strings.Contains(err.Error(), "closed") {
			s.T.Errorf("serve: %v", err)
		}
	})
	return l.Addr().String()
}

// TestAStopAnswersWhatWasAccepted: a client that is connected when the service stops sends its request and is answered,
// even if the request arrives after the stop began. net/http by itself would close the connection.
func TestAStopAnswersWhatWasAccepted(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
		ended := make(chan error, 1)
		accepting := &acceptCounter{Listener: l, accepted: make(chan struct{}, 1)}
		go func() { ended <- s.Serve(ctx, accepting) }()
		conn := s.dial(l.Addr().String())
		defer func() { _ = conn.Close() }()
		<-accepting.accepted
		stop()
		for { // until the service has begun to stop
			late, err := net.Dial("tcp", l.Addr().String())
			if err != nil {
				break
			}
			_ = late.Close()
		}
		if _, err := io.WriteString(conn, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			t.Fatalf("the request has no answer: %v", err)
		}
		_ = answer.Body.Close()
		if answer.StatusCode != http.StatusOK || !answer.Close {
			t.Errorf("%s, the connection ends: %v", answer.Status, answer.Close)
		}
		if err := <-ended; err != nil {
			t.Errorf("serve: %v", err)
		}
	})
}

// acceptCounter tells of the first connection.
type acceptCounter struct {
	net.Listener
	accepted chan struct{}
}

func (a *acceptCounter) Accept() (net.Conn, error) {
	conn, err := a.Listener.Accept()
	select {
	case a.accepted <- struct{}{}:
	default:
	}
	return conn, err
}

// framed is a request as bytes, for an operation that changes a password if it is taken.
type framed struct {
	name  string
	bytes func(key, body string) string
}

// Requests that two machines in a row could understand differently (S52, A-100).
var smuggled = []framed{
	{"two lengths", func(key, body string) string {
		return fmt.Sprintf("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\nContent-Length: 0\r\n\r\n%s", key, len(body), body)
	}},
	{"a signed length", func(key, body string) string {
		return fmt.Sprintf("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: +%d\r\n\r\n%s", key, len(body), body)
	}},
	{"a length in hex", func(key, body string) string {
		return fmt.Sprintf("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 0x%x\r\n\r\n%s", key, len(body), body)
	}},
	{"a chunk ended by a bare line feed", func(key, body string) string {
		return fmt.Sprintf("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n%x;\n%s\r\n0\r\n\r\n", key, len(body), body)
	}},
	{"an unknown transfer coding", func(key, body string) string {
		return fmt.Sprintf("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: xchunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n", key, len(body), body)
	}},
	{"chunked twice", func(key, body string) string {
		return fmt.Sprintf("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n%x\r\n%s\r\n0\r\n\r\n", key, len(body), body)
	}},
	{"a blank before a colon", func(key, body string) string {
		return fmt.Sprintf("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length : %d\r\n\r\n%s", key, len(body), body)
	}},
	{"a huge chunk", func(key, body string) string {
		return fmt.Sprintf("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n%s\r\n0\r\n\r\n", key, body)
	}},
	{"HTTP/0.9", func(key, _ string) string { return "POST " + key + "\r\n\r\n" }},
	{"a line break in the path", func(key, body string) string {
		return fmt.Sprintf("POST %s\nX: HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s", key, len(body), body)
	}},
}

func TestAmbiguousRequestsAreNotTaken(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		body := fmt.Sprintf(`{"key":"%s","password":"%[2]s","confirmPassword":"%[2]s"}`, s.resetKey(s.person()), "an attacker's own password")
		address := s.serve() // with its worker: mails are asked for before it
		before := s.picture()
		for _, f := range smuggled {
			s.Check(f.name, func(t *testing.T) {
				status, answer := s.raw(address, f.bytes("/api/Password/resetPassword", body))
				if status != 0 && (status < http.StatusBadRequest || status >= http.StatusInternalServerError && status != http.StatusNotImplemented) {
					t.Errorf("%d %s", status, answer)
				}
			})
		}
		if changed := kept(before.changes(s.picture())); len(changed) != 0 {
			t.Errorf("ambiguous requests changed %v", changed)
		}
		s.Check("the plain request is taken, or the others prove nothing", func(t *testing.T) {
			status, answer := s.raw(address, fmt.Sprintf(
				"POST /api/Password/resetPassword HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s", len(body), body))
			if status != http.StatusOK {
				t.Errorf("the plain request is answered %d %s: the others prove nothing", status, answer)
			}
		})
	})
}

// TestNothingFollowsAnAmbiguousRequest: a length and chunks: the standard library takes
// the chunks. The line ends behind the answer, so that what a proxy in front took for the
// rest of the body is no second request (RFC 9112 section 6.1).
func TestNothingFollowsAnAmbiguousRequest(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		address, p := s.serve(), s.person()
		second := fmt.Sprintf(`{"username":"%s"}`, p.Username)
		hidden := fmt.Sprintf("POST /api/ForgotUser/forgotPassword HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s",
			len(second), second)
		for name, first := range seed.InOrder(map[string]string{
			"to an operation":    "POST /api/ForgotUser/forgotPassword HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n",
			"to an unknown path": "POST /nothing HTTP/1.1\r\nHost: x\r\n",
			"to a page":          "GET /reset HTTP/1.1\r\nHost: x\r\n",
		}) {
			whole := s.conversation(address, first+
				fmt.Sprintf("Content-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n%s", 5+len(hidden), hidden))
			if n := strings.Count(whole, "HTTP/1.1 "); n != 1 {
				t.Errorf("%s: %d answers to one request:\n%s", name, n, whole)
			}
		}
		if n := len(s.mailsTo(p)); n != 0 {
			t.Errorf("%d mails for requests inside of requests", n)
		}
	})
}

// conversation sends bytes and reads until the server ends the line.
func (s *stage) conversation(address, request string) string {
	s.T.Helper()
	conn := s.dial(address)
	defer func() { _ = conn.Close() }()
	_, _ = io.WriteString(conn, request) // the server may have closed already
	all, _ := io.ReadAll(conn)
	return string(all)
}

// TestABodyThatIsCutOffIsNotTaken: CVE-2020-10758's short bodies: what arrived looks
// whole, and was announced longer.
func TestABodyThatIsCutOffIsNotTaken(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		body := fmt.Sprintf(`{"key":"%s","password":"%[2]s","confirmPassword":"%[2]s"}`, s.resetKey(s.person()), "an attacker's own password")
		address := s.serve() // with its worker: mails are asked for before it
		before := s.picture()
		for _, framing := range []string{
			fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body)+1, body),
			fmt.Sprintf("Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n", len(body), body),
		} {
			conn := s.dial(address)
			_, err := io.WriteString(conn, "POST /api/Password/resetPassword HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"+framing)
			if err == nil {
				err = conn.CloseWrite()
			}
			if err != nil {
				t.Fatal(err)
			}
			all, _ := io.ReadAll(conn)
			_ = conn.Close()
			if strings.Contains(string(all), " 200 ") {
				t.Errorf("a body that is cut off is answered %s", all)
			}
		}
		if changed := kept(before.changes(s.picture())); len(changed) != 0 {
			t.Errorf("bodies that were cut off changed %v", changed)
		}
	})
}

// TestLargeRequestsAreRefusedEarly: S51, A-060, A-084. Nothing of them is hashed.
func TestLargeRequestsAreRefusedEarly(t *testing.T) {
	t.Parallel()
	const megabyte = 1 << 20
	onStage(t, func(t *testing.T, s *stage) {
		address := s.serve()
		post := func(headers, body string) string {
			return fmt.Sprintf("POST /api/Users/authenticate HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s",
				len(body), headers, body)
		}
		login := func(password string) string { return `{"userName":"somebody","password":"` + password + `"}` }
		before := s.Hasher.Count()
		for name, request := range seed.InOrder(map[string]string{
			"a megabyte of Authorization":        post("Authorization: Bearer "+strings.Repeat(".", megabyte)+"\r\n", login("x")),
			"a megabyte of one header":           post("X-Padding: "+strings.Repeat("a", megabyte)+"\r\n", login("x")),
			"fifty thousand headers":             post(strings.Repeat("X-A: b\r\n", 50_000), login("x")),
			"a megabyte of path":                 "GET /" + strings.Repeat("a", megabyte) + " HTTP/1.1\r\nHost: x\r\n\r\n",
			"a megabyte of query":                "GET /api/Password/resetPassword?key=" + strings.Repeat("a", megabyte) + " HTTP/1.1\r\nHost: x\r\n\r\n",
			"a megabyte of password":             post("", login(strings.Repeat("a", megabyte))),
			"4,097 bytes of password":            post("", login(strings.Repeat("a", 4097))),
			"1,025 letters of password":          post("", login(strings.Repeat("a", 1025))),
			"letters that grow when composed":    post("", login(strings.Repeat("\ufdfa", 1025))),
			"ten thousand combining marks":       post("", login("a"+strings.Repeat("\u0301", 10_000))),
			"a body in gzip":                     post("Content-Encoding: gzip\r\n", zipped(login(strings.Repeat("a", megabyte)))),
			"a body in deflate":                  post("Content-Encoding: deflate\r\n", login("x")),
			"a body in br":                       post("Content-Encoding: br\r\n", login("x")),
			"a promise of ten gigabytes":         "POST /api/Users/authenticate HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 10737418240\r\n\r\n{",
			"a length beyond 64 bits":            "POST /api/Users/authenticate HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
			"ten thousand levels":                post("", `{"userName":`+strings.Repeat("[", 10_000)+strings.Repeat("]", 10_000)+`,"password":"x"}`),
			"ten thousand open brackets":         post("", strings.Repeat(`{"a":`, 10_000)),
			"five thousand fields":               post("", `{`+strings.Repeat(`"a":1,`, 5000)+`"b":1}`),
			"twenty thousand values":             post("", `{"userName":[`+strings.Repeat("1,", 20_000)+`1],"password":"x"}`),
			"a number of thirty thousand digits": post("", `{"userName":`+strings.Repeat("9", 30_000)+`,"password":"x"}`),
			"an exponent":                        post("", `{"userName":1e999999999,"password":"x"}`),
		}) {
			s.Check(name, func(t *testing.T) {
				status, answer := s.raw(address, request)
				switch status {
				case 0, http.StatusBadRequest, http.StatusUnauthorized, http.StatusNotFound, http.StatusRequestEntityTooLarge,
					http.StatusUnsupportedMediaType, http.StatusRequestURITooLong, http.StatusRequestHeaderFieldsTooLarge:
				default:
					t.Errorf("%d %s", status, answer)
				}
			})
		}
		if n := s.Hasher.Count() - before; n > 0 {
			t.Errorf("%d hashes were made for requests that are too large", n)
		}
		if a := s.Do(get("/healthz")); a.Status != http.StatusOK {
			t.Errorf("afterwards the server is not well: %d", a.Status)
		}
	})
}

func zipped(body string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(body)) // into memory: it does not fail
	_ = w.Close()
	return b.String()
}

// TestHeadersHaveABound: as many bytes as documented, the first line among them. Up to 4 KiB more are read of the first
// request of a connection: the server looks for the preface of HTTP/2 before it counts.
func TestHeadersHaveABound(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		address := s.serve()
		for _, c := range []struct{ bytes, want int }{{16<<10 - 1, http.StatusOK}, {20<<10 + 1, http.StatusRequestHeaderFieldsTooLarge}, {1 << 20, http.StatusRequestHeaderFieldsTooLarge}} {
			for where, head := range seed.InOrder(map[string][2]string{
				"a header": {"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Long: ", "\r\n\r\n"},
				"the path": {"GET /healthz?", " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"},
			}) {
				status, answer := s.raw(address, head[0]+strings.Repeat("a", c.bytes-len(head[0])-len(head[1]))+head[1])
				if status != c.want {
					t.Errorf("%d bytes, long in %s: %d %s", c.bytes, where, status, answer)
				}
			}
		}
	})
}
