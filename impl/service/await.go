package service

import (
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/impl/fault"
)

// databasePatience is how long a start waits for the database. A machine that boots, and a server that
// recovers after a crash or joins its cluster, take up to about a minute; after two, the supervisor should
// see a failure.
const databasePatience = 2 * time.Minute

// Await is Open for a database that may not be there yet, as when all machines start after a power failure. While
// it waits, the port answers that the process is alive and not ready, so that an orchestrator neither restarts
// it nor sends it requests.
func Await(ctx context.Context, p Parts, l net.Listener) (*Instance, error) {
	end := func() {}
	p.Waiting = func(cause error) {
		p.Log.WarnContext(ctx, "waits for the database", "cause", cause.Error(), "at_most_seconds", int(databasePatience.Seconds()))
		end = answerMeanwhile(l)
	}
	i, err := Open(ctx, p, false)
	end()
	return i, err
}

// answerMeanwhile answers on the service's port until end is called. The listener stays open.
func answerMeanwhile(l net.Listener) (end func()) {
	shared, ok := l.(interface {
		net.Listener
		SetDeadline(time.Time) error
	})
	if !ok {
		return func() {}
	}
	web := newWeb(http.HandlerFunc(notYet))
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = web.Serve(lent{shared, shared.SetDeadline})
	}()
	return func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		if web.Shutdown(ctx) != nil {
			_ = web.Close()
		}
		<-ended
		_ = shared.SetDeadline(time.Time{})
	}
}

// lent is a listener whose Close ends Accept and keeps the port.
type lent struct {
	net.Listener
	setDeadline func(time.Time) error
}

func (l lent) Close() error { return l.setDeadline(time.Unix(1, 0)) }

// notYet answers while the database is waited for.
func notYet(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	if strings.HasSuffix(r.URL.Path, "/healthz") {
		_, _ = io.WriteString(w, "ok\n")
		return
	}
	w.Header().Set("Retry-After", "5")
	w.WriteHeader(http.StatusServiceUnavailable)
	_, _ = io.WriteString(w, fault.ErrUnavailable.Message+"\n")
}
