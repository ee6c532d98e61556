package server

import (
	"errors"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestManyAddressesReplaceInactiveOnes: a client with any number of addresses makes the table
// neither grow without bound nor forget an address that stays active.
func TestManyAddressesReplaceInactiveOnes(t *testing.T) {
	t.Parallel()
	s, header := newSourceBudgets(clock.System{}, 1, 1), http.Header{}
	source := seed.For(t, "addresses")
	_, _ = s.spend(header, "busy"), s.spend(header, "quiet")
	for i := range 3 * maxSources {
		_ = s.spend(header, strconv.Itoa(i)+" of "+strconv.Itoa(source.IntN(1<<20)))
		if i%1000 == 0 {
			if err := s.spend(header, "busy"); !errors.Is(err, fault.ErrTooManyRequests) {
				t.Fatalf("after %d other addresses: %v", i, err)
			}
		}
	}
	if n := s.limiters.Len(); n > 100_000 {
		t.Errorf("%d addresses are kept", n)
	}
	if err := s.spend(header, "quiet"); err != nil {
		t.Errorf("the quiet address has a new budget: %v", err)
	}
}

// TestANewAddressHasOneBudget: its first requests are concurrent and share one limiter.
func TestANewAddressHasOneBudget(t *testing.T) {
	t.Parallel()
	const burst = 5
	for i := range 200 {
		s, source := newSourceBudgets(standing{}, 60, burst), strconv.Itoa(i)
		var passed atomic.Int64
		var all sync.WaitGroup
		for range 3 * burst {
			all.Go(func() {
				if s.spend(http.Header{}, source) == nil {
					passed.Add(1)
				}
			})
		}
		all.Wait()
		if passed.Load() != burst {
			t.Fatalf("%d requests passed, want %d", passed.Load(), burst)
		}
	}
}

// BenchmarkANewAddress measures what each new address of an attacker costs.
func BenchmarkANewAddress(b *testing.B) {
	s := newSourceBudgets(clock.System{}, 60, 60)
	for i := range 2 * maxSources {
		s.limiter(strconv.Itoa(i))
	}
	b.ReportAllocs()
	i := 2 * maxSources
	for b.Loop() {
		s.limiter(strconv.Itoa(i))
		i++
	}
}
