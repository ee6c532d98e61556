package stores_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// alteration is a change of a user after which nothing works that was issued before it.
type alteration struct {
	name  string
	apply func(ctx context.Context, w *harness.World, p *harness.Person) error
	undo  func(ctx context.Context, w *harness.World, p *harness.Person) error // nil: nothing is undone
}

// newMail and newPhone are where a person is reached after the change of addresses.
func newMail(p *harness.Person) string  { return "new-" + p.Username + "@example.test" }
func newPhone(p *harness.Person) string { return "+49152" + p.Phone[len("+49151"):] }

func alterations() []alteration {
	update := func(change func(p *harness.Person) accounts.UpdateUserInput) func(context.Context, *harness.World, *harness.Person) error {
		return func(ctx context.Context, w *harness.World, p *harness.Person) error {
			in := change(p)
			in.UserID, in.Version = p.ID, core.AnyVersion
			_, err := w.Core.Accounts.UpdateUser(asOwner(ctx), in)
			return err
		}
	}
	turn := func(set func(in *accounts.UpdateUserInput, on *bool)) (on, off func(context.Context, *harness.World, *harness.Person) error) {
		to := func(value bool) func(context.Context, *harness.World, *harness.Person) error {
			return update(func(*harness.Person) (in accounts.UpdateUserInput) {
				set(&in, &value)
				return in
			})
		}
		return to(true), to(false)
	}
	disable, enable := turn(func(in *accounts.UpdateUserInput, on *bool) { in.Disabled = on })
	lock, unlock := turn(func(in *accounts.UpdateUserInput, on *bool) { in.Locked = on })
	return []alteration{
		{"the addresses change", update(func(p *harness.Person) (in accounts.UpdateUserInput) {
			in.Emails = &[]accounts.UserAddress{{Value: newMail(p), Verified: true}}
			in.Phones = &[]accounts.UserAddress{{Value: newPhone(p), Verified: true}}
			return in
		}), nil},
		{"the user is disabled", disable, enable},
		{"the user is locked", lock, unlock},
	}
}

// TestWhatIsIssuedFollowsTheUserAsHeIs lets a change of the user overtake everything that
// is issued for him or mailed to him, and be overtaken by it. The change is played by a
// second server on the same database: it is held at its last statement while the other
// asks, or begins while the other is about to write.
func TestWhatIsIssuedFollowsTheUserAsHeIs(t *testing.T) {
	t.Parallel()
	for _, a := range seed.Draw(t, askings()) {
		t.Run(a.name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				if a.codes {
					w.Settings(func(s *models.Settings) { s.ResetBy = models.ResetByOTP })
				}
				twin := w.Twin()
				for i, c := range alterations() {
					w.Check("while he asks, "+c.name, func(t *testing.T) { overtaken(t, w, twin, a, c, i) })
					w.Check("before it is written, "+c.name, func(t *testing.T) { overtaken(t, w, twin, a, c, 10+i, written...) })
				}
			})
		})
	}
}

// written is what an asker writes.
var written = []string{"insert tickets", "insert messages", "insert sessions", "insert challenges", "insert api_keys"}

// TestAUserIsReadConsistently: a change between two reads of a user is noticed, or refuses the decision
// on the first read.
func TestAUserIsReadConsistently(t *testing.T) {
	t.Parallel()
	for _, a := range loginAskings() {
		t.Run(a.name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				twin := w.Twin()
				for i, c := range alterations() {
					for k, at := range []string{"select users", "select credentials"} {
						w.Check("at "+at+" "+c.name, func(t *testing.T) { overtaken(t, w, twin, a, c, 10*k+i, at) })
					}
				}
			})
		})
	}
}

// overtaken plays one race and looks at what is left of it. The change begins when the asker
// is at a statement; without one it comes first, and is held at its end.
func overtaken(t *testing.T, w, twin *harness.World, a asking, c alteration, n int, at ...string) {
	t.Helper()
	changeFirst := len(at) == 0
	named := func(in *accounts.CreateUserInput) { in.Phone = fmt.Sprintf("+49151%06d", n) }
	p := w.Person(fmt.Sprintf("ada%d", n), append([]change{named}, a.who...)...)
	begun := a.begin(t, w, p)
	w.Deliver()
	before := len(queuedMails(t, w, p))
	ask := func() error { return begun(context.Background()) }
	alter := func() error { return c.apply(context.Background(), twin, p) }
	var asked, changed error
	if changeFirst {
		changed, asked = twin.InOrder(alter, ask, "insert events")
	} else {
		asked, changed = w.InOrder(ask, alter, at...)
	}
	must(t, changed)
	var f *fault.Fault
	if asked != nil && (!errors.As(asked, &f) || errors.Is(asked, fault.ErrUnavailable)) {
		t.Fatalf("the asker is told %v", asked)
	}
	if c.undo == nil {
		mails := queuedMails(t, w, p)[before:]
		staysWithHim(t, w, p, mails, changeFirst)
		if a.follows && changeFirst && !slices.ContainsFunc(mails, func(m queuedMail) bool { return slices.Contains(openers, m.template) }) {
			t.Errorf("nothing went to the new address: %v", asked)
		}
		return
	}
	if a.ordered {
		return
	}
	must(t, c.undo(t.Context(), w, p))
	if left := living(t, w, p); len(left) > 0 {
		t.Errorf("these live again: %q", left)
	}
}

// queuedMail is a message that is on its way.
type queuedMail struct {
	template models.Template
	to       string
}

func queuedMails(t *testing.T, w *harness.World, p *harness.Person) (found []queuedMail) {
	t.Helper()
	rows, err := w.Store.Read(t.Context()).MessagesOf(p.ID, 100)
	must(t, err)
	for _, m := range slices.Backward(rows) {
		if m.State != models.MessageQueued {
			continue
		}
		plain, err := w.Keyring.Unseal(m.Sealed, "message:"+m.ID)
		must(t, err)
		var content models.MessageContent
		must(t, json.Unmarshal(plain, &content))
		found = append(found, queuedMail{m.Template, content.To})
	}
	return found
}

// openers are the messages that open something.
var openers = []models.Template{
	models.TemplateResetLink, models.TemplateResetOTP, models.TemplateSetLink, models.TemplateInvite, models.TemplateVerifyLink,
	models.TemplateLoginCode, models.TemplateSessionCode, models.TemplateNewPassword,
}

// staysWithHim wants nothing to be on its way to a former address, or to work there. What
// was written before the change may be, if it opens nothing.
func staysWithHim(t *testing.T, w *harness.World, p *harness.Person, mails []queuedMail, changeFirst bool) {
	t.Helper()
	rd := w.Store.Read(t.Context())
	has, err := rd.AddressesOf(p.ID)
	must(t, err)
	at := map[string]bool{}
	for _, a := range has {
		at[a.ID] = true
	}
	rows, _, err := rd.ListTickets(store.Scope{Everything: true}, store.TicketFilter{UserID: p.ID}, store.Page{Limit: 100})
	must(t, err)
	for _, r := range rows {
		if r.Live(w.Clock.Now()) && r.AddressID != "" && !at[r.AddressID] {
			t.Errorf("a %s ticket by %s that went to a former address is live", r.Purpose, r.Medium)
		}
	}
	for _, m := range mails {
		told := m.template == models.TemplateAddressesChanged || !changeFirst && !slices.Contains(openers, m.template)
		if !told && m.to != newMail(p) && m.to != newPhone(p) {
			t.Errorf("a %s is on its way to the former address", m.template)
		}
	}
	code, err := rd.NewestChallenge(p.ID)
	if err != nil {
		return
	}
	if wentOut := slices.ContainsFunc(mails, func(m queuedMail) bool { return m.template == models.TemplateLoginCode }); code.Live(w.Clock.Now()) && !wentOut {
		t.Error("a login code lives that was not mailed to the new address")
	}
}

// living lists what of a person's still opens something.
func living(t *testing.T, w *harness.World, p *harness.Person) (found []string) {
	t.Helper()
	rd, now := w.Store.Read(t.Context()), w.Clock.Now()
	everything := store.Scope{Everything: true}
	tickets, _, err := rd.ListTickets(everything, store.TicketFilter{UserID: p.ID}, store.Page{Limit: 100})
	must(t, err)
	for _, r := range tickets {
		if r.Live(now) {
			found = append(found, fmt.Sprintf("ticket to %s by %s", r.Purpose, r.Medium))
		}
	}
	sessions, _, err := rd.SessionPage(everything, p.ID, store.Page{Limit: 100})
	must(t, err)
	for range sessions {
		found = append(found, "session")
	}
	if code, err := rd.NewestChallenge(p.ID); err == nil && code.Live(now) {
		found = append(found, "login code")
	}
	keys, _, err := rd.ListAPIKeys("", p.ID, store.Page{Limit: 100})
	must(t, err)
	for _, k := range keys {
		if k.RevokedAt == nil {
			found = append(found, "API key")
		}
	}
	return found
}
