package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"runtime"
	"time"
)

// perSecond is the fixed rate at which links are validated.
const perSecond = 100

// round is one turn of all phases.
type round struct {
	Idle    latencies // validating links, nothing else asked of the server
	Limited mixed
	Free    mixed // the control: no hash limiter

	Link, LinkFloor cost // a link validated; plain router and one SELECT
	Set, SetFloor   cost // a password set by an API client; the hash alone

	Mails mails
}

// mixed is validating links while people log in.
type mixed struct {
	Links  latencies
	Logins float64 // per second
}

// cost is CPU per operation, of server and database.
type cost struct {
	Operations int
	CPU        time.Duration // of one
	Database   time.Duration // its share, of a database server of its own
}

// result is what a run found.
type result struct {
	Store      string
	Cores      int
	GoVersion  string
	Phase      time.Duration
	DatabaseIn bool // the CPU of a database server is part of the costs
	Rounds     []round
	Beside     *beside // nil: not measured
}

// bench is the servers under test and what the clients know.
type bench struct {
	options
	seed                 *seed
	db                   *database
	client               *http.Client
	limited, free, floor *child
}

func measure(ctx context.Context, o options, db *database, dir string) (*result, error) {
	r := role{DatabaseURL: db.URL, Secret: make([]byte, 32), Limited: true}
	_, _ = rand.Read(r.Secret) // never fails since Go 1.24: it aborts the program instead
	planted, err := plant(ctx, r)
	if err != nil {
		return nil, err
	}
	b := &bench{options: o, seed: planted, db: db, client: newClient()}
	for _, s := range []struct {
		into       **child
		name, kind string
		limited    bool
	}{{&b.limited, "limited", "rekey", true}, {&b.free, "free", "rekey", false}, {&b.floor, "floor", "floor", false}} {
		r.Limited = s.limited
		c, err := start(ctx, dir, s.name, s.kind, r)
		if err != nil {
			return nil, err
		}
		defer func() { _ = c.end() }()
		*s.into = c
	}
	if err := b.warm(ctx); err != nil {
		return nil, err
	}
	out := &result{
		Store: o.store, Cores: runtime.NumCPU(), GoVersion: runtime.Version(), Phase: o.duration,
		DatabaseIn: db.process != "",
	}
	for n := range o.rounds {
		fmt.Fprintf(os.Stderr, "%s: round %d of %d, about %s\n", o.store, n+1, o.rounds, 9*o.duration)
		one, err := b.round(ctx)
		if err != nil {
			return nil, err
		}
		out.Rounds = append(out.Rounds, one)
	}
	if o.expired > 0 {
		found, err := b.expiry(ctx, dir, r, 8*o.duration)
		if err != nil {
			return nil, err
		}
		out.Beside = &found
	}
	return out, nil
}

// warm opens every link and every kind of connection once: the first look at a link
// is recorded in its row, and the first statements are prepared.
func (b *bench) warm(ctx context.Context) error {
	for n := range b.seed.Links {
		if err := do(b.client, b.link(b.limited), n); err != nil {
			return err
		}
	}
	var errs []error
	for _, c := range []*child{b.limited, b.free} {
		_, links := closed(ctx, b.client, linkClients, time.Second/2, b.link(c))
		_, logins := closed(ctx, b.client, loginClients, time.Second/2, b.login(c))
		errs = append(errs, links, logins)
	}
	_, floor := closed(ctx, b.client, linkClients, time.Second/2, b.lookup)
	_, set := closed(ctx, b.client, setClients, time.Second/2, b.set)
	return errors.Join(append(errs, floor, set)...)
}

func (b *bench) round(ctx context.Context) (r round, err error) {
	if r.Idle, err = fixedRate(ctx, b.client, perSecond, b.duration, b.link(b.limited)); err != nil {
		return r, err
	}
	if r.Limited, err = b.mixed(ctx, b.limited); err != nil {
		return r, err
	}
	if r.Free, err = b.mixed(ctx, b.free); err != nil {
		return r, err
	}
	if r.LinkFloor, err = b.cost(ctx, b.floor, linkClients, b.lookup); err != nil {
		return r, err
	}
	if r.Link, err = b.profiled(ctx, ".link", linkClients, b.link(b.limited)); err != nil {
		return r, err
	}
	made, used, err := rawHashes(ctx, b.duration)
	if err != nil {
		return r, err
	}
	r.SetFloor = per(made, used, 0)
	if r.Set, err = b.profiled(ctx, ".set", setClients, b.set); err != nil {
		return r, err
	}
	r.Mails, err = b.mails(ctx)
	return r, err
}

func (b *bench) mixed(ctx context.Context, c *child) (mixed, error) {
	logins := startLoop(b.client, loginClients, b.login(c))
	err := wait(ctx, time.Now().Add(b.duration/8)) // until all clients are at it
	before, began := logins.done.Load(), time.Now()
	links, rate := fixedRate(ctx, b.client, perSecond, b.duration, b.link(c))
	out := mixed{Links: links, Logins: float64(logins.done.Load()-before) / time.Since(began).Seconds()}
	return out, errors.Join(err, rate, logins.stop())
}

// cost measures the CPU that calls take of a server and of the database.
func (b *bench) cost(ctx context.Context, c *child, clients int, make request) (cost, error) {
	server, err := c.used()
	if err != nil {
		return cost{}, err
	}
	database := b.db.used()
	calls, err := closed(ctx, b.client, clients, b.duration, make)
	if err != nil {
		return cost{}, err
	}
	after, err := c.used()
	return per(calls, after-server, b.db.used()-database), err
}

// profiled is cost of the limited server, with a profile if one is asked for.
func (b *bench) profiled(ctx context.Context, name string, clients int, make request) (c cost, err error) {
	measure := func() error {
		c, err = b.cost(ctx, b.limited, clients, make)
		return err
	}
	if b.profile == "" {
		err = measure()
	} else {
		err = b.limited.profiled(b.profile+name, measure)
	}
	return c, err
}

func per(operations int, server, database time.Duration) cost {
	n := time.Duration(max(1, operations))
	return cost{Operations: operations, CPU: (server + database) / n, Database: database / n}
}

// link validates a reset link.
func (b *bench) link(c *child) request {
	return func(n int) (*http.Request, error) {
		return get(c.URL + "/api/Password/resetPassword?key=" + b.seed.Links[n%len(b.seed.Links)])
	}
}

// lookup is the floor of link.
func (b *bench) lookup(n int) (*http.Request, error) {
	return get(b.floor.URL + "/ticket?lookup=" + b.seed.Lookups[n%len(b.seed.Lookups)])
}

// login logs in one of the people whose passwords stay: client n always the same.
func (b *bench) login(c *child) request {
	return func(n int) (*http.Request, error) {
		body, err := json.Marshal(map[string]string{"userName": b.seed.Users[n%loginClients], "password": password})
		if err != nil {
			return nil, err
		}
		return send(http.MethodPost, c.URL+"/api/Users/authenticate", "", body)
	}
}

// set gives one of the other people a new password; no two clients the same person.
func (b *bench) set(n int) (*http.Request, error) {
	body, err := json.Marshal(map[string]any{
		"password": fmt.Sprintf("%s, plank %d", password, n), "emailPassword": false, "generatePassword": false,
	})
	if err != nil {
		return nil, err
	}
	id := b.seed.IDs[loginClients+n%setClients]
	return send(http.MethodPut, b.limited.URL+"/api/web/v1/users/"+id+"/passwords", b.seed.Key, body)
}
