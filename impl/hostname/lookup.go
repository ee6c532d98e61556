package hostname

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"
)

const (
	// lookupWithin bounds one look-up: a resolver asks a second time after 5 seconds.
	lookupWithin = 8 * time.Second
	// maxLookups are under way at one server; further ones wait, within the same time.
	maxLookups = 16
)

// Resolver reads the records of hosts. It asks for TXT records of one prefix and for
// nothing else, so that a caller learns nothing about other names from it.
type Resolver struct {
	net    *net.Resolver
	slots  chan struct{}
	within time.Duration
}

// NewResolver asks a server, as host:port; the system's resolver if it is empty.
func NewResolver(server string) *Resolver {
	r := &Resolver{net: &net.Resolver{}, slots: make(chan struct{}, maxLookups), within: lookupWithin}
	if server != "" {
		r.net = &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, network, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, network, server)
		}}
	}
	return r
}

// Records reads the texts at the host's RecordName: none if there is no such record. An
// error means that nobody knows.
func (r *Resolver) Records(ctx context.Context, host string) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, r.within)
	defer cancel()
	select {
	case r.slots <- struct{}{}:
		defer func() { <-r.slots }()
	case <-ctx.Done():
		return nil, fmt.Errorf("hostname: %d look-ups are under way: %w", maxLookups, ctx.Err())
	}
	// The final dot keeps the resolver from trying the name below the domains that it
	// searches, where somebody else publishes.
	texts, err := r.net.LookupTXT(ctx, RecordName(host)+".")
	var missing *net.DNSError
	if errors.As(err, &missing) && missing.IsNotFound {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("hostname: %w", err)
	}
	return texts, nil
}
