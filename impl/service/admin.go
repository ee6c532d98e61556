package service

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/pprof"
	"net/netip"
	"time"
)

// adminWithin is above the longest profile that somebody records.
const adminWithin = 5 * time.Minute

// serveAdmin serves the profiles of the program, and what monitoring reads, at the admin address. It returns
// a function that ends it. Profiles are for this machine alone: they cost processor time, and show what the
// program does (CWE-489).
func (i *Instance) serveAdmin(ctx context.Context) (end func(), err error) {
	if i.config.AdminAddr == "" {
		return func() {}, nil
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", i.config.AdminAddr)
	if err != nil {
		return nil, fmt.Errorf("REKEY_ADMIN_ADDR: %w", err)
	}
	web := &http.Server{
		Handler: i.adminHandler(), ReadHeaderTimeout: headerWithin, ReadTimeout: readWithin, WriteTimeout: adminWithin, IdleTimeout: idleWithin,
		ErrorLog: slog.NewLogLogger(i.log.Handler(), slog.LevelWarn),
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = web.Serve(l)
	}()
	i.log.InfoContext(ctx, "profiles are served", "address", l.Addr().String())
	return func() { _ = web.Close(); <-ended }, nil
}

func (i *Instance) adminHandler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /debug/pprof/", pprof.Index) // not cmdline, which would show the arguments of the program
	mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	for _, path := range []string{"/metrics", "/readyz", "/healthz"} {
		mux.Handle("GET "+path, i)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// A page in a browser on this machine can send requests here under a name of its own (DNS rebinding).
		if !loopbackHost(r.Host) {
			http.Error(w, "ask by the address of this machine", http.StatusForbidden)
			return
		}
		mux.ServeHTTP(w, r)
	})
}

func loopbackHost(hostPort string) bool {
	host, _, err := net.SplitHostPort(hostPort)
	if err != nil {
		host = hostPort
	}
	a, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && a.IsLoopback()
}
