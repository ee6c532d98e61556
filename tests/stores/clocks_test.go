package stores_test

import (
	"log/slog"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// apart is how far the clocks of servers are from each other in these tests.
const apart = 5 * time.Minute

// ofWrongClocks are servers on one database, whose clocks say different times.
func ofWrongClocks(w *harness.World) map[string]*harness.World {
	return map[string]*harness.World{"right": w, "fast": w.TwinAhead(apart), "slow": w.TwinAhead(-apart)}
}

var clockNames = []string{"right", "fast", "slow"}

// TestServersOfDifferentClocksShareTheirLeases: what one of them queued, each may have at
// once; what one of them claimed, no other has before the lease is over, and then each.
func TestServersOfDifferentClocksShareTheirLeases(t *testing.T) {
	t.Parallel()
	for _, q := range queues() {
		t.Run(q.name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				servers := ofWrongClocks(w)
				claimed := func(at string) int {
					ids, err := q.claim(servers[at], queued)
					must(t, err)
					return len(ids)
				}
				for _, writer := range clockNames {
					for _, first := range clockNames {
						q.fill(t, servers[writer])
						if n := claimed(first); n != 1 {
							t.Fatalf("the %s server claimed %d rows of the %s one, want 1", first, n, writer)
						}
						w.Clock.Advance(lease - time.Microsecond)
						for _, second := range clockNames {
							if n := claimed(second); n != 0 {
								t.Fatalf("the %s server claimed what the %s one has", second, first)
							}
						}
						w.Clock.Advance(time.Microsecond)
						if n := claimed(writer); n != 1 {
							t.Fatalf("the %s server claimed %d rows of a lease of the %s one that is over, want 1", writer, n, first)
						}
						must(t, openRaw(t, w.DBURL).Exec("DELETE FROM messages").Error)
						must(t, openRaw(t, w.DBURL).Exec("DELETE FROM reset_requests").Error)
					}
				}
			})
		})
	}
}

// TestMailsOfServersWhoseClocksDiffer: a reset that is asked for at one server is mailed
// once, at once, whichever server works it off and whichever sends.
func TestMailsOfServersWhoseClocksDiffer(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		servers := ofWrongClocks(w)
		for _, asked := range clockNames {
			for _, works := range clockNames {
				for _, sends := range clockNames {
					p := w.Person("user-" + asked + "-" + works + "-" + sends)
					_, err := servers[asked].Core.Tickets.RequestReset(t.Context(), tickets.RequestResetInput{Email: p.Email, LinkForm: models.ProofKey})
					must(t, err)
					if n, err := servers[works].Core.Tickets.ProcessResetRequests(t.Context()); n != 1 || err != nil {
						t.Fatalf("the %s server worked off %d requests of the %s one, %v", works, n, asked, err)
					}
					if n, err := servers[sends].Worker.Drain(t.Context()); n != 1 || err != nil {
						t.Fatalf("the %s server sent %d mails of the %s one, %v", sends, n, works, err)
					}
				}
			}
		}
		for _, name := range clockNames {
			if n, err := servers[name].Worker.Drain(t.Context()); n != 0 || err != nil {
				t.Errorf("the %s server sent %d mails again, %v", name, n, err)
			}
		}
	})
}

// TestTriesOfServersWhoseClocksDiffer: an open try counts at each server, and is not taken
// for lost by one that is ahead; a wait is over at each of them at one time.
func TestTriesOfServersWhoseClocksDiffer(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		servers, rule := ofWrongClocks(w), models.TryRule{Free: 1, First: 30 * time.Second, Longest: time.Minute}
		for _, at := range clockNames {
			of := models.Tries{Key: secret.Sum("tries", at).Bytes(), UserID: at, Kind: models.TryPassword}
			turn := func(server, id string) (got models.Turn) {
				must(t, servers[server].Store.ChangeTries(t.Context(), of, func(r *models.Tries, now time.Time) bool {
					got = r.Take(id, rule, now)
					return got == models.TurnGranted
				}))
				return got
			}
			settle := func(server, id string, result models.TryResult) (open bool) {
				must(t, servers[server].Store.ChangeTries(t.Context(), of, func(r *models.Tries, now time.Time) bool {
					open = r.Settle(id, result, rule, now)
					return true
				}))
				return open
			}
			expect := func(want models.Turn, when string) {
				t.Helper()
				for _, server := range clockNames {
					if got := turn(server, "of "+server); got != want {
						t.Fatalf("%s, the %s server has turn %d at a try of the %s one, want %d", when, server, got, at, want)
					}
				}
			}
			if got := turn(at, "first"); got != models.TurnGranted {
				t.Fatalf("turn %d, want a try", got)
			}
			expect(models.TurnQueued, "while it is open")
			if !settle(at, "first", models.TryWrong) {
				t.Fatal("the try was taken for lost")
			}
			expect(models.TurnDelayed, "after a wrong one")
			for _, server := range clockNames {
				if throttled, err := servers[server].Store.Read(t.Context()).Throttled(at); !throttled || err != nil {
					t.Errorf("the %s server says throttled %t, %v", server, throttled, err)
				}
			}
			w.Clock.Advance(rule.First)
			for _, server := range clockNames {
				if got := turn(server, "after"); got != models.TurnGranted {
					t.Errorf("after the wait, the %s server has turn %d", server, got)
				}
				settle(server, "after", models.TryUnused)
			}
		}
	})
}

// TestLeasesAreByTheDatabasesOwnClock: without a clock of the tests in its place it is asked.
func TestLeasesAreByTheDatabasesOwnClock(t *testing.T) {
	t.Parallel()
	keyring, err := harness.NewKeyring()
	must(t, err)
	for _, k := range servers(t) {
		url := k.Fresh(t)
		open := func(at time.Time) *store.Store {
			s, err := store.Open(t.Context(), store.Options{
				URL: url, Clock: harness.NewClock(at), Log: slog.New(slog.DiscardHandler), Keyring: keyring,
			})
			must(t, err)
			t.Cleanup(func() { _ = s.Close() })
			return s
		}
		past, future := open(harness.Epoch().AddDate(-9, 0, 0)), open(harness.Epoch().AddDate(9, 0, 0))
		for _, s := range []*store.Store{past, future} {
			must(t, s.InTx(t.Context(), func(tx *store.Tx) error {
				return tx.InsertMessage(&models.Message{
					ID: secret.NewID(), ApplicationID: "acme", TenantID: "acme", UserID: secret.NewID(), Destination: []byte("acme"), Channel: models.ChannelEmail,
				})
			}))
		}
		for _, s := range []*store.Store{past, future} {
			mine, err := claimMessages(s, "acme", 1, time.Hour)
			if err != nil || len(mine) != 1 {
				t.Fatalf("%d messages, %v", len(mine), err)
			}
		}
		for _, s := range []*store.Store{past, future} {
			if mine, err := claimMessages(s, "acme", 1, time.Hour); err != nil || len(mine) != 0 {
				t.Errorf("%d messages were claimed twice, %v", len(mine), err)
			}
		}
	}
}
