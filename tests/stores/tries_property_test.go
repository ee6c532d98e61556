package stores_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// ledger is what the tries at one secret should be, told as simply as can be.
type ledger struct {
	rule  models.TryRule
	wrong int                  // in a row
	wait  time.Time            // until then nobody tries
	open  map[string]time.Time // tries without a result, and when each is taken for lost
}

func (l *ledger) live(now time.Time) (n int) {
	for _, until := range seed.InOrder(l.open) {
		if now.Before(until) {
			n++
		}
	}
	return n
}

func (l *ledger) take(id string, now time.Time) models.Turn {
	live := l.live(now)
	switch {
	case l.wrong >= l.rule.Most:
		return models.TurnRefused
	case now.Before(l.wait):
		return models.TurnDelayed
	case live > 0 && (l.wrong+live >= l.rule.Free || l.wrong+live >= l.rule.Most):
		return models.TurnQueued
	}
	l.open[id] = now.Add(time.Minute)
	return models.TurnGranted
}

func (l *ledger) settle(id string, r models.TryResult, now time.Time) (counts bool) {
	until, known := l.open[id]
	delete(l.open, id)
	counts = known && now.Before(until)
	switch {
	case r == models.TryWrong:
		l.wrong++
		if over := l.wrong - l.rule.Free; over >= 0 {
			l.wait = now.Add(min(l.rule.First*time.Duration(1<<over), l.rule.Longest))
		}
	case r == models.TryRight && counts:
		l.wrong, l.wait = 0, time.Time{}
	}
	return counts
}

func (l *ledger) clear() { l.wrong, l.wait, l.open = 0, time.Time{}, map[string]time.Time{} }

// play is a random course of tries at one secret, at several servers.
type play struct {
	t       *testing.T
	w       *harness.World
	dice    *rand.Rand
	servers []*harness.World
	of      models.Tries
	want    ledger
	held    []string // tries that were taken, and whose result is still to come
	between int      // how many steps may still come between the statements of others
	seen    map[string]int
}

// TestTriesAreWhatTheyShouldBe plays random tries at two servers, with every ending, and
// with steps of the one between the statements of the other, beside a small model.
func TestTriesAreWhatTheyShouldBe(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := &play{t: t, w: w, dice: seed.For(t, "tries"), servers: []*harness.World{w, w.Twin()}, seen: map[string]int{}}
		for round := range 8 {
			user := fmt.Sprint("user-", round)
			p.of = models.Tries{Key: secret.Sum("tries", user).Bytes(), UserID: user, Kind: models.TryPassword}
			free := 1 + p.dice.IntN(5)
			p.want = ledger{rule: models.TryRule{
				Free: free, First: 10 * time.Second, Longest: time.Minute, Most: free + p.dice.IntN(6),
			}, open: map[string]time.Time{}}
			p.held = nil
			for range 120 {
				p.between = 3
				p.step(p.dice.IntN(2))
				if t.Failed() {
					return
				}
			}
		}
		for _, what := range []string{"taken", "wait", "later", "never", "wrong", "right", "unused", "lost", "late", "between"} {
			if p.seen[what] == 0 {
				t.Errorf("the play never came to %q: %v", what, p.seen)
			}
		}
	})
}

// step is one of what may happen, at a server.
func (p *play) step(at int) {
	switch n := p.dice.IntN(20); {
	case n < 8:
		p.take(at)
	case n < 15 && len(p.held) > 0:
		p.settle(at)
	case n < 16 && len(p.held) > 0: // the server crashes
		p.drop()
		p.seen["lost"]++
	case n < 19 && p.between == 3: // not between two statements: the later one would have the earlier time
		p.w.Clock.Advance(time.Duration(p.dice.IntN(40_000)) * time.Millisecond)
	case p.dice.IntN(12) == 0:
		p.interleaved(at, func() {
			must(p.t, p.servers[at].Store.Write(p.t.Context()).ClearTries(p.of.UserID, models.TryPassword))
		})
		p.want.clear()
	}
}

// drop takes one of the held tries away.
func (p *play) drop() string {
	n := p.dice.IntN(len(p.held))
	id := p.held[n]
	p.held = append(p.held[:n:n], p.held[n+1:]...)
	return id
}

// interleaved does what a server does; before its statement is carried out, the other
// servers may do something.
func (p *play) interleaved(at int, do func()) {
	p.servers[at].BreakStore(func(statement string) bool {
		if p.between == 0 || !strings.HasSuffix(statement, " tries") || strings.HasPrefix(statement, "select") || p.dice.IntN(3) > 0 {
			return false
		}
		p.between--
		p.seen["between"]++
		p.step(1 - at)
		return false
	})
	do()
	p.servers[at].BreakStore(nil)
}

func (p *play) take(at int) {
	id, got := secret.NewID(), models.TurnGranted
	p.interleaved(at, func() {
		must(p.t, p.servers[at].Store.ChangeTries(p.t.Context(), p.of, func(t *models.Tries, now time.Time) bool {
			got = t.Take(id, p.want.rule, now)
			return got == models.TurnGranted
		}))
	})
	want := p.want.take(id, p.w.Clock.Now())
	if got != want {
		p.t.Errorf("server %d: the turn is %d, want %d, by %+v", at, got, want, p.want)
	}
	if got == models.TurnGranted {
		p.held = append(p.held, id)
	}
	p.seen[[]string{"taken", "wait", "later", "never"}[got]]++
}

func (p *play) settle(at int) {
	id, result, got := p.drop(), models.TryResult(p.dice.IntN(3)), false
	if result == models.TryRight && p.dice.IntN(2) == 0 {
		result = models.TryWrong // or the row would never grow
	}
	p.interleaved(at, func() {
		must(p.t, p.servers[at].Store.ChangeTries(p.t.Context(), p.of, func(t *models.Tries, now time.Time) bool {
			got = t.Settle(id, result, p.want.rule, now)
			return got || result == models.TryWrong
		}))
	})
	if want := p.want.settle(id, result, p.w.Clock.Now()); got != want {
		p.t.Errorf("server %d: a try with result %d counts %v, want %v, by %+v", at, result, got, want, p.want)
	}
	if !got {
		p.seen["late"]++
	}
	p.seen[[]string{"unused", "wrong", "right"}[result]]++
}
