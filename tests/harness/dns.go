package harness

import (
	"encoding/binary"
	"errors"
	"io"
	"net"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

// DNS is a name server on loopback, over UDP and TCP, that knows TXT records.
type DNS struct {
	t    testing.TB
	addr string

	mu      sync.Mutex
	records map[string][][]string // guarded by mu: by name, each record's strings
	aliases map[string]string     // guarded by mu
	broken  bool                  // guarded by mu
	asked   []string              // guarded by mu
	held    *held                 // guarded by mu: nil answers at once
}

// held are questions that wait for their answers.
type held struct {
	names   chan string
	release chan struct{}
}

// NewDNS starts a name server that ends with the test.
func NewDNS(t testing.TB) *DNS {
	t.Helper()
	d := &DNS{t: t, records: map[string][][]string{}, aliases: map[string]string{}}
	packets, stream, err := bothOnOnePort()
	for range 20 { // another may have the port that the first one got
		if err == nil {
			break
		}
		packets, stream, err = bothOnOnePort()
	}
	if err != nil {
		t.Fatal(err)
	}
	d.addr = stream.Addr().String()
	t.Cleanup(func() { _, _ = stream.Close(), packets.Close() })
	go d.serveUDP(packets)
	go d.serveTCP(stream)
	return d
}

func bothOnOnePort() (net.PacketConn, net.Listener, error) {
	stream, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, nil, err
	}
	packets, err := net.ListenPacket("udp", stream.Addr().String())
	if err != nil {
		return nil, nil, errors.Join(err, stream.Close())
	}
	return packets, stream, nil
}

// Addr is where it listens, as host:port.
func (d *DNS) Addr() string { return d.addr }

// Publish adds a TXT record of these strings to a name, unless it is there.
func (d *DNS) Publish(name string, text ...string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !slices.ContainsFunc(d.records[name], func(known []string) bool { return slices.Equal(known, text) }) {
		d.records[name] = append(d.records[name], text)
	}
}

// Withdraw removes the records of a name.
func (d *DNS) Withdraw(name string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.records, name)
}

// Alias makes a name another name's (CNAME).
func (d *DNS) Alias(name, target string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.aliases[name] = target
}

// Break has it answer SERVFAIL, or mends it.
func (d *DNS) Break(broken bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.broken = broken
}

// Hold has questions wait for their answers, until the test releases them or is over. The
// names of those that wait can be received.
func (d *DNS) Hold() (names <-chan string, release func()) {
	h := &held{names: make(chan string, 64), release: make(chan struct{})}
	d.hold(h)
	release = sync.OnceFunc(func() {
		d.hold(nil)
		close(h.release)
	})
	d.t.Cleanup(release)
	return h.names, release
}

func (d *DNS) hold(h *held) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.held = h
}

// wait holds a question if it has to wait.
func (d *DNS) wait(name string) {
	d.mu.Lock()
	d.asked = append(d.asked, name)
	h := d.held
	d.mu.Unlock()
	if h != nil {
		h.names <- name
		<-h.release
	}
}

// Asked lists the names that it was asked for.
func (d *DNS) Asked() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return append([]string(nil), d.asked...)
}

// ProveHosts publishes the records of all hosts that are pending in the world.
func (w *World) ProveHosts() {
	w.T.Helper()
	db := Beside(w.T, w.DBURL)
	defer func() { _ = db.Close() }() // the service may end before the test does
	rows, err := db.QueryContext(testingContext(), "SELECT host, token FROM host_claims")
	if err != nil {
		w.T.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var host, token string
		if err := rows.Scan(&host, &token); err != nil {
			w.T.Fatal(err)
		}
		w.DNS.Publish("_rekey-host."+host, token)
	}
	if err := rows.Err(); err != nil {
		w.T.Fatal(err)
	}
}

func (d *DNS) serveUDP(c net.PacketConn) {
	buffer := make([]byte, 4096)
	for {
		n, from, err := c.ReadFrom(buffer)
		if err != nil {
			return
		}
		question := slices.Clone(buffer[:n])
		go func() { // others are answered while this one is held
			if answer := d.answer(question, 1232); answer != nil { // what resolvers announce (EDNS)
				_, _ = c.WriteTo(answer, from)
			}
		}()
	}
}

func (d *DNS) serveTCP(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			defer func() { _ = c.Close() }()
			head := make([]byte, 2)
			for {
				if _, err := io.ReadFull(c, head); err != nil {
					return
				}
				question := make([]byte, binary.BigEndian.Uint16(head))
				if _, err := io.ReadFull(c, question); err != nil {
					return
				}
				answer := d.answer(question, 0xffff)
				if _, err := c.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(answer))), answer...)); err != nil {
					return
				}
			}
		}()
	}
}

// answer makes the message; one that is longer than room is cut, to be asked for again
// over TCP.
func (d *DNS) answer(question []byte, room int) []byte {
	var q dnsmessage.Message
	if err := q.Unpack(question); err != nil || len(q.Questions) != 1 {
		return nil
	}
	a := dnsmessage.Message{
		Header:    dnsmessage.Header{ID: q.ID, Response: true, RecursionDesired: q.RecursionDesired, RecursionAvailable: true},
		Questions: q.Questions,
	}
	d.fill(&a)
	raw, err := a.Pack()
	if err == nil && len(raw) > room {
		a.Truncated, a.Answers = true, nil
		raw, err = a.Pack()
	}
	if err != nil {
		d.t.Errorf("a DNS answer: %v", err)
		return nil
	}
	return raw
}

func (d *DNS) fill(a *dnsmessage.Message) {
	name := strings.TrimSuffix(a.Questions[0].Name.String(), ".")
	d.wait(name)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.broken {
		a.RCode = dnsmessage.RCodeServerFailure
		return
	}
	if target, ok := d.aliases[name]; ok {
		a.Answers = append(a.Answers, dnsmessage.Resource{
			Header: dnsmessage.ResourceHeader{Name: dnsmessage.MustNewName(name + "."), Type: dnsmessage.TypeCNAME, Class: dnsmessage.ClassINET},
			Body:   &dnsmessage.CNAMEResource{CNAME: dnsmessage.MustNewName(target + ".")},
		})
		name = target
	}
	records, known := d.records[name]
	if !known && len(a.Answers) == 0 {
		a.RCode = dnsmessage.RCodeNameError
		return
	}
	for _, text := range records {
		a.Answers = append(a.Answers, dnsmessage.Resource{
			Header: dnsmessage.ResourceHeader{Name: dnsmessage.MustNewName(name + "."), Type: dnsmessage.TypeTXT, Class: dnsmessage.ClassINET},
			Body:   &dnsmessage.TXTResource{TXT: text},
		})
	}
}
