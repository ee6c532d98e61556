package stores_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestTheTypedAddressIsOneThatTheUserHas: a second address is taken away, or turns out not to be
// the user's, while somebody asks by it. The change is played by a second server, before the
// asker writes and while he is about to.
func TestTheTypedAddressIsOneThatTheUserHas(t *testing.T) {
	t.Parallel()
	ways := []tickets.RequestResetInput{
		{LinkForm: models.ProofKey}, {LinkForm: models.ProofKey, AllowOTP: true}, {LinkForm: models.ProofKey, SendUsername: true},
	}
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Settings(func(s *models.Settings) { s.ResetBy = models.ResetByOTP })
		twin := w.Twin()
		for n, in := range ways {
			for k, left := range [][]accounts.UserAddress{{}, {{Value: "second", Verified: false}}} {
				for order, at := range [][]string{nil, written} {
					w.Check(fmt.Sprintf("way %d, change %d, order %d", n, k, order), func(t *testing.T) {
						name := fmt.Sprintf("ada%d%d%d", n, k, order)
						second := "second-" + name + "@example.test"
						p := w.Person(name)
						set := func(w *harness.World, emails ...accounts.UserAddress) error {
							all := append([]accounts.UserAddress{{Value: p.Email, Verified: true, Primary: true}}, emails...)
							_, err := w.Core.Accounts.UpdateUser(asOwner(t.Context()), accounts.UpdateUserInput{UserID: p.ID, Version: core.AnyVersion, Emails: &all})
							return err
						}
						must(t, set(w, accounts.UserAddress{Value: second, Verified: true}))
						w.Deliver()
						change := func() error {
							if len(left) == 0 {
								return set(twin)
							}
							return set(twin, accounts.UserAddress{Value: second, Verified: left[0].Verified})
						}
						in := in
						in.Email = second
						ask := func() error {
							if _, err := w.Core.Tickets.RequestReset(context.Background(), in); err != nil {
								return err
							}
							_, err := w.Core.Tickets.ProcessResetRequests(context.Background())
							return err
						}
						var asked, changed error
						if at == nil {
							changed, asked = twin.InOrder(change, ask, "insert events")
						} else {
							asked, changed = w.InOrder(ask, change, at...)
						}
						must(t, changed)
						must(t, asked)
						if tickets := living(t, w, p); len(tickets) > 0 {
							t.Errorf("these live: %q", tickets)
						}
						for _, m := range queuedMails(t, w, p) {
							if m.to == second && m.template != models.TemplateAddressesChanged {
								t.Errorf("a %s is on its way to %s", m.template, m.to)
							}
						}
					})
				}
			}
		}
	})
}
