package contract_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const (
	wbResets = "/api/v1/password-reset/"
	wbChange = "/api/v1/change-password"
	wbOAuth  = "/api/v1/oauth2/"
)

// wbCaller is an application that calls the surface.
type wbCaller struct {
	*harness.World
	key *keys.CreatedAPIKey
}

// wristband is a caller with every permission of the surface in the default application.
func wristband(w *harness.World) wbCaller { return wbCaller{w, w.Key(wbPermissions()...)} }

// wbForeign is a caller of another application, with the same permissions.
func wbForeign(w *harness.World) wbCaller {
	other := w.NewTenant("Globex", false, models.DefaultSettings())
	return wbCaller{w, w.KeyWith(keys.CreateAPIKeyInput{
		Boundary: models.BoundaryApplication, ApplicationID: other.ApplicationID, Permissions: wbPermissions(),
	})}
}

func wbPermissions() []string {
	return []string{"password-reset-workflow:execute", "auth-session:delete", "refresh-token:revoke"}
}

// reset is a call below /api/v1/password-reset/.
func (c wbCaller) reset(operation string, body any) harness.Call {
	return harness.Call{Method: http.MethodPost, Path: wbResets + operation, Token: c.key.Key.Reveal(), Body: body}
}

// wbMailOTPs makes the tenant mail OTPs.
func wbMailOTPs(s *models.Settings) { s.ResetBy = models.ResetByOTP }

var (
	wbKeyOfLink = regexp.MustCompile(`/reset\?key=([A-Za-z0-9_-]{43})\b`)
	wbOTPOfMail = regexp.MustCompile(`(?m)^\s+(\d{6})\s*$`)
)

// mailed is what a pattern finds in the newest mail to a person.
func (c wbCaller) mailed(p *harness.Person, pattern *regexp.Regexp) string {
	c.T.Helper()
	found := pattern.FindStringSubmatch(c.LastMail(p.Email).Text)
	if found == nil {
		c.T.Fatalf("the newest mail to %s holds no %s", p.Username, pattern)
	}
	return found[1]
}

// wbProof is a proof as the wire has it.
type wbProof map[string]any

// with is the proof and a new password.
func (p wbProof) with(password string) j {
	body := j{"newPassword": password}
	for k, v := range seed.InOrder(p) {
		body[k] = v
	}
	return body
}

// mailCode sends a person a reset link and reads its code.
func (c wbCaller) mailCode(p *harness.Person) wbProof {
	c.T.Helper()
	must(c.World, c.reset("send-password-reset-email", j{"userId": p.ID}), http.StatusOK)
	return wbProof{"emailAuthCode": c.mailed(p, wbKeyOfLink)}
}

// linkCode has a reset link made and returned.
func (c wbCaller) linkCode(p *harness.Person) wbProof {
	c.T.Helper()
	a := must(c.World, c.reset("create-password-reset-link", j{"userId": p.ID}), http.StatusOK)
	return wbProof{"passwordResetCode": a.Field(c.T, "passwordResetCode")}
}

// otp sends a person an OTP; the tenant must mail OTPs.
func (c wbCaller) otp(p *harness.Person) wbProof {
	c.T.Helper()
	a := must(c.World, c.reset("send-password-reset-email", j{"userId": p.ID}), http.StatusOK)
	return wbProof{"requestCode": a.Field(c.T, "requestCode"), "verificationCode": c.mailed(p, wbOTPOfMail)}
}

// wrong is a proof with another OTP than the right one.
func (p wbProof) wrong() wbProof {
	other := "000000"
	if p["verificationCode"] == other {
		other = "000001"
	}
	return wbProof{"requestCode": p["requestCode"], "verificationCode": other}
}

// wbWays are the three ways of proving a reset, by name.
func wbWays() map[string]func(wbCaller, *harness.Person) wbProof {
	return map[string]func(wbCaller, *harness.Person) wbProof{
		"a mailed link": wbCaller.mailCode,
		"a mailed OTP": func(c wbCaller, p *harness.Person) wbProof {
			c.Settings(wbMailOTPs)
			return c.otp(p)
		},
		"a created link": wbCaller.linkCode,
	}
}

// dead is the member of a WristbandError that refuses a proof.
func (p wbProof) dead() string {
	switch {
	case p["emailAuthCode"] != nil:
		return `"violations":{"emailAuthCode":[{"code":"invalid_email_auth_code"}]}`
	case p["passwordResetCode"] != nil:
		return `"violations":{"passwordResetCode":[{"code":"invalid_password_reset_code"}]}`
	}
	return `"violations":{"verificationCode":[{"code":"invalid_verification_code"}]}`
}

// admits tells whether an access token still admits its user: another user's id is
// refused with 403 to a known caller, with 401 to an unknown one.
func (c wbCaller) admits(token string) bool {
	c.T.Helper()
	a := c.Do(harness.Call{Method: http.MethodPost, Path: wbChange, Token: token, Body: j{
		"userId": "00000000-0000-7000-8000-000000000000", "currentPassword": "x", "newPassword": "y",
	}})
	if a.Status != http.StatusForbidden && a.Status != http.StatusUnauthorized {
		c.T.Fatalf("status %d: %s", a.Status, a.Body)
	}
	return a.Status == http.StatusForbidden
}

// wbForm is a call below /api/v1/oauth2/ with a form and no client.
func wbForm(operation string, values ...string) harness.Call {
	form := url.Values{}
	for i := 0; i < len(values); i += 2 {
		form.Set(values[i], values[i+1])
	}
	return harness.Call{
		Method: http.MethodPost, Path: wbOAuth + operation, Body: form.Encode(), Type: "application/x-www-form-urlencoded",
	}
}

// oauth is the same with the caller's id and secret in the form.
func (c wbCaller) oauth(operation string, values ...string) harness.Call {
	return wbForm(operation, append(values, "client_id", c.key.ID, "client_secret", c.key.Secret.Reveal())...)
}

// refresh exchanges a refresh token.
func (c wbCaller) refresh(token string) harness.Answer {
	c.T.Helper()
	return c.Do(c.oauth("token", "grant_type", "refresh_token", "refresh_token", token))
}

// refusal compares an answer with the refusal of a proof.
func (c wbCaller) refusal(what string, a harness.Answer, p wbProof) {
	c.T.Helper()
	if a.Status != http.StatusBadRequest || !strings.Contains(a.Body, p.dead()) {
		c.T.Errorf("%s: status %d, want 400 with %s: %s", what, a.Status, p.dead(), a.Body)
	}
}

// toldOfChange counts the mails that tell a person of a new password.
func (c wbCaller) toldOfChange(p *harness.Person) int {
	c.T.Helper()
	n := 0
	for _, m := range c.Mails() {
		if m.To == p.Email && strings.Contains(m.Subject, "was changed") {
			n++
		}
	}
	return n
}

func TestWristbandErrorsCarryATicketThatNamesTheRequest(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c := wristband(w)
		call := c.reset("send-password-reset-email", j{"userId": "nobody"})
		call.Header = map[string]string{"X-Request-Id": "01890a5d-ac96-774b-bcce-b302099a8057"}
		a := must(w, call, http.StatusNotFound)
		if got := a.Field(t, "ticket"); got != "064gmqdcjsvmqf6epc10k6m0aw" || a.Header.Get("Content-Type") != "application/json" {
			t.Errorf("ticket %q, type %q", got, a.Header.Get("Content-Type"))
		}
		call.Header = map[string]string{"X-Request-Id": "not-a-uuid"}
		if got := must(w, call, http.StatusNotFound).Field(t, "ticket"); len(got) != 26 {
			t.Errorf("ticket %q", got)
		}
	})
}

// wbSoon is a moment before the end of a life, so that boundaries are exact.
func wbSoon(life time.Duration) time.Duration { return life - time.Microsecond }
