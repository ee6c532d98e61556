package contract_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// zitReset is a request for a code for minnie.
func zitReset(body any) func(*harness.World) harness.Call {
	return func(w *harness.World) harness.Call {
		return zitadel(w).user(w.Person("minnie"), "password_reset", body)
	}
}

var zitHosted = regexp.MustCompile(harness.PublicURL + `/reset\?key=[A-Za-z0-9]{20}&user=[0-9a-f-]{36}\s`)

// zitMailed demands one mail with the hosted page's link.
func zitMailed(w *harness.World, a harness.Answer) {
	w.T.Helper()
	mails := w.Mails()
	if len(mails) != 1 || mails[0].To != "minnie@example.test" || mails[0].Channel != models.ChannelEmail || !zitHosted.MatchString(mails[0].Text) {
		w.T.Errorf("not one mail with the default link: %v", mails)
	}
	if strings.Contains(a.Body, "verificationCode") {
		w.T.Errorf("the answer speaks of a code: %s", a.Body)
	}
}

func TestZitadelPasswordReset(t *testing.T) {
	t.Parallel()
	harness.Run(t, []harness.Case{
		{Name: "an empty object mails the default link", Given: zitReset(`{}`), Status: 200, Then: zitMailed},
		{Name: "null for both media counts as neither", Given: zitReset(`{"sendLink":null,"returnCode":null}`), Status: 200, Then: zitMailed},
		{Name: "an empty sendLink mails the default link", Given: zitReset(`{"sendLink":{}}`), Status: 200, Then: zitMailed},
		{Name: "sendLink beside a null returnCode mails", Given: zitReset(`{"sendLink":{},"returnCode":null}`), Status: 200, Then: zitMailed},
		{Name: "the unspecified type is mail", Given: zitReset(`{"sendLink":{"notificationType":"NOTIFICATION_TYPE_Unspecified"}}`), Status: 200, Then: zitMailed},
		{Name: "type 0 is mail", Given: zitReset(`{"sendLink":{"notificationType":0}}`), Status: 200, Then: zitMailed},
		{Name: "type 1 is mail", Given: zitReset(`{"sendLink":{"notificationType":1}}`), Status: 200, Then: zitMailed},
		{Name: "unknown fields are ignored", Given: zitReset(`{"sendLink":{"color":"red"},"phone":"+15005550006"}`), Status: 200, Then: zitMailed},
		{
			Name: "returnCode returns a code and mails nothing", Given: zitReset(`{"returnCode":{}}`), Status: 200,
			Has: []string{`"verificationCode":"`},
			Then: func(w *harness.World, a harness.Answer) {
				if n := len(w.Mails()); n != 0 || a.Header.Get("Cache-Control") != "no-store" {
					w.T.Errorf("%d mails, Cache-Control %q", n, a.Header.Get("Cache-Control"))
				}
			},
		},
		{
			Name: "the details tell sequence, dates and tenant", Status: 200, Given: zitReset(`{}`),
			Has: []string{`"sequence":"2"`, `"changeDate":"2026-01-02T03:04:05.678901Z"`, `"creationDate":"2026-01-02T03:04:05.678901Z"`, `"resourceOwner":"`},
			Then: func(w *harness.World, a harness.Answer) {
				if a.Field(w.T, "details", "resourceOwner") != w.Tenant.ID || a.Header.Get("Content-Type") != "application/json" {
					w.T.Errorf("%s %v", a.Body, a.Header)
				}
			},
		},
		{
			Name: "both media are refused, and nothing is made", Given: zitReset(`{"sendLink":{},"returnCode":{}}`), Status: 400,
			Has:  zitMalformed("invalid PasswordResetRequest: /sendLink and /returnCode exclude each other"),
			Then: zitUntouched,
		},
		{Name: "a number with a fraction is no type", Given: zitReset(`{"sendLink":{"notificationType":1.5}}`), Status: 400, Has: []string{`"code":3`}},
		{
			Name: "an empty template is too short", Given: zitReset(`{"sendLink":{"urlTemplate":""}}`), Status: 400,
			Has: zitMalformed("invalid PasswordResetRequest: /sendLink/urlTemplate: the value is too short"),
		},
		{Name: "a list is no body", Given: zitReset(`[]`), Status: 400, Has: []string{`"code":3`}},
	})
}

func TestZitadelPasswordResetNeedsAVerifiedAddress(t *testing.T) {
	t.Parallel()
	harness.Run(t, []harness.Case{
		{
			Name: "an unknown user is not found", Status: 404, Has: zitFault(5, "COMMAND-SAF4f"),
			Given: func(w *harness.World) harness.Call { return zitadel(w).post("/v2/users/nobody/password_reset", `{}`) },
		},
		{
			Name: "another application's user is not found either", Status: 404, Has: zitFault(5, "COMMAND-SAF4f"),
			Given: func(w *harness.World) harness.Call {
				return zitForeign(w).user(w.Person("minnie"), "password_reset", `{"returnCode":{}}`)
			},
			Like: func(w *harness.World) harness.Call {
				return zitadel(w).post("/v2/users/nobody/password_reset", `{"returnCode":{}}`)
			},
			Then: zitUntouched,
		},
		{
			Name: "an id that is too long is refused", Status: 400,
			Given: func(w *harness.World) harness.Call {
				return zitadel(w).post("/v2/users/"+strings.Repeat("x", 201)+"/password_reset", `{}`)
			},
			Has: zitMalformed("invalid PasswordResetRequest: userId: the value is too long"),
		},
		{
			Name: "a user without a verified address gets no mail", Status: 400, Has: zitFault(9, "REKEY-EmailNotVerified"),
			Given: func(w *harness.World) harness.Call {
				return zitadel(w).user(w.Person("minnie", harness.Unverified), "password_reset", `{}`)
			},
			Then: zitUntouched,
		},
		{
			Name: "a user without a verified phone gets no SMS", Status: 400, Has: zitFault(9, "REKEY-PhoneNotVerified"),
			Given: zitReset(`{"sendLink":{"notificationType":"NOTIFICATION_TYPE_SMS"}}`),
			Then:  zitUntouched,
		},
		{
			Name: "a locked user gets no code", Status: 400, Has: zitFault(9, "REKEY-UserInactive"),
			Given: func(w *harness.World) harness.Call {
				z, p := zitadel(w), w.Person("minnie")
				z.expect(z.user(p, "lock", `{}`), 200)
				return z.user(p, "password_reset", `{"returnCode":{}}`)
			},
		},
		{
			Name: "a user whose password is in a directory gets no code", Status: 400, Has: zitFault(9, "REKEY-NoDirectory"),
			Given: func(w *harness.World) harness.Call {
				return zitadel(w).user(w.Person("minnie", harness.InDirectory), "password_reset", `{"returnCode":{}}`)
			},
		},
		{
			Name: "a user who was invited accepts the invitation first", Status: 400, Has: zitFault(9, "COMMAND-Sfe4g"),
			Given: func(w *harness.World) harness.Call {
				z, p := zitadel(w), w.Person("minnie", harness.NoPassword)
				z.expect(z.user(p, "invite_code", `{}`), 200)
				return z.user(p, "password_reset", `{"returnCode":{}}`)
			},
		},
		{
			Name: "a user without a password who was not invited gets a code", Status: 200, Has: []string{"verificationCode"},
			Given: func(w *harness.World) harness.Call {
				return zitadel(w).user(w.Person("minnie", harness.NoPassword), "password_reset", `{"returnCode":{}}`)
			},
		},
	})
}

func TestZitadelSMSGoesToTheVerifiedPhone(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		`{"sendLink":{"notificationType":"NOTIFICATION_TYPE_SMS"},"phone":"+15005550001"}`,
		`{"sendLink":{"notificationType":2,"phone":"+15005550001","to":"+15005550001"}}`,
		`{"send_link":{"notification_type":2}}`,
	} {
		harness.Each(t, func(t *testing.T, w *harness.World) {
			z, p := zitadel(w), w.Person("minnie", harness.WithPhone("+15005550006"))
			z.expect(z.user(p, "password_reset", body), 200)
			mails := w.Mails()
			if len(mails) != 1 || mails[0].Channel != models.ChannelSMS || mails[0].To != "+15005550006" || !strings.Contains(mails[0].Text, "/reset?key=") {
				t.Errorf("not one SMS to the verified phone: %v", mails)
			}
		})
	}
}

func TestZitadelAUserMayAskForHimself(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, other := w.Person("minnie"), w.Person("donald")
		z := zitadel(w).as(w.LogIn(p).AccessToken)
		z.expect(z.user(p, "password_reset", `{"returnCode":{}}`), 403, zitFault(7, "AUTH-5mWD2")...)
		others := z.expect(z.user(other, "password_reset", `{}`), 403, zitFault(7, "AUTH-5mWD2")...)
		nobody := z.expect(z.post("/v2/users/nobody/password_reset", `{}`), 403)
		same(t, "others who exist and who do not", others, nobody) // S44
		z.untouched(p)
		z.untouched(other)
		z.expect(z.user(p, "password_reset", `{}`), 200)
		zitMailed(w, harness.Answer{})
		if !w.CanLogIn(p, harness.Password) || !z.admits(z.key) {
			t.Error("asking changed something")
		}
	})
}

func TestZitadelAKeyWithoutAnyPermissionIsNoMember(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		bare := z.as(w.Key().Key.Reveal())
		bare.expect(bare.user(p, "password_reset", `{}`), 403, zitFault(7, "AUTHZ-cdgFk")...)
		reader := z.as(w.Key("policy.read").Key.Reveal())
		reader.expect(reader.user(p, "password_reset", `{}`), 403, zitFault(7, "AUTH-5mWD2")...)
		z.as("").expect(z.as("").user(p, "password_reset", `{}`), 401, `{"code":16,"message":"auth header missing"}`)
		z.as("rk_x").expect(z.as("rk_x").user(p, "password_reset", `{}`), 401, zitFault(16, "AUTH-7fs1e")...)
		z.untouched(p)
	})
}

func TestZitadelTheSequenceGrowsWithEveryChange(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p, other := zitadel(w), w.Person("minnie"), w.Person("donald")
		last := 1
		for _, c := range []harness.Call{
			z.user(p, "password_reset", `{}`), z.user(p, "password_reset", `{"returnCode":{}}`), z.user(p, "password", zitSet()),
			z.user(p, "lock", `{}`), z.user(p, "unlock", `{}`), z.user(p, "password_reset", `{}`),
		} {
			w.Clock.Advance(time.Second)
			a := z.expect(c, 200)
			if n := zitSequence(t, a); n != last+1 {
				t.Errorf("%s: sequence %d after %d", c.Path, n, last)
			}
			last++
			if want := w.Clock.Now().UTC().Format(time.RFC3339Nano); a.Field(t, "details", "changeDate") != want {
				t.Errorf("%s: changed at %s, not %s", c.Path, a.Field(t, "details", "changeDate"), want)
			}
		}
		z.expect(z.user(p, "unlock", `{}`), 400)
		if n := zitSequence(t, z.expect(z.user(other, "password_reset", `{}`), 200)); n != 2 {
			t.Errorf("another user's sequence is %d", n)
		}
	})
}

func TestZitadelAnAbsentSenderIsNoAnswerToTheCaller(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie", harness.WithPhone("+15005550006"))
		z.expect(z.user(p, "password_reset", `{"sendLink":{"notificationType":2}}`), 200)
		if err := w.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
	}, harness.WithSenders(nil, outbox.Unconfigured{}))
}

func TestZitadelAResetDoesNotBlockTheLogin(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		before := w.LogIn(p).AccessToken
		z.returned(p)
		for range 30 {
			z.expect(z.user(p, "password", zitSet("verificationCode", "wrongwrongwrongwrong")), http.StatusBadRequest)
		}
		if !z.admits(before) || !z.admits(w.LogIn(p).AccessToken) {
			t.Error("codes block the login") // D11
		}
	})
}
