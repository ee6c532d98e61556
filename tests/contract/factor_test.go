package contract_test

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/lifecycle"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/totp"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
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
	in, err := w.Core.EnrollTOTP(system(), lifecycle.EnrollTOTP{UserID: p.ID})
	if err != nil {
		w.T.Fatal(err)
	}
	a := &app{w: w, key: in.Secret, person: p}
	if a.codes, err = w.Core.ConfirmTOTP(system(), p.ID, secret.NewText(a.code())); err != nil {
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
		must(w, refresh(before.RefreshToken), http.StatusUnauthorized)
		told := w.LastMail(p.Email)
		if !strings.Contains(told.Subject, "second factor") || !strings.Contains(told.Text, "was added") {
			t.Errorf("the notice is %q: %s", told.Subject, told.Text)
		}
		sent := len(w.Mails())

		first := must(w, login("ada", p.Password), http.StatusConflict)
		if first.Field(t, "sid") == "" || !strings.Contains(first.Body, "authenticator app") {
			t.Errorf("the challenge: %s", first.Body)
		}
		must(w, post(resendPath, j{"sid": first.Field(t, "sid")}), http.StatusOK)
		refused := must(w, withCode("ada", p.Password, a.wrong()), http.StatusUnauthorized)
		same(t, "an old code", refused, w.Do(withCode("ada", p.Password, a.codeOf(-2))))
		same(t, "the code that confirmed the app", refused, w.Do(withCode("ada", p.Password, a.codeOf(-1))))
		same(t, "a wrong password", refused, w.Do(withCode("ada", harness.NewPassword, a.code())))
		code := a.code()
		in := must(w, withCode("ada", p.Password, code[:3]+" "+code[3:]), http.StatusOK)
		same(t, "the same code again", refused, w.Do(withCode("ada", p.Password, code)))
		must(w, refresh(in.Field(t, "refreshToken")), http.StatusOK)
		must(w, withCode("ada", p.Password, a.codeOf(1)), http.StatusOK) // a clock that is fast
		if n := len(w.Mails()); n != sent {
			t.Errorf("%d mails for logins by app", n-sent)
		}

		recovery := strings.ToUpper(a.codes[3].Reveal())
		must(w, withCode("ada", p.Password, recovery), http.StatusOK)
		if m := w.LastMail(p.Email); !strings.Contains(m.Text, "recovery code") {
			t.Errorf("not told of the recovery code: %s", m.Text)
		}
		same(t, "a used recovery code", refused, w.Do(withCode("ada", p.Password, recovery)))
		if log := w.Log.String(); strings.Contains(log, code) || strings.Contains(log, a.codes[3].Reveal()) || strings.Contains(log, a.key.Reveal()) {
			t.Error("a code or the secret is in the log")
		}
		d, err := w.Core.DescribeSecondFactor(system(), p.ID)
		if err != nil || d.Method != lifecycle.FactorTOTP || d.CodesLeft != 9 || d.PendingUntil != nil {
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
		refused := must(w, withCode("ada", p.Password, a.wrong()), http.StatusUnauthorized)
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
		w.Clock.Advance(5*time.Minute + time.Second)
		must(w, withCode("ada", p.Password, a.code()), http.StatusOK)

		// Over time the account's total ends it, and a reset does not begin a new one.
		w.Settings(func(s *models.Settings) { s.Tickets.AccountTries = 7 })
		for range 2 {
			w.Clock.Advance(5*time.Minute + time.Second)
			for range 4 {
				same(t, "wrong", refused, w.Do(withCode("ada", p.Password, a.wrong())))
			}
		}
		must(w, redeem(resetPath, resetKey(w, p), harness.NewPassword), http.StatusOK)
		w.Clock.Advance(5*time.Minute + time.Second)
		same(t, "right, beyond the total", refused, w.Do(withCode("ada", harness.NewPassword, a.code())))
		must(w, withCode("ada", harness.NewPassword, a.codes[0].Reveal()), http.StatusOK)
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
		must(w, post(resetPath, j{
			"key": resetKey(w, p), "password": harness.NewPassword, "confirmPassword": harness.NewPassword, "mfaEnabled": false,
		}), http.StatusOK)
		must(w, login("ada", harness.NewPassword), http.StatusConflict)
		must(w, withCode("ada", harness.NewPassword, a.code()), http.StatusOK)

		// Where the tenant wants it, the reset itself needs the code, and costs nothing without.
		w.Settings(func(s *models.Settings) { s.ResetNeedsFactor = true })
		w.Clock.Advance(totp.Period)
		key := resetKey(w, p)
		third := "a third sentence that nobody knows"
		for range 2 {
			refused := must(w, redeem(resetPath, key, third), http.StatusBadRequest)
			if !strings.Contains(refused.Body, "urn:rekey:fault:factor_code_required") {
				t.Errorf("refused by %s", refused.Body)
			}
		}
		b := newBrowser(w)
		page := b.open(harness.PublicURL+"/reset?key="+key, http.StatusOK)
		if !strings.Contains(page.Body, `name="code"`) {
			t.Errorf("the page asks for no code: %s", page.Body)
		}
		form := submission(page, third, third)
		if again := b.do(sent("/reset", form)); again.Status != http.StatusBadRequest || !strings.Contains(again.Body, "authenticator app is missing") {
			t.Errorf("without a code: %d %s", again.Status, again.Body)
		}
		form.Set("code", a.wrong())
		if again := b.do(sent("/reset", form)); again.Status != http.StatusBadRequest || !strings.Contains(again.Body, "is not right") {
			t.Errorf("with a wrong code: %d %s", again.Status, again.Body)
		}
		form.Set("code", a.code())
		if done := b.do(sent("/reset", form)); done.Status != http.StatusOK {
			t.Errorf("with the code: %d %s", done.Status, done.Body)
		}
		must(w, withCode("ada", third, a.code()), http.StatusUnauthorized) // spent by the reset
		must(w, withCode("ada", third, a.codeOf(1)), http.StatusOK)

		mailed := w.Person("bob", harness.WithMFA) // whose factor is the mailbox that got the link
		must(w, redeem(resetPath, resetKey(w, mailed), harness.NewPassword), http.StatusOK)
	})
}

// S09, S11: with an app the generated password goes no further than the change either.
func TestATemporaryPasswordWithAnApp(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		a := withApp(w, p)
		out, err := w.Core.SetPassword(system(), lifecycle.SetPassword{UserID: p.ID, Generate: true, Return: true})
		if err != nil {
			t.Fatal(err)
		}
		generated := out.Generated.Reveal()
		must(w, login("ada", generated), http.StatusConflict)
		must(w, withCode("ada", generated, a.wrong()), http.StatusUnauthorized)
		change := must(w, withCode("ada", generated, a.code()), http.StatusUnauthorized)
		key := change.Field(t, "key")
		if !strings.Contains(change.Body, "password_change_required") || key == "" {
			t.Fatalf("the change step: %s", change.Body)
		}
		w.Clock.Advance(totp.Period)
		must(w, login("ada", generated), http.StatusUnauthorized) // once
		must(w, redeem(resetPath, key, generated), http.StatusBadRequest)
		must(w, redeem(resetPath, key, harness.NewPassword), http.StatusOK)
		must(w, withCode("ada", harness.NewPassword, a.code()), http.StatusOK)
	})
}

func TestZitadelASessionChecksTheApp(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p, other := zitadel(w), w.Person("minnie"), w.Person("donald")
		a := withApp(w, p)
		s := z.logIn(p)
		if z.admits(s.token) {
			t.Error("a session without the second factor admits its user")
		}
		check := func(code string) harness.Call {
			return z.patch(s.path(), j{"checks": j{"totp": j{"code": code}}})
		}
		z.expect(check(a.wrong()), 400, zitFault(3, "EVENT-8isk2")...)
		token := z.expect(check(a.code()), 200).Field(t, "sessionToken")
		if !z.admits(token) {
			t.Error("the whole session does not admit its user")
		}
		z.expect(z.get(s.path()), 200, `"totp":{"verifiedAt":"`)
		z.expect(check(a.code()), 400, zitFault(3, "EVENT-8isk2")...)
		w.Clock.Advance(totp.Period)
		body := zitLogin("minnie", p.Password)
		body["checks"].(j)["totp"] = j{"code": a.code()}
		if !z.admits(z.expect(z.post("/v2/sessions", body), 201).Field(t, "sessionToken")) {
			t.Error("all checks at once do not admit")
		}
		body = zitLogin("donald", other.Password)
		body["checks"].(j)["totp"] = j{"code": a.code()}
		z.expect(z.post("/v2/sessions", body), 404, zitFault(5, "REKEY-NoSecondFactor")...)
		z.expect(check("12345"), 400)
	})
}

// A user's change of his own factor wants him to be there (S68); other sessions end.
func TestChangingTheAppOneself(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada", harness.WithPhone("+41790000000"))
		here, there := w.LogIn(p), w.LogIn(p)
		self := caller.Into(context.Background(), caller.Caller{
			Kind: caller.User, ID: p.ID, Boundary: models.BoundarySelf, ApplicationID: p.ApplicationID, TenantID: p.TenantID, SessionID: here.SessionID,
		})
		now, err := secret.NewPassword(p.Password)
		if err != nil {
			t.Fatal(err)
		}
		refused := func(want error, err error) {
			t.Helper()
			if !errors.Is(err, want) {
				t.Errorf("got %v, want %v", err, want)
			}
		}
		_, err = w.Core.EnrollTOTP(self, lifecycle.EnrollTOTP{UserID: p.ID})
		refused(lifecycle.ErrWrongCurrent, err)
		_, err = w.Core.ConfirmTOTP(self, p.ID, secret.NewText("123456"))
		refused(lifecycle.ErrNoEnrollment, err)
		fresh := lifecycle.Freshly{Current: now}
		first, err := w.Core.EnrollTOTP(self, lifecycle.EnrollTOTP{UserID: p.ID, Freshly: fresh})
		refused(nil, err)
		second, err := w.Core.EnrollTOTP(self, lifecycle.EnrollTOTP{UserID: p.ID, Freshly: fresh})
		refused(nil, err)
		a := &app{w: w, key: first.Secret, person: p}
		_, err = w.Core.ConfirmTOTP(self, p.ID, secret.NewText(a.code()))
		refused(lifecycle.ErrFactorCode, err) // replaced
		a.key = second.Secret
		w.Clock.Advance(time.Hour)
		_, err = w.Core.ConfirmTOTP(self, p.ID, secret.NewText(a.code()))
		refused(lifecycle.ErrNoEnrollment, err)
		must(w, login("ada", p.Password), http.StatusOK) // no factor yet

		last, err := w.Core.EnrollTOTP(self, lifecycle.EnrollTOTP{UserID: p.ID, Freshly: fresh})
		refused(nil, err)
		a.key = last.Secret
		a.codes, err = w.Core.ConfirmTOTP(self, p.ID, secret.NewText(a.code()))
		refused(nil, err)
		if len(a.codes) != 10 {
			t.Fatalf("%d recovery codes", len(a.codes))
		}
		must(w, refresh(here.RefreshToken), http.StatusOK)
		must(w, refresh(there.RefreshToken), http.StatusUnauthorized)
		_, err = w.Core.EnrollTOTP(self, lifecycle.EnrollTOTP{UserID: p.ID, Freshly: fresh})
		refused(lifecycle.ErrFactorExists, err)

		remove := lifecycle.RemoveSecondFactor{UserID: p.ID, Freshly: fresh}
		refused(lifecycle.ErrFactorRequired, w.Core.RemoveSecondFactor(self, remove))
		remove.Code = secret.NewText(a.code()) // it confirmed the app
		refused(lifecycle.ErrFactorCode, w.Core.RemoveSecondFactor(self, remove))
		w.Clock.Advance(totp.Period)
		renew := lifecycle.RenewRecoveryCodes{UserID: p.ID, Freshly: lifecycle.Freshly{Current: now, Code: secret.NewText(a.code())}}
		codes, err := w.Core.RenewRecoveryCodes(self, renew)
		refused(nil, err)
		remove.Code = a.codes[0]
		refused(lifecycle.ErrFactorCode, w.Core.RemoveSecondFactor(self, remove))
		remove.Code = codes[0]
		refused(nil, w.Core.RemoveSecondFactor(self, remove))
		refused(lifecycle.ErrNoFactor, w.Core.RemoveSecondFactor(system(), lifecycle.RemoveSecondFactor{UserID: p.ID}))
		must(w, login("ada", p.Password), http.StatusOK)

		events, err := w.Store.Read(context.Background()).EventsOf(p.ID, 100)
		refused(nil, err)
		var done []string
		for _, e := range events {
			if strings.HasPrefix(e.Action, "mfa.") && e.Outcome == "done" {
				done = append(done, e.Action)
			}
		}
		slices.Reverse(done)
		if got := strings.Join(done, " "); got != "mfa.enrolled mfa.enrolled mfa.enrolled mfa.confirmed mfa.recovery_renewed mfa.recovery_used mfa.removed" &&
			got != "mfa.enrolled mfa.enrolled mfa.enrolled mfa.confirmed mfa.recovery_renewed mfa.removed mfa.recovery_used" {
			t.Errorf("events: %s", got)
		}
	})
}

// A mailed code is what who had one before falls back to.
func TestWithoutTheAppCodesAreMailedAgain(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada", harness.WithMFA)
		withApp(w, p)
		if err := w.Core.RemoveSecondFactor(system(), lifecycle.RemoveSecondFactor{UserID: p.ID}); err != nil {
			t.Fatal(err)
		}
		must(w, login("ada", p.Password), http.StatusConflict)
		must(w, withCode("ada", p.Password, mailedCode(w, p.Email)), http.StatusOK)
	})
}
