package cluster_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/cluster/rig"
)

// TestLoadDrain: SIGTERM while clients of HTTP/1.1 and HTTP/2 order mails on open connections, and one sends its
// request slowly. Each request that the server began is answered, the process ends with 0, and each mail that was
// ordered arrives, after the next start if need be.
func TestLoadDrain(t *testing.T) {
	for _, open := range []func() rig.Database{func() rig.Database { return rig.SQLite(t) }, func() rig.Database { return rig.MariaDB(t) }} {
		db := open()
		t.Run(db.Name(), func(t *testing.T) { drains(t, db) })
	}
}

func drains(t *testing.T, db rig.Database) {
	const clients, before = 8, 40
	s := rig.Serve(t, db, 1)
	server, all := s.Servers[0], people(t, s, s.Tenant, "ada", 4)
	order := func(n int) map[string]any { return map[string]any{"userId": all[n%len(all)].id, "medium": "link"} }

	var answered, ordered, cut atomic.Int64
	count := func(o outcome) (more bool) {
		switch {
		case o.err != nil:
			cut.Add(1) // the connection was closed before the server read the request, or refused
			return false
		case o.status == http.StatusCreated:
			ordered.Add(1)
		case o.status != http.StatusServiceUnavailable || o.retryAfter == "":
			t.Errorf("answered %d", o.status)
		}
		answered.Add(1)
		return true
	}
	var group sync.WaitGroup
	for i := range clients {
		group.Go(func() {
			transport := &http.Transport{Protocols: new(http.Protocols)}
			transport.Protocols.SetHTTP1(i%2 == 0)
			transport.Protocols.SetUnencryptedHTTP2(i%2 == 1)
			client := &http.Client{Timeout: answerBound, Transport: transport}
			defer client.CloseIdleConnections()
			for n := i; ; n++ {
				o, _ := send(t.Context(), client, http.MethodPost, server.URL+"/v1/tickets", s.Key, order(n))
				if !count(o) {
					return
				}
			}
		})
	}
	rig.Await(t, "load", time.Minute, func() bool { return answered.Load() >= before })

	slow, err := net.Dial("tcp", strings.TrimPrefix(server.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = slow.Close() }()
	body := fmt.Sprintf(`{"userId":%q,"medium":"link"}`, all[0].id)
	fmt.Fprintf(slow, "POST /v1/tickets HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n", s.Key, len(body))
	answers := bufio.NewReader(slow)
	if line, err := answers.ReadString('\n'); err != nil || !strings.Contains(line, "100 Continue") { // the server waits for the body
		t.Fatalf("%q, %v", line, err)
	}
	code := make(chan int, 1)
	go func() { code <- server.Terminate() }()
	rig.Await(t, "no more connections", 30*time.Second, func() bool {
		c, err := net.Dial("tcp", strings.TrimPrefix(server.URL, "http://"))
		if err == nil {
			_ = c.Close()
		}
		return err != nil
	})
	if _, err := io.WriteString(slow, body); err != nil {
		t.Fatal(err)
	}
	if _, err := answers.ReadString('\n'); err != nil { // the empty line after 100 Continue
		t.Fatal(err)
	}
	a, err := http.ReadResponse(answers, nil)
	if err != nil || a.StatusCode != http.StatusCreated {
		t.Errorf("the slow request: %+v, %v", a, err)
	} else {
		answered.Add(1)
		ordered.Add(1)
	}
	group.Wait()
	if n := <-code; n != 0 {
		t.Errorf("exit code %d", n)
	}
	begun := int64(0)
	for line := range strings.Lines(server.Log()) {
		if strings.Contains(line, `"msg":"request"`) && strings.Contains(line, `"operation":"createTicket"`) {
			begun++
		}
	}
	if begun != answered.Load() {
		t.Errorf("%d requests were begun, and %d answered", begun, answered.Load())
	}
	server.Start()
	arrived := func() map[string]bool {
		found := map[string]bool{}
		for _, m := range s.Mail.Mails() {
			found[m.Header.Get("Message-Id")] = true
		}
		return found
	}
	expected := ordered.Load() + int64(len(all)) // each user was told of the new password, too
	rig.Await(t, "the mails", 90*time.Second, func() bool { return int64(len(arrived())) >= expected })
	if n := int64(len(arrived())); n != expected {
		t.Errorf("%d mails arrived of %d", n, expected)
	}
	t.Logf("%d begun, %d answered, %d ordered mails, %d on closed connections", begun, answered.Load(), ordered.Load(), cut.Load())
}
