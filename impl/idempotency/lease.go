package idempotency

import (
	"context"
	"sync"
	"time"

	"github.com/rekeyhq/rekey/models"
)

const (
	// leaseTime is how long no other attempt may take a record over after its lease was renewed. It
	// is short: after a crash, the caller has to wait for it.
	leaseTime    = 5 * time.Second
	renewEvery   = time.Second
	renewTimeout = 2 * time.Second
)

// Every returns a channel that ticks at the interval until stop is called.
type Every func(interval time.Duration) (tick <-chan time.Time, stop func())

func newTicker(interval time.Duration) (<-chan time.Time, func()) {
	t := time.NewTicker(interval)
	return t.C, t.Stop
}

// renew extends the lease of an attempt in the background until release is called.
func (m *Middleware) renew(ctx context.Context, r *models.IdempotencyRecord) (release func()) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), m.d.MaxWork)
	tick, stop := m.d.Every(renewEvery)
	var renewing sync.WaitGroup
	renewing.Go(func() {
		defer stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick:
			}
			renewCtx, cancel := context.WithTimeout(ctx, renewTimeout)
			held, err := m.d.Records.Renew(renewCtx, r, leaseTime)
			cancel()
			if err == nil && !held { // another attempt took over, or the answer is stored
				return
			}
		}
	})
	return func() {
		cancel()
		renewing.Wait()
	}
}
