package passhash

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
)

// beyond limit and queue the answer is immediate.
func TestLimiterAnswersAtOnceWhenTheQueueIsFull(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := newLimiter(2, 3)
		releases := take(t, l, 2)
		var served sync.WaitGroup
		for range 3 {
			served.Go(func() {
				s, err := l.acquire(t.Context(), Share{})
				if err != nil {
					t.Error(err)
					return
				}
				s.release()
			})
		}
		synctest.Wait()
		if running, waiting := l.stats(); running != 2 || waiting != 3 {
			t.Errorf("%d running, %d waiting", running, waiting)
		}
		_, err := l.acquire(t.Context(), Share{})
		if !errors.Is(err, fault.ErrUnavailable) || fault.From(err).RetryAfter != time.Second {
			t.Errorf("beyond the queue: %v", err)
		}
		for _, release := range releases {
			release()
		}
		served.Wait()
		if running, waiting := l.stats(); running != 0 || waiting != 0 {
			t.Errorf("afterwards %d running, %d waiting", running, waiting)
		}
	})
}

func TestLimiterServesInOrderOfArrival(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := newLimiter(1, 8)
		hold := take(t, l, 1)[0]
		var mu sync.Mutex
		var order []int
		for i := range 8 {
			go func() {
				s, err := l.acquire(t.Context(), Share{})
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				order = append(order, i)
				mu.Unlock()
				s.release()
			}()
			synctest.Wait()
		}
		hold()
		synctest.Wait()
		for i, n := range order {
			if i != n {
				t.Fatalf("served in the order %v", order)
			}
		}
		if len(order) != 8 {
			t.Errorf("%d served", len(order))
		}
	})
}

func TestWaitingEndsWithTheContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := newLimiter(1, 1)
		hold := take(t, l, 1)[0]
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		_, err := l.acquire(ctx, Share{})
		if !errors.Is(err, fault.ErrUnavailable) || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%v", err)
		}
		if running, waiting := l.stats(); running != 1 || waiting != 0 {
			t.Errorf("%d running, %d waiting", running, waiting)
		}
		hold()
	})
}

func TestManyCallersNeverExceedTheLimit(t *testing.T) {
	t.Parallel()
	k, err := secret.NewKeyring([]byte(strings.Repeat("a", secret.MinSecretBytes)))
	if err != nil {
		t.Fatal(err)
	}
	h, err := New(Deps{Keyring: k, Params: Params{MemoryKiB: 64, Iterations: 1, Parallelism: 1}, Limit: 2, Queue: 5})
	if err != nil {
		t.Fatal(err)
	}
	var callers sync.WaitGroup
	var mu sync.Mutex
	done, refused := 0, 0
	for range 300 {
		callers.Go(func() {
			err := h.VerifyDecoy(t.Context(), Share{}, secret.Password{})
			running, waiting := h.Stats()
			mu.Lock()
			defer mu.Unlock()
			switch {
			case err == nil:
				done++
			case errors.Is(err, fault.ErrUnavailable):
				refused++
			default:
				t.Error(err)
			}
			if running > 2 || waiting > 5 {
				t.Errorf("%d running, %d waiting", running, waiting)
			}
		})
	}
	callers.Wait()
	if done+refused != 300 || done == 0 || h.Count() != uint64(done) {
		t.Errorf("%d done, %d refused, %d hashes", done, refused, h.Count())
	}
	if running, waiting := h.Stats(); running != 0 || waiting != 0 {
		t.Errorf("afterwards %d running, %d waiting", running, waiting)
	}
}

func TestHasherRefusesWhenFull(t *testing.T) {
	t.Parallel()
	k, err := secret.NewKeyring([]byte(strings.Repeat("a", secret.MinSecretBytes)))
	if err != nil {
		t.Fatal(err)
	}
	h, err := New(Deps{Keyring: k, Params: Params{MemoryKiB: 8, Iterations: 1, Parallelism: 1}, Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	hold := take(t, h.limiter, 1)[0]
	if _, err := h.Hash(t.Context(), Share{}, secret.Password{}); !errors.Is(err, fault.ErrUnavailable) {
		t.Errorf("full: %v", err)
	}
	hold()
	if _, err := h.Hash(t.Context(), Share{}, secret.Password{}); err != nil || h.Count() != 1 {
		t.Errorf("free again: %v, %d hashes", err, h.Count())
	}
}

func take(t *testing.T, l *limiter, n int) []func() {
	t.Helper()
	var releases []func()
	for range n {
		s, err := l.acquire(t.Context(), Share{})
		if err != nil {
			t.Fatal(err)
		}
		releases = append(releases, s.release)
	}
	return releases
}
