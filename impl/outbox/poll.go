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
	enqueuedAtOnce = 64 // due messages that one poll adds to their lanes
	claimTries     = 4  // tries to claim a message of a lane while other servers claim too

	rotatedApplications = 1024 // applications whose last tenant is remembered
	rotatedTenants      = 1024 // tenants whose last lane is remembered
)

// rotation remembers the application, of each application the tenant, and of each tenant the lane, after
// which the next turn begins.
type rotation struct {
	application  string
	tenant, lane *simplelru.LRU[string, string] // by application; by tenant
}

func newRotation() rotation {
	tenant, _ := simplelru.NewLRU[string, string](rotatedApplications, nil) // only a size below one is an error
	lane, _ := simplelru.NewLRU[string, string](rotatedTenants, nil)
	return rotation{tenant: tenant, lane: lane}
}

// poll adds due messages to their lanes and begins as many deliveries as there are places. Applications with
// due messages take turns, and so do the tenants of an application and the lanes of a tenant. It returns how
// many deliveries it began; each sends on done whether its message was accepted. A lane without room is tried
// again by the next poll.
func (w *Worker) poll(ctx context.Context, done chan<- bool) (int, error) {
	w.polling.Lock()
	defer w.polling.Unlock()
	w.renew(ctx)
	if err := w.enqueueDue(ctx); err != nil {
		return 0, err
	}
	l := listing{w: w, ctx: ctx, tenants: map[string]*turns{}, lanes: map[string]*turns{}}
	applications := newTurns(w.rotation.application, func(after string) ([]string, bool, error) {
		return w.d.Store.Read(ctx).ReadyApplications(after, rowsPerRead)
	}, func(last string) { w.rotation.application = last })
	begun := 0
	for begun < places { // those of quick deliveries are free again, but the caller has to count them first
		f, err := applications.claim(l.ofApplication)
		if f == nil || err != nil {
			return begun, err
		}
		begun++
		go func() { done <- w.deliver(ctx, f) }()
	}
	return begun, nil
}

// listing is what one poll knows of the tenants and lanes with due messages.
type listing struct {
	w       *Worker
	ctx     context.Context
	tenants map[string]*turns // by application
	lanes   map[string]*turns // by tenant
}

// ofApplication claims one message of an application, from the tenant whose turn it is.
func (l *listing) ofApplication(application string) (*delivery, error) {
	if l.w.lanes.full(application, "") {
		return nil, nil
	}
	tenants := l.tenants[application]
	if tenants == nil {
		from, _ := l.w.rotation.tenant.Get(application)
		tenants = newTurns(from, func(after string) ([]string, bool, error) {
			return l.w.d.Store.Read(l.ctx).ReadyTenants(application, after, rowsPerRead)
		}, func(last string) { l.w.rotation.tenant.Add(application, last) })
		l.tenants[application] = tenants
	}
	return tenants.claim(func(tenant string) (*delivery, error) { return l.ofTenant(application, tenant) })
}

// ofTenant claims one message of a tenant, from the lane whose turn it is.
func (l *listing) ofTenant(application, tenant string) (*delivery, error) {
	if l.w.lanes.full(application, tenant) {
		return nil, nil
	}
	lanes := l.lanes[tenant]
	if lanes == nil {
		from, _ := l.w.rotation.lane.Get(tenant)
		lanes = newTurns(from, func(after string) ([]string, bool, error) {
			found, more, err := l.w.d.Store.Read(l.ctx).ReadyDestinations(tenant, []byte(after), rowsPerRead)
			all := make([]string, 0, len(found))
			for _, d := range found {
				all = append(all, string(d))
			}
			return all, more, err
		}, func(last string) { l.w.rotation.lane.Add(tenant, last) })
		l.lanes[tenant] = lanes
	}
	return lanes.claim(func(to string) (*delivery, error) { return l.w.claim(l.ctx, lane{application, tenant, to}) })
}

// claim claims the first message of a lane that may be sent now, if there is a place for it. A user with a
// delivery under way waits for its end; others in the lane do not wait for him.
func (w *Worker) claim(ctx context.Context, of lane) (*delivery, error) {
	free, users := w.lanes.hasRoom(of, w.d.Clock.Now())
	if !free {
		return nil, nil
	}
	for range claimTries {
		m, err := w.d.Store.Read(ctx).FirstReady(of.tenant, []byte(of.to), users)
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
			f := &delivery{lane: of, user: m.UserID, began: w.d.Clock.Now(), claim: c, claimed: w.d.Clock.Now(), lost: make(chan struct{})}
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
