package hostname

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"
)

const (
	// lookupWithin is the deadline of one look-up: a resolver repeats its question after 5 seconds.
	lookupWithin = 8 * time.Second
	// maxLookups can be under way in one process. Further ones are refused, since a request
	// that waits occupies a slot as long as one that is being answered.
	maxLookups = 16
	// maxTenantLookups can be under way for one tenant. A tenant whose name servers do not
	// answer would otherwise use up the look-ups of all others.
	maxTenantLookups = 2
)

// Resolver reads the records of hosts. It asks only for TXT records of one prefix, so that
// a caller learns nothing about other names from it.
type Resolver struct {
	net    *net.Resolver
	server string // empty: the system's resolver
	within time.Duration

	mu       sync.Mutex
	underWay int            // guarded by mu
	of       map[string]int // guarded by mu: look-ups under way, by tenant
}

// NewResolver returns a resolver that asks the server, given as host:port, or the system's
// resolver if it is empty.
func NewResolver(server string) *Resolver {
	r := &Resolver{net: &net.Resolver{}, server: server, within: lookupWithin, of: map[string]int{}}
	if server != "" {
		r.net = &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, network, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, network, server)
		}}
	}
	return r
}

// Records reads the texts at the host's RecordName for a tenant; none if there is no such
// record. An error means that the records are unknown.
func (r *Resolver) Records(ctx context.Context, tenantID, host string) ([]string, error) {
	if err := r.begin(tenantID); err != nil {
		return nil, err
	}
	defer r.end(tenantID)
	ctx, cancel := context.WithTimeout(ctx, r.within)
	defer cancel()
	// The final dot keeps the resolver from appending its search domains, where another
	// party may publish the record.
	texts, err := r.net.LookupTXT(ctx, RecordName(host)+".")
	var missing *net.DNSError
	if errors.As(err, &missing) && missing.IsNotFound {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("hostname: %w", r.withServer(err))
	}
	return texts, nil
}

func (r *Resolver) begin(tenantID string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.of[tenantID] >= maxTenantLookups {
		return fmt.Errorf("hostname: %d look-ups of this tenant are under way", maxTenantLookups)
	}
	if r.underWay >= maxLookups {
		return fmt.Errorf("hostname: %d look-ups are under way", maxLookups)
	}
	r.underWay++
	r.of[tenantID]++
	return nil
}

func (r *Resolver) end(tenantID string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.underWay--
	if r.of[tenantID]--; r.of[tenantID] == 0 {
		delete(r.of, tenantID)
	}
}

// withServer puts the server that was asked into an error: package net names the system's
// resolver, whichever server it dialled.
func (r *Resolver) withServer(err error) error {
	var dns *net.DNSError
	if r.server == "" || !errors.As(err, &dns) {
		return err
	}
	named := *dns
	named.Server = r.server
	return &named
}
