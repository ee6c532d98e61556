package contract_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// leaseOfWork is how long nobody else carries a request out, after the last sign of life.
const leaseOfWork = 5 * time.Second

// stop is where a server is stopped in the middle of a request, as by SIGSTOP.
type stop struct {
	name      string
	at        string // the statement before which it stops, once its attempt is on record
	committed bool   // by then the change is
	work      func(n native, p *harness.Person) (path string, body j, done func() int)
}

func aTicket(n native, p *harness.Person) (string, j, func() int) {
	return "/v1/tickets", j{"userId": p.ID, "purpose": "reset", "medium": "link", "deliver": "return"}, func() int {
		var list struct{ Items []struct{ ID string } }
		n.must(200, http.MethodGet, "/v1/tickets?userId="+p.ID, nil).JSON(n.T, &list)
		return len(list.Items)
	}
}

func anApplication(n native, p *harness.Person) (string, j, func() int) {
	name := "of " + p.Username
	return "/v1/applications", j{"name": name}, func() int {
		return strings.Count(n.must(200, http.MethodGet, "/v1/applications?limit=200", nil).Body, `"name":"`+name+`"`)
	}
}

// stopsOn are those that a store allows: while a transaction is open on SQLite, nobody else writes.
func stopsOn(w *harness.World) []stop {
	stops := []stop{
		{"before the change", "select users", false, aTicket},
		{"when the change is committed and the answer is not kept", "update intentions", true, aTicket},
	}
	if w.Kind != "sqlite" {
		stops = append(stops, stop{"in the transaction of the change", "insert applications", false, anApplication})
	}
	return stops
}

// stopped is a request whose server stands still.
type stopped struct {
	answer chan harness.Answer
	resume chan struct{}
}

// halt makes a request and has its server stop.
func (n native) halt(at stop, path string, body j, key string) stopped {
	n.T.Helper()
	s, here := stopped{make(chan harness.Answer, 1), make(chan struct{})}, make(chan struct{})
	there, halted, commits := false, false, 0
	s.resume = make(chan struct{})
	n.WatchStore(func(_ context.Context, statement string) {
		switch {
		case statement == "insert intentions":
			there = true
			return
		case !there || halted || statement != at.at:
			return
		case at.committed: // the first update is in the change
			if commits++; commits == 1 {
				return
			}
		}
		halted = true
		close(here)
		<-s.resume
	})
	go func() { s.answer <- n.call(http.MethodPost, path, body, again, key) }()
	select {
	case <-here:
	case a := <-s.answer:
		n.T.Fatalf("the server did not stop %s: %d %s", at.name, a.Status, a.Body)
	}
	n.WatchStore(nil)
	return s
}

// keyPlay is a random course of one key at several servers, beside a small model of it.
type keyPlay struct {
	*testing.T
	n       native // of the server that is stopped
	others  []native
	dice    *rand.Rand
	at      stop
	key     string
	record  secret.Digest // its id
	path    string
	body    j
	until   time.Time // of the lease
	winner  string    // the answer of the request that did the work
	takenBy int       // how many took over
	seen    map[string]int
}

// TestRekeyOneKeyIsCarriedOutOnceIfANodeStops: its server stops anywhere, is overtaken or not,
// and goes on: the work is done once, every other answer says so, and Retry-After is the rest.
func TestRekeyOneKeyIsCarriedOutOnceIfANodeStops(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		owner := w.Owner()
		n := native{w, owner.Key.Reveal()}
		others := []native{{w.Twin(), n.token}, {w.TwinAhead(5 * time.Minute), n.token}, {w.TwinAhead(-5 * time.Minute), n.token}}
		dice, seen, stops := seed.For(t, "keys"), map[string]int{}, stopsOn(w)
		for round := range 12 * len(stops) {
			p := &keyPlay{T: t, n: n, others: others, dice: dice, at: stops[round%len(stops)], key: fmt.Sprint("k-", round), seen: seen}
			p.record = w.Keyring.MAC("intention", "api_key", owner.ID, p.key)
			steps := []int{asks, renews, asks, expires, asks, asks}
			if round >= len(stops) {
				steps = steps[:0]
				for range 1 + dice.IntN(6) {
					steps = append(steps, dice.IntN(asks+1))
				}
			}
			p.play(w.Person(fmt.Sprint("user-", round)), steps)
			if t.Failed() {
				return
			}
		}
		for _, what := range []string{"renewed", "told to wait", "answer lost", "taken over", "overtaken", "finished"} {
			if seen[what] == 0 {
				t.Errorf("the play never came to %q: %v", what, seen)
			}
		}
	})
}

// What may happen while a server stands still.
const (
	passes  = iota // some time
	expires        // as much as a lease
	renews         // the server is slow, and not stopped
	asks           // the client, at another one
)

func (p *keyPlay) play(person *harness.Person, steps []int) {
	p.Helper()
	var done func() int
	p.path, p.body, done = p.at.work(p.n, person)
	p.until = p.n.Clock.Now().Add(leaseOfWork)
	halted := p.n.halt(p.at, p.path, p.body, p.key)
	for _, step := range steps {
		switch step {
		case passes:
			p.n.Clock.Advance(time.Duration(p.dice.IntN(3_000)) * time.Millisecond)
		case expires:
			p.n.Clock.Advance(leaseOfWork)
		case renews:
			p.renew()
		case asks:
			p.ask()
		}
	}
	close(halted.resume)
	own := <-halted.answer
	switch {
	case p.takenBy > 0 && own.Status == http.StatusServiceUnavailable && own.Header.Get("Retry-After") != "":
		p.seen["overtaken"]++
	case p.takenBy == 0 && own.Status == http.StatusCreated:
		p.seen["finished"]++
		p.winner = own.Body
	default:
		p.Errorf("stopped %s, overtaken by %d, it answered %d %s", p.at.name, p.takenBy, own.Status, own.Body)
	}
	for _, n := range append(p.others, p.n) {
		if a := n.call(http.MethodPost, p.path, p.body, again, p.key); a.Body != p.winner || a.Header.Get("Idempotency-Replayed") != "true" {
			p.Errorf("stopped %s, asked again at the end: %d %s", p.at.name, a.Status, a.Body)
		}
	}
	if got := done(); got != 1 {
		p.Errorf("stopped %s, the work was done %d times", p.at.name, got)
	}
}

// renew lets the time of the stopped server's renewals go on, which is what a slow one does.
func (p *keyPlay) renew() {
	if p.takenBy > 0 {
		return // there is nothing to renew any more
	}
	p.n.Clock.Advance(time.Microsecond) // so that what is renewed can be told from what was
	p.until = p.n.Clock.Now().Add(leaseOfWork)
	p.n.Ticks <- p.n.Clock.Now()
	for {
		r, err := p.n.Store.Read(p.Context()).FindIdempotencyRecord(p.record)
		if err != nil {
			p.Fatal(err)
		}
		if r.LeasedUntil.Equal(p.until) {
			p.seen["renewed"]++
			return
		}
	}
}

// ask repeats the request at another server.
func (p *keyPlay) ask() {
	p.Helper()
	a := p.others[p.dice.IntN(len(p.others))].call(http.MethodPost, p.path, p.body, again, p.key)
	rest := p.until.Sub(p.n.Clock.Now())
	want, what := "", "told to wait"
	switch {
	case p.takenBy > 0:
		if a.Body != p.winner || a.Header.Get("Idempotency-Replayed") != "true" {
			p.Errorf("done by another, it answered %d %s", a.Status, a.Body)
		}
		return
	case rest > 0:
		want = "idempotency_in_progress"
		if seconds := strconv.Itoa(int((rest + time.Second - 1) / time.Second)); a.Header.Get("Retry-After") != seconds {
			p.Errorf("Retry-After %q, want %s", a.Header.Get("Retry-After"), seconds)
		}
	case p.at.committed:
		want, what = "idempotency_answer_lost", "answer lost"
	default:
		what = "taken over"
		if p.takenBy, p.winner = 1, a.Body; a.Status != http.StatusCreated || a.Header.Get("Idempotency-Replayed") != "" {
			p.Errorf("taking over %s answered %d %s", p.at.name, a.Status, a.Body)
		}
	}
	if want != "" && (a.Status != http.StatusConflict || a.Field(p, "code") != want) {
		p.Errorf("stopped %s, with %s left: %d %s, want %s", p.at.name, rest, a.Status, a.Body, want)
	}
	p.seen[what]++
}

// TestRekeyALeaseEndsWithItsRequest: whatever becomes of a request, nothing is renewed after it.
func TestRekeyALeaseEndsWithItsRequest(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		over := func(t *testing.T) {
			t.Helper()
			select {
			case w.Ticks <- w.Clock.Now():
				t.Error("a lease is still renewed")
			default:
			}
		}
		w.Check("a success", func(t *testing.T) {
			n.must(201, http.MethodPost, "/v1/tenants", n.newTenant("One"), again, "k-1")
			over(t)
		})
		w.Check("a refusal", func(t *testing.T) {
			n.refused(404, "application_not_found", http.MethodPost, "/v1/tenants", j{"applicationId": "01890a5dac96774bbcceb30209", "name": "x"}, again, "k-2")
			over(t)
		})
		w.Check("a failure", func(t *testing.T) {
			defer w.BreakStore(nil)
			w.BreakStore(func(s string) bool { return s == "insert tenants" })
			n.must(500, http.MethodPost, "/v1/tenants", n.newTenant("Two"), again, "k-3")
			over(t)
		})
		w.Check("a panic, after which the request can be made at once", func(t *testing.T) {
			w.BreakStore(func(s string) bool {
				if s == "insert tenants" {
					panic("in the middle")
				}
				return false
			})
			n.must(500, http.MethodPost, "/v1/tenants", n.newTenant("Three"), again, "k-4")
			w.BreakStore(nil)
			over(t)
			n.must(201, http.MethodPost, "/v1/tenants", n.newTenant("Three"), again, "k-4")
		})
	})
}
