package journeys_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/client/boomiclient"
	"github.com/rekeyhq/rekey/gen/client/entrustclient"
	"github.com/rekeyhq/rekey/gen/client/wristbandclient"
	"github.com/rekeyhq/rekey/gen/client/zitadelclient"
)

func bearer(token string) func(context.Context, *http.Request) error {
	return func(_ context.Context, r *http.Request) error {
		r.Header.Set("Authorization", "Bearer "+token)
		return nil
	}
}

// A person forgot the password, asks for a mail, opens the link twice, sets a new
// password and logs in with it; what was logged in before is logged out.
func TestBoomiForgottenPassword(t *testing.T) {
	t.Parallel()
	onEachStore(t, func(in *installation) {
		before := in.logIn(oldPassword)
		in.alive(before)
		c := in.boomi()
		var key uuid.UUID
		in.step("a link is mailed that leads here", func(t *testing.T) {
			forgot, err := c.ForgotPasswordWithResponse(t.Context(), boomiclient.ForgotModel{Username: nullable.NewNullableWithValue(username)})
			must(t, err, forgot.StatusCode(), http.StatusOK, forgot.Body)
			link := find(t, in.letter(1), `(http\S+/reset\?key=[0-9a-f-]{36})`)
			if !strings.HasPrefix(link, in.url+"/") {
				t.Fatalf("the link leads elsewhere: %s", link)
			}
			key = uuid.MustParse(find(t, link, `key=(.*)$`))
		})
		in.step("looking at it uses nothing up", func(t *testing.T) {
			for range 2 {
				check, err := c.ValidatePasswordResetLinkWithResponse(t.Context(), &boomiclient.ValidatePasswordResetLinkParams{Key: &key})
				must(t, err, check.StatusCode(), http.StatusOK, check.Body)
			}
		})
		set := func(t *testing.T, password string) *boomiclient.ResetPasswordResponse {
			t.Helper()
			r, err := c.ResetPasswordWithResponse(t.Context(), boomiclient.PasswordModel{
				Key: &key, Password: nullable.NewNullableWithValue(password), ConfirmPassword: nullable.NewNullableWithValue(password),
			})
			if err != nil {
				t.Fatal(err)
			}
			return r
		}
		in.step("a short password is refused, and leaves the link", func(t *testing.T) {
			if r := set(t, "short"); r.StatusCode() != http.StatusBadRequest {
				t.Fatalf("a short password: %d", r.StatusCode())
			}
		})
		in.step("a good one is set, once", func(t *testing.T) {
			r := set(t, newPassword)
			must(t, nil, r.StatusCode(), http.StatusOK, r.Body)
			if r := set(t, newPassword+"!"); r.StatusCode() != http.StatusBadRequest {
				t.Fatalf("the link works twice: %d", r.StatusCode())
			}
		})
		in.onlyTheNewPasswordCounts(before)
		in.check("the notice does not hold the password", func(t *testing.T) {
			if text := in.letter(2); strings.Contains(text, newPassword) {
				t.Error("the notice holds the password")
			}
		})
	})
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
		a := in.call(http.MethodPost, "/api/ForgotUser/forgotPassword", "", map[string]string{"username": username})
		must(in.t, nil, a.Status, http.StatusOK, nil)
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
		c, err := entrustclient.NewClientWithResponses(in.url, entrustclient.WithHTTPClient(in.client),
			entrustclient.WithRequestEditorFn(bearer(in.key)))
		if err != nil {
			in.t.Fatal(err)
		}
		id := uuid.MustParse(in.user)
		chosen := "an administrator chose this"
		in.step("the administrator's password replaces the user's", func(t *testing.T) {
			put, err := c.SetUserPasswordUsingPUTWithResponse(t.Context(), id, entrustclient.UserPasswordParms{Password: &chosen})
			must(t, err, put.StatusCode(), http.StatusOK, put.Body)
			in.dead(before)
			in.refused(oldPassword)
		})
		between := in.logIn(chosen)
		var key uuid.UUID
		in.step("a link is mailed, and not the password", func(t *testing.T) {
			text := in.letter(1)
			if strings.Contains(text, chosen) {
				t.Error("the mail holds the chosen password")
			}
			key = uuid.MustParse(find(t, text, `/set\?key=([0-9a-f-]{36})`))
		})
		in.step("by the link the user sets his own, and the former one admits nothing", func(t *testing.T) {
			set, err := in.boomi().SetPasswordWithResponse(t.Context(), boomiclient.PasswordModel{
				Key: &key, Password: nullable.NewNullableWithValue(newPassword), ConfirmPassword: nullable.NewNullableWithValue(newPassword),
			})
			must(t, err, set.StatusCode(), http.StatusOK, set.Body)
			in.dead(between)
			in.alive(in.logIn(newPassword))
		})
		in.check("the administrator is told that there is one", func(t *testing.T) {
			got, err := c.GetUserPasswordUsingGETWithResponse(t.Context(), id)
			must(t, err, got.StatusCode(), http.StatusOK, got.Body)
			if got.JSON200.Present == nil || !*got.JSON200.Present {
				t.Errorf("GET: %s", got.Body)
			}
		})
		in.check("what the administrator removes logs in no more", func(t *testing.T) {
			deleted, err := c.DeleteUserPasswordUsingDELETEWithResponse(t.Context(), id)
			must(t, err, deleted.StatusCode(), http.StatusOK, deleted.Body)
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
		var c *wristbandclient.ClientWithResponses
		in.step("the program gets a token for its key", func(t *testing.T) { c = in.wristband() })
		var code string
		in.step("a code is mailed on its behalf", func(t *testing.T) {
			sent, err := c.SendPasswordResetEmailWithResponse(t.Context(), wristbandclient.PasswordResetEmailInput{UserID: in.user})
			must(t, err, sent.StatusCode(), http.StatusOK, sent.Body)
			code = find(t, in.letter(1), `/reset\?key=([A-Za-z0-9_-]+)`)
		})
		in.step("looking at the code ends nothing", func(t *testing.T) {
			look, err := c.IntrospectPasswordResetEmailAuthCodeWithResponse(t.Context(), wristbandclient.EmailAuthCodeInput{EmailAuthCode: &code})
			must(t, err, look.StatusCode(), http.StatusOK, look.Body)
			in.alive(before)
		})
		first := "the first of two new passwords"
		in.step("with the code the password is set, and the login of before is out", func(t *testing.T) {
			reset, err := c.ResetPasswordWithResponse(t.Context(), wristbandclient.ResetPasswordInput{
				EmailAuthCode: nullable.NewNullableWithValue(code), NewPassword: &first,
			})
			must(t, err, reset.StatusCode(), http.StatusOK, reset.Body)
			in.dead(before)
		})
		between := in.logIn(first)
		in.step("with a link of its own it is set again", func(t *testing.T) {
			made, err := c.CreatePasswordResetLinkWithResponse(t.Context(), wristbandclient.PasswordResetLinkInput{UserID: in.user})
			must(t, err, made.StatusCode(), http.StatusOK, made.Body)
			last := newPassword
			reset, err := c.ResetPasswordWithResponse(t.Context(), wristbandclient.ResetPasswordInput{
				PasswordResetCode: nullable.NewNullableWithValue(made.JSON200.PasswordResetCode), NewPassword: &last,
			})
			must(t, err, reset.StatusCode(), http.StatusOK, reset.Body)
			in.dead(between)
			in.alive(in.logIn(newPassword))
		})
	})
}

// wristband is a client with a token of the owner's key.
func (in *installation) wristband() *wristbandclient.ClientWithResponses {
	in.t.Helper()
	plain, err := wristbandclient.NewClientWithResponses(in.url, wristbandclient.WithHTTPClient(in.client))
	if err != nil {
		in.t.Fatal(err)
	}
	id, secret, _ := strings.Cut(strings.TrimPrefix(in.key, "rk_"), "_")
	basic := func(_ context.Context, r *http.Request) error { r.SetBasicAuth(id, secret); return nil }
	token, err := plain.GetTokenWithBodyWithResponse(in.t.Context(), "application/x-www-form-urlencoded",
		strings.NewReader("grant_type=client_credentials"), basic)
	must(in.t, err, token.StatusCode(), http.StatusOK, token.Body)
	c, err := wristbandclient.NewClientWithResponses(in.url, wristbandclient.WithHTTPClient(in.client),
		wristbandclient.WithRequestEditorFn(bearer(token.JSON200.AccessToken)))
	if err != nil {
		in.t.Fatal(err)
	}
	return c
}

// A login page of one's own has a code returned, sets the password with it, and opens
// a session that lasts until the next change.
func TestZitadelReturnedCode(t *testing.T) {
	t.Parallel()
	onEachStore(t, func(in *installation) {
		before := in.logIn(oldPassword)
		c, err := zitadelclient.NewClientWithResponses(in.url, zitadelclient.WithHTTPClient(in.client),
			zitadelclient.WithRequestEditorFn(bearer(in.key)))
		if err != nil {
			in.t.Fatal(err)
		}
		in.step("the code that was returned sets the password", func(t *testing.T) {
			asked, err := c.PasswordResetWithBodyWithResponse(t.Context(), in.user, "application/json", strings.NewReader(`{"returnCode":{}}`))
			must(t, err, asked.StatusCode(), http.StatusOK, asked.Body)
			password := newPassword
			set, err := c.SetPasswordWithResponse(t.Context(), in.user, zitadelclient.SetPasswordInput{
				NewPassword:      zitadelclient.Password{Password: &password},
				VerificationCode: nullable.NewNullableWithValue(*asked.JSON200.VerificationCode),
			})
			must(t, err, set.StatusCode(), http.StatusOK, set.Body)
			in.dead(before)
			in.refused(oldPassword)
		})
		var session string
		in.step("a session of the new password admits", func(t *testing.T) {
			opened, err := c.CreateSessionWithBodyWithResponse(t.Context(), "application/json",
				strings.NewReader(`{"checks":{"user":{"loginName":"`+username+`"},"password":{"password":"`+newPassword+`"}}}`))
			must(t, err, opened.StatusCode(), http.StatusCreated, opened.Body)
			session = opened.JSON201.SessionToken
			a := in.call(http.MethodGet, "/v2/settings/lockout", session, nil)
			must(t, nil, a.Status, http.StatusOK, []byte(a.Body))
		})
		in.step("a mailed link leads to the page, which sets another", func(t *testing.T) {
			mailed, err := c.PasswordResetWithBodyWithResponse(t.Context(), in.user, "application/json", strings.NewReader(`{}`))
			must(t, err, mailed.StatusCode(), http.StatusOK, mailed.Body)
			link := find(t, in.letter(2), `(http\S+/reset\?\S+)`)
			browser := newBrowser(in)
			browser.submit(browser.open(link), url.Values{"password": {oldPassword}, "confirm": {oldPassword}})
		})
		in.check("the session ends with the change", func(t *testing.T) {
			a := in.call(http.MethodGet, "/v2/settings/lockout", session, nil)
			must(t, nil, a.Status, http.StatusUnauthorized, []byte(a.Body))
		})
		in.check("the password of the page logs in", func(t *testing.T) { in.alive(in.logIn(oldPassword)) })
	})
}
