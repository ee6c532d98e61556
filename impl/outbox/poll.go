package outbox

import (
	"context"
	"errors"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const (
	enqueuedAtOnce = 64   // due messages that one poll adds to their lanes
	rowsPerRead    = 64   // of an index that one statement reads, to find tenants and lanes with due messages
	readsPerPoll   = 4    // such statements in one poll; the next poll continues there
	claimTries     = 4    // tries to claim a message of a lane while other servers claim too
	rotatedTenants = 1024 // tenants whose last lane is remembered
)

// rotation remembers the tenant, and of each tenant the lane, after which the next turn begins.
type rotation struct {
	tenant string
	lane   *simplelru.LRU[string, string] // by tenant
}

func newRotation() rotation {
	lane, _ := simplelru.NewLRU[string, string](rotatedTenants, nil) // only a size below one is an error
	return rotation{lane: lane}
}

// poll adds due messages to their lanes and begins as many deliveries as there are places. Tenants with due
// messages take turns, and so do the lanes of a tenant. It returns how many deliveries it began; each sends
// on done whether its message was accepted. A lane without room is tried again by the next poll.
func (w *Worker) poll(ctx context.Context, done chan<- bool) (int, error) {
	w.polling.Lock()
	defer w.polling.Unlock()
	w.renew(ctx)
	if err := w.enqueueDue(ctx); err != nil {
		return 0, err
	}
	tenants, whole, err := roundRobin(w.rotation.tenant, func(after string) ([]string, bool, error) {
		return w.d.Store.Read(ctx).ReadyTenants(after, rowsPerRead)
	})
	all, begun, waiting := tenants, 0, map[string]*tenantLanes{}
	for len(tenants) > 0 && err == nil && begun < places {
		var next []string
		for _, t := range tenants {
			var f *delivery
			if f, err = w.claimNext(ctx, t, waiting); err != nil {
				break
			}
			if f != nil {
				next = append(next, t)
				begun++
				go func() { done <- w.deliver(ctx, f) }()
			}
		}
		tenants = next
	}
	if begun == 0 && !whole {
		w.rotation.tenant = all[len(all)-1] // none of these tenants can be served now
	}
	return begun, err
}

// tenantLanes are the lanes of a tenant that may have due messages, beginning with the one whose turn it is.
type tenantLanes struct {
	lanes  []string
	last   string // of the lanes that were listed; empty if the list is complete
	served bool
}

func (w *Worker) lanesOf(ctx context.Context, tenant string) (*tenantLanes, error) {
	last, _ := w.rotation.lane.Get(tenant)
	lanes, whole, err := roundRobin(last, func(after string) ([]string, bool, error) {
		found, more, err := w.d.Store.Read(ctx).ReadyDestinations(tenant, []byte(after), rowsPerRead)
		all := make([]string, 0, len(found))
		for _, d := range found {
			all = append(all, string(d))
		}
		return all, more, err
	})
	r := &tenantLanes{lanes: lanes}
	if !whole {
		r.last = lanes[len(lanes)-1]
	}
	return r, err
}

// claimNext claims one message of a tenant, from the lane whose turn it is. A lane from which nothing can be
// sent is skipped for the rest of the poll.
func (w *Worker) claimNext(ctx context.Context, tenant string, waiting map[string]*tenantLanes) (*delivery, error) {
	if w.lanes.full(tenant) {
		return nil, nil
	}
	r := waiting[tenant]
	if r == nil {
		var err error
		if r, err = w.lanesOf(ctx, tenant); err != nil {
			return nil, err
		}
		waiting[tenant] = r
	}
	for len(r.lanes) > 0 {
		to := r.lanes[0]
		r.lanes = r.lanes[1:]
		f, err := w.claim(ctx, tenant, to)
		if err != nil {
			return nil, err
		}
		if f != nil {
			r.lanes, r.served = append(r.lanes, to), true
			w.rotation.tenant = tenant
			w.rotation.lane.Add(tenant, to)
			return f, nil
		}
	}
	if !r.served && r.last != "" {
		w.rotation.lane.Add(tenant, r.last) // none of these lanes can be served now
	}
	return nil, nil
}

// roundRobin lists tenants or lanes with due messages, from the one after a place to the end and then from the
// beginning. The result whole tells whether the list is complete.
func roundRobin(from string, after func(string) (found []string, more bool, err error)) (all []string, whole bool, err error) {
	at, wrapped := from, from == ""
	for range readsPerPoll {
		found, more, err := after(at)
		if err != nil {
			return nil, true, err
		}
		for _, one := range found {
			if wrapped && from != "" && one > from {
				return all, true, nil
			}
			all = append(all, one)
			at = one
		}
		switch {
		case !more && wrapped:
			return all, true, nil
		case !more:
			at, wrapped = "", true
		}
	}
	return all, len(all) == 0, nil
}

// claim claims the first message of a lane that may be sent now, if there is a place for it. A user with a
// delivery under way waits for its end; others in the lane do not wait for him.
func (w *Worker) claim(ctx context.Context, tenant, to string) (*delivery, error) {
	free, users := w.lanes.hasRoom(tenant, to, w.d.Clock.Now())
	if !free {
		return nil, nil
	}
	for range claimTries {
		m, err := w.d.Store.Read(ctx).FirstReady(tenant, []byte(to), users)
		if errors.Is(err, store.ErrNotFound) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		c, err := w.d.Store.Write(ctx).ClaimMessage(m, lease)
		if err != nil {
			return nil, err
		}
		if c != nil {
			f := &delivery{tenant: tenant, to: to, user: m.UserID, began: w.d.Clock.Now(), claim: c, claimed: w.d.Clock.Now(), lost: make(chan struct{})}
			w.lanes.begin(f)
			return f, nil
		}
		users = append(users, m.UserID)
	}
	return nil, nil
}

// enqueueDue adds to their lanes the messages that became due: retries, messages that another server left
// unfinished, and those of versions that had no lanes.
func (w *Worker) enqueueDue(ctx context.Context) error {
	due, err := w.d.Store.Read(ctx).DueMessages(enqueuedAtOnce)
	if err != nil {
		return err
	}
	if len(due) == 0 {
		return nil
	}
	for i := range due {
		if m := &due[i]; len(m.Destination) == 0 {
			content, err := w.open(*m)
			if err != nil {
				content = models.MessageContent{} // the attempt will report the error
			}
			m.Destination = store.DestinationKey(w.d.Keyring, m.Channel, content.To)
		}
	}
	return w.d.Store.InTx(ctx, func(tx *store.Tx) error {
		for _, m := range due {
			if _, err := tx.LineUp(m.ID, m.NextAttemptAt, m.Destination); err != nil {
				return err
			}
		}
		return nil
	})
}

// renew extends the leases of deliveries under way, long before they end: otherwise another server would
// deliver the message a second time. It ends a delivery whose claim is lost.
func (w *Worker) renew(ctx context.Context) {
	for _, f := range w.lanes.deliveries() {
		if err := f.renew(w.d.Store.Write(ctx), w.d.Clock.Now()); err != nil && ctx.Err() == nil {
			w.d.Log.Error("the claim of a message cannot be renewed", "message", f.claim.ID, "error", err)
		}
	}
}

func (f *delivery) renew(tx *store.Tx, now time.Time) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.settled || now.Sub(f.claimed) < renewAfter {
		return nil
	}
	mine, err := tx.RenewClaim(f.claim, lease)
	switch {
	case err == nil && mine:
		f.claimed = now
	case err == nil:
		f.settled = true
		close(f.lost)
	}
	return err
}

// settle stops the renewal of a claim, and returns the claim, which does not change any more.
func (f *delivery) settle() *store.Claim {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.settled = true
	return f.claim
}
