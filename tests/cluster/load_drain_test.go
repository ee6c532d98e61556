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
		t.Run(db.Name(), func(t *testing.T) { drain(t, db) })
	}
}

// drained is a server that is stopped while clients order mails.
type drained struct {
	*testing.T

	service *rig.Service
	server  *rig.Server
	users   []member

	answered, ordered, cut atomic.Int64
}

func drain(t *testing.T, db rig.Database) {
	t.Helper()
	const clients, before = 8, 40
	s := rig.Serve(t, db, 1)
	d := &drained{T: t, service: s, server: s.Servers[0], users: people(t, s, s.Tenant, "ada", 4)}
	var group sync.WaitGroup
	for i := range clients {
		group.Go(func() { d.orders(i) })
	}
	rig.Await(t, "load", time.Minute, func() bool { return d.answered.Load() >= before })
	if code := d.stopDuringASlowRequest(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	group.Wait()
	if begun := d.begun(); begun != d.answered.Load() {
		t.Errorf("%d requests were begun, and %d answered", begun, d.answered.Load())
	}
	d.server.Start()
	d.receives()
	t.Logf("%d answered, %d ordered mails, %d on closed connections", d.answered.Load(), d.ordered.Load(), d.cut.Load())
}

func (d *drained) order(n int) map[string]any {
	return map[string]any{"userId": d.users[n%len(d.users)].id, "medium": "link"}
}

// orders sends one request after the other, until its connection is closed.
func (d *drained) orders(client int) {
	transport := &http.Transport{Protocols: new(http.Protocols)}
	transport.Protocols.SetHTTP1(client%2 == 0)
	transport.Protocols.SetUnencryptedHTTP2(client%2 == 1)
	c := &http.Client{Timeout: answerBound, Transport: transport}
	defer c.CloseIdleConnections()
	for n := client; ; n++ {
		o, _ := send(d.Context(), c, http.MethodPost, d.server.URL+"/v1/tickets", d.service.Key, d.order(n))
		switch {
		case o.err != nil:
			d.cut.Add(1) // the connection was closed before the server read the request, or refused
			return
		case o.status == http.StatusCreated:
			d.ordered.Add(1)
		case o.status != http.StatusServiceUnavailable || o.retryAfter == "":
			d.Errorf("answered %d", o.status)
		}
		d.answered.Add(1)
	}
}

// stopDuringASlowRequest sends SIGTERM while the server waits for the body of a request, and the body when the
// server takes no more connections. It gives the exit code.
func (d *drained) stopDuringASlowRequest() int {
	address := strings.TrimPrefix(d.server.URL, "http://")
	slow, err := net.Dial("tcp", address)
	if err != nil {
		d.Fatal(err)
	}
	defer func() { _ = slow.Close() }()
	body := fmt.Sprintf(`{"userId":%q,"medium":"link"}`, d.users[0].id)
	fmt.Fprintf(slow, "POST /v1/tickets HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n", d.service.Key, len(body))
	answers := bufio.NewReader(slow)
	if line, err := answers.ReadString('\n'); err != nil || !strings.Contains(line, "100 Continue") { // the server waits for the body
		d.Fatalf("%q, %v", line, err)
	}
	code := make(chan int, 1)
	go func() { code <- d.server.Terminate() }()
	rig.Await(d, "no more connections", 30*time.Second, func() bool {
		c, err := net.Dial("tcp", address)
		if err == nil {
			_ = c.Close()
		}
		return err != nil
	})
	if _, err := io.WriteString(slow, body); err != nil {
		d.Fatal(err)
	}
	if _, err := answers.ReadString('\n'); err != nil { // the empty line after 100 Continue
		d.Fatal(err)
	}
	a, err := http.ReadResponse(answers, nil)
	if err != nil || a.StatusCode != http.StatusCreated {
		d.Errorf("the slow request: %+v, %v", a, err)
		return <-code
	}
	d.answered.Add(1)
	d.ordered.Add(1)
	return <-code
}

// begun counts the requests that the server's log has.
func (d *drained) begun() (n int64) {
	for line := range strings.Lines(d.server.Log()) {
		if strings.Contains(line, `"msg":"request"`) && strings.Contains(line, `"operation":"createTicket"`) {
			n++
		}
	}
	return n
}

// receives waits for the ordered mails, and those that tell each user of the password that he was given.
func (d *drained) receives() {
	arrived := func() int64 {
		found := map[string]bool{}
		for _, m := range d.service.Mail.Mails() {
			found[m.Header.Get("Message-Id")] = true
		}
		return int64(len(found))
	}
	expected := d.ordered.Load() + int64(len(d.users))
	rig.Await(d, "the mails", 90*time.Second, func() bool { return arrived() >= expected })
	if n := arrived(); n != expected {
		d.Errorf("%d mails arrived of %d", n, expected)
	}
}
