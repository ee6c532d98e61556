package contract_test

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

const (
	refreshPath = "/api/Users/refreshToken"
	resendPath  = "/api/Users/resendMfa"
)

func refresh(token string) harness.Call { return post(refreshPath, j{"refreshToken": token}) }

func withCode(name, password, code string) harness.Call {
	return post(loginPath, j{"userName": name, "password": password, "oneTimePasscode": code})
}

var sixDigits = regexp.MustCompile(`\b[0-9]{6}\b`)

// mailedCode is the code of the newest mail to an address.
func mailedCode(w *harness.World, to string) string {
	w.T.Helper()
	code := sixDigits.FindString(w.LastMail(to).Text)
	if code == "" {
		w.T.Fatal("the mail has no code")
	}
	return code
}

// otherCode is a code that is not this one.
func otherCode(code string) string {
	if code == "000000" {
		return "000001"
	}
	return "000000"
}

func TestBoomiLogin(t *testing.T) {
	t.Parallel()
	harness.Run(t, []harness.Case{{
		Name: "name and password open a session", Status: http.StatusOK,
		Given: func(w *harness.World) harness.Call { return login(w.Person("ada").Username, harness.Password) },
		Then: func(w *harness.World, a harness.Answer) {
			if a.Field(w.T, "accessToken") == "" || a.Field(w.T, "refreshToken") == "" || a.Header.Get("Cache-Control") != "no-store" {
				w.T.Errorf("tokens are missing, or may be stored: %v", a.Header)
			}
		},
	}, {
		Name: "a verified address is as good as the name, however it is spelled", Status: http.StatusOK,
		Given: func(w *harness.World) harness.Call {
			return login(strings.ToUpper(w.Person("ada").Email), harness.Password)
		},
	}, {
		Name: "a stale Authorization header does no harm", Status: http.StatusOK,
		Given: func(w *harness.World) harness.Call {
			c := login(w.Person("ada").Username, harness.Password)
			c.Token = "stale"
			return c
		},
	}, {
		Name: "a login without a user name is refused", Status: http.StatusBadRequest,
		Given: func(*harness.World) harness.Call { return post(loginPath, j{"password": harness.Password}) },
		Has:   []string{`"/userName":["A value is required."]`}, Never: []string{harness.Password},
	}, {
		Name: "a login with an empty password is refused", Status: http.StatusBadRequest,
		Given: func(*harness.World) harness.Call { return login("ada", "") },
		Has:   []string{`"/password":["The value is too short."]`},
	}, {
		Name: "a login with another name for userName is refused", Status: http.StatusBadRequest,
		Given: func(*harness.World) harness.Call {
			return post(loginPath, j{"user_name": "ada", "password": harness.Password})
		},
		Has: []string{`"/userName"`},
	}, {
		Name: "a password with NUL is no password", Status: http.StatusBadRequest,
		Given: func(w *harness.World) harness.Call {
			return login(w.Person("ada").Username, harness.Password+"\x00")
		},
		Has: []string{`"/password":[`}, Never: []string{harness.Password},
	}, {
		Name: "a refresh without a token is refused", Status: http.StatusBadRequest,
		Given: func(*harness.World) harness.Call { return post(refreshPath, j{"refreshToken": nil}) },
		Has:   []string{`"/refreshToken":["The refresh token is missing."]`},
		Like:  func(*harness.World) harness.Call { return post(refreshPath, j{}) },
	}, {
		Name: "an invented refresh token is refused", Status: http.StatusUnauthorized,
		Given: func(*harness.World) harness.Call { return refresh("invented") },
		Has:   []string{"The refresh token is not valid. Log in again."}, Never: []string{"invented"},
	}, {
		Name: "a resend without a challenge is refused", Status: http.StatusBadRequest,
		Given: func(*harness.World) harness.Call { return post(resendPath, j{"email": "ada@example.test"}) },
		Has:   []string{`"/sid":["A value is required."]`},
	}})
}

func TestBoomiARefusedLoginRevealsNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		allKinds(w)
		w.Person("empty", harness.NoPassword)
		w.Person("second", harness.WithMFA)
		refused := must(w, login("nobody", harness.Password), http.StatusUnauthorized)
		if !strings.Contains(refused.Body, `"detail":"The user name, the password or the code is not correct."`) {
			t.Errorf("unexpected answer: %s", refused.Body)
		}
		for _, c := range []harness.Call{
			login("ada", harness.NewPassword), login("ada", harness.Password+" "), login("a da", harness.Password), login("second", harness.NewPassword),
			login("directory", harness.Password), login("locked", harness.Password), login("disabled", harness.Password),
			login("empty", harness.Password), withCode("second", harness.Password, "000000"), withCode("nobody", harness.Password, "000000"),
			login("\u0000", harness.Password), login(strings.Repeat("x", 256), harness.Password),
		} {
			same(t, "refused", refused, w.Do(c))
		}
		must(w, login("ada", ada.Password), http.StatusOK)
	})
}

func TestBoomiLoginBacksOffAndForgives(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Person("ada")
		refused := must(w, login("nobody", harness.Password), http.StatusUnauthorized)
		for range 5 {
			same(t, "wrong", refused, w.Do(login("ada", harness.NewPassword)))
		}
		same(t, "right, but too soon", refused, w.Do(login("ada", harness.Password)))
		w.Clock.Advance(10 * time.Minute)
		must(w, login("ada", harness.Password), http.StatusOK)
		for range 4 {
			must(w, login("ada", harness.NewPassword), http.StatusUnauthorized)
		}
		must(w, login("ada", harness.Password), http.StatusOK)
	})
}

// TestBoomiAResetLiftsALockout plays D11 and A-108: an attacker who throttles the login
// cannot keep the owner from a reset, and the reset ends the throttling.
func TestBoomiAResetLiftsALockout(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		for range 20 {
			must(w, login("ada", "a guess at the password"), http.StatusUnauthorized)
		}
		must(w, login("ada", p.Password), http.StatusUnauthorized)
		must(w, redeem(resetPath, resetKey(w, p), harness.NewPassword), http.StatusOK)
		must(w, login("ada", harness.NewPassword), http.StatusOK)
	})
}

func TestBoomiLoginWithASecondFactor(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada", harness.WithMFA)
		first := must(w, login("ada", p.Password), http.StatusConflict)
		if first.Header.Get("Content-Type") != "application/json" || first.Field(t, "sid") == "" ||
			first.Field(t, "expiresAt") != harness.Epoch().Add(10*time.Minute).Format(time.RFC3339) {
			t.Errorf("the challenge is incomplete: %s", first.Body)
		}
		if strings.Contains(first.Body, "example.test") {
			t.Error("the challenge tells the address")
		}
		code := mailedCode(w, p.Email)
		must(w, withCode("ada", p.Password, otherCode(code)), http.StatusUnauthorized)
		must(w, withCode("ada", harness.NewPassword, code), http.StatusUnauthorized)
		must(w, withCode("ada", p.Password, code), http.StatusOK)
		must(w, withCode("ada", p.Password, code), http.StatusUnauthorized)

		must(w, post(loginPath, j{"userName": "ada", "password": p.Password, "oneTimePasscode": ""}), http.StatusConflict)
		code = mailedCode(w, p.Email)
		w.Clock.Advance(10 * time.Minute)
		must(w, withCode("ada", p.Password, code), http.StatusUnauthorized)
	})
}

func TestBoomiFiveWrongCodesEndTheChallenge(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada", harness.WithMFA)
		must(w, login("ada", p.Password), http.StatusConflict)
		code := mailedCode(w, p.Email)
		wrong := must(w, withCode("ada", p.Password, otherCode(code)), http.StatusUnauthorized)
		for range 4 {
			same(t, "wrong", wrong, w.Do(withCode("ada", p.Password, otherCode(code))))
		}
		same(t, "right, after five wrong ones", wrong, w.Do(withCode("ada", p.Password, code)))
		must(w, login("ada", p.Password), http.StatusConflict)
		must(w, withCode("ada", p.Password, mailedCode(w, p.Email)), http.StatusOK)
	})
}

func TestBoomiResendingACode(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada", harness.WithMFA)
		nobody := must(w, post(resendPath, j{"sid": unknownKey}), http.StatusOK)
		sid := must(w, login("ada", p.Password), http.StatusConflict).Field(t, "sid")
		first := mailedCode(w, p.Email)
		for range 3 {
			must(w, withCode("ada", p.Password, otherCode(first)), http.StatusUnauthorized)
		}
		same(t, "resend to somebody else", nobody, w.Do(post(resendPath, j{"sid": sid, "email": "mallory@example.test"})))
		if n := len(w.Mails()); n != 1 {
			t.Errorf("%d mails: who names another address waits there in vain", n)
		}
		for _, own := range slices.Repeat([]any{nil, "", "ADA@example.test"}, 4) {
			same(t, "resend", nobody, w.Do(post(resendPath, j{"sid": sid, "email": own})))
		}
		mails := w.Mails()
		if len(mails) != 4 {
			t.Errorf("%d mails, want the code and three more", len(mails))
		}
		for _, m := range mails {
			if m.To != p.Email {
				t.Errorf("a code went to %s", m.To)
			}
		}
		newest := mailedCode(w, p.Email)
		if newest != first {
			must(w, withCode("ada", p.Password, first), http.StatusUnauthorized)
		} else {
			must(w, withCode("ada", p.Password, otherCode(first)), http.StatusUnauthorized)
		}
		must(w, withCode("ada", p.Password, otherCode(newest)), http.StatusUnauthorized)
		must(w, withCode("ada", p.Password, newest), http.StatusUnauthorized) // a resend refunds no guess
	})
}

func TestBoomiRefreshRotates(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		first := must(w, login("ada", p.Password), http.StatusOK)
		bystander := must(w, login("ada", p.Password), http.StatusOK)
		second := must(w, refresh(first.Field(t, "refreshToken")), http.StatusOK)
		third := must(w, refresh(second.Field(t, "refreshToken")), http.StatusOK)
		if third.Field(t, "refreshToken") == second.Field(t, "refreshToken") {
			t.Error("the refresh token did not change")
		}
		unknown := must(w, refresh("unknown"), http.StatusUnauthorized)
		same(t, "reuse", unknown, w.Do(refresh(first.Field(t, "refreshToken"))))
		same(t, "the rest of the family", unknown, w.Do(refresh(third.Field(t, "refreshToken"))))
		c := post(changePath, j{"currentPassword": p.Password, "newPassword": harness.NewPassword, "confirmPassword": harness.NewPassword})
		c.Token = third.Field(t, "accessToken")
		must(w, c, http.StatusUnauthorized)
		must(w, refresh(bystander.Field(t, "refreshToken")), http.StatusOK)
	})
}

func TestBoomiTokensExpire(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		in := must(w, login("ada", p.Password), http.StatusOK)
		own := post(changePath, j{"currentPassword": harness.NewPassword, "newPassword": "x", "confirmPassword": "x"})
		own.Token = in.Field(t, "accessToken")
		w.Clock.Advance(10*time.Minute - 2*time.Second)
		must(w, own, http.StatusBadRequest)
		w.Clock.Advance(time.Minute + 2*time.Second) // the leeway of clocks
		must(w, own, http.StatusUnauthorized)
		w.Clock.Advance(29 * 24 * time.Hour)
		in = must(w, refresh(in.Field(t, "refreshToken")), http.StatusOK)
		w.Clock.Advance(24 * time.Hour)
		must(w, refresh(in.Field(t, "refreshToken")), http.StatusUnauthorized)
	})
}

func TestBoomiALockedUserCannotRefresh(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		in := w.LogIn(p)
		if _, err := w.Store.Write(t.Context()).LockUser(p.ID); err != nil {
			t.Fatal(err)
		}
		must(w, refresh(in.RefreshToken), http.StatusUnauthorized)
	})
}

func TestBoomiAPasswordThatMustBeChangedOpensOnlyAReset(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		must(w, redeem(resetPath, resetKey(w, p), harness.NewPassword), http.StatusOK)
		w.Clock.Advance(31 * 24 * time.Hour)
		must(w, login("ada", harness.Password), http.StatusUnauthorized)
		a := must(w, login("ada", harness.NewPassword), http.StatusUnauthorized)
		if a.Field(t, "type") != "urn:rekey:fault:password_change_required" || a.Field(t, "key") == "" {
			t.Fatalf("the answer does not open a reset: %s", a.Body)
		}
		must(w, check(resetPath, a.Field(t, "key")), http.StatusOK)
		must(w, redeem(resetPath, a.Field(t, "key"), "a different phrase for the next month"), http.StatusOK)
		must(w, login("ada", "a different phrase for the next month"), http.StatusOK)
	}, harness.WithSettings(func(s *models.Settings) { s.Password.LifetimeDays = 30 }))
}

// TestBoomiLoginCodesAreBounded plays S48: who knows the password must not flood the
// mailbox of its owner with codes.
func TestBoomiLoginCodesAreBounded(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada", harness.WithMFA)
		for range 10 {
			must(w, login("ada", p.Password), http.StatusConflict)
		}
		must(w, login("ada", p.Password), http.StatusUnauthorized)
		if mails := w.Mails(); len(mails) != 10 {
			t.Errorf("%d mails, want 10", len(mails))
		}
		w.Clock.Advance(time.Hour)
		must(w, login("ada", p.Password), http.StatusConflict)
	})
}
