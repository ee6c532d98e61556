package contract_test

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/factors"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/totp"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// app is a person's authenticator app, with the recovery codes beside it.
type app struct {
	w      *harness.World
	key    secret.Text
	codes  []secret.Text
	person *harness.Person
}

func system() context.Context {
	return caller.Into(context.Background(), caller.Caller{Kind: caller.System, Boundary: models.BoundaryPlatform})
}

// withApp gives a person an authenticator app.
func withApp(w *harness.World, p *harness.Person) *app {
	w.T.Helper()
	in, err := w.Core.Factors.EnrollTOTP(system(), factors.EnrollTOTPInput{UserID: p.ID})
	if err != nil {
		w.T.Fatal(err)
	}
	a := &app{w: w, key: in.Secret, person: p}
	if a.codes, err = w.Core.Factors.ConfirmTOTP(system(), p.ID, secret.NewText(a.code())); err != nil {
		w.T.Fatal(err)
	}
	w.Clock.Advance(totp.Period)
	return a
}

// code is what the app shows now.
func (a *app) code() string { return a.codeOf(0) }

func (a *app) codeOf(steps int64) string {
	a.w.T.Helper()
	code, err := totp.Code(a.key, totp.Step(a.w.Clock.Now())+steps)
	if err != nil {
		a.w.T.Fatal(err)
	}
	return code
}

// wrong is no code of the steps around now.
func (a *app) wrong() string {
	code := "000000"
	for slices.Contains([]string{a.codeOf(-1), a.codeOf(0), a.codeOf(1)}, code) {
		code = otherCode(code)
	}
	return code
}

func TestAnAppIsDemandedAtLogin(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		before := w.LogIn(p)
		a := withApp(w, p)
		w.Check("adding it ends other logins, and tells the user", func(t *testing.T) {
			must(w, refresh(before.RefreshToken), http.StatusUnauthorized)
			told := w.LastMail(p.Email)
			if !strings.Contains(told.Subject, "second factor") || !strings.Contains(told.Text, "was added") {
				t.Errorf("the notice is %q: %s", told.Subject, told.Text)
			}
		})
		sent := len(w.Mails())
		w.Check("the password alone is answered by a challenge, and nothing is mailed again", func(t *testing.T) {
			first := must(w, login("ada", p.Password), http.StatusConflict)
			if first.Field(t, "sid") == "" || !strings.Contains(first.Body, "authenticator app") {
				t.Errorf("the challenge: %s", first.Body)
			}
			must(w, post(resendPath, j{"sid": first.Field(t, "sid")}), http.StatusOK)
		})
		var refused harness.Answer
		w.Step("a wrong code is refused", func(t *testing.T) {
			refused = must(w, withCode("ada", p.Password, a.wrong()), http.StatusUnauthorized)
		})
		for name, try := range seed.InOrder(map[string]harness.Call{
			"an old code": withCode("ada", p.Password, a.codeOf(-2)), "the code that confirmed the app": withCode("ada", p.Password, a.codeOf(-1)),
			"a wrong password": withCode("ada", harness.NewPassword, a.code()),
		}) {
			w.Check(name+" is refused alike", func(t *testing.T) { same(t, name, refused, w.Do(try)) })
		}
		code := a.code()
		w.Step("the code logs in once, also with a blank in it", func(t *testing.T) {
			in := must(w, withCode("ada", p.Password, code[:3]+" "+code[3:]), http.StatusOK)
			same(t, "the same code again", refused, w.Do(withCode("ada", p.Password, code)))
			must(w, refresh(in.Field(t, "refreshToken")), http.StatusOK)
		})
		w.Check("so does that of a clock that is fast", func(t *testing.T) {
			must(w, withCode("ada", p.Password, a.codeOf(1)), http.StatusOK)
		})
		w.Check("none of it is mailed", func(t *testing.T) {
			if n := len(w.Mails()); n != sent {
				t.Errorf("%d mails for logins by app", n-sent)
			}
		})
		recoversOnce(w, a, refused)
		w.Check("neither a code nor the secret is in the log", func(t *testing.T) {
			if log := w.Log.String(); strings.Contains(log, code) || strings.Contains(log, a.codes[3].Reveal()) || strings.Contains(log, a.key.Reveal()) {
				t.Error("a code or the secret is in the log")
			}
		})
	})
}

// recoversOnce by a recovery code, which the user is told of.
func recoversOnce(w *harness.World, a *app, refused harness.Answer) {
	w.T.Helper()
	p, recovery := a.person, strings.ToUpper(a.codes[3].Reveal())
	w.Step("a recovery code logs in, in other letters, and the user is told", func(t *testing.T) {
		must(w, withCode("ada", p.Password, recovery), http.StatusOK)
		if m := w.LastMail(p.Email); !strings.Contains(m.Text, "recovery code") {
			t.Errorf("not told of the recovery code: %s", m.Text)
		}
	})
	w.Check("it does so once", func(t *testing.T) {
		same(t, "a used recovery code", refused, w.Do(withCode("ada", p.Password, recovery)))
	})
	w.Check("nine of them are left", func(t *testing.T) {
		d, err := w.Core.Factors.DescribeSecondFactor(system(), p.ID)
		if err != nil || d.Method != core.FactorTOTP || d.CodesLeft != 9 || d.PendingUntil != nil {
			t.Errorf("described as %+v, %v", d, err)
		}
	})
}

// A-037, S35: five wrong codes in a row are all that is compared, also at once.
func TestCodesOfAnAppCannotBeGuessed(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		a := withApp(w, p)
		var refused harness.Answer
		w.Step("after many wrong ones at once the right one comes too late", func(t *testing.T) {
			refused = must(w, withCode("ada", p.Password, a.wrong()), http.StatusUnauthorized)
			var all sync.WaitGroup
			for range 12 {
				all.Add(1)
				go func() {
					defer all.Done()
					w.Do(withCode("ada", p.Password, a.wrong()))
				}()
			}
			all.Wait()
			same(t, "the right code, too late", refused, w.Do(withCode("ada", p.Password, a.code())))
		})
		w.Step("five minutes later it logs in", func(t *testing.T) {
			w.Clock.Advance(5*time.Minute + time.Second)
			must(w, withCode("ada", p.Password, a.code()), http.StatusOK)
		})
		w.Step("over time the account's total ends it", func(t *testing.T) {
			w.Settings(func(s *models.Settings) { s.Tickets.AccountTries = 7 })
			for range 7 {
				w.Clock.Advance(5*time.Minute + time.Second)
				same(t, "wrong", refused, w.Do(withCode("ada", p.Password, a.wrong())))
			}
			if m := w.LastMail(p.Email); !strings.Contains(m.Text, "The codes of the authenticator app") {
				t.Errorf("its owner is not told: %s", m.Text)
			}
		})
		w.Step("a reset does not begin a new total", func(t *testing.T) {
			must(w, redeem(resetPath, resetKey(w, p), harness.NewPassword), http.StatusOK)
			w.Clock.Advance(5*time.Minute + time.Second)
			same(t, "right, beyond the total", refused, w.Do(withCode("ada", harness.NewPassword, a.code())))
		})
		w.Check("a recovery code still logs in", func(t *testing.T) {
			must(w, withCode("ada", harness.NewPassword, a.codes[0].Reveal()), http.StatusOK)
		})
	})
}

// RFC 6238 5.2, 63B 4.2.1.1: of many who show the same code at once, one gets in.
func TestACodeOfAnAppWorksOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		a := withApp(w, p)
		for _, code := range []string{a.code(), a.codes[0].Reveal()} {
			statuses := make(chan int, 4)
			for range cap(statuses) {
				go func() { statuses <- w.Do(withCode("ada", p.Password, code)).Status }()
			}
			in := 0
			for range cap(statuses) {
				if <-statuses == http.StatusOK {
					in++
				}
			}
			if in != 1 {
				t.Errorf("%d got in by one code", in)
			}
		}
	})
}

// S13: no reset removes a factor or goes around it.
func TestAResetKeepsTheApp(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		a := withApp(w, p)
		w.Step("after a reset the app is asked for, whatever the request says of it", func(t *testing.T) {
			must(w, post(resetPath, j{
				"key": resetKey(w, p), "password": harness.NewPassword, "confirmPassword": harness.NewPassword, "mfaEnabled": false,
			}), http.StatusOK)
			must(w, login("ada", harness.NewPassword), http.StatusConflict)
			must(w, withCode("ada", harness.NewPassword, a.code()), http.StatusOK)
		})
		w.Settings(func(s *models.Settings) { s.ResetNeedsFactor = true })
		w.Clock.Advance(totp.Period)
		key := resetKey(w, p)
		third := "a third sentence that nobody knows"
		w.Check("where the tenant wants it, a reset needs the code, and costs nothing without", func(t *testing.T) {
			for range 2 {
				refused := must(w, redeem(resetPath, key, third), http.StatusBadRequest)
				if !strings.Contains(refused.Body, "urn:rekey:fault:factor_code_required") {
					t.Errorf("refused by %s", refused.Body)
				}
			}
		})
		pageAsksForTheApp(w, a, key, third)
		w.Check("the code was spent by the reset", func(t *testing.T) {
			must(w, withCode("ada", third, a.code()), http.StatusUnauthorized)
			must(w, withCode("ada", third, a.codeOf(1)), http.StatusOK)
		})
		w.Check("whose factor is the mailbox that got the link is asked for no code", func(t *testing.T) {
			mailed := w.Person("bob", harness.WithMFA)
			must(w, redeem(resetPath, resetKey(w, mailed), harness.NewPassword), http.StatusOK)
		})
	})
}

// pageAsksForTheApp until it gets its code.
func pageAsksForTheApp(w *harness.World, a *app, key, password string) {
	w.T.Helper()
	b := newBrowser(w)
	form := url.Values{}
	w.Step("the page asks for the code", func(t *testing.T) {
		page := b.open(harness.PublicURL+"/reset?key="+key, http.StatusOK)
		if !strings.Contains(page.Body, `name="code"`) {
			t.Errorf("the page asks for no code: %s", page.Body)
		}
		form = submission(page, password, password)
	})
	w.Check("without a code the page says that it is missing", func(t *testing.T) {
		if again := b.refused("/reset", form); !strings.Contains(again.Body, "authenticator app is missing") {
			t.Errorf("without a code: %d %s", again.Status, again.Body)
		}
	})
	w.Check("with a wrong code the page says that it is wrong", func(t *testing.T) {
		form.Set("code", a.wrong())
		if again := b.refused("/reset", form); !strings.Contains(again.Body, "is wrong") {
			t.Errorf("with a wrong code: %d %s", again.Status, again.Body)
		}
	})
	w.Step("with the code the page sets the password", func(t *testing.T) {
		form.Set("code", a.code())
		if done := b.do(sent("/reset", form)); done.Status != http.StatusSeeOther {
			t.Errorf("with the code: %d %s", done.Status, done.Body)
		}
	})
}

// S09, S11: with an app the generated password goes no further than the change either.
func TestATemporaryPasswordWithAnApp(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		a := withApp(w, p)
		out, err := w.Core.Passwords.SetPassword(system(), passwords.SetPasswordInput{UserID: p.ID, Generate: true, Return: true})
		if err != nil {
			t.Fatal(err)
		}
		generated := out.Generated.Reveal()
		w.Check("the app is asked for", func(t *testing.T) {
			must(w, login("ada", generated), http.StatusConflict)
			must(w, withCode("ada", generated, a.wrong()), http.StatusUnauthorized)
		})
		var key string
		w.Step("with its code the password has to be changed", func(t *testing.T) {
			change := must(w, withCode("ada", generated, a.code()), http.StatusUnauthorized)
			key = change.Field(t, "key")
			if !strings.Contains(change.Body, "password_change_required") || key == "" {
				t.Fatalf("the change step: %s", change.Body)
			}
		})
		w.Clock.Advance(totp.Period)
		w.Check("the generated one works once", func(t *testing.T) {
			must(w, login("ada", generated), http.StatusUnauthorized)
		})
		w.Check("it is not its own successor", func(t *testing.T) {
			must(w, redeem(resetPath, key, generated), http.StatusBadRequest)
		})
		w.Check("a new one is set, and logs in with the app", func(t *testing.T) {
			must(w, redeem(resetPath, key, harness.NewPassword), http.StatusOK)
			must(w, withCode("ada", harness.NewPassword, a.code()), http.StatusOK)
		})
	})
}

func TestZitadelASessionChecksTheApp(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p, other := zitadel(w), w.Person("minnie"), w.Person("donald")
		a := withApp(w, p)
		s := z.logIn(p)
		w.Check("without the second factor a session does not admit its user", func(t *testing.T) {
			if z.admits(s.token) {
				t.Error("a session without the second factor admits its user")
			}
		})
		check := func(code string) harness.Call {
			return z.patch(s.path(), j{"checks": j{"totp": j{"code": code}}})
		}
		w.Check("a wrong code is refused", func(t *testing.T) { z.expect(check(a.wrong()), 400, zitFault(3, "EVENT-8isk2")...) })
		w.Step("with the code it admits him, and says when it was checked", func(t *testing.T) {
			token := z.expect(check(a.code()), 200).Field(t, "sessionToken")
			if !z.admits(token) {
				t.Error("the whole session does not admit its user")
			}
			z.expect(z.get(s.path()), 200, `"totp":{"verifiedAt":"`)
		})
		w.Check("the same code is refused the second time", func(t *testing.T) { z.expect(check(a.code()), 400, zitFault(3, "EVENT-8isk2")...) })
		w.Clock.Advance(totp.Period)
		w.Check("all checks at once admit him", func(t *testing.T) {
			body := zitLogin("minnie", p.Password)
			body["checks"].(j)["totp"] = j{"code": a.code()}
			if !z.admits(z.expect(z.post("/v2/sessions", body), 201).Field(t, "sessionToken")) {
				t.Error("all checks at once do not admit")
			}
		})
		w.Check("a user without an app has none to check", func(t *testing.T) {
			body := zitLogin("donald", other.Password)
			body["checks"].(j)["totp"] = j{"code": a.code()}
			z.expect(z.post("/v2/sessions", body), 404, zitFault(5, "REKEY-NoSecondFactor")...)
		})
		w.Check("a code of five digits is none", func(t *testing.T) { z.expect(check("12345"), 400) })
	})
}
