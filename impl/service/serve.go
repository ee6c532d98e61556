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

// Bounds of a connection. A slow client must not occupy one for long (CWE-400), and an answer may take
// as long as a request that waits for a password hash.
const (
	databaseWithin = 5 * time.Second // for statements that no context bounds, such as COMMIT

	headerWithin  = 10 * time.Second
	readWithin    = 20 * time.Second
	writeWithin   = 40 * time.Second // above server.MaxWork
	idleWithin    = 120 * time.Second
	maxHeader     = 16 << 10
	shutDownGrace = 20 * time.Second // for running requests; above the timeout of a request

	// Of a connection in HTTP/2.
	maxStreams    = 100              // concurrent requests, as RFC 9113 section 6.5.2 recommends at least
	maxFrame      = 16 << 10         // bytes, the least that RFC 9113 section 4.2 allows
	headerTable   = 4 << 10          // bytes, the default of RFC 7541
	receiveBuffer = 64 << 10         // bytes of bodies that nobody has read yet, of all streams; the size of a body
	pingAfter     = 30 * time.Second // without a frame from the client
	pingWithin    = 15 * time.Second
)

// Serve answers requests and runs the jobs until ctx ends. Then it accepts no more requests, waits for
// the running ones, and stops the jobs last, since a request may still need them.
func (i *Instance) Serve(ctx context.Context, l net.Listener) error {
	if err := i.logStart(ctx, l); err != nil {
		return errors.Join(err, l.Close())
	}
	endAdmin, err := i.serveAdmin(ctx)
	if err != nil {
		return errors.Join(err, l.Close())
	}
	defer endAdmin()
	web := i.Web()
	accepted := newConnections()
	web.ConnState, web.Handler = accepted.changed, accepted.follow(web.Handler)
	working, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	var workers sync.WaitGroup
	workers.Go(func() { i.Run(working) })
	failed := make(chan error, 1)
	go func() { failed <- web.Serve(l) }()

	select {
	case err = <-failed:
	case <-ctx.Done():
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutDownGrace)
		defer cancel()
		_ = l.Close()
		<-failed // all connections are known now
		web.SetKeepAlivesEnabled(false)
		accepted.await(grace)
		if err = web.Shutdown(grace); errors.Is(err, context.DeadlineExceeded) {
			err = errors.Join(fmt.Errorf("requests were cut off after %s", shutDownGrace), web.Close())
		}
	}
	stop()
	workers.Wait()
	return err
}

// Web returns the server of the instance's port. It speaks HTTP/1.1, and HTTP/2 with prior knowledge (RFC 9113
// section 3.3), which clients of gRPC need. All limits of HTTP/2 hold per connection, and the timeouts per stream.
func (i *Instance) Web() *http.Server {
	web := newWeb(i)
	web.ErrorLog = slog.NewLogLogger(i.log.Handler(), slog.LevelWarn)
	return web
}

func newWeb(handler http.Handler) *http.Server {
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	protocols.SetUnencryptedHTTP2(true)
	return &http.Server{
		Handler: handler, ReadHeaderTimeout: headerWithin, ReadTimeout: readWithin, WriteTimeout: writeWithin,
		IdleTimeout: idleWithin, MaxHeaderBytes: maxHeader - 4<<10, // net/http reads 4 KiB more than MaxHeaderBytes
		Protocols: &protocols,
		HTTP2: &http.HTTP2Config{
			MaxConcurrentStreams: maxStreams, MaxReadFrameSize: maxFrame, MaxDecoderHeaderTableSize: headerTable,
			MaxReceiveBufferPerConnection: receiveBuffer, MaxReceiveBufferPerStream: receiveBuffer,
			SendPingTimeout: pingAfter, PingTimeout: pingWithin, WriteByteTimeout: writeWithin,
		},
	}
}

// logStart writes the first line of the log: the version and the settings in use. It names the kind of
// the database and not its URL, which holds a password.
func (i *Instance) logStart(ctx context.Context, l net.Listener) error {
	schema, err := i.store.Schema(ctx)
	if err != nil {
		return err
	}
	i.log.InfoContext(ctx, "started", "version", openapi.Version, "schema", schema.Version, "address", l.Addr().String(),
		"public_url", i.config.PublicURL, "database", i.store.Dialect(), "profile", i.config.Profile)
	return nil
}
