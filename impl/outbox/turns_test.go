package outbox_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestTenantsTakeTurns: many messages of one tenant, to one destination or to many, do not delay a message of
// another tenant.
func TestTenantsTakeTurns(t *testing.T) {
	t.Parallel()
	g := newGate()
	p := newPost(t, g, g)
	p.queueFor("acme", slices.Repeat([]string{"ada@big.example"}, 300)...)
	p.queueFor("acme", domains(t, "small", 200)...)
	for _, name := range []string{"bolt", "aaaa"} { // before and after it in the order of the index
		p.queueFor(name, name+"@big.example")
	}
	p.drain(502)
	all := g.tried()
	for _, name := range []string{"bolt", "aaaa"} {
		if at := slices.Index(all, name+"@big.example"); at > 2*64 {
			t.Errorf("%s had its turn after %d others", name, at)
		}
	}
	if at := slices.IndexFunc(all, func(to string) bool { return strings.Contains(to, "small") }); at > 2*64 {
		t.Errorf("small domains had their turn after %d of a large one", at)
	}
}

// TestApplicationsTakeTurns: however many tenants of one application mail however many users, a mail of another
// application is among the next ones, and applications without many tenants have as many turns.
func TestApplicationsTakeTurns(t *testing.T) {
	t.Parallel()
	g := newGate()
	p := newPost(t, g, g)
	p.queueFor("known", "ada@big.example")
	p.drain(1) // the domain answers
	large := func(n int) letter {
		return letter{application: "large", tenant: fmt.Sprintf("tenant-%d", n%100), user: secret.NewID(), to: "ada@big.example"}
	}
	for n := range 1000 {
		p.queue(large(n))
	}
	for _, name := range []string{"aaaa", "zzzz"} { // before and after it in the order of the index
		for range 3 {
			p.queue(letter{application: name, tenant: name, user: secret.NewID(), to: name + "@big.example"})
		}
	}
	p.drain(1006)
	all := g.tried()[1:]
	for _, name := range []string{"aaaa", "zzzz"} {
		for n := range 3 {
			at := slices.Index(all, name+"@big.example")
			if at < 0 || at > 2*64 {
				t.Fatalf("mail %d of %s had its turn after %d others", n, name, at)
			}
			all[at] = ""
		}
	}
}

// TestNoTenantIsOverlookedBehindManyOthers whose destinations hang.
func TestNoTenantIsOverlookedBehindManyOthers(t *testing.T) {
	t.Parallel()
	g := newGate()
	p := newPost(t, g, g)
	p.queueFor("acme", "ada@known.example")
	p.drain(1)
	tenant := func(n int) string { return fmt.Sprintf("tenant-%03d", n) }
	application := func(n int) string { return fmt.Sprintf("application-%d", n%2) }
	for n, to := range domains(t, "hang", 450) {
		p.queue(letter{application: application(n), tenant: tenant(n), user: secret.NewID(), to: to})
	}
	wait := p.inBackground()
	g.await(t, 1+56)
	for _, n := range seed.For(t, "tenants").Perm(450)[:8] {
		p.hasItsTurn(letter{application: application(n), tenant: tenant(n), to: "ada@known.example"})
	}
	close(g.open)
	wait()
}

// hasItsTurn queues a mail and expects its delivery to begin within the next polls.
func (p *post) hasItsTurn(l letter) {
	p.t.Helper()
	l.user = secret.NewID()
	id := p.queue(l)
	for range 4 {
		_, err := p.worker.Drain(p.t.Context())
		must(p.t, err)
	}
	m, err := p.store.Read(p.t.Context()).FindMessage(id)
	must(p.t, err)
	if m.Attempts != 1 {
		p.t.Errorf("%s to %s had no turn", l.tenant, l.to)
	}
}
