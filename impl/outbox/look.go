package outbox

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const (
	lineUpAtOnce  = 64 // due messages that are put in line by one look
	rowsAtOnce    = 64 // of an index that one statement reads, to see who waits
	looksAround   = 4  // such statements in one look; the next one goes on from there
	claimsAtOnce  = 4  // tries to claim a message of a lane, when other servers do too
	tenantsAtHand = 1024
)

// rota remembers where the last look ended, so that tenants and lanes take turns.
type rota struct {
	tenant string
	lane   map[string]string // by tenant
}

// look puts in line what is due and begins as many deliveries as there are places: each
// tenant that waits has one turn after the other, and so has each lane of a tenant. It
// tells how many were begun, no more than there are places, since a lane that had no room
// is looked at again by the next look; each of them says on done whether it was accepted.
func (w *Worker) look(ctx context.Context, done chan<- bool) (int, error) {
	w.looking.Lock()
	defer w.looking.Unlock()
	w.renew(ctx)
	if err := w.lineUp(ctx); err != nil {
		return 0, err
	}
	tenants, whole, err := around(w.rota.tenant, func(behind string) ([]string, bool, error) {
		return w.d.Store.Read(ctx).ReadyTenants(behind, rowsAtOnce)
	})
	all, begun, waiting := tenants, 0, map[string]*ring{}
	for len(tenants) > 0 && err == nil && begun < places {
		var next []string
		for _, t := range tenants {
			var f *flight
			if f, err = w.turn(ctx, t, waiting); err != nil {
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
		w.rota.tenant = all[len(all)-1] // nobody of these can be served now
	}
	return begun, err
}

// ring is the lanes of a tenant that may have something to do, beginning with the one
// whose turn it is.
type ring struct {
	lanes  []string
	last   string // of those that were listed; empty: they are all
	served bool
}

func (w *Worker) ring(ctx context.Context, tenant string) (*ring, error) {
	lanes, whole, err := around(w.rota.lane[tenant], func(behind string) ([]string, bool, error) {
		found, more, err := w.d.Store.Read(ctx).ReadyDestinations(tenant, []byte(behind), rowsAtOnce)
		all := make([]string, 0, len(found))
		for _, d := range found {
			all = append(all, string(d))
		}
		return all, more, err
	})
	r := &ring{lanes: lanes}
	if !whole {
		r.last = lanes[len(lanes)-1]
	}
	return r, err
}

// turn claims one message of a tenant, from the lane whose turn it is. A lane in which
// there is nothing to do is left out for the rest of the look.
func (w *Worker) turn(ctx context.Context, tenant string, waiting map[string]*ring) (*flight, error) {
	if w.lanes.full(tenant) {
		return nil, nil
	}
	r := waiting[tenant]
	if r == nil {
		var err error
		if r, err = w.ring(ctx, tenant); err != nil {
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
			w.rota.tenant = tenant
			w.rota.at(tenant, to)
			return f, nil
		}
	}
	if !r.served && r.last != "" {
		w.rota.at(tenant, r.last) // none of these can be served now
	}
	return nil, nil
}

// at remembers where a tenant's next turn begins.
func (r *rota) at(tenant, to string) {
	if len(r.lane) >= tenantsAtHand {
		r.lane = nil
	}
	if r.lane == nil {
		r.lane = map[string]string{}
	}
	r.lane[tenant] = to
}

// around lists who waits, once around, beginning behind a place; whole tells whether that
// is everybody.
func around(from string, behind func(string) (found []string, more bool, err error)) (all []string, whole bool, err error) {
	at, wrapped := from, from == ""
	for range looksAround {
		found, more, err := behind(at)
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

// claim takes the first message of a lane that may go now, if the lane has a place. Users
// to whom something is under way wait for it; they do not hold up others of their lane.
func (w *Worker) claim(ctx context.Context, tenant, to string) (*flight, error) {
	free, users := w.lanes.room(tenant, to, w.d.Clock.Now())
	if !free {
		return nil, nil
	}
	for range claimsAtOnce {
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
			f := &flight{tenant: tenant, to: to, user: m.UserID, began: w.d.Clock.Now(), claim: c, claimed: w.d.Clock.Now(), lost: make(chan struct{})}
			w.lanes.begin(f)
			return f, nil
		}
		users = append(users, m.UserID)
	}
	return nil, nil
}

// lineUp puts in line what became due: retries, what another server left behind, and what
// was queued before there were lanes.
func (w *Worker) lineUp(ctx context.Context) error {
	due, err := w.d.Store.Read(ctx).DueMessages(lineUpAtOnce)
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
				content = models.MessageContent{} // its attempt will say so
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

// renew prolongs the leases of what is under way, long before they end: a delivery that
// outlives its lease is made a second time by another server. One whose claim is lost is
// cut off.
func (w *Worker) renew(ctx context.Context) {
	for _, f := range w.lanes.flights() {
		if err := f.renew(w.d.Store.Write(ctx), w.d.Clock.Now()); err != nil && ctx.Err() == nil {
			w.d.Log.Error("the claim of a message cannot be renewed", "message", f.claim.ID, "error", err)
		}
	}
}

func (f *flight) renew(tx *store.Tx, now time.Time) error {
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

// settle ends the renewing, and gives the claim as it is from now on.
func (f *flight) settle() *store.Claim {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.settled = true
	return f.claim
}
