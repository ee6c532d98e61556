package outbox

import (
	"slices"
	"sync"
	"time"

	"github.com/rekeyhq/rekey/impl/store"
)

// Places are deliveries under way at once at this server. A lane is a tenant's messages
// to one destination. Destinations that answer may use all places; the others may not,
// so that no number of hanging ones keeps the rest waiting, and no tenant may use
// everything. A mail server that hangs keeps a place for smtpWithin.
const (
	places       = 64
	tenantPlaces = 56
	lanePlaces   = 8 // of a destination that answers
	// Of destinations that did not answer lately: nothing was sent there, or it hangs.
	silentPlaces       = 56
	silentTenantPlaces = 48
	freshPlaces        = 1 // of one where nothing was sent lately, whichever the tenant
	// Of those that hang. The second place of one is for another user: perhaps it is a
	// mailbox that hangs, and not the destination.
	hangingPlaces       = 32
	hangingTenantPlaces = 24
	hungPlaces          = 2

	hangsAfter   = 5 * time.Second // an answer that takes longer is none
	lanesKept    = 2 * time.Hour   // longer than the longest wait between two attempts
	destinations = 4096            // that are remembered
)

// bearing is how a destination does, as far as this server saw.
type bearing int

const (
	fresh bearing = iota
	hanging
	answering
)

// destination is what is remembered of one.
type destination struct {
	answered time.Time // last, within hangsAfter, or accepted a message
	hung     time.Time // last, while it answered nobody
}

// flight is a delivery under way.
type flight struct {
	tenant, to, user string
	began            time.Time
	lost             chan struct{} // closed when another server has the message

	mu      sync.Mutex // of the claim: it is renewed or settled, not both at once
	claim   *store.Claim
	claimed time.Time // by this server's clock; the lease is by the database's
	settled bool
}

// lanes says who may have a place. Its size is bounded by destinations and places.
type lanes struct {
	mu       sync.Mutex
	known    map[string]destination
	underWay []*flight
}

// bearing of a destination. One that keeps somebody waiting and answered nobody since
// hangs already.
func (l *lanes) bearing(to string, now time.Time) bearing {
	d := l.known[to]
	for _, f := range l.underWay {
		if f.to == to && now.Sub(f.began) >= hangsAfter && !d.answered.After(f.began) {
			return hanging
		}
	}
	switch last := later(d.answered, d.hung); {
	case last.IsZero() || now.Sub(last) >= lanesKept:
		return fresh
	case d.hung.After(d.answered):
		return hanging
	}
	return answering
}

// tally counts places that are taken.
type tally struct{ all, silent, hanging int }

func (t *tally) add(b bearing) {
	t.all++
	if b != answering {
		t.silent++
	}
	if b == hanging {
		t.hanging++
	}
}

// within tells whether one more has room.
func (t *tally) within(b bearing, all, silent, hung int) bool {
	return t.all < all && (b == answering || t.silent < silent) && (b != hanging || t.hanging < hung)
}

// room tells whether a lane may have one more place now, and to which users something is
// under way there.
func (l *lanes) room(tenant, to string, now time.Time) (bool, []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var server, own tally
	lane, destination := 0, 0
	var users []string
	for _, f := range l.underWay {
		b := l.bearing(f.to, now)
		server.add(b)
		if f.to == to {
			destination++
		}
		if f.tenant != tenant {
			continue
		}
		own.add(b)
		if f.to == to {
			lane++
			users = append(users, f.user)
		}
	}
	b := l.bearing(to, now)
	fits := lane < lanePlaces
	switch b {
	case fresh:
		fits = destination < freshPlaces
	case hanging:
		fits = destination < hungPlaces
	}
	return fits && server.within(b, places, silentPlaces, hangingPlaces) &&
		own.within(b, tenantPlaces, silentTenantPlaces, hangingTenantPlaces), users
}

// full tells whether a tenant has no place left, whatever the lane.
func (l *lanes) full(tenant string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	own := 0
	for _, f := range l.underWay {
		if f.tenant == tenant {
			own++
		}
	}
	return len(l.underWay) >= places || own >= tenantPlaces
}

// begin takes a place.
func (l *lanes) begin(f *flight) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.underWay = append(l.underWay, f)
}

// end gives a place back.
func (l *lanes) end(f *flight) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.underWay = slices.DeleteFunc(l.underWay, func(other *flight) bool { return other == f })
}

// heard remembers how the destination did, and tells whether that was late. A late refusal
// says that the destination hangs only if nobody else was answered meanwhile; one that
// accepts is slow, but does not hang.
func (l *lanes) heard(f *flight, accepted bool, now time.Time) (late bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	d := l.known[f.to]
	late = now.Sub(f.began) >= hangsAfter
	switch {
	case accepted || !late:
		d.answered = now
	case !d.answered.After(f.began):
		d.hung = now
	}
	l.known[f.to] = d
	if len(l.known) > destinations {
		l.forget()
	}
	return late
}

// forget drops the destination that was longest not heard of: it is fresh again.
func (l *lanes) forget() {
	oldest, at := "", time.Time{}
	for to, d := range l.known {
		if last := later(d.answered, d.hung); at.IsZero() || last.Before(at) {
			oldest, at = to, last
		}
	}
	delete(l.known, oldest)
}

// count tells how many deliveries are under way, and how many destinations hang.
func (l *lanes) count(now time.Time) (underWay, hang int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	looked := map[string]bool{}
	look := func(to string) {
		if !looked[to] && l.bearing(to, now) == hanging {
			hang++
		}
		looked[to] = true
	}
	for to := range l.known {
		look(to)
	}
	for _, f := range l.underWay {
		look(f.to)
	}
	return len(l.underWay), hang
}

// flights lists what is under way.
func (l *lanes) flights() []*flight {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.underWay)
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
