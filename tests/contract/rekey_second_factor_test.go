package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/secret"
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
		user, fresh := "/v1/users/"+p.ID, j{"currentPassword": p.Password}
		w.Check("he begins without one", func(t *testing.T) { self.factorIs(p, "none") })
		self.refuses(
			refusal{"enrolling without the password", 422, "wrong_current_password", http.MethodPost, user + "/totp", j{}, nil},
			refusal{"enrolling with a password that is no text", 422, "wrong_current_password", http.MethodPost, user + "/totp", j{"currentPassword": "wrong\x00"}, nil},
			refusal{"enrolling another user", 404, "user_not_found", http.MethodPost, "/v1/users/" + bob.ID + "/totp", fresh, nil},
			refusal{"confirming what was not enrolled", 409, "no_enrollment", http.MethodPost, user + "/totp/confirm", j{"code": "123456"}, nil},
			refusal{"removing what there is not", 404, "no_second_factor", http.MethodPost, user + "/second-factor/remove", j{}, nil},
			refusal{"recovery codes of what there is not", 404, "no_second_factor", http.MethodPost, user + "/recovery-codes", j{}, nil},
		)
		a := &app{w: w, person: p}
		w.Step("he enrolls an app, which waits", func(t *testing.T) {
			in := self.must(201, http.MethodPost, user+"/totp", fresh)
			if !strings.HasPrefix(in.Field(t, "uri"), "otpauth://totp/Rekey:ada?") || in.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("enrolled: %s", in.Body)
			}
			if d := self.factorIs(p, "none"); d.Field(t, "pendingUntil") != in.Field(t, "expiresAt") {
				t.Errorf("waiting: %s", d.Body)
			}
			a.key = secret.NewText(in.Field(t, "secret"))
		})
		self.refuses(refusal{"confirming with a wrong code", 422, "factor_code_wrong", http.MethodPost, user + "/totp/confirm", j{"code": a.wrong()}, nil})
		var codes []string
		w.Step("he confirms it, gets ten recovery codes, and his other logins end", func(t *testing.T) {
			codes = self.recoveryCodes(user+"/totp/confirm", j{"code": a.code()})
			if d := self.factorIs(p, "totp"); len(codes) != 10 || d.Field(t, "recoveryCodesLeft") != "10" || d.Field(t, "confirmedAt") == "" {
				t.Errorf("confirmed: %s", d.Body)
			}
			must(w, refresh(other.RefreshToken), http.StatusUnauthorized)
		})
		self.refuses(
			refusal{"enrolling twice", 409, "second_factor_exists", http.MethodPost, user + "/totp", fresh, nil},
			refusal{"confirming twice", 409, "second_factor_exists", http.MethodPost, user + "/totp/confirm", j{"code": a.code()}, nil},
			refusal{"recovery codes without a code", 422, "factor_code_required", http.MethodPost, user + "/recovery-codes", fresh, nil},
		)
		self.removesHisFactor(p, a, codes)
	})
}

// factorIs says what the method of a user's second factor has to be.
func (n native) factorIs(p *harness.Person, method string) harness.Answer {
	n.T.Helper()
	d := n.must(200, http.MethodGet, "/v1/users/"+p.ID+"/second-factor", nil)
	if d.Field(n.T, "method") != method {
		n.T.Errorf("method %s, want %s", d.Body, method)
	}
	return d
}

// recoveryCodes are those that a request is answered with.
func (n native) recoveryCodes(path string, body j) []string {
	n.T.Helper()
	var codes struct{ RecoveryCodes []string }
	n.must(200, http.MethodPost, path, body).JSON(n.T, &codes)
	return codes.RecoveryCodes
}

// removesHisFactor by a recovery code: a new one, since new ones replace the former.
func (n native) removesHisFactor(p *harness.Person, a *app, former []string) {
	n.T.Helper()
	w, user := n.World, "/v1/users/"+p.ID
	var renewed []string
	w.Step("he renews his recovery codes", func(t *testing.T) {
		w.Clock.Advance(totp.Period)
		renewed = n.recoveryCodes(user+"/recovery-codes", j{"currentPassword": p.Password, "code": a.code()})
	})
	n.refuses(
		refusal{"removing it by a former recovery code", 422, "factor_code_wrong", http.MethodPost, user + "/second-factor/remove", j{"currentPassword": p.Password, "code": former[0]}, nil},
		refusal{"removing it without a proof", 403, "forbidden", http.MethodDelete, user + "/second-factor", nil, nil},
	)
	w.Step("he removes it by a recovery code, and logs in without one", func(t *testing.T) {
		n.must(204, http.MethodPost, user+"/second-factor/remove", j{"currentPassword": p.Password, "code": renewed[0]})
		n.factorIs(p, "none")
		nobody(w).must(201, http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, ""))
	})
	w.Check("neither the secret nor a code is in the log", func(t *testing.T) {
		notLogged(w, a.key, secret.NewText(former[0]), secret.NewText(renewed[0]))
	})
}

// An administrator helps a user who lost app and codes, within his boundary.
func TestRekeyAnAdministratorsHandOnASecondFactor(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := native{w, w.Key("second-factors:write", "users:read").Key.Reveal()}
		p := w.Person("ada", harness.WithMFA)
		user := "/v1/users/" + p.ID
		a := &app{w: w, person: p}
		w.Step("he enrolls an app for a user, and renews the codes", func(t *testing.T) {
			in := n.must(201, http.MethodPost, user+"/totp", j{})
			a.key = secret.NewText(in.Field(t, "secret"))
			codes := n.recoveryCodes(user+"/totp/confirm", j{"code": a.code()})
			n.must(200, http.MethodPost, user+"/recovery-codes", j{})
			nobody(w).refused(401, "login_failed", http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, codes[0]))
		})
		unauthorised := native{w, w.TenantKey(w.NewTenant("Foreign", false, models.DefaultSettings()), "second-factors:write", "users:read").Key.Reveal()}
		unauthorised.refuses(
			refusal{"an unauthorised caller reads it", 404, "user_not_found", http.MethodGet, user + "/second-factor", nil, nil},
			refusal{"an unauthorised caller removes it", 404, "user_not_found", http.MethodDelete, user + "/second-factor", nil, nil},
			refusal{"an unauthorised caller enrolls another", 404, "user_not_found", http.MethodPost, user + "/totp", j{}, nil},
			refusal{"an unauthorised caller renews the codes", 404, "user_not_found", http.MethodPost, user + "/recovery-codes", j{}, nil},
			refusal{"an unauthorised caller confirms it", 404, "user_not_found", http.MethodPost, user + "/totp/confirm", j{"code": a.code()}, nil},
		)
		n.refuses(refusal{"removing it as if it were his own", 403, "forbidden", http.MethodPost, user + "/second-factor/remove", j{}, nil})
		w.Step("he removes it once, and codes are mailed again", func(t *testing.T) {
			n.must(204, http.MethodDelete, user+"/second-factor", nil)
			n.refused(404, "no_second_factor", http.MethodDelete, user+"/second-factor", nil)
			n.factorIs(p, "mail")
		})
		n.chiefsFactor(p)
	})
}

// chiefsFactor: an administrator's own factor is his own like everybody's, and DELETE
// shows no proof.
func (n native) chiefsFactor(p *harness.Person) {
	n.T.Helper()
	w := n.World
	chief, reach, rights := w.Person("chief"), models.BoundaryApplication, []string{"second-factors:write"}
	change := accounts.UpdateUserInput{UserID: chief.ID, Version: core.AnyVersion, Boundary: &reach, Permissions: &rights}
	if _, err := w.Core.Accounts.UpdateUser(system(), change); err != nil {
		w.T.Fatal(err)
	}
	b := withApp(w, chief)
	token := nobody(w).must(201, http.MethodPost, sessionsPath, nativeLogin("chief", chief.Password, b.code())).Field(w.T, "accessToken")
	withApp(w, p)
	n.as(token).refuses(refusal{"an administrator's own, without a proof", 422, "wrong_current_password", http.MethodDelete, "/v1/users/" + chief.ID + "/second-factor", nil, nil})
	w.Check("an administrator removes another's", func(t *testing.T) {
		n.as(token).must(204, http.MethodDelete, "/v1/users/"+p.ID+"/second-factor", nil)
	})
	less := native{w, w.TenantKey(w.Tenant, "second-factors:write").Key.Reveal()}
	less.refuses(refusal{"that of somebody who holds more", 403, "holds_more", http.MethodDelete, "/v1/users/" + chief.ID + "/second-factor", nil, nil})
}

// S13: where the tenant wants it a reset needs the factor too, and costs nothing without.
func TestRekeyAResetWithTheSecondFactor(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, anyone := asOwner(w), nobody(w)
		p := w.Person("ada")
		a := withApp(w, p)
		w.Settings(func(s *models.Settings) { s.ResetNeedsFactor = true })
		ticket := n.must(201, http.MethodPost, "/v1/tickets", j{"userId": p.ID, "purpose": "reset", "medium": "link", "deliver": "return"})
		proof := j{"ticket": ticket.Field(t, "proof", "ticket")}
		w.Check("inspecting the ticket says so", func(t *testing.T) {
			if seen := anyone.must(200, http.MethodPost, "/v1/tickets/inspect", proof); seen.Field(t, "secondFactorRequired") != "true" {
				t.Errorf("inspected: %s", seen.Body)
			}
		})
		order := with(proof, "newPassword", harness.NewPassword)
		right := with(order, "factorCode", a.code())
		anyone.refuses(
			refusal{"a reset without a code", 422, "factor_code_required", http.MethodPost, "/v1/tickets/redeem", order, nil},
			refusal{"a reset with a wrong code", 422, "factor_code_wrong", http.MethodPost, "/v1/tickets/redeem", with(order, "factorCode", a.wrong()), nil},
			refusal{"a reset that ends nothing", 422, "revocation_not_allowed", http.MethodPost, "/v1/tickets/redeem", with(right, "revoke", "none"), nil},
		)
		w.Step("with the code it sets the password", func(t *testing.T) {
			anyone.must(200, http.MethodPost, "/v1/tickets/redeem", right)
		})
		w.Check("the code was spent by the reset, and the recovery codes were not", func(t *testing.T) {
			anyone.refused(401, "login_failed", http.MethodPost, sessionsPath, nativeLogin("ada", harness.NewPassword, a.code()))
			anyone.must(201, http.MethodPost, sessionsPath, nativeLogin("ada", harness.NewPassword, a.codes[1].Reveal()))
		})
	})
}
