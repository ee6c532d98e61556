// Package failover connects to the first of several MySQL-compatible servers that works, and leaves
// it for the next one when it fails.
//
// A Connector has hosts in the order of preference. All connections go to one of them, the current
// host, until it fails: on a Galera cluster, writes to several nodes at the same time lose more
// certification conflicts. A host that is left loses all its connections at once. A watch asks
// every host each second, so that a host that hangs is left as well, and load returns to the preferred
// host when that works again.
//
// A server says by itself whether it is a node of a Galera cluster. If it is, each connection waits
// for the writes of the other nodes before its statements (wsrep_sync_wait).
//
// Only impl/store uses the package. It knows connections and not what is stored; its errors name
// hosts and never contain a password.
package failover

import (
	"cmp"
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"slices"
	"sync"
	"time"

	"github.com/go-sql-driver/mysql"

	"github.com/rekeyhq/rekey/impl/clock"
)

// Options of New; all but SyncWait are required.
type Options struct {
	Hosts    []*mysql.Config // the same database at each host; the first is preferred
	SyncWait *int            // the value of wsrep_sync_wait on a cluster; nil: SyncWaitDefault
	Log      *slog.Logger
}

// SyncWaitDefault makes reads and BEGIN (1), UPDATE and DELETE (2), INSERT and REPLACE (4) wait for what
// other nodes committed before. With 1 alone, a guarded UPDATE outside of a transaction does not find
// the row that another node just wrote, and so takes a valid code for a used one: 31 of 300 on an idle
// cluster, 148 of 300 under load. It excludes SHOW (8), by which hosts are examined
// (https://galeracluster.com/library/documentation/mysql-wsrep-options.html#wsrep-sync-wait).
const SyncWaitDefault = 7

// limits are the times of a Connector. Tests shorten them.
type limits struct {
	login  time.Duration // for a connection, from the dial to the last setting
	every  time.Duration // between two examinations of all hosts
	answer time.Duration // for the answer of an examined host
	misses int           // examinations without an answer after which a host is left
	steady time.Duration // how long a preferred host has to work before load returns to it
}

// A single host has as long as before: there is nowhere else to go.
func limitsFor(hosts int) limits {
	l := limits{login: 2 * time.Second, every: time.Second, answer: time.Second, misses: 2, steady: 10 * time.Second}
	if hosts == 1 {
		l.login = 5 * time.Second
	}
	return l
}

// Connector is a driver.Connector for all connections of a pool.
type Connector struct {
	limits   limits
	syncWait int
	log      *slog.Logger
	hosts    []*host
	wake     chan struct{} // examine the hosts now
	watching sync.Once
	stop     context.CancelFunc
	stopped  <-chan struct{}
	watch    sync.WaitGroup

	mu      sync.Mutex
	current *host // guarded by mu, as are the states of the hosts
}

// New makes a Connector. It does not connect.
func New(o Options) (*Connector, error) {
	if len(o.Hosts) == 0 || o.Log == nil {
		return nil, errors.New("failover: Hosts and Log are required")
	}
	c := &Connector{limits: limitsFor(len(o.Hosts)), syncWait: SyncWaitDefault, log: o.Log, wake: make(chan struct{}, 1)}
	if o.SyncWait != nil {
		c.syncWait = *o.SyncWait
	}
	ctx, stop := context.WithCancel(context.Background())
	c.stop, c.stopped = stop, ctx.Done()
	for _, config := range o.Hosts {
		if _, err := mysql.NewConnector(config); err != nil { // it would fail at the first connection
			stop()
			return nil, err
		}
		c.hosts = append(c.hosts, &host{config: config, lines: map[*line]struct{}{}})
	}
	c.current = c.hosts[0]
	return c, nil
}

// Refusal is the reason why a host was not connected to.
type Refusal struct {
	Host string
	Err  error
}

func (r *Refusal) Error() string { return r.Host + ": " + r.Err.Error() }
func (r *Refusal) Unwrap() error { return r.Err }

// Refused returns the refusals in an error of Connect, one for each host.
func Refused(err error) (all []*Refusal) {
	var one *Refusal
	switch joined, many := err.(interface{ Unwrap() []error }); {
	case many:
		for _, e := range joined.Unwrap() {
			all = append(all, Refused(e)...)
		}
	case errors.As(err, &one):
		all = append(all, one)
	}
	return all
}

// Connect connects to the current host, and to the others in turn if it fails. A host that failed the
// last examination is not tried, since each request would wait for it.
func (c *Connector) Connect(ctx context.Context) (driver.Conn, error) {
	if len(c.hosts) > 1 {
		c.watching.Do(func() { c.watch.Go(c.examineHosts) })
	}
	var refused []error
	for _, h := range c.candidates() {
		l, err := c.login(ctx, h)
		if err == nil {
			c.use(h)
			return l, nil
		}
		refused = append(refused, &Refusal{h.address(), err})
		if ctx.Err() != nil { // the caller's time is over, which says nothing about the host
			break
		}
		c.leave(h, err)
	}
	if refused == nil {
		refused = c.failures()
	}
	return nil, errors.Join(refused...)
}

// Driver returns the driver of the connections.
func (c *Connector) Driver() driver.Driver { return &mysql.MySQLDriver{} }

// Close ends the examinations. The pool calls it when it is closed.
func (c *Connector) Close() error {
	c.stop()
	c.watch.Wait()
	for _, h := range c.hosts {
		h.endProbe()
	}
	return nil
}

// candidates are the hosts to connect to, in order: the current one, those that work, and those that
// work but are busy. It is empty if every host failed its last examination.
func (c *Connector) candidates() (found []*host) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.hosts) == 1 {
		return c.hosts
	}
	order := append([]*host{c.current}, c.hosts...)
	for _, s := range []state{works, busy, failed} {
		for _, h := range order {
			if h.state == s && !slices.Contains(found, h) && (s != failed || !h.examined) {
				found = append(found, h)
			}
		}
	}
	return found
}

// failures returns why each host was left. One that works again since then has no cause any more.
func (c *Connector) failures() (all []error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, h := range c.hosts {
		all = append(all, &Refusal{h.address(), cmp.Or(h.cause, ErrRefuses)})
	}
	return all
}

// use makes a host the current one, after a connection to it.
func (c *Connector) use(h *host) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if h.state == failed {
		h.state, h.cause, h.missed, h.steady = works, nil, 0, clock.Start()
	}
	if c.current != h && c.current.state != works {
		c.moveTo(h)
	}
}

// moveTo makes a host the current one. Connections to the former one are not used again.
func (c *Connector) moveTo(h *host) {
	c.log.Info("uses another database host", "host", h.address(), "before", c.current.address())
	c.current.era.Add(1)
	c.current = h
}

// leave marks a host as failed and moves to the best other one. Statements in progress go on: those of a
// host that does not answer are cut off by cutOff.
func (c *Connector) leave(h *host, cause error) {
	if len(c.hosts) == 1 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.leaveLocked(h, cause)
}

func (c *Connector) leaveLocked(h *host, cause error) {
	if h.state != failed {
		c.log.Warn("a database host failed", "host", h.address(), "cause", cause.Error())
		h.examined = false
	}
	h.state, h.cause = failed, cause
	h.era.Add(1)
	if c.current == h {
		if best := c.best(); best.state != failed {
			c.moveTo(best)
		}
	}
	c.examineSoon()
}

// best returns the first host of those in the best state.
func (c *Connector) best() *host {
	return slices.MinFunc(c.hosts, func(a, b *host) int { return int(a.state) - int(b.state) })
}

// examineSoon lets the watch examine the hosts now.
func (c *Connector) examineSoon() {
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// login connects to one host and makes the settings of the session.
func (c *Connector) login(ctx context.Context, h *host) (*line, error) {
	ctx, cancel := context.WithTimeout(ctx, c.limits.login)
	defer cancel()
	l := &line{host: h, connector: c, era: h.era.Load()}
	config := h.config.Clone()
	config.DialFunc = func(ctx context.Context, network, address string) (net.Conn, error) {
		socket, err := (&net.Dialer{}).DialContext(ctx, network, address)
		l.socket = socket
		return socket, err
	}
	var err error
	if l.session, err = open(ctx, config); err != nil {
		return nil, err
	}
	if err := c.settle(ctx, l.session); err != nil {
		_ = l.session.Close()
		return nil, err
	}
	h.add(l)
	return l, nil
}

// open opens a connection of the driver.
func open(ctx context.Context, config *mysql.Config) (session, error) {
	connector, err := mysql.NewConnector(config)
	if err != nil {
		return nil, err
	}
	raw, err := connector.Connect(ctx)
	if errors.Is(err, driver.ErrBadConn) { // database/sql would try all hosts three times
		return nil, fmt.Errorf("%w: it ended during the login", mysql.ErrInvalidConn)
	}
	if err != nil {
		return nil, err
	}
	s, ok := raw.(session)
	if !ok {
		return nil, errors.Join(fmt.Errorf("failover: the driver's connection lacks methods: %T", raw), raw.Close())
	}
	return s, nil
}

// settle examines the server behind a new connection, and lets it wait for the cluster.
func (c *Connector) settle(ctx context.Context, s session) error {
	server, err := examine(ctx, s)
	if err != nil {
		return err
	}
	if err := server.refusal(len(c.hosts) > 1); err != nil {
		return err
	}
	if !server.Cluster {
		return nil
	}
	_, err = s.ExecContext(ctx, fmt.Sprintf("SET SESSION wsrep_sync_wait = %d", c.syncWait), nil)
	return err
}
