package failover

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/rekeyhq/rekey/impl/clock"
)

// ErrRefuses means that a server accepts logins, but cannot be used for now.
var ErrRefuses = errors.New("the server cannot be used now")

// server is what a server says about itself.
type server struct {
	Cluster  bool   // it is a node of a Galera cluster
	Ready    bool   // the node accepts statements
	State    string // of the node, such as Synced, Joining, Donor/Desynced
	ReadOnly bool   // a replica
}

// examine asks a server what it is. SHOW is answered by a node without quorum as well, and knows
// no unknown variable: servers other than Galera's have none of wsrep.
func examine(ctx context.Context, s driver.QueryerContext) (server, error) {
	variables, err := show(ctx, s, "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('wsrep_on', 'read_only')")
	if err != nil {
		return server{}, err
	}
	found := server{Cluster: variables["wsrep_on"] == "ON", ReadOnly: variables["read_only"] != "" && variables["read_only"] != "OFF"}
	if !found.Cluster {
		return found, nil
	}
	status, err := show(ctx, s, "SHOW GLOBAL STATUS WHERE Variable_name IN ('wsrep_ready', 'wsrep_local_state_comment')")
	found.Ready, found.State = status["wsrep_ready"] == "ON", status["wsrep_local_state_comment"]
	return found, err
}

// refusal returns why a server cannot be used. A single host may be read-only: it serves reads until
// somebody promotes it.
func (s server) refusal(others bool) error {
	switch {
	case s.Cluster && !s.Ready:
		return fmt.Errorf("%w: this node of the cluster is not ready (wsrep_ready is OFF, its state is %q)", ErrRefuses, s.State)
	case s.ReadOnly && others:
		return fmt.Errorf("%w: it is read-only", ErrRefuses)
	}
	return nil
}

// busy tells whether a node sends its data to another one, or was taken out of the flow control. It
// answers, but some methods hold up its writes.
func (s server) busy() bool { return s.Cluster && s.State == "Donor/Desynced" }

// show reads names and values.
func show(ctx context.Context, s driver.QueryerContext, query string) (map[string]string, error) {
	rows, err := s.QueryContext(ctx, query, nil)
	if err != nil {
		return nil, err
	}
	found, row := map[string]string{}, make([]driver.Value, 2)
	for {
		if err := rows.Next(row); err != nil {
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return found, errors.Join(err, rows.Close())
		}
		found[fmt.Sprintf("%s", row[0])] = fmt.Sprintf("%s", row[1])
	}
}

// examineHosts is the watch: it examines all hosts each second until the Connector is closed.
func (c *Connector) examineHosts() {
	tick := time.NewTicker(c.limits.every)
	defer tick.Stop()
	for {
		select {
		case <-c.stopped:
			return
		case <-tick.C:
		case <-c.wake:
		}
		c.examineAll()
	}
}

// finding is the result of an examination.
type finding struct {
	server server
	err    error
	silent bool // no answer came in time, which may be due to load
}

func (c *Connector) examineAll() {
	found := make([]chan finding, len(c.hosts))
	for i, h := range c.hosts {
		found[i] = make(chan finding, 1)
		go func() { found[i] <- c.examineHost(h) }()
	}
	results := make([]finding, len(c.hosts))
	for i := range found {
		results[i] = <-found[i]
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, h := range c.hosts {
		c.record(h, results[i])
	}
	c.choose()
}

// record stores what an examination found. A host that does not answer is left at the second time, and
// not while statements are answered: a full machine is slow, too.
func (c *Connector) record(h *host, f finding) {
	switch {
	case f.err == nil:
		h.missed = 0
		if h.state != works || h.steady == (clock.Stopwatch{}) {
			h.steady = clock.Start()
		}
		h.state, h.cause, h.examined = works, nil, false
		if f.server.busy() {
			h.state = busy
		}
		return
	case f.silent:
		h.missed++
	default:
		h.missed = c.limits.misses
	}
	if h.missed < c.limits.misses || f.silent && h.answeredWithin(c.limits.every+c.limits.answer) {
		return
	}
	if h.state != failed {
		c.leaveLocked(h, f.err)
	}
	h.cause, h.examined = f.err, true
	h.cutOff()
}

// choose moves to a better host: away from one that failed or is busy at once, and back to a preferred
// one when it has worked for a while.
func (c *Connector) choose() {
	if best := c.best(); best.state < c.current.state {
		c.moveTo(best)
		return
	}
	for _, h := range c.hosts {
		if h == c.current {
			return
		}
		if h.state == works && h.steady.Elapsed() >= c.limits.steady {
			c.moveTo(h)
			return
		}
	}
}

// examineHost asks a host on a connection of its own, which it keeps.
func (c *Connector) examineHost(h *host) finding {
	ctx, cancel := context.WithTimeout(context.Background(), c.limits.answer)
	defer cancel()
	var err error
	if h.probe == nil {
		h.probe, err = open(ctx, h.config)
	}
	var s server
	if err == nil {
		s, err = examine(ctx, h.probe)
	}
	if err == nil {
		err = s.refusal(true)
		return finding{server: s, err: err}
	}
	h.endProbe()
	silent := ctx.Err() != nil
	if silent {
		err = fmt.Errorf("%w: no answer within %s", ErrRefuses, c.limits.answer)
	}
	return finding{err: err, silent: silent}
}

func (h *host) endProbe() {
	if h.probe != nil {
		_ = h.probe.Close()
		h.probe = nil
	}
}
