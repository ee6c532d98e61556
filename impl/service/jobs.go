package service

import (
	"context"
	"sync"
	"time"
)

// job is background work: a bounded batch at a time, by the node that comes first.
type job struct {
	name  string
	every int                                // seconds
	do    func(context.Context) (int, error) // how much was done
}

func (i *Instance) jobs() []job {
	return []job{
		{"reset_requests", 1, i.Core.Tickets.ProcessResetRequests},
		{"expiry_warnings", 1, i.Core.Passwords.WarnOfExpiry},
		{"audit_checkpoints", 60, i.sign},
		{"wrong_tries", 1, i.Core.Logins.NotifyLockouts},
		{"clock", 60, i.skew.look},
	}
}

// delivery is the job that Worker.Run does.
const delivery = "messages"

// jobNames are those of all that is done apart from requests.
func (i *Instance) jobNames() []string {
	names := []string{delivery}
	for _, j := range i.jobs() {
		names = append(names, j.name)
	}
	for _, s := range i.sweeps() {
		names = append(names, s.job())
	}
	return names
}

// Work does the background jobs of a second.
func (i *Instance) Work(ctx context.Context, second int) {
	for _, j := range i.jobs() {
		if second%j.every == 0 && ctx.Err() == nil {
			_, err := j.do(ctx)
			i.outages.report(ctx, j.name, err)
		}
	}
}

// deliver sends messages that are due, each second and when it is woken, until ctx ends.
func (i *Instance) deliver(ctx context.Context, wake <-chan struct{}) {
	i.Worker.Run(ctx, wake, func(err error) { i.outages.report(ctx, delivery, err) })
}

// Run does the background jobs and delivers messages until ctx ends.
func (i *Instance) Run(ctx context.Context) {
	var group sync.WaitGroup
	deliver := make(chan struct{}, 1)
	group.Go(func() { i.deliver(ctx, deliver) })
	group.Go(func() { i.sweep(ctx) })
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for second := 0; ctx.Err() == nil; {
		i.Work(ctx, second)
		select {
		case deliver <- struct{}{}:
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

// Settle does everything that is due, once: for tests and commands.
func (i *Instance) Settle(ctx context.Context) error {
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
		for _, s := range i.sweeps() {
			n, err := s.do(ctx)
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
