package stores_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const (
	workers = 4
	queued  = 200
	lease   = 30 * time.Second
)

// queue is something that workers claim rows of.
type queue struct {
	name  string
	fill  func(t *testing.T, w *harness.World) string
	claim func(w *harness.World, limit int) ([]string, error)
}

func queues() []queue {
	return []queue{
		{"messages",
			func(t *testing.T, w *harness.World) string {
				m := &models.Message{
					ID: secret.NewID(), ApplicationID: w.Tenant.ApplicationID, TenantID: w.Tenant.ID, UserID: secret.NewID(), Destination: []byte("acme"),
					Channel: models.ChannelEmail, Template: models.TemplateResetLink,
				}
				must(t, w.Store.Write(t.Context()).InsertMessage(m))
				return m.ID
			},
			func(w *harness.World, limit int) (ids []string, err error) {
				return claimMessages(w.Store, w.Tenant.ID, limit, lease)
			}},
		{"reset requests",
			func(t *testing.T, w *harness.World) string {
				now := w.Clock.Now()
				r := &models.ResetRequest{ID: secret.NewID(), TenantID: w.Tenant.ID, Sealed: []byte{1}, CreatedAt: now, ClaimedUntil: now}
				must(t, w.Store.Write(t.Context()).InsertResetRequest(r))
				return r.ID
			},
			func(w *harness.World, limit int) (ids []string, err error) {
				rows, err := w.Store.Write(context.Background()).ClaimResetRequests(limit, lease)
				for _, r := range rows {
					ids = append(ids, r.ID)
				}
				return ids, err
			}},
	}
}

// claimMessages puts in line what is due and claims it.
func claimMessages(s *store.Store, tenantID string, limit int, lease time.Duration) (ids []string, err error) {
	ctx := context.Background()
	due, err := s.Read(ctx).DueMessages(queued)
	if err != nil {
		return nil, err
	}
	for _, m := range due {
		if _, err := s.Write(ctx).LineUp(m.ID, m.NextAttemptAt, m.Destination); err != nil {
			return nil, err
		}
	}
	var tried []string
	for len(ids) < limit {
		m, err := s.Read(ctx).FirstReady(tenantID, []byte("acme"), tried)
		if errors.Is(err, store.ErrNotFound) {
			return ids, nil
		}
		if err != nil {
			return ids, err
		}
		c, err := s.Write(ctx).ClaimMessage(m, lease)
		if err != nil {
			return ids, err
		}
		if c != nil {
			ids = append(ids, c.ID)
		}
		tried = append(tried, m.UserID)
	}
	return ids, nil
}

// TestEachRowIsClaimedOnce lets four workers empty a queue, and again when the leases
// ran out.
func TestEachRowIsClaimedOnce(t *testing.T) {
	t.Parallel()
	for _, q := range queues() {
		t.Run(q.name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				want := map[string]bool{}
				for range queued {
					want[q.fill(t, w)] = true
				}
				for turn := range 3 {
					seen := race(t, w, q)
					for id := range seed.InOrder(want) {
						if seen[id] != 1 {
							t.Fatalf("turn %d: a row was claimed %d times", turn, seen[id])
						}
					}
					w.Clock.Advance(lease - time.Microsecond)
					if ids, err := q.claim(w, queued); err != nil || len(ids) != 0 {
						t.Fatalf("turn %d: %d rows were claimed under a running lease, %v", turn, len(ids), err)
					}
					w.Clock.Advance(time.Microsecond)
				}
			})
		})
	}
}

// race counts how often each row is claimed until the workers find none.
func race(t *testing.T, w *harness.World, q queue) map[string]int {
	t.Helper()
	seen := map[string]int{}
	var mu sync.Mutex
	for i, err := range together(workers, func(int) error {
		for {
			ids, err := q.claim(w, 16)
			if err != nil || len(ids) == 0 {
				return err
			}
			mu.Lock()
			for _, id := range ids {
				seen[id]++
			}
			mu.Unlock()
		}
	}) {
		if err != nil {
			t.Fatalf("worker %d: %v", i, err)
		}
	}
	return seen
}
