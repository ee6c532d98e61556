package contract_test

import (
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestWristbandVerifyCode(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p := wristband(w), w.Person("ada")
		otp := c.otp(p)
		w.Check("a right code costs no try", func(t *testing.T) {
			for range 7 {
				a := must(w, c.reset("verify-code", otp), http.StatusOK)
				if a.Field(t, "result") != "CODE_VERIFIED" || a.Field(t, "expiresAt") != w.Clock.Now().Add(10*time.Minute).Format(time.RFC3339Nano) {
					t.Error(a.Body)
				}
			}
		})
		var wrong harness.Answer
		w.Step("a wrong code is refused", func(t *testing.T) {
			wrong = must(w, c.reset("verify-code", otp.wrong()), http.StatusBadRequest)
			c.refusal("wrong", wrong, otp)
		})
		bob := c.otp(w.Person("bob"))
		forNobody := must(w, wbAsk(w, c, "nobody@example.test"), http.StatusOK)
		for name, call := range seed.InOrder(map[string]harness.Call{
			"an unknown request":        c.reset("verify-code", wbProof{"requestCode": "unknown", "verificationCode": otp["verificationCode"]}),
			"a foreign caller":          wbForeign(w).reset("verify-code", otp),
			"somebody else's request":   c.reset("verify-code", wbProof{"requestCode": bob["requestCode"], "verificationCode": otp["verificationCode"]}),
			"a request made for nobody": c.reset("verify-code", wbProof{"requestCode": forNobody.Field(t, "requestCode"), "verificationCode": "123456"}),
		}) {
			w.Check(name+" is refused alike", func(t *testing.T) { same(t, name, wrong, w.Do(call)) })
		}
		w.Check("half a proof is refused by the member that is missing", func(t *testing.T) {
			half := must(w, c.reset("verify-code", wbProof{"verificationCode": "123456"}), http.StatusBadRequest)
			if !strings.Contains(half.Body, `"violations":{"requestCode":[{"code":"not_blank"}]}`) {
				t.Error(half.Body)
			}
		})
		w.Check("a code that was used is refused alike", func(t *testing.T) {
			must(w, c.reset("reset-password", otp.with(harness.NewPassword)), http.StatusOK)
			same(t, "used", wrong, w.Do(c.reset("verify-code", otp)))
		})
		w.Check("a code is right until it expires", func(t *testing.T) {
			must(w, c.reset("verify-code", bob), http.StatusOK)
			w.Clock.Advance(10 * time.Minute)
			same(t, "expired", wrong, w.Do(c.reset("verify-code", bob)))
		})
	}, harness.WithSettings(wbMailOTPs))
}

// Five wrong tries, here and there together, end an OTP (D13, A-036); the login with
// the right password is not hindered (D11).
func TestWristbandFiveWrongTriesEndAnOTP(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p := wristband(w), w.Person("ada")
		otp := c.otp(p)
		for i := range 5 {
			call := c.reset("verify-code", otp.wrong())
			if i%2 == 1 {
				call = c.reset("reset-password", otp.wrong().with(harness.NewPassword))
			}
			c.refusal("wrong", w.Do(call), otp)
		}
		wrong := w.Do(c.reset("verify-code", otp.wrong()))
		same(t, "the right one after five wrong ones", wrong, w.Do(c.reset("verify-code", otp)))
		same(t, "and with a password", wrong, w.Do(c.reset("reset-password", otp.with(harness.NewPassword))))
		w.LogIn(p)
		must(w, c.reset("reset-password", c.otp(p).with(harness.NewPassword)), http.StatusOK)
	}, harness.WithSettings(wbMailOTPs))
}

// The budget of an account holds across codes: asking for a new one gives no new tries
// beyond it, and only a proven code clears it (S35).
func TestWristbandANewCodeDoesNotRenewTheBudgetOfTheAccount(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p := wristband(w), w.Person("ada")
		first := c.otp(p)
		for range 5 {
			c.refusal("first code", w.Do(c.reset("verify-code", first.wrong())), first)
		}
		second := c.otp(p)
		for range 2 {
			c.refusal("second code", w.Do(c.reset("verify-code", second.wrong())), second)
		}
		c.refusal("over budget", w.Do(c.reset("reset-password", second.with(harness.NewPassword))), second)
		// The owner is told that no code is taken any more.
		w.Deliver()
		a := must(w, c.reset("send-password-reset-email", j{"userId": p.ID}), http.StatusOK) // a link, since no code would work
		if code, key := a.Field(t, "requestCode"), c.mailed(p, wbKeyOfLink); code != "" || key == "" {
			t.Errorf("over budget a request code is answered: %s", a.Body)
		}
		w.LogIn(p)
		must(w, c.reset("reset-password", c.linkCode(p).with(harness.NewPassword)), http.StatusOK)
		must(w, c.reset("reset-password", c.otp(p).with(harness.Password+" again")), http.StatusOK)
	}, harness.WithSettings(func(s *models.Settings) { wbMailOTPs(s); s.Tickets.AccountTries = 7 }))
}

// However the guesses are sent, at most five are compared. The right one among
// them may still be in time: then it costs no try, and those left over end the code.
func TestWristbandParallelGuessesGetNoExtraTries(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p := wristband(w), w.Person("ada")
		otp := c.otp(p)
		var group sync.WaitGroup
		for i := range 51 {
			proof := otp.wrong()
			if i == 33 {
				proof = otp
			}
			group.Go(func() { w.Do(c.reset("verify-code", proof)) })
		}
		group.Wait()
		for range 5 {
			c.refusal("a wrong one afterwards", w.Do(c.reset("verify-code", otp.wrong())), otp)
		}
		c.refusal("the right one afterwards", w.Do(c.reset("reset-password", otp.with(harness.NewPassword))), otp)
		tries, guesses := c.tries(p)
		if tries != 5 || guesses < 4 || guesses > 5 { // four: the right one was the fifth, and came too late
			t.Errorf("%d tries counted and %d wrong codes compared, want 5 at most", tries, guesses)
		}
	}, harness.WithSettings(wbMailOTPs))
}

// A right code is told as right only if its ticket can still be redeemed: a wrong one
// that takes the last try while the right one is compared ends the ticket for both.
func TestWristbandARightCodeBesideTheLastWrongOne(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p := wristband(w), w.Person("ada")
		otp := c.otp(p)
		for range 3 {
			c.refusal("wrong", w.Do(c.reset("verify-code", otp.wrong())), otp)
		}
		updates := 0
		w.BreakStore(func(statement string) bool {
			if statement == "update tickets" {
				updates++
			}
			if updates == 2 { // the right code is about to give its try back
				w.BreakStore(nil)
				c.refusal("the last wrong one", w.Do(c.reset("verify-code", otp.wrong())), otp)
			}
			return false
		})
		c.refusal("the right one", w.Do(c.reset("verify-code", otp)), otp)
		if updates != 2 {
			t.Fatalf("%d updates of tickets seen", updates)
		}
		if tries, guesses := c.tries(p); tries != 5 || guesses != 4 {
			t.Errorf("%d tries counted and %d wrong codes compared, want 5 and 4", tries, guesses)
		}
		c.refusal("the right one afterwards", w.Do(c.reset("reset-password", otp.with(harness.NewPassword))), otp)
	}, harness.WithSettings(wbMailOTPs))
}

// tries is how many tries of a person's newest OTP were taken, and how many wrong
// codes the audit trail knows of.
func (c wbCaller) tries(p *harness.Person) (taken, wrong int) {
	c.T.Helper()
	row, err := c.Store.Read(c.T.Context()).NewestTicket(p.ID, models.ProofOTP, models.PurposeReset)
	if err != nil {
		c.T.Fatal(err)
	}
	events, err := c.Store.Read(c.T.Context()).EventsOf(p.ID, 100)
	if err != nil {
		c.T.Fatal(err)
	}
	for _, e := range events {
		if e.Action == "ticket.guess" {
			wrong++
		}
	}
	return row.FailedTries, wrong
}
