package attacks_test

import (
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestSlowReadersDoNotBlockOthers: more clients than there are places ask for large pages, which need no credential, and
// read nothing (CWE-400).
func TestSlowReadersDoNotBlockOthers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		at, err := url.Parse(w.URL)
		if err != nil {
			t.Fatal(err)
		}
		const path = "/openapi.json"
		if a := w.Do(harness.Call{Method: http.MethodGet, Path: path}); a.Status != http.StatusOK || len(a.Body) < 1<<20 {
			t.Fatalf("%d, %d bytes", a.Status, len(a.Body))
		}
		// More than the buffers of a connection hold.
		ask := strings.Repeat("GET "+path+" HTTP/1.1\r\nHost: "+at.Host+"\r\n\r\n", 40)
		for range 4 {
			line, err := net.Dial("tcp", at.Host)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = line.Close() })
			if _, err := line.Write([]byte(ask)); err != nil {
				t.Fatal(err)
			}
			if _, err := line.Read(make([]byte, 1)); err != nil { // the answer has begun
				t.Fatal(err)
			}
		}
		for range 20 {
			if a := w.Do(loginOf(p)); a.Status != http.StatusCreated {
				t.Fatalf("a login beside them: %d: %s", a.Status, a.Body)
			}
		}
	}, harness.WithConfig(func(c *config.Config) { c.InFlight = 2 }))
}
