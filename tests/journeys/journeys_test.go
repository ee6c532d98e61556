package journeys_test

import (
	"encoding/base64"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// A person forgot the password, asks for a mail, opens the link twice, sets a new
// password and logs in with it; what was logged in before is logged out.
func TestBoomiForgottenPassword(t *testing.T) {
	t.Parallel()
	onEachStore(t, func(in *installation) {
		before := in.logIn(oldPassword)
		in.alive(before)
		var key string
		in.step("a link is mailed that leads here", func(t *testing.T) {
			in.answered(http.StatusOK, http.MethodPost, "/api/ForgotUser/forgotPassword", "", map[string]string{"username": username})
			link := find(t, in.letter(1), `(http\S+/reset\?key=[0-9a-f-]{36})`)
			if !strings.HasPrefix(link, in.url+"/") {
				t.Fatalf("the link leads elsewhere: %s", link)
			}
			key = find(t, link, `key=(.*)$`)
		})
		in.step("looking at it uses nothing up", func(*testing.T) {
			for range 2 {
				in.answered(http.StatusOK, http.MethodGet, "/api/Password/resetPassword?key="+key, "", nil)
			}
		})
		in.step("a short password is refused, and leaves the link", func(*testing.T) {
			in.answered(http.StatusBadRequest, http.MethodPost, "/api/Password/resetPassword", "", chosen(key, "short"))
		})
		in.step("a good one is set, once", func(*testing.T) {
			in.answered(http.StatusOK, http.MethodPost, "/api/Password/resetPassword", "", chosen(key, newPassword))
			in.answered(http.StatusBadRequest, http.MethodPost, "/api/Password/resetPassword", "", chosen(key, newPassword+"!"))
		})
		in.onlyTheNewPasswordCounts(before)
		in.check("the notice does not hold the password", func(t *testing.T) {
			if text := in.letter(2); strings.Contains(text, newPassword) {
				t.Error("the notice holds the password")
			}
		})
	})
}

// chosen is what Boomi's page sends with the key of a link.
func chosen(key, password string) map[string]string {
	return map[string]string{"key": key, "password": password, "confirmPassword": password}
}

// onlyTheNewPasswordCounts: what was logged in before is out, and the former password
// with it.
func (in *installation) onlyTheNewPasswordCounts(before login) {
	in.t.Helper()
	in.check("what was logged in before is logged out", func(t *testing.T) { in.dead(before) })
	in.check("the former password is refused", func(t *testing.T) { in.refused(oldPassword) })
	in.check("the new password logs in", func(t *testing.T) { in.alive(in.logIn(newPassword)) })
}

// The link in the mail also works in a browser without scripts.
func TestHostedPageOfTheMail(t *testing.T) {
	t.Parallel()
	onEachStore(t, func(in *installation) {
		before := in.logIn(oldPassword)
		in.answered(http.StatusOK, http.MethodPost, "/api/ForgotUser/forgotPassword", "", map[string]string{"username": username})
		link := find(in.t, in.letter(1), `(http\S+/reset\?key=[0-9a-f-]{36})`)
		browser := newBrowser(in)
		var page string
		in.step("the link opens a form for the user, and leaves the address bar", func(t *testing.T) {
			page = browser.open(link)
			if strings.Contains(browser.address, "key=") {
				t.Errorf("the key stays in the address bar: %s", browser.address)
			}
			if !strings.Contains(page, username) || !strings.Contains(page, `autocomplete="new-password"`) {
				t.Fatalf("page: %s", page)
			}
		})
		in.step("a short password is refused with the length that is wanted", func(t *testing.T) {
			page = browser.submit(page, url.Values{"password": {"short"}, "confirm": {"short"}})
			if !strings.Contains(page, "15") {
				t.Errorf("the page does not say what is wrong: %s", page)
			}
		})
		in.step("the form that came back takes a good one", func(t *testing.T) {
			browser.submit(page, url.Values{"password": {newPassword}, "confirm": {newPassword}})
		})
		in.onlyTheNewPasswordCounts(before)
	})
}

// An administrator's program sets a password; the user chooses his own by the link in
// the mail, which holds no password.
func TestEntrustAdministratorSetsAPassword(t *testing.T) {
	t.Parallel()
	onEachStore(t, func(in *installation) {
		before := in.logIn(oldPassword)
		passwords := "/api/web/v1/users/" + in.user + "/passwords"
		chosenForHim := "an administrator chose this"
		in.step("the administrator's password replaces the user's", func(*testing.T) {
			in.answered(http.StatusOK, http.MethodPut, passwords, in.key, map[string]string{"password": chosenForHim})
			in.dead(before)
			in.refused(oldPassword)
		})
		between := in.logIn(chosenForHim)
		var key string
		in.step("a link is mailed, and not the password", func(t *testing.T) {
			text := in.letter(1)
			if strings.Contains(text, chosenForHim) {
				t.Error("the mail holds the chosen password")
			}
			key = find(t, text, `/set\?key=([0-9a-f-]{36})`)
		})
		in.step("by the link the user sets his own, and the former one admits nothing", func(*testing.T) {
			in.answered(http.StatusOK, http.MethodPost, "/api/Password/setPassword", "", chosen(key, newPassword))
			in.dead(between)
			in.alive(in.logIn(newPassword))
		})
		in.check("the administrator is told that there is one", func(t *testing.T) {
			if a := in.answered(http.StatusOK, http.MethodGet, passwords, in.key, nil); a.Field(t, "present") != "true" {
				t.Errorf("GET: %s", a.Body)
			}
		})
		in.check("what the administrator removes logs in no more", func(*testing.T) {
			in.answered(http.StatusOK, http.MethodDelete, passwords, in.key, nil)
			in.refused(newPassword)
		})
	})
}

// A program with its own token asks for a mail, shows the code from it, and sets the
// password in the three ways, one after another.
func TestWristbandThreeWaysOfReset(t *testing.T) {
	t.Parallel()
	onEachStore(t, func(in *installation) {
		before := in.logIn(oldPassword)
		var token string
		in.step("the program gets a token for its key", func(*testing.T) { token = in.wristbandToken() })
		var code string
		post := func(call string, body map[string]string) harness.Answer {
			return in.answered(http.StatusOK, http.MethodPost, "/api/v1/password-reset/"+call, token, body)
		}
		in.step("a code is mailed on its behalf", func(t *testing.T) {
			post("send-password-reset-email", map[string]string{"userId": in.user})
			code = find(t, in.letter(1), `/reset\?key=([A-Za-z0-9_-]+)`)
		})
		in.step("looking at the code ends nothing", func(*testing.T) {
			post("introspect-email-auth-code", map[string]string{"emailAuthCode": code})
			in.alive(before)
		})
		const first = "the first of two new passwords"
		in.step("with the code the password is set, and the login of before is out", func(*testing.T) {
			post("reset-password", map[string]string{"emailAuthCode": code, "newPassword": first})
			in.dead(before)
		})
		between := in.logIn(first)
		in.step("with a link of its own it is set again", func(t *testing.T) {
			made := post("create-password-reset-link", map[string]string{"userId": in.user})
			post("reset-password", map[string]string{"passwordResetCode": made.Field(t, "passwordResetCode"), "newPassword": newPassword})
			in.dead(between)
			in.alive(in.logIn(newPassword))
		})
	})
}

// wristbandToken is an OAuth token of the owner's key.
func (in *installation) wristbandToken() string {
	in.t.Helper()
	id, _, _ := strings.Cut(strings.TrimPrefix(in.key, "rk_"), "_")
	a := harness.DoWith(in.t, in.client, in.url, harness.Call{
		Method: http.MethodPost, Path: "/api/v1/oauth2/token", Type: "application/x-www-form-urlencoded", Body: "grant_type=client_credentials",
		Header: map[string]string{"Authorization": "Basic " + base64.StdEncoding.EncodeToString([]byte(id+":"+in.secretOfKey()))},
	})
	if a.Status != http.StatusOK {
		in.t.Fatalf("status %d: %s", a.Status, a.Body)
	}
	return a.Field(in.t, "access_token")
}

// A login page of one's own has a code returned, sets the password with it, and opens
// a session that lasts until the next change.
func TestZitadelReturnedCode(t *testing.T) {
	t.Parallel()
	onEachStore(t, func(in *installation) {
		before := in.logIn(oldPassword)
		user := "/v2/users/" + in.user
		in.step("the code that was returned sets the password", func(t *testing.T) {
			asked := in.answered(http.StatusOK, http.MethodPost, user+"/password_reset", in.key, `{"returnCode":{}}`)
			in.answered(http.StatusOK, http.MethodPost, user+"/password", in.key, map[string]any{
				"newPassword": map[string]string{"password": newPassword}, "verificationCode": asked.Field(t, "verificationCode"),
			})
			in.dead(before)
			in.refused(oldPassword)
		})
		var session string
		in.step("a session of the new password admits", func(t *testing.T) {
			session = in.answered(http.StatusCreated, http.MethodPost, "/v2/sessions", in.key,
				`{"checks":{"user":{"loginName":"`+username+`"},"password":{"password":"`+newPassword+`"}}}`).Field(t, "sessionToken")
			in.answered(http.StatusOK, http.MethodGet, "/v2/settings/lockout", session, nil)
		})
		in.step("a mailed link leads to the page, which sets another", func(t *testing.T) {
			in.answered(http.StatusOK, http.MethodPost, user+"/password_reset", in.key, `{}`)
			link := find(t, in.letter(2), `(http\S+/reset\?\S+)`)
			browser := newBrowser(in)
			browser.submit(browser.open(link), url.Values{"password": {oldPassword}, "confirm": {oldPassword}})
		})
		in.check("the session ends with the change", func(*testing.T) {
			in.answered(http.StatusUnauthorized, http.MethodGet, "/v2/settings/lockout", session, nil)
		})
		in.check("the password of the page logs in", func(t *testing.T) { in.alive(in.logIn(oldPassword)) })
	})
}
