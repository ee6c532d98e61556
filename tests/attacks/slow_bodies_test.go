package attacks_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func loginOf(p *harness.Person) harness.Call {
	return harness.Call{Method: http.MethodPost, Path: "/v1/sessions", Body: `{"username":"` + p.Username + `","password":"` + p.Password + `"}`}
}

// TestSlowBodiesDoNotBlockOthers: more senders than there are places, who send a part of
// their body and wait (CWE-400). Others are answered meanwhile, and so are they in the end.
func TestSlowBodiesDoNotBlockOthers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		at, err := url.Parse(w.URL)
		if err != nil {
			t.Fatal(err)
		}
		login := loginOf(p)
		body := login.Body.(string)
		var slow []net.Conn
		for _, path := range []string{"/v1/sessions", "/api/ForgotUser/forgotPassword", "/api/Users/authenticate", "/reset"} {
			line, err := net.Dial("tcp", at.Host)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = line.Close() })
			fmt.Fprintf(line, "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", path, at.Host, len(body), body[:5])
			slow = append(slow, line)
		}
		for range 3 {
			if a := w.Do(login); a.Status != http.StatusCreated {
				t.Errorf("a login beside them: %d: %s", a.Status, a.Body)
			}
			for _, path := range []string{"/readyz", "/metrics", "/healthz"} {
				if a := w.Do(harness.Call{Method: http.MethodGet, Path: path}); a.Status != http.StatusOK {
					t.Errorf("%s: %d", path, a.Status)
				}
			}
		}
		if _, err := io.WriteString(slow[0], body[5:]); err != nil {
			t.Fatal(err)
		}
		if a, err := http.ReadResponse(bufio.NewReader(slow[0]), nil); err != nil || a.StatusCode != http.StatusCreated {
			t.Errorf("who sent the rest: %v, %v", a, err)
		}
	}, harness.WithConfig(func(c *config.Config) { c.InFlight = 2 }))
}

// TestWhatOperatorsLookAtIsAnsweredUnderLoad, when no place is left.
func TestWhatOperatorsLookAtIsAnsweredUnderLoad(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		arrived, release := make(chan struct{}), make(chan struct{})
		var held atomic.Bool
		w.BreakStore(func(statement string) bool {
			if strings.HasSuffix(statement, " tries") && held.CompareAndSwap(false, true) {
				close(arrived)
				<-release
			}
			return false
		})
		done := make(chan harness.Answer)
		go func() { done <- w.Do(loginOf(p)) }()
		<-arrived
		for path, want := range seed.InOrder(map[string]int{"/readyz": 200, "/metrics": 200, "/healthz": 200, "/v1/permissions": 503}) {
			if a := w.Do(harness.Call{Method: http.MethodGet, Path: path}); a.Status != want {
				t.Errorf("%s: %d, want %d", path, a.Status, want)
			}
		}
		close(release)
		if a := <-done; a.Status != http.StatusCreated {
			t.Errorf("who had the place: %d: %s", a.Status, a.Body)
		}
	}, harness.WithConfig(func(c *config.Config) { c.InFlight = 1 }))
}
