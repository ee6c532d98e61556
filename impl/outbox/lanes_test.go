package outbox_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

// gate is a sender that lets mails to hanging domains wait until it is opened.
type gate struct {
	began  chan string   // the recipient of each attempt
	open   chan struct{} // closed: all are accepted
	refuse chan struct{} // puts off one that waits

	mu  sync.Mutex
	all []string // recipients, as they were tried
}

func newGate() *gate {
	return &gate{began: make(chan string, 10_000), open: make(chan struct{}), refuse: make(chan struct{})}
}

// Send ignores its context, so that a slow machine does not end a delivery that hangs.
func (g *gate) Send(_ context.Context, m outbox.Outgoing) (string, error) {
	g.mu.Lock()
	g.all = append(g.all, m.To)
	g.mu.Unlock()
	g.began <- m.To
	if strings.Contains(m.To, "hang") {
		select {
		case <-g.open:
		case <-g.refuse:
			return "451 later", &outbox.TemporaryError{Answer: "451 later"}
		}
	}
	return "ok", nil
}

func (g *gate) tried() []string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return slices.Clone(g.all)
}

// putOff answers that many of the mails that wait.
func (g *gate) putOff(n int) {
	for range n {
		g.refuse <- struct{}{}
	}
}

// await waits until that many deliveries began.
func (g *gate) await(t *testing.T, n int) {
	t.Helper()
	for i := range n {
		select {
		case <-g.began:
		case <-t.Context().Done():
			t.Fatalf("%d of %d began", i, n)
		}
	}
}

// post with lanes: letters of tenants, each to a user of its own.
func (p *post) queueFor(tenant string, to ...string) {
	p.t.Helper()
	for _, address := range to {
		p.queue(letter{tenant: tenant, user: secret.NewID(), to: address})
	}
}

// inBackground delivers everything that is due; the result waits for that.
func (p *post) inBackground() (wait func() int) {
	done := make(chan int, 1)
	go func() {
		n, err := p.worker.Drain(p.t.Context())
		if err != nil {
			p.t.Error(err)
		}
		done <- n
	}()
	return func() int { return <-done }
}

func domains(t *testing.T, name string, n int) []string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf("ada@%s%d.example", name, i))
	}
	seed.For(t, name).Shuffle(n, func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// TestPlacesAreBounded counts deliveries under way while more and more destinations hang:
// some places are kept for other tenants, some for destinations that answered.
func TestPlacesAreBounded(t *testing.T) {
	t.Parallel()
	g := newGate()
	p := newPost(t, g, g)
	p.queueFor("acme", "ada@known.example")
	p.queueFor("bolt", "ada@known.example")
	p.drain(2)
	g.await(t, 2)

	p.queueFor("acme", domains(t, "hang", 100)...)
	first := p.inBackground()
	g.await(t, 48) // of one tenant, where nobody answered
	p.queueFor("acme", "ada@new.example")
	p.drain(0)
	p.queueFor("bolt", domains(t, "hang-bolt", 20)...)
	second := p.inBackground()
	g.await(t, 4) // 52 of one application
	p.queueFor("cord", "ada@new.example")
	p.drain(0)
	other := "application-2"
	for _, to := range domains(t, "hang-other", 10) {
		p.queue(letter{application: other, tenant: "dart", user: secret.NewID(), to: to})
	}
	third := p.inBackground()
	g.await(t, 4) // 56 in all, where nobody answered
	p.queue(letter{application: "application-3", tenant: "east", user: secret.NewID(), to: "ada@new.example"})
	p.drain(0)
	p.queueFor("acme", "ada@known.example")
	p.queueFor("cord", "ada@known.example")
	p.queue(letter{application: other, tenant: "dart", user: secret.NewID(), to: "ada@known.example"})
	p.drain(3) // where somebody answered
	if n, hanging := p.worker.Count(); n != 56 || hanging != 0 {
		t.Errorf("%d under way, %d destinations hang; want 56 and 0", n, hanging)
	}
	p.clock.Advance(5 * time.Second)
	if n, hanging := p.worker.Count(); n != 56 || hanging != 56 {
		t.Errorf("%d under way, %d destinations hang; want 56 and 56", n, hanging)
	}
	close(g.open)
	if n := first() + second() + third(); n != 100+20+10+3 {
		t.Errorf("%d were delivered in the end, want 133", n)
	}
}

// TestKnownHangingDestinationsHaveFewPlaces: a destination that hung before has fewer places than a new one,
// and waits for its turn.
func TestKnownHangingDestinationsHaveFewPlaces(t *testing.T) {
	t.Parallel()
	g := newGate()
	p := newPost(t, g, g)
	p.queueFor("acme", domains(t, "hang", 40)...)
	first := p.inBackground()
	g.await(t, 40)
	p.queueFor("acme", "ada@new.example")
	p.drain(1) // leaves a healthy one alone
	p.clock.Advance(5 * time.Second)
	g.putOff(40)
	if first() != 0 {
		t.Fatal("some were accepted")
	}
	if _, hanging := p.worker.Count(); hanging != 40 {
		t.Errorf("%d destinations hang, want 40", hanging)
	}
	g.await(t, 1)
	for range 3 {
		p.queueFor("acme", domains(t, "hang", 40)...)
	}
	second := p.inBackground()
	g.await(t, 24)
	p.queueFor("acme", "ada@newer.example")
	p.drain(1)
	if n, _ := p.worker.Count(); n != 24 {
		t.Errorf("%d are under way, want 24", n)
	}
	perDomain := map[string]int{}
	for _, to := range g.tried()[41:] {
		if perDomain[to]++; perDomain[to] > 2 {
			t.Errorf("%s has more than two places", to)
		}
	}
	close(g.open)
	if n := second(); n != 120 {
		t.Errorf("%d were delivered in the end, want 120", n)
	}
	if _, hanging := p.worker.Count(); hanging != 0 {
		t.Errorf("%d destinations hang that answer again", hanging)
	}
}

// TestAHangingMailboxDoesNotCloseItsDomain: other mailboxes of the domain get their mail, whether the domain
// answered before or not.
func TestAHangingMailboxDoesNotCloseItsDomain(t *testing.T) {
	t.Parallel()
	g := newGate()
	p := newPost(t, g, g)
	p.queueFor("acme", "hang@big.example")
	first := p.inBackground()
	g.await(t, 1)
	p.queueFor("acme", "ada@big.example")
	p.drain(0) // one place where nothing is known
	p.clock.Advance(5 * time.Second)
	p.drain(1) // another, to see whether it is the domain that hangs
	for i := range 20 {
		p.queueFor("acme", fmt.Sprintf("user%d@big.example", i))
	}
	p.clock.Advance(time.Microsecond)
	p.drain(20)
	g.putOff(1)
	first()
	if _, hanging := p.worker.Count(); hanging != 0 {
		t.Error("the domain counts as hanging, though it answered meanwhile")
	}
}

// TestALaneHasEightPlaces, once its destination answered.
func TestALaneHasEightPlaces(t *testing.T) {
	t.Parallel()
	g := newGate()
	p := newPost(t, g, g)
	p.queueFor("acme", "ada@big.example")
	p.drain(1)
	g.await(t, 1)
	for i := range 20 {
		p.queueFor("acme", fmt.Sprintf("hang%d@big.example", i))
	}
	wait := p.inBackground()
	g.await(t, 8)
	p.queueFor("acme", "ada@big.example")
	p.drain(0)
	if n, _ := p.worker.Count(); n != 8 {
		t.Errorf("%d are under way, want 8", n)
	}
	close(g.open)
	if n := wait(); n != 21 {
		t.Errorf("%d were delivered, want 21", n)
	}
}

// TestWhatWaitsForItsNextAttemptHoldsUpNothing: a later code is sent at once, and of two due messages the
// earlier one is sent first.
func TestWhatWaitsForItsNextAttemptHoldsUpNothing(t *testing.T) {
	t.Parallel()
	var order []string
	busy := true
	p := newPost(t, senderFunc(func(_ context.Context, m outbox.Outgoing) (string, error) {
		if busy {
			return "451 busy", &outbox.TemporaryError{Answer: "451 busy"}
		}
		order = append(order, m.ID)
		return "ok", nil
	}), outbox.Unconfigured{})
	first := p.queue(letter{})
	p.drain(0)
	busy = false
	second := p.queue(letter{})
	p.drain(1)
	p.clock.Advance(time.Minute)
	third := p.queue(letter{})
	p.drain(2)
	if want := []string{second, first, third}; !slices.Equal(order, want) {
		t.Errorf("delivered as %v, want %v", order, want)
	}
}

// TestNobodyIsOverlookedBehindManyHangingLanes: one poll reads a part of the lanes, and the next poll continues
// after it.
func TestNobodyIsOverlookedBehindManyHangingLanes(t *testing.T) {
	t.Parallel()
	g := newGate()
	p := newPost(t, g, g)
	healthy := domains(t, "healthy", 10)
	p.queueFor("acme", healthy...)
	p.drain(10)
	p.queueFor("acme", domains(t, "hang", 450)...)
	wait := p.inBackground()
	g.await(t, 10+48)
	for _, to := range healthy {
		p.hasItsTurn(letter{tenant: "acme", to: to})
	}
	close(g.open)
	wait()
}

// TestEachAttemptIsCounted by its channel and outcome.
func TestEachAttemptIsCounted(t *testing.T) {
	t.Parallel()
	answers := map[string]error{
		"sent@acme.example": nil, "failed@acme.example": &outbox.PermanentError{}, "delayed@acme.example": &outbox.TemporaryError{},
		"hung@acme.example": &outbox.TemporaryError{},
	}
	p := newPost(t, outbox.Unconfigured{}, outbox.Unconfigured{})
	counted := map[outbox.Outcome]int{}
	worker, err := outbox.New(outbox.Deps{
		Store: p.store, Keyring: p.keyring, SMS: outbox.Unconfigured{}, Clock: p.clock, Log: p.slog(), Product: "Acme Login",
		Email: senderFunc(func(_ context.Context, m outbox.Outgoing) (string, error) {
			if m.To == "hung@acme.example" {
				p.clock.Advance(5 * time.Second)
			}
			return "answer", answers[m.To]
		}),
		Delivered: func(models.Channel, time.Duration) {}, CountTicket: func(models.TicketState, models.Purpose, models.Medium) {},
		Attempted: func(c models.Channel, o outbox.Outcome) {
			if c == models.ChannelEmail {
				counted[o]++
			}
		},
	})
	must(t, err)
	for to := range seed.InOrder(answers) {
		p.queueFor("acme", to)
		_, err := worker.Drain(t.Context())
		must(t, err)
	}
	for _, o := range outbox.Outcomes() {
		if counted[o] != 1 {
			t.Errorf("%s was counted %d times", o, counted[o])
		}
	}
}

// TestDestinationsAreForgotten: what is remembered about them is bounded.
func TestDestinationsAreForgotten(t *testing.T) {
	t.Parallel()
	g := newGate()
	p := newPost(t, g, g)
	p.queueFor("acme", domains(t, "hang", 5)...)
	wait := p.inBackground()
	g.await(t, 5)
	p.clock.Advance(5 * time.Second)
	g.putOff(5)
	wait()
	p.clock.Advance(2*time.Hour - time.Microsecond)
	if _, hanging := p.worker.Count(); hanging != 5 {
		t.Errorf("%d destinations hang, want 5", hanging)
	}
	p.clock.Advance(time.Microsecond)
	if _, hanging := p.worker.Count(); hanging != 0 {
		t.Errorf("%d destinations hang, of which nothing was heard for two hours", hanging)
	}
}
