package main_test

import (
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// TestServeWaitsForADatabase that is not there yet, says so once, and answers meanwhile that it is not ready.
func TestServeWaitsForADatabase(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		if kind.Name == "sqlite" {
			continue
		}
		u, err := url.Parse(kind.Empty(t))
		if err != nil {
			t.Fatal(err)
		}
		place, server, listen := harness.FreeAddress(t), u.Host, harness.FreeAddress(t)
		p := newPlace(t, "REKEY_PROFILE=development", "REKEY_PUBLIC_URL=http://localhost", "REKEY_ADDR="+listen)
		p.with("REKEY_DATABASE_URL=" + u.String()).succeeds("init")
		u.Host = place
		later := p.with("REKEY_DATABASE_URL=" + u.String())

		p.check("it starts when the database is there", func(t *testing.T) {
			s := later.start("serve")
			s.eventually("alive and not ready", func() bool {
				alive, _ := s.get("http://"+listen+"/healthz", "")
				ready, _ := s.get("http://"+listen+"/readyz", "")
				return alive == http.StatusOK && ready == http.StatusServiceUnavailable
			})
			contains(t, s.output(), `"msg":"waits for the database","cause":"REKEY_DATABASE_URL: nothing listens at `+place, `"at_most_seconds":120`)
			forward(t, place, server)
			s.ready()
			contains(t, s.output(), `"msg":"the database answers"`)
			if n := strings.Count(s.output(), "waits for the database"); n != 1 {
				t.Errorf("it said %d times that it waits", n)
			}
			if status, _ := s.get("http://"+listen+"/readyz", ""); status != http.StatusOK {
				t.Errorf("/readyz answers %d", status)
			}
			s.terminate()
		})
		u.Host = harness.FreeAddress(t)
		p.check("SIGTERM ends the wait", func(t *testing.T) {
			s := p.with("REKEY_DATABASE_URL=" + u.String()).start("serve")
			s.eventually("it waits", func() bool { return strings.Contains(s.output(), "waits for the database") })
			s.terminate()
		})
		u.Host, u.User = server, url.UserPassword("nobody", "hunter2")
		p.check("a wrong password is not waited for", func(t *testing.T) {
			o := p.with("REKEY_DATABASE_URL=" + u.String()).run("serve")
			if o.code != 1 || !strings.Contains(o.err, "user or password is wrong") || strings.Contains(o.err, "waits for") {
				t.Errorf("exit %d, %s", o.code, o.err)
			}
		})
		u.Host = harness.FreeAddress(t)
		p.check("other commands do not wait", func(t *testing.T) {
			for _, command := range []string{"doctor", "migrate status"} {
				o := p.with("REKEY_DATABASE_URL=" + u.String()).run(strings.Fields(command)...)
				if o.code != 1 || !strings.Contains(o.out+o.err, "nothing listens at "+u.Host) {
					t.Errorf("%s: exit %d, %s", command, o.code, o.out+o.err)
				}
			}
		})
	}
}

// forward passes connections to an address on to a server.
func forward(t *testing.T, from, to string) {
	t.Helper()
	l, err := net.Listen("tcp", from)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}
			server, err := net.Dial("tcp", to)
			if err != nil {
				_ = client.Close()
				continue
			}
			for _, way := range [][2]net.Conn{{client, server}, {server, client}} {
				go func() {
					_, _ = io.Copy(way[0], way[1])
					_ = way[0].Close()
				}()
			}
		}
	}()
}
