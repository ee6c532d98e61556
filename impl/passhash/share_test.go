package passhash

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// crowd is callers of several shares at one limiter. Each gets a slot, and keeps it until the test
// releases it.
type crowd struct {
	t        *testing.T
	l        *limiter
	mu       sync.Mutex
	served   []string
	refused  []string
	releases []func()
}

func (c *crowd) arrive(name string, of Share) {
	c.t.Helper()
	go func() {
		s, err := c.l.acquire(c.t.Context(), of)
		c.mu.Lock()
		defer c.mu.Unlock()
		switch {
		case errors.Is(err, fault.ErrUnavailable):
			c.refused = append(c.refused, name)
		case err != nil:
			c.t.Error(err)
		default:
			c.served = append(c.served, name)
			c.releases = append(c.releases, s.release)
		}
	}()
	synctest.Wait()
}

// flood lets callers of one share arrive.
func (c *crowd) flood(callers int, name string, of Share) {
	for range callers {
		c.arrive(name, of)
	}
}

// release ends the oldest slot.
func (c *crowd) release() {
	c.mu.Lock()
	release := c.releases[0]
	c.releases = c.releases[1:]
	c.mu.Unlock()
	release()
	synctest.Wait()
}

// finish ends all slots, and tells who was served in which order.
func (c *crowd) finish() string {
	c.t.Helper()
	for len(c.releases) > 0 {
		c.release()
	}
	if running, waiting := c.l.stats(); running != 0 || waiting != 0 {
		c.t.Errorf("afterwards %d running, %d waiting", running, waiting)
	}
	return strings.Join(c.served, "")
}

func inApplication(name string) Share { return Share{Application: name, Tenant: name} }

// TestAFloodLeavesTheNextSlotToOthers: a caller of another application waits for one hash, however many callers
// of the flood wait before it, and is let in when the flood has filled the queue.
func TestAFloodLeavesTheNextSlotToOthers(t *testing.T) {
	t.Parallel()
	for _, limit := range []int{1, 2, 8} {
		synctest.Test(t, func(t *testing.T) {
			c := &crowd{t: t, l: newLimiter(limit, 64)}
			c.flood(limit+64, "a", inApplication("a"))
			c.arrive("b", inApplication("b"))
			if !slices.Equal(c.refused, []string{"a"}) {
				t.Errorf("limit %d: refused: %v", limit, c.refused)
			}
			c.release()
			if got := c.served[len(c.served)-1]; got != "b" {
				t.Errorf("limit %d: the next slot went to %s", limit, got)
			}
			if got, want := c.finish(), strings.Repeat("a", limit)+"b"+strings.Repeat("a", 63); got != want {
				t.Errorf("limit %d: served in the order %s", limit, got)
			}
			if c.l.refusals() != 1 {
				t.Errorf("limit %d: %d refusals are counted", limit, c.l.refusals())
			}
		})
	}
}

// TestSharesTakeTurns: applications, then the tenants of an application, then the kinds of work of a tenant.
func TestSharesTakeTurns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		shares map[string]Share
		want   string // after x, which has the slot
	}{
		{"applications", map[string]Share{"a": inApplication("a"), "b": inApplication("b"), "c": inApplication("c")}, "abcabcabcabc"},
		{"tenants", map[string]Share{"a": {Application: "a", Tenant: "1"}, "b": {Application: "a", Tenant: "2"}, "c": {Application: "a", Tenant: "3"}}, "abcabcabcabc"},
		{"an application with more tenants has no larger share", map[string]Share{"a": {Application: "a", Tenant: "1"}, "b": {Application: "a", Tenant: "2"}, "c": inApplication("c")}, "acbcacbcabab"},
		{"logins and imports", map[string]Share{"a": {Application: "a", Tenant: "1", Administered: true}, "b": {Application: "a", Tenant: "1"}}, "abababab"},
		{"imports take no turns of other tenants", map[string]Share{"a": {Application: "a", Tenant: "1", Administered: true}, "b": {Application: "a", Tenant: "1"}, "c": {Application: "a", Tenant: "2"}}, "acbcacbcabab"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				l := &crowd{t: t, l: newLimiter(1, 64)}
				l.arrive("x", inApplication("x"))
				for _, name := range []string{"a", "b", "c"} {
					if of, ok := c.shares[name]; ok {
						l.flood(4, name, of)
					}
				}
				if got := l.finish(); got != "x"+c.want {
					t.Errorf("served in the order %s, want x%s", got, c.want)
				}
			})
		})
	}
}

// TestReturningCallersStarveNobody: two applications whose callers come back as soon as they were served, beside one
// whose callers wait.
func TestReturningCallersStarveNobody(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := &crowd{t: t, l: newLimiter(1, 64)}
		c.flood(11, "a", inApplication("a"))
		c.arrive("b", inApplication("b"))
		c.arrive("c", inApplication("c"))
		for range 30 {
			c.release()
			if last := c.served[len(c.served)-2]; last != "a" { // it is served, and comes again
				c.arrive(last, inApplication(last))
			}
		}
		for _, name := range []string{"a", "b", "c"} {
			if n := strings.Count(strings.Join(c.served, ""), name); n < 10 || n > 11 {
				t.Errorf("%s was served %d times of 31", name, n)
			}
		}
		c.finish()
	})
}

// TestLongHashesTakeNoMoreSlots: an application whose hashes take long has no more slots than one whose hashes are
// short, while callers of both wait.
func TestLongHashesTakeNoMoreSlots(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := &crowd{t: t, l: newLimiter(2, 64)}
		c.flood(12, "a", inApplication("a"))
		c.flood(10, "b", inApplication("b"))
		c.release() // the first of a; the second is the long one
		long := c.releases[0]
		c.releases = c.releases[1:]
		for range 9 {
			c.release()
		}
		if got := strings.Join(c.served, ""); got != "aa"+strings.Repeat("b", 10) {
			t.Errorf("served in the order %s", got)
		}
		c.releases = append(c.releases, long)
		c.finish()
	})
}

// TestAFullQueueIsSharedFairly: places in the queue move to shares with fewer, and no further than to an equal number.
func TestAFullQueueIsSharedFairly(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := &crowd{t: t, l: newLimiter(1, 8)}
		c.flood(9, "a", Share{Application: "a", Tenant: "1"})
		c.flood(5, "b", inApplication("b")) // four of them have a place of a's
		if got := strings.Join(c.refused, ""); got != "aaaab" {
			t.Errorf("refused: %s", got)
		}
		c.flood(3, "c", Share{Application: "a", Tenant: "2"}) // two have a place of the other tenant's
		if got := strings.Join(c.refused[5:], ""); got != "aac" {
			t.Errorf("refused then: %s", got)
		}
		if got := c.finish(); got != "abcbabcba" {
			t.Errorf("served: %s", got)
		}
	})
}

// TestAHistoryLetsOthersPass: a comparison with many former passwords takes a turn for each.
func TestAHistoryLetsOthersPass(t *testing.T) {
	t.Parallel()
	k, err := secret.NewKeyring([]byte(strings.Repeat("a", secret.MinSecretBytes)))
	if err != nil {
		t.Fatal(err)
	}
	h, err := New(Deps{Keyring: k, Params: Params{MemoryKiB: 8, Iterations: 1, Parallelism: 1}, Limit: 1, Queue: 4})
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		hold, err := h.limiter.acquire(t.Context(), inApplication("x"))
		if err != nil {
			t.Fatal(err)
		}
		var counts [3]uint64 // of all hashes, when a caller was answered
		var all sync.WaitGroup
		all.Go(func() {
			if _, err := h.VerifyAny(t.Context(), inApplication("a"), make([]models.PasswordHash, 100), secret.Password{}); err != nil {
				t.Error(err)
			}
			counts[0] = h.Count()
		})
		synctest.Wait()
		for i := range 2 {
			all.Go(func() {
				if err := h.VerifyDecoy(t.Context(), inApplication(fmt.Sprint(i)), secret.Password{}); err != nil {
					t.Error(err)
				}
				counts[i+1] = h.Count()
			})
			synctest.Wait()
		}
		hold.release()
		all.Wait()
		if counts[0] != 102 || counts[1] > 10 || counts[2] > 10 {
			t.Errorf("the three callers were answered after %v hashes", counts)
		}
	})
}
