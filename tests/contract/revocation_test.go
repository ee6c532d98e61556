package contract_test

import (
	"context"
	"errors"
	"net/http"
	"testing"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// Every change tells what it ended; what may outlive it, the tenant says.
func TestWhatEndsWithAPassword(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		here, there := w.LogIn(p), w.LogIn(p)
		self := caller.Into(context.Background(), caller.Caller{
			Kind: caller.User, ID: p.ID, Boundary: models.BoundarySelf, ApplicationID: p.ApplicationID, TenantID: p.TenantID, SessionID: here.SessionID,
		})
		words := []string{harness.NewPassword, "the second of several sentences", "the third of several sentences", "the last of several sentences"}
		change := func(r models.Revocation) (*core.UserChange, error) {
			now, next := p.Password, words[0]
			a, _ := secret.NewPassword(now)
			b, _ := secret.NewPassword(next)
			out, err := w.Core.Passwords.ChangePassword(self, passwords.ChangePasswordInput{UserID: p.ID, Current: a, New: b, Revoke: r})
			if err == nil {
				p.Password, words = next, words[1:]
			}
			return out, err
		}
		for _, r := range []models.Revocation{models.RevokeOthers, models.RevokeNone, "some"} {
			if _, err := change(r); !errors.Is(err, core.ErrRevocation) {
				t.Errorf("%s: %v", r, err)
			}
		}
		w.Settings(func(s *models.Settings) {
			s.Sessions.Revocation = []models.Revocation{models.RevokeAll, models.RevokeOthers, models.RevokeNone}
		})
		for _, c := range []struct {
			revoke models.Revocation
			ended  int
		}{{models.RevokeNone, 0}, {models.RevokeOthers, 1}, {models.RevokeAll, 1}} {
			out, err := change(c.revoke)
			if err != nil || out.EndedLogins != c.ended || out.EndedRefresh != c.ended {
				t.Errorf("%s: %+v, %v", c.revoke, out, err)
			}
			if c.revoke == models.RevokeOthers {
				must(w, refresh(there.RefreshToken), http.StatusUnauthorized)
				here.RefreshToken = must(w, refresh(here.RefreshToken), http.StatusOK).Field(t, "refreshToken")
			}
		}
		must(w, refresh(here.RefreshToken), http.StatusUnauthorized)

		w.LogIn(p)
		key := resetKey(w, p)
		proof := core.Proof{Form: models.ProofKey, Purpose: models.PurposeReset, Secret: secret.NewText(key)}
		next, _ := secret.NewPassword(words[0])
		out, err := w.Core.Tickets.RedeemTicket(context.Background(), tickets.RedeemTicketInput{Proof: proof, Password: next, Revoke: models.RevokeOthers})
		if err != nil || out.EndedLogins != 1 || out.EndedRefresh != 1 {
			t.Errorf("a reset has no session to keep: %+v, %v", out, err)
		}
	})
}
