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

// TestABudgetOfAKeyIsCheap: every request with a key takes it and gives it back.
func TestABudgetOfAKeyIsCheap(t *testing.T) {
	k, header := newKeyBudgets(standing(time.Now())), http.Header{}
	limit := caller.Budget{PerMinute: 1 << 30, AtOnce: 64}
	if n := testing.AllocsPerRun(100, func() {
		delete(header, "Ratelimit")
		b, _ := k.take(header, holder{ofKey, "k"}, limit)
		k.give(charges{b})
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
		spent, _ := k.take(header, holder{ofKey, "k"}, limit)
		k.give(charges{spent})
	}
}

// TestABudgetOfAKeyIsExactSideBySide: no more than the limit pass, nor run at once.
func TestABudgetOfAKeyIsExactSideBySide(t *testing.T) {
	t.Parallel()
	k, limit := newKeyBudgets(standing(time.Now())), caller.Budget{PerMinute: 6000, AtOnce: 7}
	var passed, now, most atomic.Int64
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			for range 400 {
				b, _ := k.take(http.Header{}, holder{ofKey, "k"}, limit)
				if b == nil {
					continue
				}
				passed.Add(1)
				n := now.Add(1)
				for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
				}
				now.Add(-1)
				k.give(charges{b})
			}
		})
	}
	all.Wait()
	for range 6000 { // what was refused side by side cost nothing
		if b, _ := k.take(http.Header{}, holder{ofKey, "k"}, limit); b != nil {
			passed.Add(1)
			k.give(charges{b})
		}
	}
	if passed.Load() != 6000 || most.Load() > 7 {
		t.Errorf("%d passed, %d at once", passed.Load(), most.Load())
	}
}

// TestKeysThatAskForNothingAreForgotten: what is under way is not.
func TestKeysThatAskForNothingAreForgotten(t *testing.T) {
	t.Parallel()
	at := time.Now()
	k, limit := newKeyBudgets(standing(at)), caller.Budget{PerMinute: 60, AtOnce: 2}
	busy, _ := k.take(http.Header{}, holder{ofKey, "busy"}, limit)
	idle, _ := k.take(http.Header{}, holder{ofKey, "idle"}, limit)
	k.give(charges{idle})
	if k.known.Len() != 2 {
		t.Errorf("%d are known while there is room", k.known.Len())
	}
	for n := range maxKnownKeys {
		other, _ := k.take(http.Header{}, holder{ofKey, strconv.Itoa(n)}, limit)
		k.give(charges{other})
		if n%1000 == 0 {
			going, _ := k.take(http.Header{}, holder{ofKey, "going on"}, caller.Budget{PerMinute: 1, AtOnce: 2})
			k.give(charges{going})
			if (going != nil) != (n == 0) {
				t.Fatalf("after %d others, an active holder's second request: %t", n, going != nil)
			}
		}
	}
	if still, _ := k.known.Peek(holder{ofKey, "busy"}); still != busy || k.known.Contains(holder{ofKey, "idle"}) || k.known.Len() > maxKnownKeys {
		t.Errorf("%d are known, wanted the busy one among them and not the idle one", k.known.Len())
	}
	k.give(charges{busy})
	if busy.underway != 0 {
		t.Errorf("%d are under way", busy.underway)
	}
}

// TestWhoeverHasManyKeysHasOneShare: an application's keys leave places for others, and a
// user's keys and tokens are one user's.
func TestWhoeverHasManyKeysHasOneShare(t *testing.T) {
	t.Parallel()
	s := &Server{slots: make(chan struct{}, 6), keys: newKeyBudgets(standing(time.Now()))}
	limit := caller.Budget{PerMinute: 100, AtOnce: 2}
	key := func(id, application string) caller.Caller {
		return caller.Caller{Kind: caller.APIKey, ID: id, ApplicationID: application, Budget: limit}
	}
	took := func(who caller.Caller) (charges, string) {
		spent, refused := s.charge(http.Header{}, who)
		if refused != nil {
			return spent, string(refused.budget)
		}
		return spent, ""
	}
	first, _ := took(key("a1", "a"))
	for _, c := range []struct {
		who  caller.Caller
		want string
	}{
		{key("a1", "a"), ""}, {key("a1", "a"), "key_at_once"}, {key("a2", "a"), ""}, {key("a3", "a"), "application_at_once"},
		{key("b1", "b"), ""}, {key("platform", ""), ""}, {caller.Caller{Kind: caller.Anonymous}, ""},
		{caller.Caller{Kind: caller.User, ID: "ada", ApplicationID: "a"}, "application_at_once"},
	} {
		if _, got := took(c.who); got != c.want {
			t.Errorf("%+v: %q, want %q", c.who, got, c.want)
		}
	}
	s.keys.give(first)
	if _, got := took(key("a4", "a")); got != "" {
		t.Errorf("after one ended: %q", got)
	}
	for n := range caller.RequestsAtOnce + 1 {
		who := caller.Caller{Kind: caller.User, ID: "bob", KeyID: []string{"", "k1", "k2"}[n%3], Budget: caller.Budget{PerMinute: 100, AtOnce: 100}}
		if _, got := took(who); (got == "user_at_once") != (n == caller.RequestsAtOnce) {
			t.Errorf("the user's request %d: %q", n+1, got)
		}
	}
}
