package outbox

import (
	"slices"
	"sync"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"github.com/rekeyhq/rekey/impl/store"
)

// A place is one delivery at a time on this server. A lane is the messages of one tenant to one destination.
// Destinations that answer may use all places. Those that do not answer may use only a part, so that no
// number of hanging destinations delays the rest; and neither an application nor one of its tenants may use
// all places. A mail server that hangs occupies a place for smtpWithin.
const (
	places            = 64
	applicationPlaces = 60
	tenantPlaces      = 56
	lanePlaces        = 8 // of a destination that answers
	// Places of destinations that did not answer lately: nothing was sent there, or they hang.
	silentPlaces            = 56
	silentApplicationPlaces = 52
	silentTenantPlaces      = 48
	freshPlaces             = 1 // of one destination to which nothing was sent lately, for all tenants together
	// Places of destinations that hang. One of them has a second place, for another user: perhaps only a
	// mailbox hangs, and not the destination.
	hangingPlaces            = 32
	hangingApplicationPlaces = 28
	hangingTenantPlaces      = 24
	hungPlaces               = 2

	hangsAfter   = 5 * time.Second // a destination hangs if it takes longer to answer
	lanesKept    = 2 * time.Hour   // longer than the longest wait between two attempts
	destinations = 4096            // remembered at most
)

// health is the state of a destination, as this server observed it.
type health int

const (
	fresh health = iota
	hanging
	answering
)

// destination is what this server remembers of a destination.
type destination struct {
	answered time.Time // when it last answered within hangsAfter, or accepted a message
	hung     time.Time // when it last hung, and no other message was answered meanwhile
}

// lane identifies the messages of one tenant to one destination.
type lane struct{ application, tenant, to string }

// delivery is an attempt under way.
type delivery struct {
	lane
	user  string
	began time.Time
	lost  chan struct{} // closed when another server has claimed the message

	mu      sync.Mutex // so that the claim is either renewed or settled
	claim   *store.Claim
	claimed time.Time // by this server's clock; the lease is by the database's clock
	settled bool
}

// lanes decides which lane may have a place. Its size is bounded by destinations and places.
type lanes struct {
	mu       sync.Mutex
	known    *simplelru.LRU[string, destination]
	underWay []*delivery
}

func newLanes() *lanes {
	known, _ := simplelru.NewLRU[string, destination](destinations, nil) // only a size below one is an error
	return &lanes{known: known}
}

// health is the health of a destination. It hangs already while it delays one message and has answered no
// other since that began.
func (l *lanes) health(to string, now time.Time) health {
	d, _ := l.known.Peek(to)
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

// usage counts the places that are taken.
type usage struct{ all, silent, hanging int }

func (t *usage) add(b health) {
	t.all++
	if b != answering {
		t.silent++
	}
	if b == hanging {
		t.hanging++
	}
}

// within tells whether there is room for one more.
func (t *usage) within(b health, all, silent, hung int) bool {
	return t.all < all && (b == answering || t.silent < silent) && (b != hanging || t.hanging < hung)
}

// hasRoom tells whether a lane may have one more place now, and for which users it has deliveries under way.
func (l *lanes) hasRoom(of lane, now time.Time) (bool, []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var server, application, tenant usage
	destination := 0
	var users []string
	for _, f := range l.underWay {
		b := l.health(f.to, now)
		server.add(b)
		if f.to == of.to {
			destination++
		}
		if f.application == of.application {
			application.add(b)
		}
		if f.tenant == of.tenant {
			tenant.add(b)
		}
		if f.lane == of {
			users = append(users, f.user)
		}
	}
	b := l.health(of.to, now)
	fits := len(users) < lanePlaces
	switch b {
	case fresh:
		fits = destination < freshPlaces
	case hanging:
		fits = destination < hungPlaces
	}
	return fits && server.within(b, places, silentPlaces, hangingPlaces) &&
		application.within(b, applicationPlaces, silentApplicationPlaces, hangingApplicationPlaces) &&
		tenant.within(b, tenantPlaces, silentTenantPlaces, hangingTenantPlaces), users
}

// full tells whether an application, or one of its tenants, has no place left, whatever the lane. The empty
// tenant stands for all of them.
func (l *lanes) full(application, tenant string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	all, own := 0, 0
	for _, f := range l.underWay {
		if f.application == application {
			all++
		}
		if f.tenant == tenant {
			own++
		}
	}
	return len(l.underWay) >= places || all >= applicationPlaces || own >= tenantPlaces
}

// begin takes a place for a delivery.
func (l *lanes) begin(f *delivery) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.underWay = append(l.underWay, f)
}

// end releases the place of a delivery.
func (l *lanes) end(f *delivery) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.underWay = slices.DeleteFunc(l.underWay, func(other *delivery) bool { return other == f })
}

// recordAnswer records how a destination answered, and tells whether that was late. A destination that
// refuses late hangs, unless it answered another message meanwhile. One that accepts late is slow, but does
// not hang.
func (l *lanes) recordAnswer(f *delivery, accepted bool, now time.Time) (late bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	d, _ := l.known.Peek(f.to)
	late = now.Sub(f.began) >= hangsAfter
	switch {
	case accepted || !late:
		d.answered = now
	case !d.answered.After(f.began):
		d.hung = now
	}
	l.known.Add(f.to, d) // forgets the destination with the oldest answer, which is fresh again
	return late
}

// count returns how many deliveries are under way, and how many destinations hang.
func (l *lanes) count(now time.Time) (underWay, hang int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	looked := map[string]bool{}
	add := func(to string) {
		if !looked[to] && l.health(to, now) == hanging {
			hang++
		}
		looked[to] = true
	}
	for _, to := range l.known.Keys() {
		add(to)
	}
	for _, f := range l.underWay {
		add(f.to)
	}
	return len(l.underWay), hang
}

// deliveries lists the deliveries under way.
func (l *lanes) deliveries() []*delivery {
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
