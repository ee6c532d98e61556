package history

import (
	"bytes"
	"fmt"
	"slices"
	"sync"

	"github.com/rekeyhq/rekey/tests/seed"
)

// racers is how many callers do the same at the same time.
const racers = 3

// race sends requests at the same time, each to a server of its own choice.
func (c *client) race(requests ...Request) []*Operation {
	c.load.record.count(func(f *Figures) { f.Races++ })
	out := make([]*Operation, len(requests))
	start := make(chan struct{})
	var all sync.WaitGroup
	for n, q := range requests {
		q.Client = c.number
		d := seed.Branch(c.random)
		all.Go(func() {
			<-start
			out[n] = c.load.Do(d, q)
		})
	}
	close(start)
	all.Wait()
	return out
}

// winner returns the index of the only operation that was acknowledged, or -1 if that cannot be known.
func (c *client) winner(what string, u *user, out []*Operation) int {
	won, open := -1, 0
	for n, o := range out {
		switch {
		case o.Outcome == Unsettled:
			open++
		case o.Outcome == Acknowledged && won >= 0:
			c.load.record.violate(Doubled, "%s: two callers won (user %s, requests %v and %v)", what, u.id, out[won].requests(), o.requests())
		case o.Outcome == Acknowledged:
			won = n
		}
	}
	if won < 0 && open == 0 {
		c.load.record.violate(Wrong, "%s: nobody won (user %s, requests %v)", what, u.id, out[0].requests())
	}
	return won
}

func (c *client) raceToRedeem(u *user) {
	var requests []Request
	var passwords []string
	for range racers {
		passwords = append(passwords, newPassword(c.random))
		requests = append(requests, redemption(u, u.tickets[0], passwords[len(passwords)-1]))
	}
	won := c.winner("a race to redeem a ticket", u, c.race(requests...))
	if won < 0 {
		for _, p := range passwords {
			u.doubt(p)
		}
		return
	}
	u.hasPassword(passwords[won])
}

// raceToRefresh shows a token several times: one caller gets new tokens, and then the session ends, since another
// caller showed a used token.
func (c *client) raceToRefresh(u *user) {
	n := c.random.IntN(len(u.sessions))
	s := u.sessions[n]
	if s.refresh == "" {
		c.useAccess(u)
		return
	}
	out := c.race(refreshing(u, s.refresh), refreshing(u, s.refresh), refreshing(u, s.refresh))
	won := c.winner("a race to refresh a token", u, out)
	if won < 0 || !slices.ContainsFunc(out, func(o *Operation) bool { return o.Outcome == Refused }) {
		u.doubt("")
		return
	}
	u.sessions = append(u.sessions[:n:n], u.sessions[n+1:]...)
	u.ended = append(u.ended[max(0, len(u.ended)-kept+1):], s)
	if !out[won].AnswerLost {
		u.ended[len(u.ended)-1] = sessionOf(out[won])
	}
}

// raceToSet sets passwords at the same time. Callers that did not meet may both be acknowledged; the last one counts, and
// a login finds out which one it was.
func (c *client) raceToSet(u *user) {
	var requests []Request
	var passwords []string
	for range racers {
		passwords = append(passwords, newPassword(c.random))
		requests = append(requests, settingOf(u, passwords[len(passwords)-1]))
	}
	out := c.race(requests...)
	var possible []string
	for n, o := range out {
		switch o.Outcome {
		case Unsettled:
			u.doubt(passwords[n])
		case Acknowledged:
			u.changes++
			possible = append(possible, passwords[n])
		}
	}
	if u.uncertain {
		u.possible = append(u.possible, possible...)
		return
	}
	if len(possible) == 0 {
		c.load.record.violate(Wrong, "a race to set a password: nobody won (user %s, requests %v)", u.id, out[0].requests())
		u.doubt("")
		return
	}
	u.changes-- // hasPassword counts one
	if password := c.findPassword(u, possible); password != "" {
		u.hasPassword(password)
	}
}

// findPassword logs in with passwords until one is accepted.
func (c *client) findPassword(u *user, possible []string) string {
	if len(possible) == 1 {
		return possible[0]
	}
	for _, p := range possible {
		o := c.do(c.login(u, p))
		if o.Outcome == Acknowledged {
			return p
		}
		if o.Outcome == Unsettled {
			u.doubt("")
			u.possible = append(u.possible, possible...)
			return ""
		}
	}
	c.load.record.violate(Lost, "none of the passwords that were set at the same time logs in (user %s)", u.id)
	u.doubt("")
	return ""
}

func (c *client) raceToCreate(*user) {
	u := c.newUser()
	out := c.race(c.creation(u), c.creation(u), c.creation(u))
	if won := c.winner("a race to create a user", u, out); won >= 0 {
		c.created(u, out[won])
	}
}

// raceOnKey sends one request several times at once under one Idempotency-Key: all get the same answer.
func (c *client) raceOnKey(*user) {
	u := c.newUser()
	q := c.creation(u)
	q.Key = fmt.Sprintf("%s-%s", c.load.set.Name, u.name)
	out := c.race(q, q, q)
	first := -1
	for n, o := range out {
		if o.Outcome == Unsettled || !c.must(o, Acknowledged, "it is one request") || o.AnswerLost {
			continue
		}
		if first < 0 {
			first = n
		}
		if !bytes.Equal(out[first].Body, o.Body) {
			c.load.record.violate(Wrong, "two answers of one Idempotency-Key differ (requests %v and %v)", out[first].requests(), o.requests())
		}
	}
	if first < 0 {
		first = slices.IndexFunc(out, func(o *Operation) bool { return o.Outcome == Acknowledged })
	}
	if first >= 0 {
		c.created(u, out[first])
	}
}
