package idempotency

import (
	"context"
	"sync"
	"time"

	"github.com/rekeyhq/rekey/models"
)

const (
	// workLease is how long no other attempt carries a request out after the last sign of life
	// of the server that does: short, since after a crash its caller has to wait for as long.
	workLease   = 5 * time.Second
	renewEvery  = time.Second
	renewWithin = 2 * time.Second
)

// Every ticks in that interval until stop is called.
type Every func(interval time.Duration) (tick <-chan time.Time, stop func())

func everyTick(interval time.Duration) (<-chan time.Time, func()) {
	t := time.NewTicker(interval)
	return t.C, t.Stop
}

// renew prolongs the lease of an attempt, apart from its work, until release is called.
func (m *Middleware) renew(ctx context.Context, r *models.IdempotencyRecord) (release func()) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), m.d.WorkAtMost)
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
			within, cancel := context.WithTimeout(ctx, renewWithin)
			held, err := m.d.Records.Renew(within, r, workLease)
			cancel()
			if err == nil && !held { // nothing of it would be committed any more, or all of it is done
				return
			}
		}
	})
	return func() {
		cancel()
		renewing.Wait()
	}
}
