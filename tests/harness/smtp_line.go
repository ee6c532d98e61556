package harness

import (
	"errors"
	"net"
)

// recordingListener writes down what clients send, beneath any TLS.
type recordingListener struct {
	net.Listener
	server *SMTP
}

func (l *recordingListener) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &recordingConn{Conn: conn, server: l.server}, nil
}

type recordingConn struct {
	net.Conn
	server *SMTP
}

func (c *recordingConn) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.server.wire.Write(b[:n])
	return n, err
}

// loginServer is the server's half of AUTH LOGIN, which has no RFC: two questions, two
// answers (draft-murchison-sasl-login).
type loginServer struct {
	check func(user, password string) error
	step  int
	user  string
}

func (l *loginServer) Next(response []byte) (challenge []byte, done bool, err error) {
	l.step++
	switch {
	case l.step == 1 && response == nil:
		return []byte("Username:"), false, nil
	case l.step <= 2 && l.user == "":
		l.user = string(response)
		return []byte("Password:"), false, nil
	case l.user != "":
		return nil, true, l.check(l.user, string(response))
	}
	return nil, false, errors.New("unexpected response")
}
