package failover

import (
	"encoding/binary"
	"errors"
	"io"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/go-sql-driver/mysql"
)

// fakeServer speaks as much of the protocol as a login, SHOW and simple statements need. Its mood can be
// changed at any time.
type fakeServer struct {
	listen net.Listener
	wsrep  atomic.Bool
	ready  atomic.Bool // wsrep_ready
	donor  atomic.Bool
	reads  atomic.Bool // read_only
	silent atomic.Bool
	refuse atomic.Uint32 // the error of the next statements that are not SHOW, SET or SELECT @@
	logins atomic.Int32
	ran    atomic.Int32

	mu    sync.Mutex
	said  []string // statements
	open  map[net.Conn]bool
	group sync.WaitGroup
}

func newFake(t *testing.T) *fakeServer {
	t.Helper()
	s := &fakeServer{open: map[net.Conn]bool{}}
	s.ready.Store(true)
	s.start(t, "127.0.0.1:0")
	t.Cleanup(func() { s.stop(); s.group.Wait() })
	return s
}

func (s *fakeServer) start(t *testing.T, at string) {
	t.Helper()
	l, err := net.Listen("tcp", at)
	if err != nil {
		t.Fatal(err)
	}
	s.listen = l
	s.group.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			s.mu.Lock()
			s.open[c] = true
			s.mu.Unlock()
			s.group.Go(func() { s.serve(c) })
		}
	})
}

func (s *fakeServer) address() string { return s.listen.Addr().String() }

// stop ends the listener and all connections, as a killed process does.
func (s *fakeServer) stop() {
	_ = s.listen.Close()
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.open {
		_ = c.Close()
	}
}

func (s *fakeServer) config() *mysql.Config {
	c := mysql.NewConfig()
	c.User, c.Net, c.Addr, c.DBName = "ada", "tcp", s.address(), "rekey"
	c.MaxAllowedPacket = 1 << 20 // is not asked for
	c.Logger = &mysql.NopLogger{}
	return c
}

func write(c net.Conn, sequence byte, payload []byte) error {
	_, err := c.Write(append([]byte{byte(len(payload)), byte(len(payload) >> 8), 0, sequence}, payload...))
	return err
}

func read(c net.Conn) ([]byte, error) {
	head := make([]byte, 4)
	if _, err := io.ReadFull(c, head); err != nil {
		return nil, err
	}
	payload := make([]byte, int(head[0])|int(head[1])<<8)
	_, err := io.ReadFull(c, payload)
	return payload, err
}

func (s *fakeServer) serve(c net.Conn) {
	defer func() { _ = c.Close() }()
	s.logins.Add(1)
	if s.silent.Load() {
		_, _ = io.Copy(io.Discard, c)
		return
	}
	// Protocol 41, secure connection, plugins (https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase.html).
	hello := "\x0a8.0.0\x00" + "\x01\x00\x00\x00" + "12345678\x00" + "\x00\x82" + "\x21" + "\x02\x00" + "\x08\x00" + "\x15" + strings.Repeat("\x00", 10) + "123456789012\x00" + "mysql_native_password\x00"
	if write(c, 0, []byte(hello)) != nil {
		return
	}
	if _, err := read(c); err != nil {
		return
	}
	if write(c, 2, ok()) != nil {
		return
	}
	for {
		packet, err := read(c)
		if err != nil || len(packet) == 0 || packet[0] == 1 { // COM_QUIT
			return
		}
		if s.silent.Load() {
			_, _ = io.Copy(io.Discard, c)
			return
		}
		if s.answer(c, packet) != nil {
			return
		}
	}
}

func ok() []byte { return []byte{0, 0, 0, 2, 0, 0, 0} }

func (s *fakeServer) answer(c net.Conn, packet []byte) error {
	statement := string(packet[1:])
	s.mu.Lock()
	s.said = append(s.said, statement)
	s.mu.Unlock()
	onOff := map[bool]string{true: "ON", false: "OFF"}
	switch {
	case strings.HasPrefix(statement, "SHOW GLOBAL VARIABLES"):
		return rows(c, "wsrep_on", onOff[s.wsrep.Load()], "read_only", onOff[s.reads.Load()])
	case strings.HasPrefix(statement, "SHOW GLOBAL STATUS"):
		return rows(c, "wsrep_ready", onOff[s.ready.Load()], "wsrep_local_state_comment", map[bool]string{true: "Donor/Desynced", false: "Synced"}[s.donor.Load()])
	case strings.HasPrefix(statement, "SET "), packet[0] == 14: // COM_PING
		return write(c, 1, ok())
	}
	if number := s.refuse.Load(); number != 0 {
		return write(c, 1, append(binary.LittleEndian.AppendUint16([]byte{0xff}, uint16(number)), "#08S01no"...))
	}
	s.ran.Add(1)
	return write(c, 1, ok())
}

// rows sends a result of two columns.
func rows(c net.Conn, values ...string) error {
	text := func(s string) string { return string(rune(len(s))) + s }
	column := func(name string) []byte {
		return []byte(text("def") + text("") + text("") + text("") + text(name) + text("") + "\x0c\x21\x00\x00\x01\x00\x00\xfd\x00\x00\x00\x00\x00")
	}
	end := []byte{0xfe, 0, 0, 2, 0}
	packets := [][]byte{{2}, column("Variable_name"), column("Value"), end}
	for i := 0; i < len(values); i += 2 {
		packets = append(packets, []byte(text(values[i])+text(values[i+1])))
	}
	var errs []error
	for i, p := range append(packets, end) {
		errs = append(errs, write(c, byte(i+1), p))
	}
	return errors.Join(errs...)
}

// sawSet tells whether a session was set so.
func (s *fakeServer) sawSet(statement string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, said := range s.said {
		if said == statement {
			return true
		}
	}
	return false
}
