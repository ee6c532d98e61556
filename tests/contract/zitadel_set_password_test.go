package contract_test

import (
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// zitPassword is a request to set minnie's password.
func zitPassword(body any) func(*harness.World) harness.Call {
	return func(w *harness.World) harness.Call { return zitadel(w).user(w.Person("minnie"), "password", body) }
}

// zitClear is a body with a password of one's choice.
func zitClear(password string) j { return j{"newPassword": j{"password": password}} }

// zitVendorPolicy is the policy that the vendor begins with.
func zitVendorPolicy(s *models.Settings) {
	s.Password = models.PasswordPolicy{MinLength: 8, MinLengthMFA: 8, MaxLength: 70, MinLower: 1, MinUpper: 1, MinDigit: 1, MinSymbol: 1, History: 3}
}

func TestZitadelAnAdministratorSetsAPassword(t *testing.T) {
	t.Parallel()
	changed := func(w *harness.World, _ harness.Answer) {
		p := zitMinnie(w)
		p.Password = harness.NewPassword
		w.LogIn(p)
		if n := len(w.Mails()); n != 1 || strings.Contains(w.Mails()[0].Text, harness.NewPassword) {
			w.T.Errorf("%d mails about the change, or one with the password", n)
		}
	}
	harness.Run(t, []harness.Case{
		{Name: "without a proof", Given: zitPassword(zitSet()), Status: 200, Has: []string{`"sequence":"2"`, `"resourceOwner"`}, Then: changed},
		{
			Name:  "null proofs count as absent",
			Given: zitPassword(`{"newPassword":{"password":"` + harness.NewPassword + `"},"currentPassword":null,"verificationCode":null}`), Status: 200, Then: changed,
		},
		{
			Name: "to be changed at the next login", Status: 200,
			Given: zitPassword(j{"newPassword": j{"password": harness.NewPassword, "changeRequired": true}}),
			Then: func(w *harness.World, _ harness.Answer) {
				z := zitadel(w)
				z.expect(z.post("/v2/sessions", zitLogin("minnie", harness.NewPassword)), 400, zitFault(9, "REKEY-PasswordChangeRequired")...)
			},
		},
		{
			Name: "of a user who had none", Status: 200,
			Given: func(w *harness.World) harness.Call {
				return zitadel(w).user(w.Person("minnie", harness.NoPassword), "password", zitSet())
			},
		},
	})
}

func TestZitadelARefusedPasswordChangesNothing(t *testing.T) {
	t.Parallel()
	vendor := []harness.Option{harness.WithSettings(zitVendorPolicy)}
	harness.Run(t, []harness.Case{
		{Name: "too short by default", Given: zitPassword(zitClear("fourteen chars")), Status: 400, Has: zitFault(3, "DOMAIN-HuJf6"), Then: zitUnchanged, Never: []string{"fourteen"}},
		{Name: "too short", Given: zitPassword(zitClear("Aa1!567")), Status: 400, Has: zitFault(3, "DOMAIN-HuJf6"), With: vendor},
		{Name: "no lower-case letter", Given: zitPassword(zitClear("AA1!5678")), Status: 400, Has: zitFault(3, "DOMAIN-co3Xw"), With: vendor},
		{Name: "no upper-case letter", Given: zitPassword(zitClear("aa1!5678")), Status: 400, Has: zitFault(3, "DOMAIN-VoaRj"), With: vendor},
		{Name: "no number", Given: zitPassword(zitClear("Aa!bcdefg")), Status: 400, Has: zitFault(3, "DOMAIN-ZBv4H"), With: vendor},
		{Name: "no symbol", Given: zitPassword(zitClear("Aa1b5678")), Status: 400, Has: zitFault(3, "DOMAIN-ZDLwA"), With: vendor},
		{
			Name: "every broken rule has an entry", Given: zitPassword(zitClear("aaaaaa")), Status: 400, With: vendor,
			Has:  []string{`Password is too short (DOMAIN-HuJf6)"`, `"id":"DOMAIN-VoaRj"`, `"id":"DOMAIN-ZBv4H"`, `"id":"DOMAIN-ZDLwA"`},
			Then: zitUnchanged, Never: []string{"DOMAIN-co3Xw"},
		},
		{Name: "too long", Given: zitPassword(zitClear("Aa1!" + strings.Repeat("x", 70))), Status: 400, Has: zitFault(3, "REKEY-PasswordTooLong"), With: vendor},
		{Name: "commonly used", Given: zitPassword(zitClear("passwordpassword1")), Status: 400, Has: zitFault(3, "REKEY-PasswordBlocklisted"), Then: zitUnchanged},
		{Name: "the same again, with the history kept", Given: zitPassword(zitClear(harness.Password)), Status: 400, Has: zitFault(9, "COMMAND-Aesh5"), With: []harness.Option{
			harness.WithSettings(func(s *models.Settings) { s.Password.History = 3 }),
		}},
		{
			Name: "the same again, by the current password", Status: 400, Has: zitFault(9, "COMMAND-Aesh5"),
			Given: zitPassword(j{"newPassword": j{"password": harness.Password}, "currentPassword": harness.Password}),
		},
		{Name: "NUL", Given: zitPassword(zitClear("violet submarine\x00under the rain")), Status: 400, Has: zitFault(3, "REKEY-PasswordNotText"), Then: zitUnchanged},
		{Name: "empty", Given: zitPassword(zitClear("")), Status: 400, Has: zitMalformed("invalid SetPasswordRequest: /newPassword/password: the value is too short")},
		{
			Name: "longer than the field", Given: zitPassword(zitClear(strings.Repeat("pw", 101))), Status: 400, Never: []string{"pwpw"},
			Has: zitMalformed("invalid SetPasswordRequest: /newPassword/password: the value is too long"),
		},
		{Name: "missing", Given: zitPassword(`{}`), Status: 400, Has: zitMalformed("invalid SetPasswordRequest: /newPassword: a value is required")},
		{Name: "a number", Given: zitPassword(`{"newPassword":{"password":1234567890123456}}`), Status: 400, Never: []string{"123456"}, Has: []string{"/newPassword/password"}},
		{
			Name: "both proofs", Status: 400, Then: zitUnchanged,
			Given: zitPassword(j{"newPassword": j{"password": harness.NewPassword}, "currentPassword": harness.Password, "verificationCode": "x"}),
			Has:   zitMalformed("invalid SetPasswordRequest: /currentPassword and /verificationCode exclude each other"),
		},
		{
			Name: "a code longer than any", Given: zitPassword(zitSet("verificationCode", strings.Repeat("x", 21))), Status: 400,
			Has: zitMalformed("invalid SetPasswordRequest: /verificationCode: the value is too long"),
		},
		{
			Name: "a password in a directory", Status: 400, Has: zitFault(9, "REKEY-NoDirectory"),
			Given: func(w *harness.World) harness.Call {
				return zitadel(w).user(w.Person("minnie", harness.InDirectory), "password", zitSet())
			},
		},
	})
}

func TestZitadelAnUnknownUserIsAnsweredLikeABadProof(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		foreign := zitForeign(w)
		for _, c := range []func(body any) harness.Call{
			func(body any) harness.Call { return z.post("/v2/users/nobody/password", body) },
			func(body any) harness.Call { return foreign.user(p, "password", body) },
		} {
			z.expect(c(zitSet()), 400, append(zitFault(9, "COMMAND-3M0fs"), "User could not be found")...)
			z.expect(c(zitSet("currentPassword", harness.Password)), 400, append(zitFault(3, "COMMAND-3M0fs"), "Password is invalid")...)
			z.expect(c(zitSet("verificationCode", "x")), 400, zitFault(9, "COMMAND-2M9fs")...)
		}
		wrong := z.expect(z.user(p, "password", zitSet("currentPassword", "wrong")), 400)
		unknown := z.expect(z.post("/v2/users/nobody/password", zitSet("currentPassword", "wrong")), 400)
		same(t, "a wrong password and an unknown user", wrong, unknown)
		none := z.expect(z.user(p, "password", zitSet("verificationCode", "x")), 400)
		unknown = z.expect(z.post("/v2/users/nobody/password", zitSet("verificationCode", "x")), 400)
		same(t, "no code and an unknown user", none, unknown)
		z.unchanged(p)
	})
}

func TestZitadelACodeSetsThePasswordOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		old := w.LogIn(p)
		code := z.returned(p)
		z.expect(z.user(p, "password", j{"newPassword": j{"password": "short"}, "verificationCode": code}), 400, zitFault(3, "DOMAIN-HuJf6")...)
		z.unchanged(p) // a refused password does not use the code up (S37)
		a := z.expect(z.user(p, "password", j{"newPassword": j{"password": harness.NewPassword, "changeRequired": true}, "verificationCode": code}), 200)
		if n := zitSequence(t, a); n != 3 {
			t.Errorf("sequence %d", n)
		}
		if z.admits(old.AccessToken) {
			t.Error("a session outlives the change") // S55
		}
		p.Password = harness.NewPassword
		w.LogIn(p) // and changeRequired was not honoured
		z.expect(z.user(p, "password", zitSet("verificationCode", code)), 400, zitFault(9, "COMMAND-2M9fs")...)
	})
}

func TestZitadelWhyACodeDoesNotWork(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p, other := zitadel(w), w.Person("minnie"), w.Person("donald")
		try := func(p *harness.Person, code string, grpc int, id string) {
			t.Helper()
			z.expect(z.user(p, "password", zitSet("verificationCode", code)), 400, zitFault(grpc, id)...)
		}
		try(p, "none was asked for", 9, "COMMAND-2M9fs")
		first := z.returned(p)
		second := z.returned(p)
		try(p, first, 3, "CODE-woT0xc") // one outstanding code per user (S33)
		try(p, strings.ToUpper(second), 3, "CODE-woT0xc")
		try(p, second[:19], 3, "CODE-woT0xc")
		try(p, second[:19]+" ", 3, "CODE-woT0xc")
		try(other, second, 9, "COMMAND-2M9fs") // bound to its user (S32)
		theirs := z.returned(other)
		try(p, theirs, 3, "CODE-woT0xc")
		try(other, second, 3, "CODE-woT0xc")
		w.Clock.Advance(time.Hour - time.Microsecond)
		try(p, "wrong", 3, "CODE-woT0xc")
		w.Clock.Advance(time.Microsecond)
		try(p, second, 9, "CODE-QvUQ4P")
		try(p, "wrong", 9, "CODE-QvUQ4P")
		third := z.returned(p)
		try(p, second, 3, "CODE-woT0xc")
		z.unchanged(p)
		z.expect(z.user(p, "lock", `{}`), 200)
		try(p, third, 9, "COMMAND-2M9fs")
		z.expect(z.user(p, "unlock", `{}`), 200)
		try(p, third, 9, "COMMAND-2M9fs")
		z.unchanged(p)
	})
}

func TestZitadelACodeIsForItsTenantPurposeAndForm(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		guest := w.Person("daisy", harness.NoPassword)
		code := z.returned(p)
		foreign := zitForeign(w)
		right := foreign.expect(foreign.user(p, "password", zitSet("verificationCode", code)), 400)
		wrong := foreign.expect(foreign.user(p, "password", zitSet("verificationCode", "x")), 400)
		same(t, "the right code and a wrong one, out of reach", right, wrong)
		invite := z.expect(z.user(guest, "invite_code", `{"returnCode":{}}`), 200).Field(t, "inviteCode")
		z.expect(z.user(guest, "password", zitSet("verificationCode", invite)), 400, zitFault(9, "COMMAND-2M9fs")...)
		z.expect(z.user(p, "invite_code/verify", j{"verificationCode": code}), 400, zitFault(3, "COMMAND-Wgn4q")...)
		w.Do(check(resetPath, code))
		w.Do(redeem(resetPath, code, harness.NewPassword))
		z.unchanged(p)
		z.expect(z.user(p, "password", zitSet("verificationCode", code)), 200)
	})
}

func TestZitadelAUserChangesHisOwnPassword(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, other := w.Person("minnie"), w.Person("donald")
		z := zitadel(w)
		code, theirs := z.returned(p), z.returned(other)
		self := z.as(w.LogIn(p).AccessToken)
		z.expects(zitCall{"his own without a proof", self.user(p, "password", zitSet()), 403, zitFault(7, "AUTH-5mWD2")})
		for name, body := range seed.InOrder(map[string]j{
			"without a proof": zitSet(), "by a password": zitSet("currentPassword", harness.Password), "by a code": zitSet("verificationCode", theirs),
		}) {
			w.Check("another's and nobody's are refused alike, "+name, func(t *testing.T) {
				existing := self.expect(self.user(other, "password", body), 403)
				unknown := self.expect(self.post("/v2/users/nobody/password", body), 403)
				same(t, "others who exist and who do not", existing, unknown)
			})
		}
		w.Check("another's is what it was", func(t *testing.T) { z.unchanged(other) })
		w.Check("a wrong current password changes nothing", func(t *testing.T) {
			self.expect(self.user(p, "password", zitSet("currentPassword", "wrong")), 400, zitFault(3, "COMMAND-3M0fs")...)
			z.unchanged(p)
		})
		var again zit
		w.Step("by the current password he changes it, and is not made to change it again", func(t *testing.T) {
			self.expect(self.user(p, "password", j{"newPassword": j{"password": harness.NewPassword, "changeRequired": true}, "currentPassword": harness.Password}), 200)
			p.Password = harness.NewPassword
			again = z.as(w.LogIn(p).AccessToken)
		})
		z.expects(zitCall{"a code from before", z.user(p, "password", zitSet("verificationCode", code)), 400, zitFault(9, "COMMAND-2M9fs")})
		w.Check("the session ends with the former password", func(t *testing.T) {
			if z.admits(self.key) {
				t.Error("the session outlives the change")
			}
		})
		w.Check("by a code he changes it as well", func(t *testing.T) {
			code := z.returned(p)
			again.expect(again.user(p, "password", j{"newPassword": j{"password": harness.Password}, "verificationCode": code}), 200)
			z.unchanged(p)
		})
	})
}

func TestZitadelWrongCurrentPasswordsCountLikeFailedLogins(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		bare := w.Person("donald", harness.NoPassword)
		wrong := z.expect(z.user(p, "password", zitSet("currentPassword", "wrong")), 400)
		none := z.expect(z.user(bare, "password", zitSet("currentPassword", "wrong")), 400)
		same(t, "a wrong password and none at all", wrong, none)
		for range 5 {
			z.expect(z.user(p, "password", zitSet("currentPassword", "wrong")), 400)
		}
		z.expect(z.user(p, "password", zitSet("currentPassword", harness.Password)), 400, zitFault(3, "COMMAND-3M0fs")...) // S10
		z.unchanged(p)
		w.Clock.Advance(2 * time.Hour)
		z.expect(z.user(p, "password", zitSet("currentPassword", harness.Password)), 200)
	})
}

func TestZitadelAYoungPasswordStays(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("minnie")
		z := zitadel(w).as(w.LogIn(p).AccessToken)
		z.expect(z.user(p, "password", zitSet("currentPassword", harness.Password)), 400, zitFault(9, "REKEY-PasswordTooYoung")...)
		z.unchanged(p)
	}, harness.WithSettings(func(s *models.Settings) { s.Password.MinLifetimeHours = 24 }))
}

func TestZitadelAConcurrentChangeIsReported(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		other := z.user(p, "password", zitClear("the winner of the two calls"))
		var begun atomic.Bool
		w.BreakStore(func(statement string) bool {
			if statement == "select tenants" && begun.CompareAndSwap(false, true) {
				z.expect(other, 200)
			}
			return false
		})
		z.expect(z.user(p, "password", zitSet()), 400, zitFault(9, "REKEY-CredentialChanged")...)
		if w.CanLogIn(p, harness.NewPassword) {
			t.Error("the later order won")
		}
	})
}

func TestZitadelPasswordsComposeAlike(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie", func(in *accounts.CreateUserInput) { in.Locale = "de" })
		z.expect(z.user(p, "password", zitClear("caf\u00e9 sous la pluie violette")), 200)
		z.expect(z.post("/v2/sessions", zitLogin("minnie", "cafe\u0301 sous la pluie violette")), 201) // S05
	})
}
