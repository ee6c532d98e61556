package history

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/rekeyhq/rekey/tests/seed"
)

// client does one step after the other, on users that no other client touches.
type client struct {
	load   *Load
	number int
	random *seed.Source
	made   int
	users  []*user // those that it works with, and before them those that it is done with
}

// user is what must be true of a user.
type user struct {
	id, name  string
	address   string
	password  string   // acknowledged last; empty: none yet
	possible  []string // more than one if it is not known which of them is the password
	former    string   // a password that was replaced
	disabled  bool
	everOff   bool // was disabled at some time, so that a reset request may be ignored
	sessions  []*session
	tickets   []string // secrets of those that can be redeemed
	ended     []*session
	over      []string // secrets of tickets that cannot be redeemed any more
	uncertain bool     // an operation on it stayed unsettled: nothing more is done with it
	changes   int      // acknowledged changes of the password
	moves     int      // and of the address
	resets    int
	checked   bool
}

// session has tokens that are accepted, or that are not if it ended. A token whose answer was lost is empty.
type session struct {
	id, access, refresh string
	until               time.Time // of the access token
}

func (c *client) run() {
	for c.load.gate.begin() {
		c.step()
		c.load.gate.end()
	}
}

// kept is how many ended sessions and tickets of a user are remembered.
const kept = 3

// rest is after how many mails a client goes on with another user, since the budget of mails is one of an hour.
const rest = 12

func (c *client) step() {
	active := c.active()
	if len(active) < c.load.set.Users || c.random.IntN(25) == 0 {
		c.create()
		return
	}
	u := active[c.random.IntN(len(active))]
	u.checked = false
	if u.disabled {
		c.whileDisabled(u)
		return
	}
	if u.password == "" {
		c.setPassword(u)
		return
	}
	acts := c.acts(u)
	total := 0
	for _, a := range acts {
		total += a.weight
	}
	n := c.random.IntN(total)
	for _, a := range acts {
		if n -= a.weight; n < 0 {
			a.do(u)
			return
		}
	}
}

// active are the users that the client works with: the last ones.
func (c *client) active() (list []*user) {
	for _, u := range c.users {
		if !u.uncertain && u.resets+u.moves < rest {
			list = append(list, u)
		}
	}
	return list[max(0, len(list)-c.load.set.Users):]
}

type act struct {
	weight int
	do     func(*user)
}

func (c *client) acts(u *user) []act {
	list := []act{
		{7, c.setPassword}, {8, c.changePassword}, {14, c.logIn}, {8, c.issueTicket},
		{5, c.requestReset}, {4, c.disable}, {4, c.changeAddress}, {3, c.endSessions}, {3, c.formerPassword},
	}
	if len(u.tickets) > 0 {
		list = append(list, act{12, c.redeem})
	}
	if len(u.sessions) > 0 {
		list = append(list, act{14, c.refresh}, act{6, c.endSession}, act{3, c.useAccess})
	}
	if len(u.ended) > 0 {
		list = append(list, act{4, c.useEnded})
	}
	if len(u.over) > 0 {
		list = append(list, act{4, c.redeemOver})
	}
	if !c.load.set.WithoutRaces {
		list = append(list, act{2, c.raceToSet}, act{2, c.raceToCreate}, act{2, c.raceOnKey})
		if len(u.tickets) > 0 {
			list = append(list, act{5, c.raceToRedeem})
		}
		if len(u.sessions) > 0 {
			list = append(list, act{4, c.raceToRefresh})
		}
	}
	return list
}

// newPassword meets the default policy: no words are needed for that.
func newPassword(d *seed.Source) string { return seed.Text(d)[:24] }

func (c *client) do(q Request) *Operation {
	q.Client = c.number
	return c.load.Do(c.random, q)
}

// must records an outcome that is not the one that has to be.
func (c *client) must(o *Operation, want Outcome, why string) bool {
	if o.Outcome != want && o.Outcome != Unsettled {
		c.load.record.violate(Wrong, "%s is %s (%d %s), and must be %s: %s (user %s, requests %v)", o.Kind, o.Outcome, o.Status, o.Code, want,
			why, o.UserID, o.requests())
	}
	return o.Outcome == want
}

func (o *Operation) requests() (ids []string) {
	for _, a := range o.Attempts {
		ids = append(ids, a.RequestID)
	}
	return ids
}

func (c *client) newUser() *user {
	c.made++
	name := fmt.Sprintf("%s-%d-%d", c.load.set.Name, c.number, c.made)
	return &user{name: name, address: name + "@a.example.test"}
}

func (c *client) creation(u *user) Request {
	return Request{Kind: CreateUser, Method: http.MethodPost, Path: "/v1/users", Body: map[string]any{
		"tenantId": c.load.tenant, "username": u.name, "emails": []any{map[string]any{"address": u.address, "verified": true}},
	}}
}

func (c *client) create() {
	u := c.newUser()
	c.created(u, c.do(c.creation(u)))
}

// created takes over a user who was created.
func (c *client) created(u *user, o *Operation) {
	if !c.must(o, Acknowledged, "the name is new") {
		return
	}
	if o.AnswerLost {
		found := c.do(Request{Kind: Read, Method: http.MethodGet, Path: "/v1/users?tenantId=" + c.load.tenant + "&username=" + u.name})
		var list struct{ Items []struct{ ID string } }
		if c.must(found, Acknowledged, "reading"); found.Outcome != Acknowledged || json.Unmarshal(found.Body, &list) != nil {
			return
		}
		if len(list.Items) != 1 {
			c.load.record.violate(Lost, "user %s was created, and is there %d times", u.name, len(list.Items))
			return
		}
		u.id = list.Items[0].ID
	} else {
		var answer struct{ ID string }
		_ = json.Unmarshal(o.Body, &answer)
		u.id = answer.ID
	}
	o.UserID = u.id
	c.users = append(c.users, u)
}
