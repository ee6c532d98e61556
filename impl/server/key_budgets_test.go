package server

import (
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
)

type standing time.Time

func (s standing) Now() time.Time { return time.Time(s) }

// TestABudgetOfAKeyIsCheap: every request with a key reserves and releases it.
func TestABudgetOfAKeyIsCheap(t *testing.T) {
	k, header := newKeyBudgets(standing(time.Now())), http.Header{}
	limit := caller.Budget{PerMinute: 1 << 30, AtOnce: 64}
	if n := testing.AllocsPerRun(100, func() {
		delete(header, "Ratelimit")
		b, _ := k.reserve(header, holder{ofKey, "k"}, limit)
		k.release(reservations{b})
	}); n > 2 { // the value of the header, and the list it stands in
		t.Errorf("it takes %v allocations", n)
	}
}

func BenchmarkABudgetOfAKey(b *testing.B) {
	k, header := newKeyBudgets(standing(time.Now())), http.Header{}
	limit := caller.Budget{PerMinute: 1 << 30, AtOnce: 64}
	b.ReportAllocs()
	for b.Loop() {
		delete(header, "Ratelimit")
		spent, _ := k.reserve(header, holder{ofKey, "k"}, limit)
		k.release(reservations{spent})
	}
}

// TestConcurrentRequestsOfAKey: no more than the limit pass in a minute, or run at once.
func TestConcurrentRequestsOfAKey(t *testing.T) {
	t.Parallel()
	k, limit := newKeyBudgets(standing(time.Now())), caller.Budget{PerMinute: 6000, AtOnce: 7}
	var passed, now, most atomic.Int64
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			for range 400 {
				b, _ := k.reserve(http.Header{}, holder{ofKey, "k"}, limit)
				if b == nil {
					continue
				}
				passed.Add(1)
				n := now.Add(1)
				for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
				}
				now.Add(-1)
				k.release(reservations{b})
			}
		})
	}
	all.Wait()
	for range 6000 { // refused requests cost nothing
		if b, _ := k.reserve(http.Header{}, holder{ofKey, "k"}, limit); b != nil {
			passed.Add(1)
			k.release(reservations{b})
		}
	}
	if passed.Load() != 6000 || most.Load() > 7 {
		t.Errorf("%d passed, %d at once", passed.Load(), most.Load())
	}
}

// TestInactiveHoldersAreEvicted: a holder with running requests stays.
func TestInactiveHoldersAreEvicted(t *testing.T) {
	t.Parallel()
	at := time.Now()
	k, limit := newKeyBudgets(standing(at)), caller.Budget{PerMinute: 60, AtOnce: 2}
	busy, _ := k.reserve(http.Header{}, holder{ofKey, "busy"}, limit)
	idle, _ := k.reserve(http.Header{}, holder{ofKey, "idle"}, limit)
	k.release(reservations{idle})
	if k.budgets.Len() != 2 {
		t.Errorf("%d are known while there is room", k.budgets.Len())
	}
	for n := range maxHolders {
		other, _ := k.reserve(http.Header{}, holder{ofKey, strconv.Itoa(n)}, limit)
		k.release(reservations{other})
		if n%1000 == 0 {
			going, _ := k.reserve(http.Header{}, holder{ofKey, "going on"}, caller.Budget{PerMinute: 1, AtOnce: 2})
			k.release(reservations{going})
			if (going != nil) != (n == 0) {
				t.Fatalf("after %d others, an active holder's second request: %t", n, going != nil)
			}
		}
	}
	if still, _ := k.budgets.Peek(holder{ofKey, "busy"}); still != busy || k.budgets.Contains(holder{ofKey, "idle"}) || k.budgets.Len() > maxHolders {
		t.Errorf("%d are known, wanted the busy one among them and not the idle one", k.budgets.Len())
	}
	k.release(reservations{busy})
	if busy.running != 0 {
		t.Errorf("%d are running", busy.running)
	}
}

// TestManyKeysShareABudget: the keys of an application leave slots for others, and the keys and
// tokens of a user share the user's budget.
func TestManyKeysShareABudget(t *testing.T) {
	t.Parallel()
	s := &Server{slots: make(chan struct{}, 6), keys: newKeyBudgets(standing(time.Now()))}
	limit := caller.Budget{PerMinute: 100, AtOnce: 2}
	key := func(id, application string) caller.Caller {
		return caller.Caller{Kind: caller.APIKey, ID: id, ApplicationID: application, Budget: limit}
	}
	reserve := func(who caller.Caller) (reservations, string) {
		reserved, refused := s.reserveForCaller(http.Header{}, who)
		if refused != nil {
			return reserved, string(refused.budget)
		}
		return reserved, ""
	}
	first, _ := reserve(key("a1", "a"))
	for _, c := range []struct {
		who  caller.Caller
		want string
	}{
		{key("a1", "a"), ""}, {key("a1", "a"), "key_at_once"}, {key("a2", "a"), ""}, {key("a3", "a"), "application_at_once"},
		{key("b1", "b"), ""}, {key("platform", ""), ""}, {caller.Caller{Kind: caller.Anonymous}, ""},
		{caller.Caller{Kind: caller.User, ID: "ada", ApplicationID: "a"}, "application_at_once"},
	} {
		if _, got := reserve(c.who); got != c.want {
			t.Errorf("%+v: %q, want %q", c.who, got, c.want)
		}
	}
	s.keys.release(first)
	if _, got := reserve(key("a4", "a")); got != "" {
		t.Errorf("after one ended: %q", got)
	}
	for n := range caller.RequestsAtOnce + 1 {
		who := caller.Caller{Kind: caller.User, ID: "bob", KeyID: []string{"", "k1", "k2"}[n%3], Budget: caller.Budget{PerMinute: 100, AtOnce: 100}}
		if _, got := reserve(who); (got == "user_at_once") != (n == caller.RequestsAtOnce) {
			t.Errorf("the user's request %d: %q", n+1, got)
		}
	}
}
