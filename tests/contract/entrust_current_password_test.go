package contract_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const entrustGuess = "a guess at the password"

// entrustProving is an order with a current password.
func entrustProving(current any, change entrustBody) entrustBody {
	body := entrustBody{"password": harness.NewPassword, "emailPassword": false, "currentPassword": current}
	for name, v := range change {
		body[name] = v
	}
	return body
}

// entrustWrongCurrent makes a call that must be refused for its current password.
func entrustWrongCurrent(t *testing.T, w *harness.World, c harness.Call) {
	t.Helper()
	a := w.Do(c)
	if got := entrustErrors(t, a); a.Status != http.StatusBadRequest || a.Field(t, "errorCode") != "wrong_current_password" ||
		!slices.Equal(got, []string{"/currentPassword wrong_current_password"}) {
		t.Errorf("a wrong current password: %d %s", a.Status, a.Body)
	}
}

func TestEntrustAGivenCurrentPasswordIsVerified(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		w.LogIn(ada)
		for _, change := range []entrustBody{nil, {"generatePassword": true, "returnPassword": true}, {"clearPasswordHistory": true}} {
			entrustWrongCurrent(t, w, entrustPut(w, ada, entrustProving(entrustGuess, change)))
		}
		if !w.CanLogIn(ada, harness.Password) || len(w.Mails()) != 0 {
			t.Error("a refused order changed something")
		}
		events, err := w.Store.Read(context.Background()).EventsOf(ada.ID, 10)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(events, func(e models.Event) bool {
			return e.Action == models.ActionPasswordSet && e.Outcome == models.OutcomeRefused && e.Surface == "entrust"
		}) {
			t.Errorf("no event tells of the refusal: %+v", events)
		}
		for _, current := range []any{harness.Password, nil, ""} {
			if a := w.Do(entrustPut(w, ada, entrustProving(current, nil))); a.Status != http.StatusOK {
				t.Errorf("%v: %d %s", current, a.Status, a.Body)
			}
			w.Clock.Advance(time.Minute)
			if a := w.Do(entrustPut(w, ada, entrustBody{"password": harness.Password, "emailPassword": false})); a.Status != http.StatusOK {
				t.Fatal(a.Body)
			}
		}
		a := w.Do(entrustPut(w, ada, entrustProving(harness.Password, entrustBody{"generatePassword": true, "returnPassword": true})))
		if a.Status != http.StatusOK || entrustLogin(w, ada, a.Field(t, "newPassword")) != "change required" {
			t.Errorf("a generated one after a proof: %d %s", a.Status, a.Body)
		}
	})
}

// TestEntrustAWrongCurrentPasswordCountsAsAFailedLogin plays S10: an application that may set passwords gets no
// unlimited oracle for the current one.
func TestEntrustAWrongCurrentPasswordCountsAsAFailedLogin(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		for range 5 {
			entrustWrongCurrent(t, w, entrustPut(w, ada, entrustProving(entrustGuess, nil)))
		}
		entrustWrongCurrent(t, w, entrustPut(w, ada, entrustProving(harness.Password, nil)))
		if entrustLogin(w, ada, harness.Password) != "refused" {
			t.Error("the tries did not count")
		}
		w.Clock.Advance(9 * time.Minute)
		if a := w.Do(entrustPut(w, ada, entrustProving(harness.Password, nil))); a.Status != http.StatusOK {
			t.Errorf("after the wait: %d %s", a.Status, a.Body)
		}
		// Failed logins count against it as well.
		for range 5 {
			if entrustLogin(w, ada, entrustGuess) != "refused" {
				t.Fatal("a guess opens the account")
			}
		}
		entrustWrongCurrent(t, w, entrustPut(w, ada, entrustProving(harness.NewPassword, entrustBody{"password": "a password after that one"})))
		// An administrator who leaves it out is not kept from helping, and ends the lockout.
		if a := w.Do(entrustPut(w, ada, entrustBody{"password": "a password after that one", "emailPassword": false})); a.Status != http.StatusOK {
			t.Errorf("without a proof: %d %s", a.Status, a.Body)
		}
		if entrustLogin(w, ada, "a password after that one") != "in" {
			t.Error("the lockout did not end with the new password")
		}
	})
}

func TestEntrustARightCurrentPasswordGivesTheTryBack(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		for range 3 {
			for range 4 {
				entrustWrongCurrent(t, w, entrustPut(w, ada, entrustProving(entrustGuess, nil)))
			}
			a := w.Do(entrustPut(w, ada, entrustProving(harness.Password, entrustBody{"password": "short"})))
			if got := entrustErrors(t, a); a.Status != http.StatusBadRequest || !slices.Equal(got, []string{"/password too_short"}) {
				t.Errorf("a right proof of a bad order: %d %s", a.Status, a.Body)
			}
		}
		if entrustLogin(w, ada, harness.Password) != "in" {
			t.Error("tries that were given back count")
		}
	})
}

// What is refused before the password is verified is no try.
func TestEntrustAnOrderThatIsRefusedAnywayCountsNoTry(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, rex := w.Person("ada"), w.Person("rex", harness.InDirectory)
		for name, change := range seed.InOrder(map[string]entrustBody{
			"no new password": {"password": ""}, "an expiry in the past": {"expiryTime": "2020-01-01T00:00:00Z"}, "an import": {"passwordFormat": "BCRYPT"},
		}) {
			for range 6 {
				if a := w.Do(entrustPut(w, ada, entrustProving(entrustGuess, change))); a.Status != 400 || strings.Contains(a.Body, "wrong_current") {
					t.Errorf("%s: %d %s", name, a.Status, a.Body)
				}
			}
		}
		if entrustLogin(w, ada, harness.Password) != "in" {
			t.Error("the orders counted as tries")
		}
		for _, current := range []string{harness.Password, entrustGuess} {
			a := entrustUnchanged(t, w, rex, entrustPut(w, rex, entrustProving(current, nil)), 400)
			if a.Field(t, "errorCode") != "directory_not_configured" {
				t.Errorf("a directory user: %s", a.Body)
			}
		}
	})
}

// A wrong current password takes as long in each state of the user, so that the time does not tell the states apart.
func TestEntrustAWrongCurrentPasswordIsOneHash(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, locked, none := w.Person("ada"), w.Person("bob"), w.Person("cid")
		for range 5 {
			entrustWrongCurrent(t, w, entrustPut(w, locked, entrustProving(entrustGuess, nil)))
		}
		if a := w.Do(entrustAs(w, http.MethodDelete, none, "/passwords", nil)); a.Status != http.StatusOK {
			t.Fatal(a.Body)
		}
		for _, p := range []*harness.Person{ada, locked, none} {
			for _, body := range []entrustBody{entrustProving(entrustGuess, nil), entrustProving(entrustGuess, entrustBody{"password": "short"})} {
				c := entrustPut(w, p, body)
				if n := hashes(w, func() { entrustWrongCurrent(t, w, c) }); n != 1 {
					t.Errorf("%s: %d hashes", p.Username, n)
				}
			}
		}
		c := entrustPut(w, locked, entrustProving(harness.Password, nil))
		if n := hashes(w, func() { entrustWrongCurrent(t, w, c) }); n != 1 {
			t.Errorf("the right one while none is allowed: %d hashes", n)
		}
	})
}

// A user without a password has no current one; the answer is that to a wrong one.
func TestEntrustNobodyProvesAPasswordThatIsNotThere(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		if a := w.Do(entrustAs(w, http.MethodDelete, ada, "/passwords", nil)); a.Status != http.StatusOK {
			t.Fatal(a.Body)
		}
		entrustWrongCurrent(t, w, entrustPut(w, ada, entrustProving(harness.Password, nil)))
		if a := w.Do(entrustPut(w, ada, entrustProving("", nil))); a.Status != http.StatusOK {
			t.Errorf("without a proof: %d %s", a.Status, a.Body)
		}
	})
}

// After a forced change the password is taken again only where the history is cleared first; a refused order leaves
// the history alone.
func TestEntrustAClearedHistoryForgetsAForcedPasswordToo(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		put := func(body entrustBody) harness.Answer {
			w.Clock.Advance(time.Minute)
			body["emailPassword"] = false
			return w.Do(entrustPut(w, ada, body))
		}
		refused := func(body entrustBody, why string) {
			t.Helper()
			if a := put(body); a.Status != 400 || !slices.Equal(entrustErrors(t, a), []string{"/password " + why}) {
				t.Errorf("%v: %d %s", body, a.Status, a.Body)
			}
		}
		must := func(body entrustBody) {
			t.Helper()
			if a := put(body); a.Status != 200 {
				t.Errorf("%v: %d %s", body, a.Status, a.Body)
			}
		}
		forced := entrustBody{"password": harness.NewPassword, "forceUpdate": true}
		must(forced)
		refused(entrustBody{"password": harness.NewPassword}, "in_history")
		refused(entrustBody{"password": harness.NewPassword, "clearPasswordHistory": nil}, "in_history")
		must(entrustBody{"password": harness.NewPassword, "clearPasswordHistory": true, "forceUpdate": true})
		refused(entrustBody{"password": "short", "clearPasswordHistory": true}, "too_short")
		refused(entrustBody{"password": harness.NewPassword}, "in_history")
		entrustMeanwhile(w, func(ctx context.Context) {
			order := passwords.SetPasswordInput{UserID: ada.ID, Password: entrustPassword(t, "the winner of the two")}
			if _, err := w.Core.Passwords.SetPassword(ctx, order); err != nil {
				t.Error(err)
			}
		})
		if a := put(entrustBody{"password": "the loser of the two", "clearPasswordHistory": true}); a.Status != 409 {
			t.Errorf("another change meanwhile: %d %s", a.Status, a.Body)
		}
		refused(entrustBody{"password": harness.NewPassword}, "in_history")
		must(entrustBody{"password": harness.NewPassword, "clearPasswordHistory": true})
		must(entrustBody{"password": "the winner of the two"})
	}, harness.WithSettings(func(s *models.Settings) { s.Password.History = 5 }))
}
