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
	// lookupWithin bounds one look-up: a resolver asks a second time after 5 seconds.
	lookupWithin = 8 * time.Second
	// maxLookups are under way at one server. Further ones are refused: who waits holds a
	// request's place as long as who asks.
	maxLookups = 16
	// maxTenantLookups are those of one tenant, whose name servers may answer nothing so that
	// nobody else's are asked.
	maxTenantLookups = 2
)

// Resolver reads the records of hosts. It asks for TXT records of one prefix and for
// nothing else, so that a caller learns nothing about other names from it.
type Resolver struct {
	net    *net.Resolver
	server string // empty: the system's
	within time.Duration

	mu       sync.Mutex
	underWay int            // guarded by mu
	of       map[string]int // guarded by mu: those of each tenant that has any
}

// NewResolver asks a server, as host:port; the system's resolver if it is empty.
func NewResolver(server string) *Resolver {
	r := &Resolver{net: &net.Resolver{}, server: server, within: lookupWithin, of: map[string]int{}}
	if server != "" {
		r.net = &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, network, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, network, server)
		}}
	}
	return r
}

// Records reads for a tenant the texts at the host's RecordName: none if there is no such
// record. An error means that nobody knows.
func (r *Resolver) Records(ctx context.Context, tenantID, host string) ([]string, error) {
	if err := r.begin(tenantID); err != nil {
		return nil, err
	}
	defer r.end(tenantID)
	ctx, cancel := context.WithTimeout(ctx, r.within)
	defer cancel()
	// The final dot keeps the resolver from trying the name below the domains that it
	// searches, where somebody else publishes.
	texts, err := r.net.LookupTXT(ctx, RecordName(host)+".")
	var missing *net.DNSError
	if errors.As(err, &missing) && missing.IsNotFound {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("hostname: %w", r.naming(err))
	}
	return texts, nil
}

func (r *Resolver) begin(tenantID string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.of[tenantID] >= maxTenantLookups {
		return fmt.Errorf("hostname: %d look-ups of the tenant are under way", maxTenantLookups)
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

// naming has an error name the server that was asked: package net names the system's, whichever
// it dialled.
func (r *Resolver) naming(err error) error {
	var dns *net.DNSError
	if r.server == "" || !errors.As(err, &dns) {
		return err
	}
	named := *dns
	named.Server = r.server
	return &named
}
