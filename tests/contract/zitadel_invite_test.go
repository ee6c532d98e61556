package contract_test

import (
	"context"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

func zitInvite(body any) func(*harness.World) harness.Call {
	return func(w *harness.World) harness.Call {
		return zitadel(w).user(w.Person("minnie", harness.NoPassword, harness.Unverified), "invite_code", body)
	}
}

var zitInviteLink = regexp.MustCompile(harness.PublicURL + `/set\?key=([A-Za-z0-9]{20})&user=[0-9a-f-]{36}\s`)

func TestZitadelCreateInviteCode(t *testing.T) {
	t.Parallel()
	mailed := func(w *harness.World, a harness.Answer) {
		if m := w.Mails(); len(m) != 1 || m[0].To != "minnie@example.test" || !zitInviteLink.MatchString(m[0].Text) || strings.Contains(a.Body, "inviteCode") {
			w.T.Errorf("not one mail with the default link: %v", m)
		}
	}
	harness.Run(t, []harness.Case{
		{Name: "an empty object mails the default link", Given: zitInvite(`{}`), Status: 200, Has: []string{`"sequence":"2"`}, Then: mailed},
		{Name: "null for both counts as neither", Given: zitInvite(`{"sendCode":null,"returnCode":null}`), Status: 200, Then: mailed},
		{Name: "an empty sendCode mails the default link", Given: zitInvite(`{"sendCode":{}}`), Status: 200, Then: mailed},
		{
			Name: "returnCode returns it and mails nothing", Given: zitInvite(`{"returnCode":{}}`), Status: 200, Has: []string{`"inviteCode":"`},
			Then: func(w *harness.World, _ harness.Answer) {
				if n := len(w.Mails()); n != 0 {
					w.T.Errorf("%d mails", n)
				}
			},
		},
		{
			Name: "both are refused", Given: zitInvite(`{"sendCode":{},"returnCode":{}}`), Status: 400, Then: zitUntouched,
			Has: zitMalformed("invalid CreateInviteCodeRequest: /sendCode and /returnCode exclude each other"),
		},
		{
			Name: "a user with a password needs none", Status: 400, Has: zitFault(9, "COMMAND-EF34g"), Then: zitUntouched,
			Given: func(w *harness.World) harness.Call { return zitadel(w).user(w.Person("minnie"), "invite_code", `{}`) },
		},
		{
			Name: "a user without an address gets no mail", Status: 400, Has: zitFault(9, "REKEY-EmailNotVerified"),
			Given: func(w *harness.World) harness.Call {
				return zitadel(w).user(w.Person("minnie", harness.NoPassword, harness.NoEmail), "invite_code", `{}`)
			},
		},
		{
			Name: "an unknown user", Status: 404, Has: zitFault(5, "COMMAND-Wgvn4"),
			Given: func(w *harness.World) harness.Call { return zitadel(w).post("/v2/users/nobody/invite_code", `{}`) },
		},
		{
			Name: "users may not invite", Status: 403, Has: zitFault(7, "AUTH-5mWD2"),
			Given: func(w *harness.World) harness.Call {
				p := w.Person("minnie")
				return zitadel(w).as(w.LogIn(p).AccessToken).user(p, "invite_code", `{}`)
			},
		},
	})
}

func TestZitadelAnInvitationInTheCallersWords(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie", harness.NoPassword, harness.Unverified)
		z.expect(z.user(p, "invite_code", j{"sendCode": j{"urlTemplate": zitTemplate, "applicationName": "Portal <b>https://evil.test/x</b>"}}), 200)
		link := regexp.MustCompile(regexp.QuoteMeta(zitApp+"/password/change?userID="+p.ID+"&code=") + `([A-Za-z0-9]{20})` + regexp.QuoteMeta("&orgID="+w.Tenant.ID+"\n"))
		first := w.LastMail(p.Email)
		z.expect(z.user(p, "invite_code/resend", `{}`), 200, `"sequence":"3"`)
		second := w.LastMail(p.Email)
		for _, m := range []string{first.Text, second.Text} {
			if !link.MatchString(m) || !strings.Contains(m, "Portal") || strings.Contains(m, "evil.test") {
				t.Errorf("not in the caller's words, or in too many of them:\n%s", m)
			}
		}
		old, code := link.FindStringSubmatch(first.Text)[1], link.FindStringSubmatch(second.Text)[1]
		z.expect(z.user(p, "invite_code/verify", j{"verificationCode": old}), 400, zitFault(3, "COMMAND-Wgn4q")...)
		z.expect(z.user(p, "invite_code/verify", j{"verification_code": code}), 200, `"sequence":"4"`)
	}, harness.WithSettings(zitAllowing))
}

func TestZitadelFromInvitationToLogin(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p, other := zitadel(w), w.Person("minnie", harness.NoPassword, harness.Unverified), w.Person("donald", harness.NoPassword)
		z.expect(z.user(p, "invite_code", `{}`), 200)
		code := zitInviteLink.FindStringSubmatch(w.LastMail(p.Email).Text)[1]
		var refused harness.Answer
		w.Step("a wrong code is refused", func(t *testing.T) {
			refused = z.expect(z.user(p, "invite_code/verify", j{"verificationCode": "wrong"}), 400, zitFault(3, "COMMAND-Wgn4q")...)
		})
		w.Check("another user's code is refused alike", func(t *testing.T) {
			same(t, "another user's", refused, z.Do(z.user(other, "invite_code/verify", j{"verificationCode": code})))
		})
		w.Check("out of reach the right and a wrong code are refused alike", func(t *testing.T) {
			foreign := zitForeign(w)
			same(t, "the right and a wrong code, out of reach",
				foreign.expect(foreign.user(p, "invite_code/verify", j{"verificationCode": code}), 404),
				foreign.expect(foreign.user(p, "invite_code/verify", j{"verificationCode": "x"}), 404, zitFault(5, "COMMAND-F5g2h")...))
		})
		z.expects(
			zitCall{"a code of nobody", z.post("/v2/users/nobody/invite_code/verify", j{"verificationCode": code}), 404, zitFault(5, "COMMAND-F5g2h")},
			zitCall{"no code", z.user(p, "invite_code/verify", `{}`), 400, zitMalformed("invalid VerifyInviteCodeRequest: /verificationCode: a value is required")},
			zitCall{"a reset before the invitation is accepted", z.user(p, "password_reset", `{}`), 400, zitFault(9, "COMMAND-Sfe4g")},
		)
		w.Step("in the last moment of its life the code is right, once", func(t *testing.T) {
			w.Clock.Advance(72*time.Hour - time.Microsecond)
			z.expect(z.user(p, "invite_code/verify", j{"verificationCode": code}), 200)
			same(t, "used", refused, z.Do(z.user(p, "invite_code/verify", j{"verificationCode": code})))
		})
		w.Step("the address is proven, so that a reset is mailed to it, and sets the password", func(t *testing.T) {
			z.expect(z.user(p, "password_reset", `{}`), 200)
			reset := regexp.MustCompile(`key=([A-Za-z0-9]{20})`).FindStringSubmatch(w.LastMail(p.Email).Text)[1]
			z.expect(z.user(p, "password", zitSet("verificationCode", reset)), 200)
			p.Password = harness.NewPassword
			w.LogIn(p)
		})
		z.expects(zitCall{"inviting a user with a password again", z.user(p, "invite_code/resend", `{}`), 400, zitFault(9, "COMMAND-Gg42s")})
	})
}

func TestZitadelAnInvitationExpires(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie", harness.NoPassword)
		code := z.expect(z.user(p, "invite_code", `{"returnCode":{}}`), 200).Field(t, "inviteCode")
		w.Clock.Advance(72 * time.Hour)
		z.expect(z.user(p, "invite_code/verify", j{"verificationCode": code}), 400, zitFault(3, "COMMAND-Wgn4q")...)
		z.expect(z.user(p, "password_reset", `{"returnCode":{}}`), 200)
	})
}

func TestZitadelAReturnedInvitationProvesNoAddress(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie", harness.NoPassword, harness.Unverified)
		code := z.expect(z.user(p, "invite_code", `{"returnCode":{}}`), 200).Field(t, "inviteCode")
		z.expect(z.user(p, "invite_code/verify", j{"verificationCode": code}), 200)
		addresses, err := w.Store.Read(context.Background()).AddressesOf(p.ID)
		if err != nil || len(addresses) != 1 || addresses[0].Verified() {
			t.Errorf("the address counts as proven: %v %v", addresses, err)
		}
		z.expect(z.user(p, "password_reset", `{}`), 400, zitFault(9, "REKEY-EmailNotVerified")...)
	})
}

func TestZitadelOnlyAMailedInvitationIsSentAgain(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie", harness.NoPassword)
		again := z.user(p, "invite_code/resend", `{}`)
		z.expects(zitCall{"one that there is not", again, 400, zitFault(9, "COMMAND-Wr3gq")})
		w.Step("one that was handed over is not sent again", func(t *testing.T) {
			z.expect(z.user(p, "invite_code", `{"returnCode":{}}`), 200)
			z.expect(again, 400, zitFault(9, "COMMAND-Wr3gq")...)
		})
		w.Step("one that was mailed is, also when it has expired", func(t *testing.T) {
			z.expect(z.user(p, "invite_code", `{}`), 200)
			z.expect(again, 200)
			w.Clock.Advance(100 * time.Hour)
			z.expect(again, 200)
		})
		self := z.as(w.LogIn(w.Person("donald")).AccessToken)
		z.expects(
			zitCall{"one of nobody", z.post("/v2/users/nobody/invite_code/resend", `{}`), 404, zitFault(5, "COMMAND-H3b2a")},
			zitCall{"sending it again, by a user", self.user(p, "invite_code/resend", `{}`), 403, nil},
			zitCall{"accepting it, by a user", self.user(p, "invite_code/verify", j{"verificationCode": "x"}), 403, nil},
			zitCall{"a body that is no object", z.user(p, "invite_code/resend", `[]`), 400, []string{`"code":3`}},
		)
		w.Check("its template has to be on the allow-list of today", func(t *testing.T) {
			w.Settings(func(s *models.Settings) { s.LinkTemplates = []string{zitApp} })
			z.expect(z.user(p, "invite_code", j{"sendCode": j{"urlTemplate": zitTemplate}}), 200)
			w.Settings(func(s *models.Settings) { s.LinkTemplates = nil })
			z.expect(again, 400, zitFault(3, "REKEY-UrlTemplateNotAllowed")...)
		})
	})
}
