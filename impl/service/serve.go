package service

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/rekeyhq/rekey/gen/openapi"
)

// Bounds of a connection: a slow client must not hold one for free (CWE-400), and an
// answer may take as long as a request that waits for its hash.
const (
	databaseWithin = 5 * time.Second // what no context bounds, such as COMMIT

	headerWithin  = 10 * time.Second
	readWithin    = 20 * time.Second
	writeWithin   = 40 * time.Second // above requestTimeout and what is settled after it
	idleWithin    = 120 * time.Second
	maxHeader     = 16 << 10
	shutDownGrace = 20 * time.Second // for requests under way; above requestTimeout
)

// Serve answers requests and works until ctx ends. Then it accepts no further ones,
// lets those under way finish, and stops the workers after them, since a request may
// still wake one.
func (i *Instance) Serve(ctx context.Context, l net.Listener) error {
	if err := i.announce(ctx, l); err != nil {
		return errors.Join(err, l.Close())
	}
	web := &http.Server{
		Handler: i, ReadHeaderTimeout: headerWithin, ReadTimeout: readWithin, WriteTimeout: writeWithin,
		IdleTimeout: idleWithin, MaxHeaderBytes: maxHeader - 4<<10, // net/http reads 4 KiB more than it is told
		ErrorLog: slog.NewLogLogger(i.log.Handler(), slog.LevelWarn),
	}
	working, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	var workers sync.WaitGroup
	workers.Go(func() { i.Run(working) })
	failed := make(chan error, 1)
	go func() { failed <- web.Serve(l) }()

	var err error
	select {
	case err = <-failed:
	case <-ctx.Done():
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutDownGrace)
		defer cancel()
		if err = web.Shutdown(grace); errors.Is(err, context.DeadlineExceeded) {
			err = errors.Join(fmt.Errorf("requests were cut off after %s", shutDownGrace), web.Close())
		}
		<-failed
	}
	stop()
	workers.Wait()
	return err
}

// announce is the first line of the log: what runs here, and on what. The database is
// named by its kind alone, since its URL holds a password.
func (i *Instance) announce(ctx context.Context, l net.Listener) error {
	schema, _, err := i.store.Versions(ctx)
	if err != nil {
		return err
	}
	i.log.InfoContext(ctx, "started", "version", openapi.Version, "schema", schema, "address", l.Addr().String(),
		"public_url", i.config.PublicURL, "database", i.store.Dialect(), "profile", i.config.Profile)
	return nil
}
