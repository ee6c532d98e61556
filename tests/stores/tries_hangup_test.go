package stores_test

import (
	"context"
	"fmt"
	"math"
	"sync/atomic"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/factors"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// guess is a secret that somebody shows, and not the right one.
type guess struct {
	kind   models.TryKind
	action models.Action // the event of a wrong one
	who    []change
	begin  func(t *testing.T, w *harness.World, p *harness.Person) act
}

func guesses() map[string]guess {
	return map[string]guess{
		"a password": {kind: models.TryPassword, action: "login", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			return func(ctx context.Context) error { return tryOn(ctx, t, w.Core, p, wrongPassword) }
		}},
		"a password that an application proves": {kind: models.TryPassword, action: "password.set", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			return func(ctx context.Context) error {
				_, err := w.Core.Passwords.SetPassword(asOwner(ctx), passwords.SetPasswordInput{
					UserID: p.ID, Password: password(t, harness.NewPassword), Current: password(t, wrongPassword),
				})
				return err
			}
		}},
		"a password in a live session": {kind: models.TryProof, action: "mfa.enroll", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			session := w.LogIn(p)
			shutLogins(t, w, p)
			return func(ctx context.Context) error {
				_, err := w.Core.Factors.EnrollTOTP(inSession(ctx, p, session), factors.EnrollTOTPInput{
					UserID: p.ID, Reauthentication: factors.Reauthentication{Current: password(t, wrongPassword)},
				})
				return err
			}
		}},
		"a code of an app": {kind: models.TryApp, action: "login.code", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			withApp(t, w, p)
			return logIn(t, w, p, "000000")
		}},
		"a recovery code": {kind: models.TryRecovery, action: "login.code", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			withApp(t, w, p)
			return logIn(t, w, p, "none-of-them")
		}},
		"a mailed code of a login": {kind: models.TryCode, action: "login.code", who: []change{harness.WithMFA}, begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			challenged(t, w, p)
			return logIn(t, w, p, "000000")
		}},
		"a mailed code of a ticket": {kind: models.TryCode, action: "ticket.guess", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			out, err := w.Core.Tickets.IssueTicket(asOwner(t.Context()), tickets.IssueTicketInput{
				UserID: p.ID, Purpose: models.PurposeReset, Medium: models.MediumOTP, Form: models.ProofOTP, Channel: models.ChannelEmail,
			})
			must(t, err)
			proof := core.Proof{Form: models.ProofOTP, Purpose: models.PurposeReset, Secret: out.Secret, Code: secret.NewText("000000")}
			return func(ctx context.Context) error { return setNew(w, ctx, proof) }
		}},
	}
}

// TestAGuessIsSettledWhereverItsCallerHangsUp: his guess stays counted, with its event, if
// it was compared; it is given back if not; in no case it stays open, as after a crash.
func TestAGuessIsSettledWhereverItsCallerHangsUp(t *testing.T) {
	t.Parallel()
	for name, g := range seed.InOrder(guesses()) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				places := make([]int, g.hangsUp(t, w, math.MaxInt))
				for i := range places {
					places[i] = i + 1
				}
				for _, at := range seed.Draw(t, places) {
					g.hangsUp(t, w, at)
				}
			})
		})
	}
}

// hangsUp plays a wrong try whose caller leaves when he is looked at for so many times. It
// tells how often he was.
func (g guess) hangsUp(t *testing.T, w *harness.World, at int) (looks int) {
	t.Helper()
	p := w.Person(fmt.Sprintf("ada%d", at), g.who...)
	do := g.begin(t, w, p)
	c := &departing{at: int64(at)}
	c.Context, c.leave = context.WithCancel(t.Context())
	defer c.leave()
	if err := do(c); err == nil {
		t.Errorf("a wrong one is taken for right")
	}
	n := refusedEvents(t, w, p, g.action)
	left, err := w.Store.Read(t.Context()).FindTries(models.Tries{Key: secret.Sum("tries", string(g.kind), p.ID).Bytes()})
	must(t, err)
	if len(left.Open) != 0 || left.Wrong != n || n > 1 {
		t.Errorf("whose caller left at look %d: %d open, %d wrong, %d events", at, len(left.Open), left.Wrong, n)
	}
	if looks = int(c.looks.Load()); looks < at && n != 1 {
		t.Errorf("whose caller stayed: %d events", n)
	}
	return looks
}

// departing is a request whose caller hangs up when it is asked about him so often.
type departing struct {
	context.Context
	leave context.CancelFunc
	looks atomic.Int64
	at    int64
}

func (d *departing) look() {
	if d.looks.Add(1) == d.at {
		d.leave()
	}
}

// Done is closed when the caller is gone.
func (d *departing) Done() <-chan struct{} { d.look(); return d.Context.Done() }

// Err tells whether the caller is gone.
func (d *departing) Err() error { d.look(); return d.Context.Err() }

func refusedEvents(t *testing.T, w *harness.World, p *harness.Person, action models.Action) (n int) {
	t.Helper()
	events, err := w.Store.Read(t.Context()).EventsOf(p.ID, 100)
	must(t, err)
	for _, e := range events {
		if e.Action == action && e.Outcome == "refused" {
			n++
		}
	}
	return n
}
