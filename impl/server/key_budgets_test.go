package server

import (
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
)

type standing time.Time

func (s standing) Now() time.Time { return time.Time(s) }

// TestABudgetOfAKeyIsCheap: every request with a key takes it and gives it back.
func TestABudgetOfAKeyIsCheap(t *testing.T) {
	k, header := newKeyBudgets(standing(time.Now())), http.Header{}
	limit := models.KeyBudget{PerMinute: 1 << 30, AtOnce: 64}
	if n := testing.AllocsPerRun(100, func() {
		delete(header, "Ratelimit")
		b, _ := k.take(header, "key", limit)
		k.give(b)
	}); n > 2 { // the value of the header, and the list it stands in
		t.Errorf("it takes %v allocations", n)
	}
}

func BenchmarkABudgetOfAKey(b *testing.B) {
	k, header := newKeyBudgets(standing(time.Now())), http.Header{}
	limit := models.KeyBudget{PerMinute: 1 << 30, AtOnce: 64}
	b.ReportAllocs()
	for b.Loop() {
		delete(header, "Ratelimit")
		spent, _ := k.take(header, "key", limit)
		k.give(spent)
	}
}

// TestABudgetOfAKeyIsExactSideBySide: no more than the limit pass, nor run at once.
func TestABudgetOfAKeyIsExactSideBySide(t *testing.T) {
	t.Parallel()
	k, limit := newKeyBudgets(standing(time.Now())), models.KeyBudget{PerMinute: 6000, AtOnce: 7}
	var passed, now, most atomic.Int64
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			for range 400 {
				b, _ := k.take(http.Header{}, "key", limit)
				if b == nil {
					continue
				}
				passed.Add(1)
				n := now.Add(1)
				for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
				}
				now.Add(-1)
				k.give(b)
			}
		})
	}
	all.Wait()
	for range 6000 { // what was refused side by side cost nothing
		if b, _ := k.take(http.Header{}, "key", limit); b != nil {
			passed.Add(1)
			k.give(b)
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
	k, limit := newKeyBudgets(standing(at)), models.KeyBudget{PerMinute: 60, AtOnce: 2}
	busy, _ := k.take(http.Header{}, "busy", limit)
	idle, _ := k.take(http.Header{}, "idle", limit)
	k.give(idle)
	k.forget(at)
	if len(k.known) != 2 {
		t.Errorf("%d are known while their minutes last", len(k.known))
	}
	k.forget(at.Add(time.Minute))
	if k.known["busy"] != busy || len(k.known) != 1 {
		t.Errorf("%d are known, wanted the busy one", len(k.known))
	}
}
