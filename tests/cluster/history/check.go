package history

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// Checks says what Check looks at, beside the events and users in the database.
type Checks struct {
	// Users is how many users are logged in and out with; 0: all that were touched since the last check.
	Users int
	// Mails are the mails that were received; nil: mails are not checked.
	Mails func() []harness.ReceivedMail
	// Within is how long Check waits for reset requests and mails that are still queued. A worker that was killed
	// keeps its claims for up to a minute. What is queued after that is not wrong: it is not lost.
	Within time.Duration
}

// checked is what earlier checks saw.
type checked struct {
	sequence int64
	count    int64
	events   map[happened]int
	resets   map[string]string // request id to ticket id
	totals   map[string]int    // events of an action
}

// happened is an action of a request.
type happened struct{ request, action string }

// Check compares the history with the service and its database. The load must be paused, and a server of its list and the
// database must work. It returns everything that is wrong, from the beginning of the load.
func (l *Load) Check(db *sql.DB, what Checks) []Violation {
	ctx, cancel := context.WithTimeout(l.ctx, what.Within+2*time.Minute)
	defer cancel()
	database := &database{ctx: ctx, db: db, tenant: l.tenant}
	l.checkUsers(l.random, what.Users)
	queued := database.awaitQueues(what)
	l.checkEvents(database)
	l.checkCreated(database)
	if what.Mails != nil {
		l.checkMails(database, what.Mails(), queued)
	}
	if database.err != nil {
		l.record.violate(Answer, "the check could not read the database: %v", database.err)
	}
	return l.Violations()
}

// checkUsers logs users in and shows the tokens of their sessions.
func (l *Load) checkUsers(d *seed.Source, limit int) {
	var all []*user
	for _, c := range l.clients {
		all = append(all, c.users...)
	}
	all = slices.DeleteFunc(all, func(u *user) bool { return u.checked || u.password == "" })
	d.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	if limit > 0 {
		all = all[:min(limit, len(all))]
	}
	for _, u := range all {
		u.checked = true
		l.checkUser(&client{load: l, number: -1, random: d}, u)
	}
}

func (l *Load) checkUser(c *client, u *user) {
	if u.uncertain {
		if len(u.possible) > 0 {
			c.findPassword(u, u.possible)
		}
		return
	}
	if u.former != "" {
		c.must(c.do(c.login(u, u.former)), Refused, "the password was replaced")
	}
	if u.disabled {
		c.must(c.do(c.login(u, u.password)), Refused, "the user is disabled")
	} else if o := c.do(c.login(u, u.password)); o.Outcome == Refused {
		l.record.violate(Lost, "the password that was acknowledged last is refused: %d %s (user %s, requests %v)", o.Status, o.Code, u.id, o.requests())
	}
	for _, s := range u.sessions {
		if s.fresh() {
			c.must(c.do(c.reading(u, s)), Acknowledged, "the session lives")
		}
	}
	for _, s := range u.ended {
		if s.fresh() {
			c.must(c.do(c.reading(u, s)), Refused, "the session of the access token ended")
		}
		if s.refresh != "" {
			c.must(c.do(refreshing(u, s.refresh)), Refused, "the session of the refresh token ended")
		}
	}
	for _, ticket := range u.over {
		c.must(c.do(Request{Kind: Read, UserID: u.id, Method: http.MethodPost, Path: "/v1/tickets/inspect", Body: map[string]any{"ticket": ticket}}),
			Refused, "the ticket was used, or ended")
	}
}

// database reads what the service stored. The first error stays.
type database struct {
	ctx    context.Context
	db     *sql.DB
	tenant string
	err    error
}

// rows calls scan for each row.
func (d *database) rows(scan func(*sql.Rows) error, query string, args ...any) {
	if d.err != nil {
		return
	}
	rows, err := d.db.QueryContext(d.ctx, query, args...)
	if err != nil {
		d.err = err
		return
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := scan(rows); err != nil {
			d.err = err
			return
		}
	}
	d.err = rows.Err()
}

func (d *database) number(query string) (n int) {
	d.rows(func(r *sql.Rows) error { return r.Scan(&n) }, query, d.tenant)
	return n
}

// queues are what is not processed yet.
type queues struct{ resets, messages int }

func (d *database) queued() queues {
	return queues{
		d.number("SELECT COUNT(*) FROM reset_requests WHERE tenant_id = ?"),
		d.number("SELECT COUNT(*) FROM messages WHERE tenant_id = ? AND state = 'queued'"),
	}
}

// awaitQueues returns when the queues are empty, or what is left of them at the deadline.
func (d *database) awaitQueues(what Checks) queues {
	deadline := time.Now().Add(what.Within)
	for {
		q := d.queued()
		if q.resets == 0 && (q.messages == 0 || what.Mails == nil) || time.Now().After(deadline) || d.err != nil {
			return q
		}
		pause(d.ctx, shortPause)
	}
}

// checkEvents compares the events with the operations: one for each that was acknowledged, none for one that was
// refused, and no others.
func (l *Load) checkEvents(d *database) {
	seen := &l.checked
	if seen.events == nil {
		*seen = checked{events: map[happened]int{}, resets: map[string]string{}, totals: map[string]int{}}
	}
	pending := d.queued().resets // before the events: one that is processed now is counted twice rather than not at all
	d.rows(func(r *sql.Rows) error {
		var request, action, outcome, ticket string
		if err := r.Scan(&seen.sequence, &request, &action, &outcome, &ticket); err != nil {
			return err
		}
		seen.count++
		if action == event[RequestReset] {
			seen.resets[request] = ticket
		} else if outcome != "done" {
			return nil
		}
		seen.events[happened{request, action}]++
		seen.totals[action]++
		return nil
	}, "SELECT sequence, request_id, action, outcome, ticket_id FROM events WHERE tenant_id = ? AND sequence > ? ORDER BY sequence", l.tenant, seen.sequence)
	if n := d.number("SELECT COUNT(*) FROM events WHERE tenant_id = ?"); d.err == nil && int64(n) != seen.count {
		l.record.violate(Lost, "%d events were there, and %d are", seen.count, n)
	}
	if d.err == nil {
		l.compareEvents(seen, pending)
	}
}

func (l *Load) compareEvents(seen *checked, pending int) {
	expected := map[string]int{}
	open := map[string]int{} // unsettled operations, which may have an event
	for _, group := range l.record.groups() {
		action := event[group[0].Kind]
		if action == "" {
			continue
		}
		found, outcome := 0, Refused
		for _, o := range group {
			for _, a := range o.Attempts {
				found += seen.events[happened{a.RequestID, action}]
			}
			if o.Outcome == Acknowledged || o.Outcome == Unsettled && outcome == Refused {
				outcome = o.Outcome
			}
		}
		expected[action] += found
		o := group[0]
		switch {
		case found > 1:
			l.record.violate(Doubled, "%s has %d events %s (user %s, requests %v)", o.Kind, found, action, o.UserID, o.requests())
		case outcome == Acknowledged && found == 0 && o.Kind == RequestReset && pending > 0:
			pending--
		case outcome == Acknowledged && found == 0:
			l.record.violate(Lost, "%s was acknowledged, and has no event %s (user %s, requests %v)", o.Kind, action, o.UserID, o.requests())
		case outcome == Refused && found > 0:
			l.record.violate(Wrong, "%s was refused (%d %s), and has an event %s (user %s, requests %v)", o.Kind, o.Status, o.Code, action, o.UserID, o.requests())
		case outcome == Unsettled:
			open[action]++
		}
	}
	for action, n := range seed.InOrder(seen.totals) {
		if known := slices.Contains([]string{event[Disable], event[Enable], event[CreateUser], event[ChangePassword], event[LogIn]}, action); known && n > expected[action] {
			l.record.violate(Wrong, "%d events %s belong to no operation of the load", n-expected[action], action)
		}
	}
}

// groups are the operations by Idempotency-Key: those that have the same are one.
func (r *record) groups() (list [][]*Operation) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, o := range r.operations {
		if group := r.byKey[o.Key]; o.Key != "" && group[0] == o {
			list = append(list, slices.Clone(group))
		}
	}
	return list
}

// checkCreated compares the users in the database with those that were created.
func (l *Load) checkCreated(d *database) {
	names := map[string]int{}
	d.rows(func(r *sql.Rows) error {
		var name string
		err := r.Scan(&name)
		names[name]++
		return err
	}, "SELECT username FROM users WHERE tenant_id = ?", l.tenant)
	if d.err != nil {
		return
	}
	known := 0
	for _, c := range l.clients {
		for _, u := range c.users {
			known++
			switch n := names[u.name]; {
			case n == 0:
				l.record.violate(Lost, "user %s was created, and is not there", u.name)
			case n > 1:
				l.record.violate(Doubled, "user %s is there %d times", u.name, n)
			}
		}
	}
	unsettled := 0
	for _, o := range l.Operations() {
		if o.Kind == CreateUser && o.Outcome == Unsettled {
			unsettled++
		}
	}
	if len(names) > known+unsettled {
		l.record.violate(Wrong, "%d users are there, and %d were created", len(names), known)
	}
}

// messageID is the id of a message, from the header of its mail.
func messageID(m harness.ReceivedMail) string {
	id, _, _ := strings.Cut(strings.TrimPrefix(m.Header.Get("Message-Id"), "<"), "@")
	return id
}

// counted is a template of the messages of a user.
type counted struct{ user, template string }

// checkMails compares the messages in the database with the changes, and the received mails with the messages.
func (l *Load) checkMails(d *database, mails []harness.ReceivedMail, left queues) {
	known, messages, ofTicket := map[string]bool{}, map[counted]int{}, map[string]int{}
	received := l.received(mails)
	d.rows(func(r *sql.Rows) error {
		var id, userID, ticket, template, state, answer string
		if err := r.Scan(&id, &userID, &ticket, &template, &state, &answer); err != nil {
			return err
		}
		known[id] = true
		messages[counted{userID, template}]++
		if ticket != "" {
			ofTicket[ticket]++
		}
		switch {
		case state == "sent" && received[id] == 0:
			l.record.violate(Lost, "message %s (%s) is marked as sent, and was not received", id, template)
		case state == "failed" && !strings.HasPrefix(answer, "not sent: "):
			l.record.violate(Lost, "message %s (%s) failed: %s", id, template, answer)
		}
		return nil
	}, "SELECT id, user_id, ticket_id, template, state, last_answer FROM messages WHERE tenant_id = ?", l.tenant)
	if d.err != nil {
		return
	}
	for id := range seed.InOrder(received) {
		if !known[id] {
			l.record.violate(Lost, "a mail with the id %s was sent, and there is no such message", id)
		}
	}
	for _, c := range l.clients {
		for _, u := range c.users {
			if u.uncertain {
				continue
			}
			l.compareMessages(u, messages, "password_updated", u.changes)
			l.compareMessages(u, messages, "addresses_changed", 2*u.moves)
		}
	}
	for request, ticket := range seed.InOrder(l.checked.resets) {
		if ticket != "" && ofTicket[ticket] != 1 {
			l.record.violate(Lost, "the reset request %s has %d messages", request, ofTicket[ticket])
		}
	}
}

func (l *Load) compareMessages(u *user, messages map[counted]int, template string, want int) {
	switch n := messages[counted{u.id, template}]; {
	case n < want:
		l.record.violate(Lost, "user %s has %d messages %s of %d", u.id, n, template, want)
	case n > want:
		l.record.violate(Doubled, "user %s has %d messages %s instead of %d", u.id, n, template, want)
	}
}

// received counts the mails of each message to users of the load. Copies have to be equal.
func (l *Load) received(mails []harness.ReceivedMail) map[string]int {
	count, texts := map[string]int{}, map[string]string{}
	doubled := 0
	for _, m := range mails {
		if len(m.To) != 1 || !strings.HasPrefix(m.To[0], l.set.Name+"-") {
			continue
		}
		id := messageID(m)
		if text, again := texts[id]; again {
			doubled++
			if text != m.Text {
				l.record.violate(Wrong, "two mails with the id %s have different texts", id)
			}
		}
		texts[id] = m.Text
		count[id]++
	}
	l.record.count(func(f *Figures) { f.MailsDoubled = doubled })
	return count
}

// Summary is a line about the load for a log.
func (f Figures) String() string {
	return fmt.Sprintf("%d operations in %d attempts: %d acknowledged, %d refused, %d unsettled; %d attempts unknown, %d replayed, %d races; lost %d, doubled %d, wrong %d, answers %d; %d mails twice",
		f.Operations, f.Attempts, f.Acknowledged, f.Refused, f.Unsettled, f.Unknown, f.Replayed, f.Races, f.Lost, f.Doubled, f.Wrong, f.Answers, f.MailsDoubled)
}
