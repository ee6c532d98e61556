package contract_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// wbOperator acts on the operator's own authority.
func wbOperator() context.Context {
	return caller.Into(context.Background(), caller.Caller{Kind: caller.System, Boundary: models.BoundaryPlatform})
}

func TestWristbandEachKindOfProofResetsThePassword(t *testing.T) {
	t.Parallel()
	for name, prove := range seed.InOrder(wbWays()) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				c, p, other := wristband(w), w.Person("ada"), w.Person("bob")
				var mine, theirs []*harness.Login
				for range 3 {
					mine, theirs = append(mine, w.LogIn(p)), append(theirs, w.LogIn(other))
				}
				proof := prove(c, p)
				body := proof.with(harness.NewPassword)
				for _, field := range []string{"emailAuthCode", "passwordResetCode", "requestCode", "verificationCode"} {
					if body[field] == nil {
						body[field] = nil // null is as good as absent
					}
				}
				a := must(w, c.reset("reset-password", body), http.StatusOK)
				if want := `{"authSessionCode":null,"redirectUrl":null,"result":"PASSWORD_RESET_SUCCESSFUL"}`; strings.TrimSpace(a.Body) != want || a.Header.Get("Set-Cookie") != "" {
					t.Errorf("answer %s, want %s", a.Body, want)
				}
				if w.CanLogIn(p, harness.Password) || !w.CanLogIn(p, harness.NewPassword) || !w.CanLogIn(other, harness.Password) {
					t.Error("the password was not replaced, or somebody else's was")
				}
				for i := range mine {
					if c.admits(mine[i].AccessToken) || !c.admits(theirs[i].AccessToken) {
						t.Error("a session outlived the reset, or somebody else's ended")
					}
					if c.refresh(mine[i].RefreshToken).Status != http.StatusBadRequest || c.refresh(theirs[i].RefreshToken).Status != http.StatusOK {
						t.Error("a refresh token outlived the reset, or somebody else's ended")
					}
				}
				if n := c.toldOfChange(p); n != 1 {
					t.Errorf("%d mails tell of the change", n)
				}
				c.refusal("second use", w.Do(c.reset("reset-password", proof.with("another long passphrase"))), proof)
			})
		})
	}
}

func TestWristbandTheMailCanBeSuppressedAndThatIsAudited(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p := wristband(w), w.Person("ada")
		body := c.linkCode(p).with(harness.NewPassword)
		body["suppressPasswordUpdatedEmail"] = true
		must(w, c.reset("reset-password", body), http.StatusOK)
		if n := len(w.Mails()); n != 0 {
			t.Errorf("%d mails", n)
		}
		events, err := w.Store.Read(t.Context()).EventsOf(p.ID, 10)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range events {
			if e.Action == "password.reset" && e.Detail == "link_code, user not told" && e.ActorID == c.key.ID {
				return
			}
		}
		t.Errorf("no event tells of the suppression: %+v", events)
	})
}

// Every combination of the four fields that is not exactly one way is refused, names
// what is wrong, consumes nothing and counts as no try.
func TestWristbandMixedHalfAndMissingWaysAreRefused(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c := wristband(w)
		mail, link := c.mailCode(w.Person("ada")), c.linkCode(w.Person("bob"))
		w.Settings(wbMailOTPs)
		cy := w.Person("cy")
		otp := c.otp(cy)
		want := map[string]string{
			"":     `"emailAuthCode":[{"code":"one_required"}],"passwordResetCode":[{"code":"one_required"}],"requestCode":[{"code":"one_required"}]`,
			"r":    `"verificationCode":[{"code":"not_blank"}]`,
			"v":    `"requestCode":[{"code":"not_blank"}]`,
			"mp":   `"passwordResetCode":[{"code":"must_be_null"}]`,
			"mr":   `"requestCode":[{"code":"must_be_null"}]`,
			"mv":   `"verificationCode":[{"code":"must_be_null"}]`,
			"pr":   `"requestCode":[{"code":"must_be_null"}]`,
			"pv":   `"verificationCode":[{"code":"must_be_null"}]`,
			"mpr":  `"passwordResetCode":[{"code":"must_be_null"}],"requestCode":[{"code":"must_be_null"}]`,
			"mpv":  `"passwordResetCode":[{"code":"must_be_null"}],"verificationCode":[{"code":"must_be_null"}]`,
			"mrv":  `"requestCode":[{"code":"must_be_null"}],"verificationCode":[{"code":"must_be_null"}]`,
			"prv":  `"requestCode":[{"code":"must_be_null"}],"verificationCode":[{"code":"must_be_null"}]`,
			"mprv": `"passwordResetCode":[{"code":"must_be_null"}],"requestCode":[{"code":"must_be_null"}],"verificationCode":[{"code":"must_be_null"}]`,
		}
		for combination, violations := range seed.InOrder(want) {
			body := j{"newPassword": harness.NewPassword}
			for _, letter := range combination {
				switch letter {
				case 'm':
					body["emailAuthCode"] = mail["emailAuthCode"]
				case 'p':
					body["passwordResetCode"] = link["passwordResetCode"]
				case 'r':
					body["requestCode"] = otp["requestCode"]
				case 'v':
					body["verificationCode"] = otp.wrong()["verificationCode"]
				}
			}
			a := w.Do(c.reset("reset-password", body))
			if a.Status != http.StatusBadRequest || !strings.Contains(a.Body, `"violations":{`+violations+`}`) {
				t.Errorf("%q: %d %s\nwant %s", combination, a.Status, a.Body, violations)
			}
		}
		row, err := w.Store.Read(t.Context()).NewestTicket(cy.ID, models.ProofOTP, models.PurposeReset)
		if err != nil || row.FailedTries != 0 {
			t.Errorf("%v, %d tries counted", err, row.FailedTries)
		}
		for _, proof := range []wbProof{mail, link, otp} {
			must(w, c.reset("reset-password", proof.with(harness.NewPassword)), http.StatusOK)
		}
	})
}

// A secret of one form is unknown in every field that is not its own, and works in
// its own afterwards.
func TestWristbandSecretsWorkOnlyInTheirOwnField(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c := wristband(w)
		mail, link := c.mailCode(w.Person("ada")), c.linkCode(w.Person("bob"))
		w.Settings(wbMailOTPs)
		otp := c.otp(w.Person("cy"))
		foreign := map[string]string{}
		for i, form := range []models.Proof{models.ProofKey, models.ProofUserCode, models.ProofUserCode, models.ProofKey} {
			purpose := []models.Purpose{models.PurposeReset, models.PurposeReset, models.PurposeInvite, models.PurposeSet}[i]
			out, err := w.Core.Tickets.IssueTicket(wbOperator(), tickets.IssueTicketInput{
				UserID: w.Person(fmt.Sprintf("foreign%d", i), harness.NoPassword).ID, Purpose: purpose, Medium: models.MediumReturned, Form: form,
			})
			if err != nil {
				t.Fatal(err)
			}
			foreign[string(purpose)+" "+string(form)] = out.Secret.Reveal()
		}
		secrets := map[string]any{
			"emailAuthCode": mail["emailAuthCode"], "passwordResetCode": link["passwordResetCode"],
			"requestCode": otp["requestCode"], "verificationCode": otp["verificationCode"],
		}
		for name, s := range seed.InOrder(foreign) {
			secrets[name] = s
		}
		for own, s := range seed.InOrder(secrets) {
			for _, field := range []string{"emailAuthCode", "passwordResetCode", "requestCode"} {
				if field == own {
					continue
				}
				proof := wbProof{field: s}
				if field == "requestCode" {
					proof["verificationCode"] = otp["verificationCode"]
				}
				c.refusal(own+" as "+field, w.Do(c.reset("reset-password", proof.with(harness.NewPassword))), proof)
				if field == "emailAuthCode" {
					c.refusal(own+" introspected", w.Do(c.reset("introspect-email-auth-code", proof)), proof)
				}
				if field == "requestCode" {
					c.refusal(own+" verified", w.Do(c.reset("verify-code", proof)), proof)
				}
			}
		}
		for _, proof := range []wbProof{mail, link, otp} {
			must(w, c.reset("reset-password", proof.with(harness.NewPassword)), http.StatusOK)
		}
	})
}

// Whatever is the matter with a code, the answer is one and the same.
func TestWristbandEveryDeadCodeIsAnsweredAlike(t *testing.T) {
	t.Parallel()
	for name, prove := range seed.InOrder(wbWays()) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				c, foreign := wristband(w), wbForeign(w)
				try := func(by wbCaller, proof wbProof) harness.Answer {
					return w.Do(by.reset("reset-password", proof.with(harness.NewPassword)))
				}
				live := prove(c, w.Person("ada"))
				unknown := wbProof{}
				for field := range seed.InOrder(live) {
					unknown[field] = "unknown"
				}
				first := try(c, unknown)
				c.refusal("unknown", first, live)
				same(t, "of another application", first, try(foreign, live))
				if a := try(c, live); a.Status != http.StatusOK {
					t.Errorf("the foreign try killed the code: %s", a.Body)
				}
				same(t, "used", first, try(c, live))

				bob := w.Person("bob")
				older := []wbProof{prove(c, bob), prove(c, bob)}
				newest := prove(c, bob)
				for _, o := range older {
					same(t, "superseded", first, try(c, o))
				}
				now := w.Clock.Now()
				if _, err := w.Store.Write(t.Context()).SetDisabled(bob.ID, &now); err != nil {
					t.Fatal(err)
				}
				same(t, "of a disabled user", first, try(c, newest))
				if _, err := w.Store.Write(t.Context()).SetDisabled(bob.ID, nil); err != nil {
					t.Fatal(err)
				}
				must(w, c.reset("reset-password", newest.with(harness.NewPassword)), http.StatusOK)

				cy := w.Person("cy")
				changed := prove(c, cy)
				must(w, harness.Call{Method: http.MethodPost, Path: wbChange, Token: w.LogIn(cy).AccessToken, Body: j{
					"userId": cy.ID, "currentPassword": cy.Password, "newPassword": harness.NewPassword,
				}}, http.StatusOK)
				same(t, "from before a change of the password", first, try(c, changed))

				life := time.Hour
				if live["requestCode"] != nil {
					life = 10 * time.Minute
				}
				early, late := prove(c, w.Person("dan")), prove(c, w.Person("eve"))
				w.Clock.Advance(wbSoon(life))
				must(w, c.reset("reset-password", early.with(harness.NewPassword)), http.StatusOK)
				w.Clock.Advance(time.Microsecond)
				same(t, "expired", first, try(c, late))
			})
		})
	}
}

func TestWristbandARefusedPasswordConsumesNothing(t *testing.T) {
	t.Parallel()
	broken := map[string]struct{ password, want string }{
		"too short":        {"short one", `"newPassword":[{"code":"too_short","constraintAttributes":{"minLength":"15"}}]`},
		"common":           {"passwordpassword", `"newPassword":[{"code":"password_breached"}]`},
		"short and common": {"password", `"newPassword":[{"code":"too_short","constraintAttributes":{"minLength":"15"}},{"code":"password_breached"}]`},
		"a name":           {"ada@example.test", `{"code":"password_policy_violation","constraintAttributes":{"rule":"context_word"}}`},
		"no digit":         {harness.NewPassword, `{"code":"password_policy_violation","constraintAttributes":{"min":"1","rule":"needs_digit"}}`},
		"used before":      {harness.Password + " 1", `{"code":"password_policy_violation","constraintAttributes":{"history":"3","rule":"history"}}`},
		"not text":         {"a long password\x00 with a hole", `"newPassword":[{"code":"invalid_format"}]`},
		"grown by NFC":     {strings.Repeat("\u0958", 600), `"newPassword":[{"code":"too_long","constraintAttributes":{"maxLength":"1024"}}]`},
		"empty":            {"", `"newPassword":[{"code":"not_blank"}]`},
		"far too long":     {strings.Repeat("x", 1025), `"newPassword":[{"code":"too_long","constraintAttributes":{"maxLength":"1024"}}]`},
	}
	for name, prove := range seed.InOrder(wbWays()) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				c, p := wristband(w), w.Person("ada")
				w.Settings(func(s *models.Settings) { s.Password.History, s.Password.MinDigit = 3, 0 })
				must(w, c.reset("reset-password", c.linkCode(p).with(harness.Password+" 1")), http.StatusOK)
				login := w.LogIn(&harness.Person{User: p.User, Password: harness.Password + " 1"})
				proof := prove(c, p)
				for what, b := range seed.InOrder(broken) {
					w.Settings(func(s *models.Settings) {
						if s.Password.MinDigit = 0; what == "no digit" {
							s.Password.MinDigit = 1
						}
					})
					a := w.Do(c.reset("reset-password", proof.with(b.password)))
					if a.Status != http.StatusBadRequest || !strings.Contains(a.Body, b.want) {
						t.Errorf("%s: %d %s\nwant %s", what, a.Status, a.Body, b.want)
					}
				}
				w.Settings(func(s *models.Settings) { s.Password.MinDigit = 0 })
				if !c.admits(login.AccessToken) || !w.CanLogIn(p, harness.Password+" 1") {
					t.Error("a refused password changed something")
				}
				must(w, c.reset("reset-password", proof.with(harness.NewPassword)), http.StatusOK)
			})
		})
	}
}

// Objects and lists where a code belongs are no codes.
func TestWristbandCodesAreText(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c := wristband(w)
		for _, field := range []string{"emailAuthCode", "passwordResetCode", "requestCode", "verificationCode", "newPassword"} {
			for _, value := range []any{j{"$gt": 0}, j{"gt": ""}, []string{"x"}, 1, true} {
				a := w.Do(c.reset("reset-password", j{"newPassword": harness.NewPassword, field: value}))
				if a.Status != http.StatusBadRequest || !strings.Contains(a.Body, `"`+field+`":[{"code":"invalid_type"}]`) {
					t.Errorf("%s: %d %s", field, a.Status, a.Body)
				}
			}
		}
	})
}

func TestWristbandOneOfTwentyRedeemersWins(t *testing.T) {
	t.Parallel()
	for name, prove := range seed.InOrder(wbWays()) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				c, p := wristband(w), w.Person("ada")
				proof := prove(c, p)
				answers := make([]harness.Answer, 20)
				var group sync.WaitGroup
				for i := range answers {
					group.Go(func() {
						answers[i] = w.Do(c.reset("reset-password", proof.with(fmt.Sprintf("%s %d", harness.NewPassword, i))))
					})
				}
				group.Wait()
				winners := 0
				for i, a := range answers {
					if a.Status == http.StatusOK {
						winners++
						if !w.CanLogIn(p, fmt.Sprintf("%s %d", harness.NewPassword, i)) {
							t.Error("the winner's password is not the one that counts")
						}
						continue
					}
					c.refusal("loser", a, proof)
				}
				if told := c.toldOfChange(p); winners != 1 || told != 1 {
					t.Errorf("%d winners, %d mails; want one each", winners, told)
				}
			})
		})
	}
}

// A foreign try is written down with both applications.
func TestWristbandAForeignTryIsAudited(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, foreign, p := wristband(w), wbForeign(w), w.Person("ada")
		proof := c.linkCode(p)
		c.refusal("foreign", w.Do(foreign.reset("reset-password", proof.with(harness.NewPassword))), proof)
		events, err := w.Store.Read(t.Context()).EventsOf(p.ID, 1)
		if err != nil || len(events) != 1 {
			t.Fatal(err, events)
		}
		e := events[0]
		if e.Action != "ticket.foreign" || e.ApplicationID != w.Tenant.ApplicationID || e.ActorID != foreign.key.ID ||
			!strings.HasPrefix(e.Detail, "shown by a caller of application ") || strings.Contains(e.Detail, e.ApplicationID) {
			t.Errorf("%+v", e)
		}
	})
}
