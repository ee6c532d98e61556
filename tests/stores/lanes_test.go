package stores_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// letter queues a mail as the core does.
func letter(t testing.TB, w *harness.World, userID, to string) string {
	t.Helper()
	m := &models.Message{
		ID: secret.NewID(), ApplicationID: w.Tenant.ApplicationID, TenantID: w.Tenant.ID, UserID: userID, Channel: models.ChannelEmail, Template: models.TemplateLoginCode,
	}
	m.Destination = store.DestinationKey(w.Keyring, m.Channel, to)
	m.Sealed = sealedFor(t, w, m, to)
	must(t, w.Store.Write(t.Context()).InsertMessage(m))
	return m.ID
}

func sealedFor(t testing.TB, w *harness.World, m *models.Message, to string) []byte {
	t.Helper()
	plain, err := json.Marshal(models.MessageContent{To: to, Data: map[string]string{"Code": "048213", "Username": "ada"}})
	must(t, err)
	sealed, err := w.Keyring.Seal(plain, m.SealedFor())
	must(t, err)
	return sealed
}

// draining runs a server's worker until everything due was delivered.
func draining(t testing.TB, w *harness.World) (wait func() int) {
	done := make(chan int, 1)
	go func() {
		n, err := w.Worker.Drain(t.Context())
		if err != nil {
			t.Error(err)
		}
		done <- n
	}()
	return func() int { return <-done }
}

func message(t testing.TB, w *harness.World, id string) *models.Message {
	t.Helper()
	m, err := w.Store.Read(t.Context()).FindMessage(id)
	must(t, err)
	return m
}

// TestFortyHangingDestinationsDoNotDelayAHealthyOne: the mail server does not answer RCPT
// for them; a healthy one is served while all forty wait, by two servers on one database,
// whether it is known yet that they hang or not.
func TestFortyHangingDestinationsDoNotDelayAHealthyOne(t *testing.T) {
	t.Parallel()
	for _, s := range harness.Stores(t) {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			server := harness.NewSMTP(t)
			config, err := outbox.ParseSMTPURL(server.URL() + "?from=" + url.QueryEscape("Acme <login@acme.example>"))
			must(t, err)
			config.RootCAs = server.CA
			sender, err := outbox.NewSMTP(config)
			must(t, err)
			w := harness.New(t, s, harness.WithSenders(sender, nil))
			leavesAlone(t, w, w.Twin(), server)
		})
	}
}

func leavesAlone(t *testing.T, w, twin *harness.World, server *harness.SMTP) {
	const hanging = 40
	server.Behave(harness.SMTPBehaviour{HangTo: "hang"})
	var ids []string
	for _, n := range seed.For(t, "domains").Perm(hanging) {
		ids = append(ids, letter(t, w, secret.NewID(), fmt.Sprintf("ada@hang%d.example", n)))
	}
	first, second := draining(t, w), draining(t, twin)
	for range hanging {
		<-server.Waiting()
	}
	for round, to := range []string{"ada@healthy.example", "ada@healthier.example"} {
		letter(t, w, secret.NewID(), to)
		third, fourth := draining(t, w), draining(t, twin)
		mails, err := server.Await(t.Context(), round+1)
		must(t, err)
		if got := mails[round].To; !slices.Equal(got, []string{to}) {
			t.Fatalf("%q was served before %s", got, to)
		}
		third()
		fourth()
		for _, id := range ids {
			if m := message(t, w, id); m.Attempts != 1 || m.ClaimedUntil == nil {
				t.Fatalf("a hanging one did not wait: %d attempts, %s", m.Attempts, m.LastAnswer)
			}
		}
		w.Clock.Advance(5 * time.Second)
		here, mine := w.Worker.Count()
		there, theirs := twin.Worker.Count()
		if here+there != hanging || mine+theirs != hanging {
			t.Errorf("%d and %d are under way, %d and %d hang; want %d in all", here, there, mine, theirs, hanging)
		}
	}
	server.Behave(harness.SMTPBehaviour{})
	if n := first() + second(); n < hanging {
		t.Errorf("%d were delivered in the end, want %d", n, hanging)
	}
	seen := map[string]bool{}
	for _, m := range server.Mails() {
		seen[m.Header.Get("Message-ID")] = true
	}
	if len(seen) != hanging+2 || len(server.Mails()) != hanging+2 {
		t.Errorf("%d mails, %d different; want %d", len(server.Mails()), len(seen), hanging+2)
	}
}

// TestOneUsersMessagesKeepTheirOrder: on two servers, one at a time and the earlier first,
// while those to others pass.
func TestOneUsersMessagesKeepTheirOrder(t *testing.T) {
	t.Parallel()
	const users, each = 5, 8
	var mu sync.Mutex
	arrived, underWay := map[string][]string{}, map[string]int{}
	sender := sending(func(_ context.Context, m outbox.Outgoing) (string, error) {
		mu.Lock()
		arrived[m.To] = append(arrived[m.To], m.ID)
		if underWay[m.To]++; underWay[m.To] > 1 {
			t.Errorf("two messages to %s are under way at once", m.To)
		}
		mu.Unlock()
		runtime.Gosched() // lets others begin
		mu.Lock()
		underWay[m.To]--
		mu.Unlock()
		return "ok", nil
	})
	harness.Each(t, func(t *testing.T, w *harness.World) {
		twin := w.Twin()
		var names []string
		want := map[string][]string{}
		for n := range users {
			names = append(names, fmt.Sprintf("user%d@%s.example", n, w.Kind))
		}
		all := slices.Repeat(names, each)
		seed.For(t, "order").Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, to := range all {
			want[to] = append(want[to], letter(t, w, to[:5]+"-"+w.Kind, to))
		}
		for _, err := range together(4, func(i int) error {
			_, err := []*harness.World{w, twin}[i%2].Worker.Drain(t.Context())
			return err
		}) {
			must(t, err)
		}
		mu.Lock()
		defer mu.Unlock()
		for to := range seed.InOrder(want) {
			if !slices.Equal(arrived[to], want[to]) {
				t.Errorf("%s got %v, want %v", to, arrived[to], want[to])
			}
		}
	}, harness.WithSenders(sender, nil))
}

// sending is a sender made of a function.
type sending func(ctx context.Context, m outbox.Outgoing) (string, error)

func (f sending) Send(ctx context.Context, m outbox.Outgoing) (string, error) { return f(ctx, m) }

// slow is a sender that answers when it is told to, and what became of its context.
type slow struct {
	began, answer chan struct{}
	cut           chan error
}

func newSlow() *slow {
	return &slow{began: make(chan struct{}, 8), answer: make(chan struct{}), cut: make(chan error, 8)}
}

func (s *slow) Send(ctx context.Context, _ outbox.Outgoing) (string, error) {
	s.began <- struct{}{}
	select {
	case <-s.answer:
		return "ok", nil
	case <-ctx.Done():
		s.cut <- ctx.Err()
		return "no answer", &outbox.TemporaryError{Answer: "no answer"}
	}
}

// TestALeaseIsRenewedWhileASenderHangs: no other server sends the message meanwhile.
func TestALeaseIsRenewedWhileASenderHangs(t *testing.T) {
	t.Parallel()
	for _, s := range harness.Stores(t) {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			hanging := newSlow()
			w := harness.New(t, s, harness.WithSenders(hanging, nil))
			twin := w.Twin()
			id := letter(t, w, "user-1", "ada@hang.example")
			wait := draining(t, w)
			<-hanging.began
			for range 6 { // of half a lease each
				w.Clock.Advance(30 * time.Second)
				for _, server := range []*harness.World{w, twin} {
					if n, err := server.Worker.Drain(t.Context()); n != 0 || err != nil {
						t.Fatalf("%d were sent meanwhile, %v", n, err)
					}
				}
			}
			if m := message(t, w, id); m.Attempts != 1 || !m.ClaimedUntil.After(w.Clock.Now()) {
				t.Fatalf("%d attempts, claimed until %v, now %v", m.Attempts, m.ClaimedUntil, w.Clock.Now())
			}
			close(hanging.answer)
			if wait() != 1 || message(t, w, id).State != models.MessageSent || len(hanging.began) != 0 {
				t.Error("it was not sent, once")
			}
		})
	}
}

// TestALostClaimIsCutOff: a server that was away for longer than its lease neither goes on
// sending nor overwrites what another server wrote meanwhile.
func TestALostClaimIsCutOff(t *testing.T) {
	t.Parallel()
	for _, s := range harness.Stores(t) {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			hanging := newSlow()
			w := harness.New(t, s, harness.WithSenders(hanging, nil))
			twin := w.Twin()
			id := letter(t, w, "user-1", "ada@hang.example")
			here := draining(t, w)
			<-hanging.began
			w.BreakStore(func(statement string) bool { return statement == "update messages" }) // it is away
			w.Clock.Advance(time.Minute)
			there := draining(t, twin)
			<-hanging.began
			w.BreakStore(nil)
			if n, err := w.Worker.Drain(t.Context()); n != 0 || err != nil {
				t.Fatalf("%d were sent meanwhile, %v", n, err)
			}
			<-hanging.cut
			if here() != 0 {
				t.Error("the lost one counts as sent")
			}
			if m := message(t, w, id); m.Attempts != 2 || m.ClaimedUntil == nil || m.LastAnswer != "" {
				t.Errorf("the other's claim was overwritten: %d attempts, until %v, %q", m.Attempts, m.ClaimedUntil, m.LastAnswer)
			}
			close(hanging.answer)
			if there() != 1 || message(t, w, id).State != models.MessageSent {
				t.Error("the other server did not send it")
			}
		})
	}
}

// TestWhatWasQueuedBeforeThereWereLanes is delivered: the migration cannot read whither a
// message goes, the worker can.
func TestWhatWasQueuedBeforeThereWereLanes(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		m := &models.Message{ID: secret.NewID(), UserID: "user-1"}
		w.Spoil(`INSERT INTO messages (id, application_id, tenant_id, user_id, ticket_id, channel, template, sealed, state, next_attempt_at, attempts, last_answer)
 VALUES (?, '', ?, ?, '', 'email', 'login_code', ?, 'queued', ?, 0, '')`, m.ID, w.Tenant.ID, m.UserID, sealedFor(t, w, m, "ada@acme.example"), w.Clock.Now())
		later := letter(t, w, m.UserID, "ada@acme.example")
		if mails := w.Mails(); len(mails) != 2 || mails[0].ID != m.ID || mails[1].ID != later {
			t.Fatalf("delivered: %+v", mails)
		}
		if got := message(t, w, m.ID); string(got.Destination) != string(message(t, w, later).Destination) {
			t.Errorf("it went for %x", got.Destination)
		}
	})
}
