package contract_test

import (
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

func TestWristbandVerifyCode(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p := wristband(w), w.Person("ada")
		otp := c.otp(p)
		for range 7 { // a right code costs no try
			a := must(w, c.reset("verify-code", otp), http.StatusOK)
			if a.Field(t, "result") != "CODE_VERIFIED" || a.Field(t, "expiresAt") != w.Clock.Now().Add(10*time.Minute).Format(time.RFC3339Nano) {
				t.Error(a.Body)
			}
		}
		wrong := must(w, c.reset("verify-code", otp.wrong()), http.StatusBadRequest)
		c.refusal("wrong", wrong, otp)
		same(t, "unknown request", wrong, w.Do(c.reset("verify-code", wbProof{"requestCode": "unknown", "verificationCode": otp["verificationCode"]})))
		same(t, "foreign", wrong, w.Do(wbForeign(w).reset("verify-code", otp)))
		bob := c.otp(w.Person("bob"))
		same(t, "somebody else's request", wrong, w.Do(c.reset("verify-code", wbProof{"requestCode": bob["requestCode"], "verificationCode": otp["verificationCode"]})))
		a := must(w, wbAsk(w, c, "nobody@example.test"), http.StatusOK)
		same(t, "made for nobody", wrong, w.Do(c.reset("verify-code", wbProof{"requestCode": a.Field(t, "requestCode"), "verificationCode": "123456"})))
		half := must(w, c.reset("verify-code", wbProof{"verificationCode": "123456"}), http.StatusBadRequest)
		if !strings.Contains(half.Body, `"violations":{"requestCode":[{"code":"not_blank"}]}`) {
			t.Error(half.Body)
		}
		must(w, c.reset("verify-code", bob), http.StatusOK)
		must(w, c.reset("reset-password", otp.with(harness.NewPassword)), http.StatusOK)
		same(t, "used", wrong, w.Do(c.reset("verify-code", otp)))
		w.Clock.Advance(10 * time.Minute)
		same(t, "expired", wrong, w.Do(c.reset("verify-code", bob)))
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
		for _, proof := range []wbProof{second, c.otp(p)} {
			c.refusal("over budget", w.Do(c.reset("reset-password", proof.with(harness.NewPassword))), proof)
		}
		w.LogIn(p)
		must(w, c.reset("reset-password", c.linkCode(p).with(harness.NewPassword)), http.StatusOK)
		must(w, c.reset("reset-password", c.otp(p).with(harness.Password+" again")), http.StatusOK)
	}, harness.WithSettings(func(s *models.Settings) { wbMailOTPs(s); s.Tickets.AccountTries = 7 }))
}

// However the guesses are sent, at most five are compared.
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
		row, err := w.Store.Read(t.Context()).NewestTicket(p.ID, models.ProofOTP, models.PurposeReset)
		if err != nil || row.FailedTries != 5 {
			t.Errorf("%v: %d wrong tries counted, want 5", err, row.FailedTries)
		}
		events, err := w.Store.Read(t.Context()).EventsOf(p.ID, 100)
		if err != nil {
			t.Fatal(err)
		}
		guesses := 0
		for _, e := range events {
			if e.Action == "ticket.guess" {
				guesses++
			}
		}
		if guesses > 5 {
			t.Errorf("%d guesses were compared", guesses)
		}
		c.refusal("the right one afterwards", w.Do(c.reset("reset-password", otp.with(harness.NewPassword))), otp)
	}, harness.WithSettings(wbMailOTPs))
}
