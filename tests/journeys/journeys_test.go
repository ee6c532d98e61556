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
		ctx, t := in.t.Context(), in.t
		before := in.logIn(oldPassword)
		in.alive(before)
		c := in.boomi()
		forgot, err := c.ForgotPasswordWithResponse(ctx, boomiclient.ForgotModel{Username: nullable.NewNullableWithValue(username)})
		must(t, err, forgot.StatusCode(), http.StatusOK, forgot.Body)
		link := find(t, in.letter(1), `(http\S+/reset\?key=[0-9a-f-]{36})`)
		if !strings.HasPrefix(link, in.url+"/") {
			t.Fatalf("the link leads elsewhere: %s", link)
		}
		key := uuid.MustParse(find(t, link, `key=(.*)$`))
		for range 2 {
			check, err := c.ValidatePasswordResetLinkWithResponse(ctx, &boomiclient.ValidatePasswordResetLinkParams{Key: &key})
			must(t, err, check.StatusCode(), http.StatusOK, check.Body)
		}
		set := func(password string) *boomiclient.ResetPasswordResponse {
			r, err := c.ResetPasswordWithResponse(ctx, boomiclient.PasswordModel{
				Key: &key, Password: nullable.NewNullableWithValue(password), ConfirmPassword: nullable.NewNullableWithValue(password),
			})
			if err != nil {
				t.Fatal(err)
			}
			return r
		}
		if r := set("short"); r.StatusCode() != http.StatusBadRequest {
			t.Fatalf("a short password: %d", r.StatusCode())
		}
		r := set(newPassword)
		must(t, nil, r.StatusCode(), http.StatusOK, r.Body)
		if r := set(newPassword + "!"); r.StatusCode() != http.StatusBadRequest {
			t.Fatalf("the link works twice: %d", r.StatusCode())
		}
		in.dead(before)
		in.refused(oldPassword)
		in.alive(in.logIn(newPassword))
		if text := in.letter(2); strings.Contains(text, newPassword) {
			t.Error("the notice holds the password")
		}
	})
}

// The link in the mail also works in a browser without scripts.
func TestHostedPageOfTheMail(t *testing.T) {
	t.Parallel()
	onEachStore(t, func(in *installation) {
		t := in.t
		before := in.logIn(oldPassword)
		a := in.call(http.MethodPost, "/api/ForgotUser/forgotPassword", "", map[string]string{"username": username})
		must(t, nil, a.Status, http.StatusOK, nil)
		link := find(t, in.letter(1), `(http\S+/reset\?key=[0-9a-f-]{36})`)
		browser := newBrowser(t, in.url)
		page := browser.open(link)
		if strings.Contains(browser.address, "key=") {
			t.Errorf("the key stays in the address bar: %s", browser.address)
		}
		if !strings.Contains(page, username) || !strings.Contains(page, `autocomplete="new-password"`) {
			t.Fatalf("page: %s", page)
		}
		page = browser.submit(page, url.Values{"password": {"short"}, "confirm": {"short"}})
		if !strings.Contains(page, "15") {
			t.Errorf("the page does not say what is wrong: %s", page)
		}
		browser.submit(page, url.Values{"password": {newPassword}, "confirm": {newPassword}})
		in.dead(before)
		in.refused(oldPassword)
		in.alive(in.logIn(newPassword))
	})
}

// An administrator's program sets a password; the user chooses his own by the link in
// the mail, which holds no password.
func TestEntrustAdministratorSetsAPassword(t *testing.T) {
	t.Parallel()
	onEachStore(t, func(in *installation) {
		ctx, t := in.t.Context(), in.t
		before := in.logIn(oldPassword)
		c, err := entrustclient.NewClientWithResponses(in.url, entrustclient.WithHTTPClient(in.client),
			entrustclient.WithRequestEditorFn(bearer(in.key)))
		if err != nil {
			t.Fatal(err)
		}
		id := uuid.MustParse(in.user)
		chosen := "an administrator chose this"
		put, err := c.SetUserPasswordUsingPUTWithResponse(ctx, id, entrustclient.UserPasswordParms{Password: &chosen})
		must(t, err, put.StatusCode(), http.StatusOK, put.Body)
		in.dead(before)
		in.refused(oldPassword)
		between := in.logIn(chosen)
		text := in.letter(1)
		if strings.Contains(text, chosen) {
			t.Error("the mail holds the chosen password")
		}
		key := uuid.MustParse(find(t, text, `/set\?key=([0-9a-f-]{36})`))
		set, err := in.boomi().SetPasswordWithResponse(ctx, boomiclient.PasswordModel{
			Key: &key, Password: nullable.NewNullableWithValue(newPassword), ConfirmPassword: nullable.NewNullableWithValue(newPassword),
		})
		must(t, err, set.StatusCode(), http.StatusOK, set.Body)
		in.dead(between)
		in.alive(in.logIn(newPassword))
		got, err := c.GetUserPasswordUsingGETWithResponse(ctx, id)
		must(t, err, got.StatusCode(), http.StatusOK, got.Body)
		if got.JSON200.Present == nil || !*got.JSON200.Present {
			t.Errorf("GET: %s", got.Body)
		}
		deleted, err := c.DeleteUserPasswordUsingDELETEWithResponse(ctx, id)
		must(t, err, deleted.StatusCode(), http.StatusOK, deleted.Body)
		in.refused(newPassword)
	})
}

// A program with its own token asks for a mail, shows the code from it, and sets the
// password in the three ways, one after another.
func TestWristbandThreeWaysOfReset(t *testing.T) {
	t.Parallel()
	onEachStore(t, func(in *installation) {
		ctx, t := in.t.Context(), in.t
		before := in.logIn(oldPassword)
		plain, err := wristbandclient.NewClientWithResponses(in.url, wristbandclient.WithHTTPClient(in.client))
		if err != nil {
			t.Fatal(err)
		}
		id, secret, _ := strings.Cut(strings.TrimPrefix(in.key, "rk_"), "_")
		basic := func(_ context.Context, r *http.Request) error { r.SetBasicAuth(id, secret); return nil }
		token, err := plain.GetTokenWithBodyWithResponse(ctx, "application/x-www-form-urlencoded",
			strings.NewReader("grant_type=client_credentials"), basic)
		must(t, err, token.StatusCode(), http.StatusOK, token.Body)
		c, err := wristbandclient.NewClientWithResponses(in.url, wristbandclient.WithHTTPClient(in.client),
			wristbandclient.WithRequestEditorFn(bearer(token.JSON200.AccessToken)))
		if err != nil {
			t.Fatal(err)
		}
		sent, err := c.SendPasswordResetEmailWithResponse(ctx, wristbandclient.PasswordResetEmailInput{UserID: in.user})
		must(t, err, sent.StatusCode(), http.StatusOK, sent.Body)
		code := find(t, in.letter(1), `/reset\?key=([A-Za-z0-9_-]+)`)
		look, err := c.IntrospectPasswordResetEmailAuthCodeWithResponse(ctx, wristbandclient.EmailAuthCodeInput{EmailAuthCode: &code})
		must(t, err, look.StatusCode(), http.StatusOK, look.Body)
		in.alive(before)
		first := "the first of two new passwords"
		reset, err := c.ResetPasswordWithResponse(ctx, wristbandclient.ResetPasswordInput{
			EmailAuthCode: nullable.NewNullableWithValue(code), NewPassword: &first,
		})
		must(t, err, reset.StatusCode(), http.StatusOK, reset.Body)
		in.dead(before)
		between := in.logIn(first)
		made, err := c.CreatePasswordResetLinkWithResponse(ctx, wristbandclient.PasswordResetLinkInput{UserID: in.user})
		must(t, err, made.StatusCode(), http.StatusOK, made.Body)
		last := newPassword
		reset, err = c.ResetPasswordWithResponse(ctx, wristbandclient.ResetPasswordInput{
			PasswordResetCode: nullable.NewNullableWithValue(made.JSON200.PasswordResetCode), NewPassword: &last,
		})
		must(t, err, reset.StatusCode(), http.StatusOK, reset.Body)
		in.dead(between)
		in.alive(in.logIn(newPassword))
	})
}

// A login page of one's own has a code returned, sets the password with it, and opens
// a session that lasts until the next change.
func TestZitadelReturnedCode(t *testing.T) {
	t.Parallel()
	onEachStore(t, func(in *installation) {
		ctx, t := in.t.Context(), in.t
		before := in.logIn(oldPassword)
		c, err := zitadelclient.NewClientWithResponses(in.url, zitadelclient.WithHTTPClient(in.client),
			zitadelclient.WithRequestEditorFn(bearer(in.key)))
		if err != nil {
			t.Fatal(err)
		}
		asked, err := c.PasswordResetWithBodyWithResponse(ctx, in.user, "application/json", strings.NewReader(`{"returnCode":{}}`))
		must(t, err, asked.StatusCode(), http.StatusOK, asked.Body)
		password := newPassword
		set, err := c.SetPasswordWithResponse(ctx, in.user, zitadelclient.SetPasswordInput{
			NewPassword:      zitadelclient.Password{Password: &password},
			VerificationCode: nullable.NewNullableWithValue(*asked.JSON200.VerificationCode),
		})
		must(t, err, set.StatusCode(), http.StatusOK, set.Body)
		in.dead(before)
		in.refused(oldPassword)
		opened, err := c.CreateSessionWithBodyWithResponse(ctx, "application/json",
			strings.NewReader(`{"checks":{"user":{"loginName":"`+username+`"},"password":{"password":"`+newPassword+`"}}}`))
		must(t, err, opened.StatusCode(), http.StatusCreated, opened.Body)
		session := opened.JSON201.SessionToken
		a := in.call(http.MethodGet, "/v2/settings/lockout", session, nil)
		must(t, nil, a.Status, http.StatusOK, []byte(a.Body))
		mailed, err := c.PasswordResetWithBodyWithResponse(ctx, in.user, "application/json", strings.NewReader(`{}`))
		must(t, err, mailed.StatusCode(), http.StatusOK, mailed.Body)
		link := find(t, in.letter(2), `(http\S+/reset\?\S+)`)
		browser := newBrowser(t, in.url)
		browser.submit(browser.open(link), url.Values{"password": {oldPassword}, "confirm": {oldPassword}})
		a = in.call(http.MethodGet, "/v2/settings/lockout", session, nil)
		must(t, nil, a.Status, http.StatusUnauthorized, []byte(a.Body))
		in.alive(in.logIn(oldPassword))
	})
}
