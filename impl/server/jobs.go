package server

import (
	"context"
	"sync"
	"time"
)

// chore is work that is done apart from requests: a bounded batch at a time, by
// whichever node comes first.
type chore struct {
	name  string
	every int                                // seconds
	do    func(context.Context) (int, error) // how much was done
}

func (i *Instance) chores() []chore {
	return []chore{
		{"reset_requests", 1, i.Core.WorkResetRequests},
		{"expiry_warnings", 1, i.Core.WarnOfExpiry},
		{"audit_checkpoints", 60, i.sign},
		{"wrong_tries", 1, i.Core.TellOfShut},
		{"clock", 60, i.skew.look},
	}
}

// delivery is the job that Worker.Run does.
const delivery = "messages"

// jobs names all that is done apart from requests.
func (i *Instance) jobs() []string {
	names := []string{delivery}
	for _, c := range i.chores() {
		names = append(names, c.name)
	}
	for _, s := range i.sweeps() {
		names = append(names, s.job())
	}
	return names
}

// Work does the chores of a second.
func (i *Instance) Work(ctx context.Context, second int) {
	for _, c := range i.chores() {
		if second%c.every == 0 && ctx.Err() == nil {
			_, err := c.do(ctx)
			i.outages.report(ctx, c.name, err)
		}
	}
}

// deliver sends messages that are due, each second and when it is woken, until ctx ends.
func (i *Instance) deliver(ctx context.Context, wake <-chan struct{}) {
	i.Worker.Run(ctx, wake, func(err error) { i.outages.report(ctx, delivery, err) })
}

// Run does the chores and delivers messages until ctx ends.
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
		for _, c := range i.chores() {
			n, err := c.do(ctx)
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
