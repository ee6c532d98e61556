package store

import (
	"context"
	"crypto/tls"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"slices"
	"strings"
	"syscall"
	"time"

	mysqldriver "github.com/go-sql-driver/mysql"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/store/failover"
)

// setting is the variable with the URL of the database; the errors of every command name it.
const setting = "REKEY_DATABASE_URL"

// connectWithin is the deadline of the first connection, since the caller's context may have none.
const connectWithin = 15 * time.Second

// first opens the first connection, and explains a failure to the operator. If the server is not there
// yet, it waits for it as long as the options say.
func (s *Store) first(ctx context.Context, o Options) error {
	err := s.connect(ctx)
	if err == nil || o.Patience == 0 || !s.absent(err) {
		return s.explained(err)
	}
	o.Waiting(s.explained(err))
	waited, limit := clock.Start(), time.NewTimer(o.Patience)
	defer limit.Stop()
	tick := time.NewTicker(connectEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return s.explained(err)
		case <-limit.C:
			return fmt.Errorf("waited %s for the database: %w", o.Patience, s.explained(err))
		case <-tick.C:
		}
		if err = s.connect(ctx); err == nil {
			s.log.InfoContext(ctx, "the database answers", "after_seconds", int(waited.Elapsed().Seconds()))
			return nil
		}
		if ctx.Err() == nil && !s.absent(err) {
			return s.explained(err)
		}
	}
}

// connectEvery is how often a database that is waited for is tried.
const connectEvery = 500 * time.Millisecond

func (s *Store) connect(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, connectWithin)
	defer cancel()
	return s.Ping(ctx)
}

// absent tells whether no server is there yet: none of the hosts is known, listens, answers and is ready. A
// mistake in the settings, such as a wrong password, is not cured by waiting.
func (s *Store) absent(err error) bool {
	if _, ok := s.dialect.(mysqlDialect); !ok {
		return false
	}
	refusals := failover.Refused(err)
	for _, r := range refusals {
		if !startsUp(r.Err) {
			return false
		}
	}
	return len(refusals) > 0
}

func startsUp(err error) bool {
	var (
		server  *mysqldriver.MySQLError
		network net.Error
		foreign *tls.CertificateVerificationError
	)
	switch {
	case errors.As(err, &server):
		return slices.Contains([]uint16{1040, 1203, 1047, 1053}, server.Number) // full, not ready, shutting down
	case errors.As(err, &foreign):
		return false
	}
	return errors.Is(err, failover.ErrRefuses) || errors.Is(err, mysqldriver.ErrInvalidConn) || errors.Is(err, io.EOF) ||
		errors.Is(err, fs.ErrNotExist) || errors.As(err, &network)
}

// explained adds an explanation for the operator to an error of the first connection.
func (s *Store) explained(err error) error {
	if err == nil {
		return nil
	}
	d, ok := s.dialect.(mysqlDialect)
	if !ok {
		return fmt.Errorf("%s: %s: %w", setting, sqliteRefusal(err), err)
	}
	return fmt.Errorf("%s: %w", setting, d.explained(err))
}

// explained adds an explanation for each host. The text of an error, which follows the explanation,
// has names and addresses but no password.
func (d mysqlDialect) explained(err error) error {
	refusals := failover.Refused(err)
	switch len(refusals) {
	case 0:
		return fmt.Errorf("%s: %w", refusal(err, d.configs[0]), err)
	case 1:
		r := refusals[0]
		if said := refusal(r.Err, d.configOf(r.Host)); len(d.configs) == 1 || strings.Contains(said, r.Host) {
			return fmt.Errorf("%s: %w", said, r.Err)
		}
	}
	texts := make([]string, len(refusals))
	for i, r := range refusals {
		texts[i] = fmt.Sprintf("%s: %s: %v", r.Host, refusal(r.Err, d.configOf(r.Host)), r.Err)
	}
	return &unreachable{"no host can be used: " + strings.Join(texts, "; "), err}
}

// unreachable has the explanations of several hosts in one line.
type unreachable struct {
	text string
	err  error
}

func (u *unreachable) Error() string { return u.text }
func (u *unreachable) Unwrap() error { return u.err }

func (d mysqlDialect) configOf(host string) *mysqldriver.Config {
	for _, c := range d.configs {
		if c.Addr == host {
			return c
		}
	}
	return d.configs[0]
}

// refusal explains an error, so that the operator knows where to look.
func refusal(err error, c *mysqldriver.Config) string {
	var (
		server  *mysqldriver.MySQLError
		unknown *net.DNSError
		foreign *tls.CertificateVerificationError
		record  tls.RecordHeaderError
		alert   tls.AlertError
		network net.Error
	)
	at := c.Addr
	switch {
	case errors.Is(err, failover.ErrRefuses):
		return "the server at " + at + " is not ready"
	case errors.As(err, &server):
		return serverRefusal(server.Number, c)
	case errors.Is(err, mysqldriver.ErrNoTLS):
		return "the server at " + at + " offers no TLS; turn it on there, or take tls out of the URL"
	case errors.As(err, &foreign):
		return "TLS: the certificate of the server at " + at + " is not accepted"
	case errors.As(err, &record), errors.As(err, &alert):
		return "TLS: the handshake with the server at " + at + " failed"
	case errors.Is(err, mysqldriver.ErrUnknownPlugin), errors.Is(err, mysqldriver.ErrCleartextPassword),
		errors.Is(err, mysqldriver.ErrOldPassword), errors.Is(err, mysqldriver.ErrNativePassword):
		return "the server requires a login method that is not supported"
	case errors.As(err, &unknown):
		return "the host of " + at + " is not known"
	case errors.Is(err, syscall.ECONNREFUSED), errors.Is(err, fs.ErrNotExist):
		return "nothing listens at " + at
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &network) && network.Timeout():
		return "no MySQL or MariaDB server answers at " + at
	case errors.Is(err, driver.ErrBadConn), errors.Is(err, mysqldriver.ErrInvalidConn), errors.Is(err, io.EOF),
		errors.Is(err, mysqldriver.ErrMalformPkt), errors.Is(err, mysqldriver.ErrPktSync), errors.Is(err, mysqldriver.ErrPktSyncMul):
		return "what answers at " + at + " is no MySQL or MariaDB server, or ended the connection"
	case errors.As(err, &network):
		return at + " cannot be reached"
	}
	return "the database cannot be used"
}

// noRight is the error of a user who can log in but lacks a right on a table.
const noRight = 1142

// serverRefusal explains the numbers of refused logins
// (https://mariadb.com/kb/en/mariadb-error-code-reference/).
func serverRefusal(number uint16, c *mysqldriver.Config) string {
	switch number {
	case 1045, 1698:
		if c.TLSConfig == "" || c.TLSConfig == "false" {
			return "user or password is wrong, or the user may log in over TLS alone (tls=true)"
		}
		return "user or password is wrong"
	case 1044:
		return "the user has no right to this database, or there is none of the name"
	case noRight:
		return "the user lacks a right that migrations need; GRANT ALL on this database gives it"
	case 1049:
		return "the server has no database of this name; create it"
	case 3159:
		return "the server requires TLS; add tls=true to the URL"
	case 1129, 1130:
		return "the server accepts no login from this machine"
	case 1047:
		return "the node of the cluster is not ready: it joins, or has no quorum"
	case 1040, 1203, 1226:
		return "the server has no connection left"
	}
	return "the server refuses"
}

// sqliteRefusal explains why a file cannot be used as a database.
func sqliteRefusal(err error) string {
	var code interface{ Code() int }
	if !errors.As(err, &code) {
		return "the file cannot be used"
	}
	switch code.Code() & 0xff {
	case 14: // CANTOPEN
		return "the file, or its folder, cannot be opened by this user"
	case 26: // NOTADB
		return "the file is not an SQLite database"
	case 8: // READONLY
		return "the file or its folder is read-only"
	}
	return "the file cannot be used"
}
