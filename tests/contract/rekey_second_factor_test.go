package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/lifecycle"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/totp"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// A user enrolls, confirms, uses, renews and removes his own app; each step wants what
// the standards want of it (S68).
func TestRekeyAUserHasHisOwnSecondFactor(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, bob := w.Person("ada"), w.Person("bob")
		self := native{w, w.LogIn(p).AccessToken}
		other := w.LogIn(p)
		user := "/v1/users/" + p.ID
		want := func(method string) harness.Answer {
			t.Helper()
			d := self.must(200, http.MethodGet, user+"/second-factor", nil)
			if d.Field(t, "method") != method {
				t.Errorf("method %s, want %s", d.Body, method)
			}
			return d
		}
		want("none")
		fresh := j{"currentPassword": p.Password}
		self.refused(422, "wrong_current_password", http.MethodPost, user+"/totp", j{})
		self.refused(422, "wrong_current_password", http.MethodPost, user+"/totp", j{"currentPassword": "wrong\x00"})
		self.refused(404, "user_not_found", http.MethodPost, "/v1/users/"+bob.ID+"/totp", fresh)
		self.refused(409, "no_enrollment", http.MethodPost, user+"/totp/confirm", j{"code": "123456"})
		self.refused(404, "no_second_factor", http.MethodPost, user+"/second-factor/remove", j{})
		self.refused(404, "no_second_factor", http.MethodPost, user+"/recovery-codes", j{})

		in := self.must(201, http.MethodPost, user+"/totp", fresh)
		if !strings.HasPrefix(in.Field(t, "uri"), "otpauth://totp/Rekey:ada?") || in.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("enrolled: %s", in.Body)
		}
		if d := want("none"); d.Field(t, "pendingUntil") != in.Field(t, "expiresAt") {
			t.Errorf("waiting: %s", d.Body)
		}
		a := &app{w: w, key: secret.NewText(in.Field(t, "secret")), person: p}
		self.refused(422, "factor_code_wrong", http.MethodPost, user+"/totp/confirm", j{"code": a.wrong()})
		var codes struct{ RecoveryCodes []string }
		self.must(200, http.MethodPost, user+"/totp/confirm", j{"code": a.code()}).JSON(t, &codes)
		if d := want("totp"); len(codes.RecoveryCodes) != 10 || d.Field(t, "recoveryCodesLeft") != "10" || d.Field(t, "confirmedAt") == "" {
			t.Errorf("confirmed: %s", d.Body)
		}
		must(w, refresh(other.RefreshToken), http.StatusUnauthorized)
		self.refused(409, "second_factor_exists", http.MethodPost, user+"/totp", fresh)
		self.refused(409, "second_factor_exists", http.MethodPost, user+"/totp/confirm", j{"code": a.code()})

		self.refused(422, "factor_code_required", http.MethodPost, user+"/recovery-codes", fresh)
		w.Clock.Advance(totp.Period)
		var renewed struct{ RecoveryCodes []string }
		self.must(200, http.MethodPost, user+"/recovery-codes", j{"currentPassword": p.Password, "code": a.code()}).JSON(t, &renewed)
		drop := j{"currentPassword": p.Password, "code": codes.RecoveryCodes[0]}
		self.refused(422, "factor_code_wrong", http.MethodPost, user+"/second-factor/remove", drop)
		self.refused(403, "forbidden", http.MethodDelete, user+"/second-factor", nil)
		drop["code"] = renewed.RecoveryCodes[0]
		self.must(204, http.MethodPost, user+"/second-factor/remove", drop)
		want("none")
		native{w, ""}.must(201, http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, ""))
		notLogged(w, a.key, secret.NewText(codes.RecoveryCodes[0]), secret.NewText(renewed.RecoveryCodes[0]))
	})
}

// An administrator helps a user who lost app and codes, within his boundary.
func TestRekeyAnAdministratorsHandOnASecondFactor(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := native{w, w.Key("second-factors:write", "users:read").Key.Reveal()}
		p := w.Person("ada", harness.WithMFA)
		user := "/v1/users/" + p.ID
		in := n.must(201, http.MethodPost, user+"/totp", j{})
		a := &app{w: w, key: secret.NewText(in.Field(t, "secret")), person: p}
		var codes struct{ RecoveryCodes []string }
		n.must(200, http.MethodPost, user+"/totp/confirm", j{"code": a.code()}).JSON(t, &codes)
		n.must(200, http.MethodPost, user+"/recovery-codes", j{})
		native{w, ""}.refused(401, "login_failed", http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, codes.RecoveryCodes[0]))

		stranger := native{w, w.TenantKey(w.NewTenant("Stranger", false, models.DefaultSettings()), "second-factors:write", "users:read").Key.Reveal()}
		for _, c := range []struct{ method, path string }{
			{http.MethodGet, "/second-factor"}, {http.MethodDelete, "/second-factor"}, {http.MethodPost, "/totp"},
			{http.MethodPost, "/recovery-codes"},
		} {
			var body any
			if c.method == http.MethodPost {
				body = j{}
			}
			stranger.refused(404, "user_not_found", c.method, user+c.path, body)
		}
		stranger.refused(404, "user_not_found", http.MethodPost, user+"/totp/confirm", j{"code": a.code()})
		n.refused(403, "forbidden", http.MethodPost, user+"/second-factor/remove", j{})

		n.must(204, http.MethodDelete, user+"/second-factor", nil)
		n.refused(404, "no_second_factor", http.MethodDelete, user+"/second-factor", nil)
		if d := n.must(200, http.MethodGet, user+"/second-factor", nil); d.Field(t, "method") != "mail" {
			t.Errorf("after the removal: %s", d.Body)
		}

		// An administrator's own factor is his own like everybody's, and DELETE shows no proof.
		chief, reach, rights := w.Person("chief"), models.BoundaryApplication, []string{"second-factors:write"}
		change := lifecycle.UpdateUser{UserID: chief.ID, Version: store.AnyVersion, Boundary: &reach, Permissions: &rights}
		if _, err := w.Core.UpdateUser(system(), change); err != nil {
			t.Fatal(err)
		}
		b := withApp(w, chief)
		token := native{w, ""}.must(201, http.MethodPost, sessionsPath, nativeLogin("chief", chief.Password, b.code())).Field(t, "accessToken")
		withApp(w, p)
		n.as(token).refused(422, "wrong_current_password", http.MethodDelete, "/v1/users/"+chief.ID+"/second-factor", nil)
		n.as(token).must(204, http.MethodDelete, user+"/second-factor", nil)
		less := native{w, w.TenantKey(w.Tenant, "second-factors:write").Key.Reveal()}
		less.refused(403, "holds_more", http.MethodDelete, "/v1/users/"+chief.ID+"/second-factor", nil)
	})
}

// S13: where the tenant wants it a reset needs the factor too, and costs nothing without.
func TestRekeyAResetWithTheSecondFactor(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, nobody := asOwner(w), native{w, ""}
		p := w.Person("ada")
		a := withApp(w, p)
		w.Settings(func(s *models.Settings) { s.ResetNeedsFactor = true })
		ticket := n.must(201, http.MethodPost, "/v1/tickets", j{"userId": p.ID, "purpose": "reset", "medium": "link", "deliver": "return"})
		proof := j{"ticket": ticket.Field(t, "proof", "ticket")}
		if seen := nobody.must(200, http.MethodPost, "/v1/tickets/inspect", proof); seen.Field(t, "secondFactorRequired") != "true" {
			t.Errorf("inspected: %s", seen.Body)
		}
		proof["newPassword"] = harness.NewPassword
		nobody.refused(422, "factor_code_required", http.MethodPost, "/v1/tickets/redeem", proof)
		proof["factorCode"] = a.wrong()
		nobody.refused(422, "factor_code_wrong", http.MethodPost, "/v1/tickets/redeem", proof)
		proof["factorCode"], proof["revoke"] = a.code(), "none"
		nobody.refused(422, "revocation_not_allowed", http.MethodPost, "/v1/tickets/redeem", proof)
		delete(proof, "revoke")
		nobody.must(200, http.MethodPost, "/v1/tickets/redeem", proof)
		nobody.refused(401, "login_failed", http.MethodPost, sessionsPath, nativeLogin("ada", harness.NewPassword, a.code())) // spent by the reset
		nobody.must(201, http.MethodPost, sessionsPath, nativeLogin("ada", harness.NewPassword, a.codes[1].Reveal()))
	})
}
