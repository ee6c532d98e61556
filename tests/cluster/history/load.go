package history

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/seed"
)

// Setup is what a load needs. Servers and Key are required.
type Setup struct {
	Servers []string // base URLs
	Key     string   // an API key of the platform
	Name    string   // of the load; two loads on one database have different ones
	Clients int      // 4 if zero
	Users   int      // that a client works with at a time; 4 if zero
	// Timeout is how long a client waits for an answer; 45 seconds if zero, more than the service takes for any.
	Timeout time.Duration
	// WithoutRaces leaves out the steps in which several callers do the same.
	WithoutRaces bool
	// SettleWithin is how long an operation is repeated; 2 minutes if zero.
	SettleWithin time.Duration
}

// Load is a number of clients, and the history of what they did.
type Load struct {
	set     Setup
	servers servers
	key     string // of the load: it has a large budget
	tenant  string
	http    *http.Client
	ctx     context.Context
	cancel  context.CancelFunc
	clients []*client
	running sync.WaitGroup
	gate    gate
	record  record
	checked checked
	random  *seed.Source // of the preparation and the checks
}

// New creates an application, a tenant with wide limits and an API key for the load, and its clients. They wait
// until Run or Resume. They end with the test.
func New(t testing.TB, set Setup) *Load {
	t.Helper()
	if set.Name == "" {
		set.Name = "load"
	}
	defaultTo(&set.Clients, 4)
	defaultTo(&set.Users, 4)
	defaultTo(&set.Timeout, 45*time.Second)
	defaultTo(&set.SettleWithin, 2*time.Minute)
	l := &Load{set: set, record: record{byKey: map[string][]*Operation{}}, random: seed.For(t, set.Name)}
	l.ctx, l.cancel = context.WithCancel(context.WithoutCancel(t.Context()))
	l.http = &http.Client{Timeout: set.Timeout, Transport: &http.Transport{MaxIdleConnsPerHost: 64, IdleConnTimeout: time.Minute}}
	l.gate.init()
	l.Servers(set.Servers...)
	if err := l.prepare(); err != nil {
		t.Fatalf("the load cannot begin: %v", err)
	}
	for n := range set.Clients {
		c := &client{load: l, number: n, random: seed.For(t, set.Name, fmt.Sprint("client ", n))}
		l.clients = append(l.clients, c)
		l.running.Go(c.run)
	}
	t.Cleanup(l.Stop)
	return l
}

func defaultTo[T comparable](value *T, otherwise T) {
	var zero T
	if *value == zero {
		*value = otherwise
	}
}

// Tenant is the id of the tenant that all users of the load belong to.
func (l *Load) Tenant() string { return l.tenant }

// Run lets the clients do this many steps in all, and returns when they are done.
func (l *Load) Run(steps int) {
	l.record.work(true)
	l.gate.run(steps)
	l.record.work(false)
}

// Resume lets the clients work until Pause.
func (l *Load) Resume() {
	l.record.work(true)
	l.gate.resume()
}

// Pause returns when no operation is under way: each has been answered, or was repeated in vain for as long as
// SettleWithin says.
func (l *Load) Pause() {
	l.record.work(false)
	l.gate.pause()
}

// Stop ends the clients. What was not answered stays unsettled.
func (l *Load) Stop() {
	l.gate.stop()
	l.cancel()
	l.running.Wait()
	l.http.CloseIdleConnections()
}

// Await returns once this many further operations were acknowledged, or false at the deadline. The clients must
// be working.
func (l *Load) Await(acknowledged int, within time.Duration) bool {
	return l.record.await(acknowledged, within)
}

// gate lets clients do steps one by one.
type gate struct {
	mu      sync.Mutex
	changed *sync.Cond
	left    int // steps that may begin; -1: any number
	busy    int
	stopped bool
}

func (g *gate) init() { g.changed = sync.NewCond(&g.mu) }

func (g *gate) run(steps int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.left = steps
	g.changed.Broadcast()
	for !g.stopped && (g.left > 0 || g.busy > 0) {
		g.changed.Wait()
	}
}

func (g *gate) resume() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.left = -1
	g.changed.Broadcast()
}

func (g *gate) pause() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.left = 0
	for g.busy > 0 {
		g.changed.Wait()
	}
}

func (g *gate) stop() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.stopped = true
	g.changed.Broadcast()
}

// begin returns true when a step may begin, and false when the load ended.
func (g *gate) begin() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	for !g.stopped && g.left == 0 {
		g.changed.Wait()
	}
	if g.stopped {
		return false
	}
	if g.left > 0 {
		g.left--
	}
	g.busy++
	return true
}

func (g *gate) end() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.busy--
	g.changed.Broadcast()
}
