package failover

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"net"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/go-sql-driver/mysql"

	"github.com/rekeyhq/rekey/impl/clock"
)

// state is what is known of a host; a lower one is better.
type state int

const (
	works  state = iota
	busy         // it sends its data to a joining node, and may hold up writes meanwhile
	failed       // it does not answer, or refuses
)

// host is one server of the list.
type host struct {
	config *mysql.Config
	era    atomic.Uint64 // connections of an earlier era are not used again

	// Guarded by the mutex of the Connector.
	state    state
	cause    error           // why it failed
	examined bool            // that it fails was found by an examination
	missed   int             // examinations without an answer, in a row
	steady   clock.Stopwatch // since when every examination found it working

	mu       sync.Mutex
	lines    map[*line]struct{} // its open connections, guarded by mu
	answered clock.Stopwatch    // since its last answer, guarded by mu
	probe    session            // used by one examination at a time
}

func (h *host) address() string { return h.config.Addr }

func (h *host) add(l *line) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.lines[l] = struct{}{}
	h.answered = clock.Start()
}

func (h *host) remove(l *line) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.lines, l)
}

func (h *host) noteAnswer() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.answered = clock.Start()
}

// answeredWithin tells whether a statement was answered in the last time.
func (h *host) answeredWithin(d time.Duration) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.answered != clock.Stopwatch{} && h.answered.Elapsed() < d
}

// cutOff ends the connections of earlier eras, whatever waits on them: a host that hangs would let
// each statement wait for its own timeout.
func (h *host) cutOff() {
	h.mu.Lock()
	defer h.mu.Unlock()
	era := h.era.Load()
	for l := range h.lines {
		if l.era != era {
			_ = l.socket.Close()
		}
	}
}

// session lists what a connection of the driver can do, and database/sql uses.
type session interface {
	driver.Conn
	driver.ConnPrepareContext
	driver.ConnBeginTx
	driver.ExecerContext
	driver.QueryerContext
	driver.Pinger
	driver.SessionResetter
	driver.Validator
	driver.NamedValueChecker
}

// line is a connection to a host.
type line struct {
	session
	host      *host
	connector *Connector
	era       uint64
	socket    net.Conn
}

// Left means that a host refused a statement without executing it, and was left. The pool executes the
// statement on another connection; a transaction has to begin again.
type Left struct {
	Host string
	Err  error
}

func (l *Left) Error() string { return l.Host + ": " + l.Err.Error() }

// Is makes the pool drop the connection.
func (l *Left) Is(target error) bool { return target == driver.ErrBadConn }
func (l *Left) Unwrap() error        { return l.Err }

// Refusals are the errors of a server that executed nothing and will not for a while.
var Refusals = []uint16{
	1047,             // the node has no quorum, or joins
	1290, 1792, 1836, // read-only: a replica, or a demoted primary
}

// judge draws the conclusions from the result of a statement.
func (l *line) judge(err error) error {
	var server *mysql.MySQLError
	switch {
	case err == nil, errors.Is(err, driver.ErrSkip):
		l.host.noteAnswer()
	case errors.As(err, &server):
		l.host.noteAnswer()
		if slices.Contains(Refusals, server.Number) && len(l.connector.hosts) > 1 {
			l.connector.leave(l.host, err)
			return &Left{l.host.address(), err}
		}
	case errors.Is(err, driver.ErrBadConn), errors.Is(err, mysql.ErrInvalidConn):
		l.connector.examineSoon()
	}
	return err
}

func (l *line) usable() bool { return l.era == l.host.era.Load() }

// IsValid keeps a connection to a host that was left out of the pool.
func (l *line) IsValid() bool { return l.usable() && l.session.IsValid() }

// ResetSession drops a connection of the pool whose host was left.
func (l *line) ResetSession(ctx context.Context) error {
	if !l.usable() {
		return driver.ErrBadConn
	}
	return l.session.ResetSession(ctx)
}

// Close ends the connection.
func (l *line) Close() error {
	l.host.remove(l)
	return l.session.Close()
}

func (l *line) Ping(ctx context.Context) error { return l.judge(l.session.Ping(ctx)) }

func (l *line) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	r, err := l.session.ExecContext(ctx, query, args)
	return r, l.judge(err)
}

func (l *line) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	r, err := l.session.QueryContext(ctx, query, args)
	return r, l.judge(err)
}

func (l *line) BeginTx(ctx context.Context, o driver.TxOptions) (driver.Tx, error) {
	t, err := l.session.BeginTx(ctx, o)
	if err := l.judge(err); err != nil {
		return nil, err
	}
	return &transaction{t, l}, nil
}

func (l *line) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	s, err := l.session.PrepareContext(ctx, query)
	if err := l.judge(err); err != nil {
		return nil, err
	}
	p, ok := s.(prepared)
	if !ok {
		return nil, errors.Join(fmt.Errorf("failover: the driver's statement lacks methods: %T", s), s.Close())
	}
	return &statement{p, l}, nil
}

// prepared lists what a prepared statement of the driver can do.
type prepared interface {
	driver.Stmt
	driver.StmtExecContext
	driver.StmtQueryContext
	driver.NamedValueChecker
}

type statement struct {
	prepared
	line *line
}

func (s *statement) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	r, err := s.prepared.ExecContext(ctx, args)
	return r, s.line.judge(err)
}

func (s *statement) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	r, err := s.prepared.QueryContext(ctx, args)
	return r, s.line.judge(err)
}

type transaction struct {
	driver.Tx
	line *line
}

// Commit returns a refusal as the server sent it, since its caller has to know what became of the
// transaction.
func (t *transaction) Commit() error { return t.end(t.Tx.Commit()) }

func (t *transaction) Rollback() error { return t.end(t.Tx.Rollback()) }

func (t *transaction) end(err error) error {
	var left *Left
	if judged := t.line.judge(err); errors.As(judged, &left) {
		return left.Err
	}
	return err
}
