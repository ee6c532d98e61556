package stores_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const keep = 30 * day // what ended, by default

// ended are rows that were over at a time, one of each way to end; at nil they live.
type ended struct {
	sessions   []models.Session
	tokens     []models.RefreshToken
	challenges []models.Challenge
	tickets    []models.Ticket
	messages   []models.Message
	keys       []models.APIKey
	tries      []models.Tries
	counters   []models.Counter
	answers    []models.IdempotencyRecord
}

func digest(parts ...string) []byte { return secret.Sum("planted", parts...).Bytes() }

// add plans one row of everything. What lives has its end ahead, and no other.
func (e *ended) add(now time.Time, n int, at *time.Time) {
	id := secret.NewID
	later, end := now.Add(90*day), at
	ran := later
	if at != nil && n%2 == 0 { // it ran out, and nobody ended it
		ran, end = *at, nil
	}
	s := models.Session{ID: id(), UserID: "somebody", TokenDigest: digest(id()), CreatedAt: now, ExpiresAt: ran, EndsAt: ran, EndedAt: end}
	e.sessions = append(e.sessions, s)
	for range 3 {
		e.tokens = append(e.tokens, models.RefreshToken{
			ID: id(), FamilyID: s.ID, SessionID: s.ID, UserID: "somebody", Digest: digest(id()), CreatedAt: now, ExpiresAt: ran, UsedAt: &now,
		})
	}
	c := models.Challenge{ID: id(), UserID: "somebody", Lookup: digest(id()), CodeMAC: digest("x"), ExpiresAt: later}
	if at != nil {
		c.ExpiresAt = *at
	}
	e.challenges = append(e.challenges, c)
	t := models.Ticket{ID: id(), UserID: "somebody", Lookup: digest(id()), CreatedAt: now, ExpiresAt: ran}
	m := models.Message{ID: id(), UserID: "somebody", State: models.MessageQueued, NextAttemptAt: later, CreatedAt: now, Destination: []byte{}}
	if at != nil {
		if t.ConsumedAt, t.EndedAt = at, nil; n%2 == 0 {
			t.ConsumedAt, t.EndedAt, t.EndedBecause = nil, at, models.EndedExpired
		}
		if m.State, m.SentAt = models.MessageSent, at; n%2 == 0 {
			m.State, m.SentAt, m.FailedAt = models.MessageFailed, nil, at
		}
	}
	e.tickets, e.messages = append(e.tickets, t), append(e.messages, m)
	k := models.APIKey{ID: id(), Digest: digest(id()), TenantIDs: []string{}, Permissions: []string{}, ExpiresAt: &ran, RevokedAt: end}
	e.keys = append(e.keys, k)
}

func (e *ended) plant(t testing.TB, db *gorm.DB) {
	t.Helper()
	for _, rows := range []any{&e.sessions, &e.tokens, &e.challenges, &e.tickets, &e.messages, &e.keys, &e.tries, &e.counters, &e.answers} {
		if reflect.ValueOf(rows).Elem().Len() > 0 {
			must(t, db.CreateInBatches(rows, 100).Error)
		}
	}
}

// TestWhatEndedIsDeletedByTheBatch: no statement of a server's sweeps reads or changes more
// rows than a batch, and only what is over goes. Two servers do it side by side.
func TestWhatEndedIsDeletedByTheBatch(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		const over, alive, batch = 600, 900, 500
		db, now := openRaw(t, w.DBURL), w.Clock.Now()
		rows := &ended{}
		for n := range over {
			rows.add(now, n, new(now.Add(-keep)))
		}
		for n := range alive { // some live, some ended since
			rows.add(now, n, []*time.Time{nil, new(now.Add(time.Microsecond - keep)), new(now)}[n%3])
		}
		rows.plant(t, db)
		var mu sync.Mutex
		var ran []store.Statement
		see := func(s store.Statement) {
			mu.Lock()
			defer mu.Unlock()
			ran = append(ran, s)
		}
		twin := w.Twin()
		w.ObserveStore(see)
		twin.ObserveStore(see)
		for _, err := range together(2, func(i int) error { return []*harness.World{w, twin}[i].Settle(t.Context()) }) {
			must(t, err)
		}
		w.ObserveStore(nil)
		twin.ObserveStore(nil)
		w.Deliver() // what one left to the other, when that failed or was not there
		for table, want := range seed.InOrder(map[string]int64{
			"sessions": alive, "refresh_tokens": 3 * alive, "challenges": alive, "tickets": alive, "messages": alive, "api_keys": alive,
		}) {
			var n, youngest int64
			must(t, db.Table(table).Count(&n).Error)
			if n != want {
				t.Errorf("%s: %d rows are left, want %d", table, n, want)
			}
			for _, s := range ran {
				if strings.Contains(s.SQL, table) && strings.HasPrefix(s.SQL, "DELETE") {
					youngest++
				}
				if s.Rows > batch {
					t.Errorf("%d rows by %s", s.Rows, s.SQL)
				}
			}
			if youngest < 2 {
				t.Errorf("%s was deleted from in %d statements", table, youngest)
			}
		}
		counted(t, w, twin, map[string]float64{
			"sessions": over, "refresh_tokens": 3 * over, "challenges": over, "tickets": over, "messages": over, "api_keys": over,
		})
	})
}

// TestWhatEndedIsFoundByAnIndex: no sweep reads a table, or sorts, to find what is over
// among what lives.
func TestWhatEndedIsFoundByAnIndex(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		db, now, rows := openRaw(t, w.DBURL), w.Clock.Now(), &ended{}
		old := now.Add(-keep)
		for n := range 1500 {
			at := &old
			if n > 100 {
				at = nil
			}
			rows.add(now, n, at)
			user, wrong := "somebody", 1 // who tried a wrong password long ago: that stays
			if n < 100 {
				user, wrong = []string{"", "somebody"}[n%2], n%2^1
			}
			rows.tries = append(rows.tries, models.Tries{Key: digest(secret.NewID()), UserID: user, Kind: models.TryPassword, Wrong: wrong, Open: []models.OpenTry{}, ChangedAt: old})
			until := now.Add(day)
			if at != nil {
				until = old
			}
			rows.counters = append(rows.counters, models.Counter{Key: digest(secret.NewID()), WindowEndsAt: until})
			rows.answers = append(rows.answers, models.IdempotencyRecord{
				ID: digest(secret.NewID()), Request: digest("r"), Attempt: secret.NewID(), LeasedUntil: old, Sealed: []byte("x"), KeepUntil: until, ExpiresAt: until,
			})
		}
		rows.plant(t, db)
		must(t, db.Exec("UPDATE tickets SET ended_at = NULL, consumed_at = NULL, expires_at = ? WHERE id IN ?", old, []string{rows.tickets[0].ID, rows.tickets[2].ID}).Error)
		if w.Kind == "mariadb" {
			var ignored []map[string]any
			must(t, db.Raw("ANALYZE TABLE sessions, refresh_tokens, challenges, tickets, messages, tries, counters, intentions").Scan(&ignored).Error)
		}
		write := func() *store.Tx { return w.Store.Write(t.Context()) }
		before := func(sweep func(*store.Tx, time.Time, int) (int, error)) func() (int, error) {
			return func() (int, error) { return sweep(write(), old, 10) }
		}
		for name, sweep := range seed.InOrder(map[string]func() (int, error){
			"sessions": func() (int, error) {
				_, tokens, err := write().SweepSessions(old, 10)
				return tokens, err
			},
			"ended challenges": before((*store.Tx).SweepChallenges), "tickets": before((*store.Tx).SweepTickets), "messages": before((*store.Tx).SweepMessages),
			"tries":    func() (int, error) { return write().SweepTries(80) },
			"counters": func() (int, error) { return write().SweepCounters(10) },
			"answers":  func() (int, error) { return write().WipeAnswers(10) }, "keys": func() (int, error) { return write().SweepIdempotencyRecords(10) },
			"contents": func() (int, error) { return write().WipeMessages(10) }, "expired tickets": func() (int, error) { return w.Core.Tickets.ExpireTickets(t.Context()) },
		}) {
			var ran []store.Statement
			w.ObserveStore(func(s store.Statement) { ran = append(ran, s) })
			n, err := sweep()
			w.ObserveStore(nil)
			if err != nil || n == 0 && name != "contents" {
				t.Errorf("%s: %d rows, %v", name, n, err)
			}
			for _, s := range ran {
				if !strings.HasPrefix(s.SQL, "INSERT") {
					sweepPlan(t, w, db, s)
				}
			}
		}
	})
}

// sweepPlan fails where the engine reads a whole table, or sorts, to find what is over.
func sweepPlan(t *testing.T, w *harness.World, db *gorm.DB, s store.Statement) {
	t.Helper()
	explain := map[string]string{"sqlite": "EXPLAIN QUERY PLAN ", "mariadb": "EXPLAIN "}[w.Kind]
	var plan []map[string]any
	must(t, db.Raw(explain+s.SQL, s.Vars...).Scan(&plan).Error)
	for _, step := range plan {
		detail := fmt.Sprint(step["detail"])
		switch w.Kind {
		case "sqlite":
			if !strings.HasPrefix(detail, "SEARCH") && !strings.HasPrefix(detail, "LIST") {
				t.Errorf("%s\n%s", detail, s.SQL)
			}
		case "mariadb":
			if kind := fmt.Sprint(step["type"]); step["table"] != nil && kind == "ALL" || kind == "index" || strings.Contains(fmt.Sprint(step["Extra"]), "filesort") {
				t.Errorf("%v\n%s", step, s.SQL)
			}
		}
	}
}

// counted compares what both servers tell together.
func counted(t *testing.T, w, twin *harness.World, want map[string]float64) {
	t.Helper()
	for kind, rows := range seed.InOrder(want) {
		var sum float64
		for _, server := range []*harness.World{w, twin} {
			sum += metric(t, server, fmt.Sprintf("rekey_swept_rows_total{kind=%q}", kind))
			if kind == "refresh_tokens" {
				continue // they go with their sessions
			}
			if failed := metric(t, server, fmt.Sprintf("rekey_job_failures_total{background_job=%q}", "sweep_"+kind)); failed != 0 {
				t.Errorf("%v sweeps of %s failed", failed, kind)
			}
		}
		if sum != rows {
			t.Errorf("%s: %v rows are counted, want %v", kind, sum, rows)
		}
	}
}

// metric reads one line of /metrics; zero if it is not there.
func metric(t *testing.T, w *harness.World, name string) (value float64) {
	t.Helper()
	for line := range strings.Lines(w.Do(harness.Call{Method: "GET", Path: "/metrics"}).Body) {
		if rest, ok := strings.CutPrefix(line, name+" "); ok {
			if _, err := fmt.Sscan(rest, &value); err != nil {
				t.Fatal(err)
			}
		}
	}
	return value
}

// TestASweptSessionTakesItsTokens: a batch that is full of tokens leaves their sessions for
// the next, and a session goes last.
func TestASweptSessionTakesItsTokens(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		now, rows := w.Clock.Now(), &ended{}
		for n := range 4 { // sessions, with three tokens each
			rows.add(now, n, &now)
		}
		rows.plant(t, openRaw(t, w.DBURL))
		var steps []string
		for range 6 {
			sessions, tokens, err := w.Store.Write(t.Context()).SweepSessions(now, 5)
			must(t, err)
			steps = append(steps, fmt.Sprint(sessions, " ", tokens))
		}
		// Two were ended: their six tokens, then they; the two that ran out likewise.
		if want := []string{"0 5", "2 5", "2 2", "0 0", "0 0", "0 0"}; !slices.Equal(steps, want) {
			t.Errorf("sessions and tokens: %q, want %q", steps, want)
		}
	})
}

// TestASpentTokenIsKnownAsLongAsItsSession: a refresh token that was used on the first day
// and is shown again on the last ends the session; the rows go when that is long over.
func TestASpentTokenIsKnownAsLongAsItsSession(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		first := w.LogIn(p)
		db := openRaw(t, w.DBURL)
		left := func(want int64) {
			t.Helper()
			w.Deliver()
			var n int64
			must(t, db.Model(&models.RefreshToken{}).Count(&n).Error)
			if n != want {
				t.Errorf("%d refresh tokens are there, want %d", n, want)
			}
		}
		refreshed, err := w.Core.Logins.RefreshSession(t.Context(), secret.NewText(first.RefreshToken))
		must(t, err)
		w.Clock.Advance(keep - time.Hour) // the session lives 30 days
		left(2)
		if _, err := w.Core.Logins.RefreshSession(t.Context(), secret.NewText(first.RefreshToken)); err == nil {
			t.Error("a spent token is taken")
		}
		if _, err := w.Core.Logins.RefreshSession(t.Context(), refreshed.RefreshToken); err == nil {
			t.Error("its reuse did not end the session")
		}
		w.Clock.Advance(keep - time.Second)
		left(2)
		w.Clock.Advance(time.Second)
		left(0)
	}, harness.WithSettings(func(s *models.Settings) { s.Sessions.RefreshDays = 30 }))
}

// TestRetentionIsAsConfigured: each kind by its own setting; forever is for good, and an
// empty setting is the default.
func TestRetentionIsAsConfigured(t *testing.T) {
	t.Parallel()
	set := func(c *config.Config) {
		must(t, c.KeepSessions.UnmarshalText([]byte("forever")))
		must(t, c.KeepTickets.UnmarshalText([]byte("90d")))
		must(t, c.KeepMessages.UnmarshalText([]byte("36h")))
	}
	harness.Each(t, func(t *testing.T, w *harness.World) {
		db, now, rows := openRaw(t, w.DBURL), w.Clock.Now(), &ended{}
		for n := range 2 {
			rows.add(now, n, &now)
		}
		rows.plant(t, db)
		for _, step := range []struct {
			after time.Duration
			left  string
		}{
			{36*time.Hour - time.Second, "2 6 2 2 2 2"}, {36 * time.Hour, "2 6 2 2 0 2"}, {keep, "2 6 2 2 0 1"},
			{90*day - time.Second, "2 6 2 2 0 1"}, {90 * day, "2 6 2 0 0 1"}, {9000 * day, "2 6 2 0 0 1"}, // the last key stays
		} {
			w.Clock.Advance(now.Add(step.after).Sub(w.Clock.Now()))
			w.Deliver()
			var left []string
			for _, table := range []string{"sessions", "refresh_tokens", "challenges", "tickets", "messages", "api_keys"} {
				var n int64
				must(t, db.Table(table).Count(&n).Error)
				left = append(left, fmt.Sprint(n))
			}
			if got := strings.Join(left, " "); got != step.left {
				t.Errorf("after %s: %s, want %s", step.after, got, step.left)
			}
		}
	}, harness.WithConfig(set))
}

// TestAFailedMessageStaysWhileItCanBeSentAgain: whatever the retention.
func TestAFailedMessageStaysWhileItCanBeSentAgain(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		db, now := openRaw(t, w.DBURL), w.Clock.Now()
		must(t, db.Create(&models.Message{
			ID: secret.NewID(), State: models.MessageFailed, Sealed: []byte("x"), NextAttemptAt: now, FailedAt: &now, ContentUntil: new(now.Add(40 * day)), Destination: []byte{},
		}).Error)
		for after, want := range seed.InOrder(map[time.Duration]int64{39 * day: 1, 41 * day: 0}) {
			w.Clock.Advance(now.Add(after).Sub(w.Clock.Now()))
			w.Deliver()
			var n int64
			if must(t, db.Model(&models.Message{}).Count(&n).Error); n != want {
				t.Errorf("after %s: %d messages, want %d", after, n, want)
			}
		}
	})
}
