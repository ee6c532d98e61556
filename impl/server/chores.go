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
		{"reset requests", 1, i.Core.WorkResetRequests},
		{"warnings of expiry", 1, i.Core.WarnOfExpiry},
		{"expired tickets", 10, i.Core.ExpireTickets},
		{"audit checkpoints", 60, i.sign},
		{"kept answers", 60, func(ctx context.Context) (int, error) { return i.Store.Write(ctx).SweepIntentions() }},
		{"wrong tries", 1, i.Core.TellOfShut},
		{"tries", 10, func(ctx context.Context) (int, error) { return i.Store.Write(ctx).SweepTries(500) }},
		{"counters", 3600, func(ctx context.Context) (int, error) { return i.Store.Write(ctx).SweepCounters() }},
	}
}

// Run does the chores and delivers messages until ctx ends.
func (i *Instance) Run(ctx context.Context) {
	var group sync.WaitGroup
	deliver := make(chan struct{}, 1)
	group.Go(func() { i.Worker.Run(ctx, deliver) })
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for second := 0; ctx.Err() == nil; {
		for _, c := range i.chores() {
			if second%c.every != 0 {
				continue
			}
			if _, err := c.do(ctx); err != nil && ctx.Err() == nil {
				i.log.ErrorContext(ctx, c.name, "cause", err.Error())
			}
		}
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
		if done == 0 {
			return nil
		}
	}
}
