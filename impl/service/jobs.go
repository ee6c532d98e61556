package service

import (
	"context"
	"sync"
	"time"
)

// job is background work in bounded batches. Every node runs it, and the first one does the work.
type job struct {
	name  string
	every int                                // seconds
	do    func(context.Context) (int, error) // returns how much was done
}

// jobs lists the background jobs. The sweeps (impl/retention) and the delivery of messages run apart from
// them.
func (i *Instance) jobs() []job {
	return []job{
		{"reset_requests", 1, i.Core.Tickets.ProcessResetRequests},
		{"expiry_warnings", 1, i.Core.Passwords.WarnOfExpiry},
		{"audit_checkpoints", 60, i.writeCheckpoints},
		{"wrong_tries", 1, i.Core.Logins.NotifyLockouts},
		{"clock", 60, i.skew.measure},
	}
}

// Run runs the jobs and the sweeps and delivers messages, until ctx ends.
func (i *Instance) Run(ctx context.Context) {
	ctx = i.tracer.Into(ctx)
	var group sync.WaitGroup
	wakeDelivery := make(chan struct{}, 1)
	group.Go(func() { i.deliver(ctx, wakeDelivery) })
	group.Go(func() { i.Sweeper.Run(ctx) })
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for second := 0; ctx.Err() == nil; {
		i.Work(ctx, second)
		select {
		case wakeDelivery <- struct{}{}:
		default:
		}
		select {
		case <-ctx.Done():
		case <-i.wake:
		case <-tick.C:
			second++
		}
	}
	group.Wait()
}

// Work runs the jobs that are due at a second.
func (i *Instance) Work(ctx context.Context, second int) {
	for _, j := range i.jobs() {
		if second%j.every == 0 && ctx.Err() == nil {
			_, err := j.do(ctx)
			i.outages.report(ctx, j.name, err)
		}
	}
}

// deliver sends the messages that are due, every second and after each wake, until ctx ends.
func (i *Instance) deliver(ctx context.Context, wake <-chan struct{}) {
	i.Worker.Run(ctx, wake, func(err error) { i.outages.report(ctx, delivery, err) })
}

// Settle runs everything until nothing is due. Tests and commands use it.
func (i *Instance) Settle(ctx context.Context) error {
	ctx = i.tracer.Into(ctx)
	for {
		done, err := i.Worker.Drain(ctx)
		if err != nil {
			return err
		}
		for _, j := range i.jobs() {
			n, err := j.do(ctx)
			if err != nil {
				return err
			}
			done += n
		}
		for _, s := range i.Sweeper.Jobs() {
			n, err := s.Do(ctx)
			if err != nil {
				return err
			}
			done += n
		}
		if done == 0 {
			return nil
		}
	}
}

// delivery names the job of Worker.Run.
const delivery = "messages"

// jobNames lists the names of the jobs, the sweeps and the delivery, for metrics.
func (i *Instance) jobNames() []string {
	names := []string{delivery}
	for _, j := range i.jobs() {
		names = append(names, j.name)
	}
	for _, s := range i.Sweeper.Jobs() {
		names = append(names, s.Name)
	}
	return names
}
