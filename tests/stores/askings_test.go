package stores_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// asking is a way to have something issued or mailed for a user.
type asking struct {
	name    string
	who     []change
	codes   bool // the tenant mails short codes
	ordered bool // an order of an administrator, which is also valid for a locked user
	follows bool // what opens something goes to the new address after a change
	begin   func(t *testing.T, w *harness.World, p *harness.Person) act
}

func askings() []asking {
	reset, invite := models.PurposeReset, models.PurposeInvite
	link, returned := models.MediumLink, models.MediumReturned
	all := []asking{
		asks("a mailed link", tickets.IssueTicketInput{Purpose: reset, Medium: link, Form: models.ProofKey, Channel: models.ChannelEmail}),
		asks("a mailed code", tickets.IssueTicketInput{Purpose: reset, Medium: link, Form: models.ProofMailCode, Channel: models.ChannelEmail}),
		asks("a link by SMS", tickets.IssueTicketInput{Purpose: reset, Medium: link, Form: models.ProofKey, Channel: models.ChannelSMS}),
		asks("a short code", tickets.IssueTicketInput{Purpose: reset, Medium: models.MediumOTP, Form: models.ProofOTP, Channel: models.ChannelEmail}),
		asks("a returned link", tickets.IssueTicketInput{Purpose: reset, Medium: returned, Form: models.ProofKey}),
		asks("a returned user code", tickets.IssueTicketInput{Purpose: reset, Medium: returned, Form: models.ProofUserCode}),
		asks("a set link", tickets.IssueTicketInput{Purpose: models.PurposeSet, Medium: link, Form: models.ProofKey, Channel: models.ChannelEmail}),
		asks("an invitation", tickets.IssueTicketInput{Purpose: invite, Medium: link, Form: models.ProofUserCode, Channel: models.ChannelEmail}, harness.NoPassword),
		{name: "a verification", who: []change{harness.Unverified}, begin: func(_ *testing.T, w *harness.World, p *harness.Person) act {
			in := tickets.IssueTicketInput{UserID: p.ID, Purpose: models.PurposeVerify, Medium: link, Form: models.ProofUserCode}
			return func(ctx context.Context) error {
				_, err := w.Core.Tickets.IssueTicket(asOwner(ctx), in)
				return err
			}
		}},
		{name: "an invitation again", who: []change{harness.NoPassword}, begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			in := tickets.IssueTicketInput{UserID: p.ID, Purpose: invite, Medium: link, Form: models.ProofUserCode, Channel: models.ChannelEmail}
			_, err := w.Core.Tickets.IssueTicket(asOwner(t.Context()), in)
			must(t, err)
			return func(ctx context.Context) error {
				_, err := w.Core.Tickets.RenewTicket(asOwner(ctx), in)
				return err
			}
		}},
	}
	return slices.Concat(all, forgotten(), loginAskings(), mailings(), []asking{shutAndTold()})
}

func asks(name string, in tickets.IssueTicketInput, who ...change) asking {
	return asking{name: name, who: who, follows: in.Medium != models.MediumReturned, begin: func(_ *testing.T, w *harness.World, p *harness.Person) act {
		in := in
		in.UserID = p.ID
		return func(ctx context.Context) error {
			_, err := w.Core.Tickets.IssueTicket(asOwner(ctx), in)
			return err
		}
	}}
}

// forgotten are those who ask for help without a proof.
func forgotten() []asking {
	request := func(name string, codes bool, ask func(p *harness.Person) tickets.RequestResetInput) asking {
		return asking{name: name, codes: codes, follows: strings.HasSuffix(name, "by name"), begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			in := ask(p)
			in.LinkForm, in.AllowOTP = models.ProofKey, true
			return func(ctx context.Context) error {
				if _, err := w.Core.Tickets.RequestReset(ctx, in); err != nil {
					return err
				}
				_, err := w.Core.Tickets.ProcessResetRequests(ctx)
				return err
			}
		}}
	}
	byName := func(p *harness.Person) tickets.RequestResetInput {
		return tickets.RequestResetInput{Username: p.Username}
	}
	byAddress := func(p *harness.Person) tickets.RequestResetInput { return tickets.RequestResetInput{Email: p.Email} }
	return []asking{
		request("the forgotten, by name", false, byName),
		request("the forgotten, by address", false, byAddress),
		request("the forgotten, a short code by name", true, byName),
		request("the forgotten, a short code by address", true, byAddress),
		request("the forgotten user name", false, func(p *harness.Person) tickets.RequestResetInput {
			return tickets.RequestResetInput{Email: p.Email, SendUsername: true}
		}),
	}
}

func loginAskings() []asking {
	session := func(name string, in func(t *testing.T, p *harness.Person) logins.SessionInput) asking {
		return asking{name: name, begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			in := in(t, p)
			return func(ctx context.Context) error {
				_, err := issuedSession(w.Core.Logins.CreateSession(asOwner(ctx), in))
				return err
			}
		}}
	}
	return []asking{
		{name: "a login", begin: func(t *testing.T, w *harness.World, p *harness.Person) act { return logIn(t, w, p, "") }},
		session("a session by password", func(t *testing.T, p *harness.Person) logins.SessionInput {
			pw := password(t, p.Password)
			return logins.SessionInput{UserID: p.ID, Password: &pw}
		}),
		session("a session without a password", func(_ *testing.T, p *harness.Person) logins.SessionInput {
			return logins.SessionInput{UserID: p.ID}
		}),
		{name: "a code for a session", follows: true, begin: func(_ *testing.T, w *harness.World, p *harness.Person) act {
			in := logins.SessionInput{UserID: p.ID, Codes: []logins.SessionCode{{Channel: models.ChannelEmail}}}
			return func(ctx context.Context) error {
				_, err := issuedSession(w.Core.Logins.CreateSession(asOwner(ctx), in))
				return err
			}
		}},
		{name: "a login code", who: []change{harness.WithMFA}, follows: true, begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			return logIn(t, w, p, "")
		}},
		{name: "a login code again", who: []change{harness.WithMFA}, begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			sid := challenged(t, w, p)
			return func(ctx context.Context) error { return w.Core.Logins.ResendChallenge(ctx, sid, "") }
		}},
		{name: "a login with a temporary password", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			out, err := w.Core.Passwords.SetPassword(asOwner(t.Context()), passwords.SetPasswordInput{UserID: p.ID, Generate: true, Return: true})
			must(t, err)
			in := logins.LogInInput{Username: p.Username, Password: out.Generated}
			return func(ctx context.Context) error {
				_, err := loggedIn(w.Core.Logins.LogIn(ctx, in))
				return err
			}
		}},
		{name: "a login with a password that must be changed", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			_, err := w.Core.Passwords.SetPassword(asOwner(t.Context()), passwords.SetPasswordInput{
				UserID: p.ID, Password: password(t, harness.NewPassword), MustChange: ptr(true), ClearHistory: true,
			})
			must(t, err)
			p.Password = harness.NewPassword
			return logIn(t, w, p, "")
		}},
		{name: "an API key of his own", begin: func(_ *testing.T, w *harness.World, p *harness.Person) act {
			return func(ctx context.Context) error {
				_, err := w.Core.Keys.CreateAPIKey(asOwner(ctx), keys.CreateAPIKeyInput{
					Name: "script", Boundary: models.BoundarySelf, UserID: p.ID, Permissions: []string{},
				})
				return err
			}
		}},
	}
}

// mailings are messages that carry no ticket of their own, or are sent again.
func mailings() []asking {
	order := func(name string, in func(t *testing.T) passwords.SetPasswordInput) asking {
		return asking{name: name, ordered: true, follows: true, begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			in := in(t)
			in.UserID, in.Mail = p.ID, true
			return func(ctx context.Context) error {
				_, err := w.Core.Passwords.SetPassword(asOwner(ctx), in)
				return err
			}
		}}
	}
	again := func(name string, send func(t *testing.T, w *harness.World, p *harness.Person) string) asking {
		return asking{name: name, begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			message := refuse(t, w, p, send(t, w, p))
			return func(ctx context.Context) error {
				_, err := w.Core.Tickets.ResendMessage(asOwner(ctx), message)
				return err
			}
		}}
	}
	return []asking{
		order("a new password with a set link", func(t *testing.T) passwords.SetPasswordInput {
			return passwords.SetPasswordInput{Password: password(t, harness.NewPassword)}
		}),
		order("a generated password", func(*testing.T) passwords.SetPasswordInput { return passwords.SetPasswordInput{Generate: true} }),
		again("a failed link again", func(t *testing.T, w *harness.World, p *harness.Person) string {
			out, err := w.Core.Tickets.IssueTicket(asOwner(t.Context()), tickets.IssueTicketInput{
				UserID: p.ID, Purpose: models.PurposeReset, Medium: models.MediumLink, Form: models.ProofKey, Channel: models.ChannelEmail,
			})
			must(t, err)
			return out.Ticket.ID
		}),
		again("a failed password again", func(t *testing.T, w *harness.World, p *harness.Person) string {
			_, err := w.Core.Passwords.SetPassword(asOwner(t.Context()), passwords.SetPasswordInput{UserID: p.ID, Generate: true, Mail: true, Quiet: true})
			must(t, err)
			return ""
		}),
		{name: "a notice of the expiry", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			expiring(t, w, p, 2*day)
			return func(ctx context.Context) error { return w.Core.Passwords.NotifyExpiry(asOwner(ctx), p.ID) }
		}},
		{name: "a warning of the expiry", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			expiring(t, w, p, 2*day)
			must(t, w.Store.InTx(t.Context(), func(tx *store.Tx) error {
				read, err := tx.FindCredential(p.ID)
				if err != nil {
					return err
				}
				now := tx.Now.Add(-time.Second)
				_, err = tx.MoveWarning(read, &now)
				return err
			}))
			return func(ctx context.Context) error {
				_, err := w.Core.Passwords.WarnOfExpiry(ctx)
				return err
			}
		}},
	}
}

// shutAndTold is the notice of too many wrong tries.
func shutAndTold() asking {
	return asking{name: "wrong tries told", begin: func(_ *testing.T, w *harness.World, p *harness.Person) act {
		return func(ctx context.Context) error {
			row := models.Tries{Key: secret.Sum("told", p.ID).Bytes(), UserID: p.ID, Kind: models.TryPassword}
			err := w.Store.ChangeTries(ctx, row, func(t *models.Tries, now time.Time) bool {
				t.Wrong, t.LockedOutAt = 100, &now
				return true
			})
			if err == nil {
				_, err = w.Core.Logins.NotifyLockouts(ctx)
			}
			return err
		}
	}}
}
