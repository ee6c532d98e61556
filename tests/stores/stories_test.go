package stores_test

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// change is how a person of a story differs from others.
type change = func(*accounts.CreateUserInput)

// bcryptHash is one of "a", of cost 10.
const bcryptHash = "$2a$10$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui"

// stories are the use cases that write.
func stories() []story {
	all := slices.Concat(settingStories(), ticketStories(), verificationStories())
	all = append(all, updateStories()...)
	all = append(all, loginStories()...)
	all = append(all, factorStories()...)
	return append(all, sessionStories()...)
}

// furnish gives a person something to lose: a login and an open set link.
func furnish(t *testing.T, w *harness.World, p *harness.Person) *harness.Login {
	t.Helper()
	_, err := w.Core.Tickets.IssueTicket(asOwner(t.Context()), tickets.IssueTicketInput{
		UserID: p.ID, Purpose: models.PurposeSet, Medium: models.MediumReturned, Form: models.ProofKey,
	})
	must(t, err)
	return w.LogIn(p)
}

// set is a story of an administrator's order.
func set(name string, order func(t *testing.T, in *passwords.SetPasswordInput)) story {
	return story{name: name, begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
		furnish(t, w, p)
		in := passwords.SetPasswordInput{UserID: p.ID}
		order(t, &in)
		return func(ctx context.Context) error {
			_, err := w.Core.Passwords.SetPassword(asOwner(ctx), in)
			return err
		}
	}}
}

func settingStories() []story {
	return []story{
		set("set a chosen password", func(t *testing.T, in *passwords.SetPasswordInput) { in.Password = password(t, harness.NewPassword) }),
		set("set a chosen password, mail a set link", func(t *testing.T, in *passwords.SetPasswordInput) {
			in.Password, in.Mail = password(t, harness.NewPassword), true
		}),
		set("set a password, clear the history", func(t *testing.T, in *passwords.SetPasswordInput) {
			in.Password, in.ClearHistory = password(t, harness.NewPassword), true
		}),
		set("generate a password", func(_ *testing.T, in *passwords.SetPasswordInput) { in.Generate, in.Mail = true, true }),
		set("import a hash", func(_ *testing.T, in *passwords.SetPasswordInput) { in.Hash = secret.NewText(bcryptHash) }),
		{name: "change the own password", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			furnish(t, w, p)
			return func(ctx context.Context) error {
				_, err := w.Core.Passwords.ChangePassword(asUser(ctx, p), passwords.ChangePasswordInput{
					UserID: p.ID, Current: password(t, p.Password), New: password(t, harness.NewPassword),
				})
				return err
			}
		}},
		{name: "remove a password", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			furnish(t, w, p)
			return func(ctx context.Context) error {
				_, err := w.Core.Passwords.RemovePassword(asOwner(ctx), p.ID)
				return err
			}
		}},
		{name: "tell of the coming expiry", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			at := w.Clock.Now().Add(48 * time.Hour)
			_, err := w.Core.Passwords.SetPassword(asOwner(t.Context()), passwords.SetPasswordInput{
				UserID: p.ID, Password: password(t, harness.NewPassword), ExpiresAt: &at,
			})
			must(t, err)
			return func(ctx context.Context) error { return w.Core.Passwords.NotifyExpiry(asOwner(ctx), p.ID) }
		}},
		{name: "warn of the coming expiry", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			expiring(t, w, p, 2*day)
			w.Clock.Advance(day + spread)
			return func(ctx context.Context) error {
				_, err := w.Core.Passwords.WarnOfExpiry(ctx)
				return err
			}
		}},
		{name: "lock a user", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			furnish(t, w, p)
			return func(ctx context.Context) error {
				_, err := w.Core.Accounts.LockUser(asOwner(ctx), p.ID)
				return err
			}
		}},
		{name: "unlock a user", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			_, err := w.Core.Accounts.LockUser(asOwner(t.Context()), p.ID)
			must(t, err)
			return func(ctx context.Context) error {
				_, err := w.Core.Accounts.UnlockUser(asOwner(ctx), p.ID)
				return err
			}
		}},
	}
}

// issue is a story of a new ticket.
func issue(name string, in tickets.IssueTicketInput, who ...change) story {
	return story{name: name, who: who, begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
		ticketFor(t, w, p) // to be superseded
		in := in
		in.UserID = p.ID
		return func(ctx context.Context) error {
			_, err := w.Core.Tickets.IssueTicket(asOwner(ctx), in)
			return err
		}
	}}
}

// redeem is a story of a ticket of one form.
func redeem(name string, in tickets.IssueTicketInput, finish func(w *harness.World, ctx context.Context, p core.Proof) error, who ...change) story {
	return story{name: name, who: who, begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
		if len(who) == 0 {
			furnish(t, w, p)
		}
		in := in
		in.UserID = p.ID
		out, err := w.Core.Tickets.IssueTicket(asOwner(t.Context()), in)
		must(t, err)
		proof := core.Proof{Form: in.Form, Purpose: in.Purpose, Secret: out.Secret}
		if in.Form == models.ProofUserCode {
			proof.UserID = p.ID
		}
		if in.Medium == models.MediumOTP {
			proof.Code = secret.NewText(mailedCode(w, p))
		}
		return func(ctx context.Context) error { return finish(w, asOwner(ctx), proof) }
	}}
}

// reachedByPhone gives a person a phone of his own.
func reachedByPhone(in *accounts.CreateUserInput) {
	in.Email, in.Phone = "", "+49151000"+strings.TrimPrefix(in.Username, "ada")
}

var sixDigits = regexp.MustCompile(`\b\d{6}\b`)

func mailedCode(w *harness.World, p *harness.Person) string {
	return sixDigits.FindString(w.LastMail(p.Email).Text)
}

func setNew(w *harness.World, ctx context.Context, p core.Proof) error {
	pw, err := secret.NewPassword(harness.NewPassword)
	if err == nil {
		_, err = w.Core.Tickets.RedeemTicket(ctx, tickets.RedeemTicketInput{Proof: p, Password: pw})
	}
	return err
}

// refuse gives the message that carries a ticket up, as the worker does.
func refuse(t *testing.T, w *harness.World, p *harness.Person, ticketID string) string {
	t.Helper()
	rows, err := w.Store.Read(t.Context()).MessagesOf(p.ID, 1)
	must(t, err)
	must(t, w.Store.InTx(t.Context(), func(tx *store.Tx) error {
		claim, err := tx.ClaimMessage(&rows[0], time.Minute)
		if err != nil || claim == nil {
			return errors.Join(err, errors.New("not claimed"))
		}
		if _, err := tx.MarkMessageFailed(claim, "550 no"); err != nil {
			return err
		}
		_, err = tx.MarkUndelivered(ticketID)
		return err
	}))
	return rows[0].ID
}

func ticketStories() []story {
	reset := models.PurposeReset
	link := tickets.IssueTicketInput{Purpose: reset, Medium: models.MediumReturned, Form: models.ProofKey}
	otp := tickets.IssueTicketInput{Purpose: reset, Medium: models.MediumOTP, Form: models.ProofOTP, Channel: models.ChannelEmail}
	code := tickets.IssueTicketInput{Purpose: reset, Medium: models.MediumReturned, Form: models.ProofUserCode}
	invite := tickets.IssueTicketInput{Purpose: models.PurposeInvite, Medium: models.MediumReturned, Form: models.ProofUserCode}
	mailed := link
	mailed.Medium, mailed.Channel = models.MediumLink, models.ChannelEmail
	sms := mailed
	sms.Channel = models.ChannelSMS
	return []story{
		issue("issue a returned link", link), issue("mail a link", mailed), issue("mail a short code", otp),
		issue("send a link by SMS", sms, reachedByPhone), issue("issue an invitation", invite, harness.NoPassword),
		redeem("redeem a link", link, setNew), redeem("redeem a short code", otp, setNew), redeem("redeem a user code", code, setNew),
		redeem("look at a link for the first time", link, func(w *harness.World, ctx context.Context, p core.Proof) error {
			_, err := w.Core.Tickets.InspectTicket(ctx, p)
			return err
		}),
		redeem("verify a short code", otp, func(w *harness.World, ctx context.Context, p core.Proof) error {
			_, err := w.Core.Tickets.VerifyTicket(ctx, p)
			return err
		}),
		redeem("accept an invitation", invite, func(w *harness.World, ctx context.Context, p core.Proof) error {
			_, err := w.Core.Tickets.AcceptInvite(ctx, p)
			return err
		}, harness.NoPassword),
		{name: "cancel a ticket", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			in := mailed
			in.UserID = p.ID
			out, err := w.Core.Tickets.IssueTicket(asOwner(t.Context()), in)
			must(t, err)
			return func(ctx context.Context) error { return w.Core.Tickets.CancelTicket(asOwner(ctx), out.Ticket.ID) }
		}},
		{name: "send a failed message again", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			in := mailed
			in.UserID = p.ID
			out, err := w.Core.Tickets.IssueTicket(asOwner(t.Context()), in)
			must(t, err)
			message := refuse(t, w, p, out.Ticket.ID)
			return func(ctx context.Context) error {
				_, err := w.Core.Tickets.ResendMessage(asOwner(ctx), message)
				return err
			}
		}},
		{name: "ask for help", begin: func(_ *testing.T, w *harness.World, p *harness.Person) act {
			return func(ctx context.Context) error {
				_, err := w.Core.Tickets.RequestReset(ctx, tickets.RequestResetInput{Email: p.Email, LinkForm: models.ProofKey})
				return err
			}
		}},
		{name: "work off a request for help", pause: time.Minute, begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			_, err := w.Core.Tickets.RequestReset(t.Context(), tickets.RequestResetInput{Email: p.Email, LinkForm: models.ProofKey})
			must(t, err)
			return func(ctx context.Context) error {
				_, err := w.Core.Tickets.ProcessResetRequests(ctx)
				return err
			}
		}},
	}
}
