package contract_test

import (
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func wbAsk(w *harness.World, c wbCaller, email string) harness.Call {
	return c.reset("request-password-reset", j{"applicationId": w.Tenant.ApplicationID, "email": email})
}

func TestWristbandRequestPasswordReset(t *testing.T) {
	t.Parallel()
	harness.Run(t, []harness.Case{
		{
			Name: "a known address is mailed a link", Status: http.StatusOK, Has: []string{`{"requestCode":null}`},
			Given: func(w *harness.World) harness.Call {
				return wbAsk(w, wristband(w), w.Person("ada").Email)
			},
			Then: func(w *harness.World, _ harness.Answer) {
				if m := w.LastMail("ada@example.test"); !wbKeyOfLink.MatchString(m.Text) || !strings.Contains(m.Text, harness.PublicURL+"/reset?key=") {
					w.T.Errorf("no reset link in the mail: %s", m.Text)
				}
			},
		},
		{
			Name: "a known address is mailed an OTP by a tenant that mails OTPs", Status: http.StatusOK,
			With: []harness.Option{harness.WithSettings(wbMailOTPs)}, Never: []string{"null"},
			Given: func(w *harness.World) harness.Call {
				return wbAsk(w, wristband(w), w.Person("ada").Email)
			},
			Then: func(w *harness.World, a harness.Answer) {
				otp := wbOTPOfMail.FindStringSubmatch(w.LastMail("ada@example.test").Text)
				if otp == nil || strings.Contains(a.Body, otp[1]) || strings.Contains(w.LastMail("ada@example.test").Text, "key=") {
					w.T.Error("the mail holds no OTP, or a link, or the answer holds the OTP")
				}
			},
		},
		{
			Name: "an unknown address is answered alike and mailed nothing", Status: http.StatusOK,
			Given: func(w *harness.World) harness.Call {
				w.Person("ada")
				return wbAsk(w, wristband(w), "nobody@example.test")
			},
			Like: func(w *harness.World) harness.Call { return wbAsk(w, wristband(w), "ada@example.test") },
			Then: func(w *harness.World, _ harness.Answer) {
				if n := len(w.Mails()); n != 1 {
					w.T.Errorf("%d mails, want the one to ada", n)
				}
			},
		},
		{
			Name: "a named tenant of the application is searched", Status: http.StatusOK,
			Given: func(w *harness.World) harness.Call {
				other := w.Sibling("Beta")
				w.Person("bob", harness.Of(other))
				return wristband(w).reset("request-password-reset", j{
					"applicationId": w.Tenant.ApplicationID, "tenantId": other.ID, "email": "BOB@example.test",
				})
			},
			Then: func(w *harness.World, _ harness.Answer) { w.LastMail("bob@example.test") },
		},
		{
			Name: "another application is refused", Status: http.StatusForbidden, Has: []string{`"code":"forbidden"`},
			Given: func(w *harness.World) harness.Call { return wbAsk(w, wbForeign(w), w.Person("ada").Email) },
			Then: func(w *harness.World, _ harness.Answer) {
				if len(w.Mails()) != 0 {
					w.T.Error("a mail was sent")
				}
			},
		},
		{
			Name: "an application that does not exist is refused alike", Status: http.StatusForbidden,
			Given: func(w *harness.World) harness.Call {
				return wristband(w).reset("request-password-reset", j{"applicationId": "01hq3k9v5x7e2m4n8p6r1s0t9w", "email": "a@b"})
			},
		},
		{
			Name: "a tenant of another application is not found", Status: http.StatusNotFound, Has: []string{`"code":"tenant_not_found"`},
			Given: func(w *harness.World) harness.Call {
				other := w.NewTenant("Globex", false, models.DefaultSettings())
				return wristband(w).reset("request-password-reset", j{
					"applicationId": w.Tenant.ApplicationID, "tenantId": other.ID, "email": "ada@example.test",
				})
			},
		},
		{
			Name: "a text without @ is no address", Status: http.StatusBadRequest,
			Has: []string{`"type":"constraint_violations_error"`, `"violations":{"email":[{"code":"invalid_email"}]}`},
			Given: func(w *harness.World) harness.Call {
				return wbAsk(w, wristband(w), "ada.example.test")
			},
		},
		{
			Name: "every broken field is named, without its value", Status: http.StatusBadRequest,
			Has: []string{
				`"email":[{"code":"too_long","constraintAttributes":{"maxLength":"200"}}]`, `"applicationId":[{"code":"not_blank"}]`,
				`"tenantId":[{"code":"invalid_type"}]`,
			},
			Never: []string{"aaaaaaaaaa", "4711"},
			Given: func(w *harness.World) harness.Call {
				return wristband(w).reset("request-password-reset", j{"email": strings.Repeat("a", 201), "tenantId": 4711})
			},
		},
	})
}

// Known, unknown, disabled, locked, directory and address-less people take the same
// statements and get the same bytes, for as many requests as the budget has and beyond.
func TestWristbandARequestRevealsNothing(t *testing.T) {
	t.Parallel()
	for _, by := range []models.ResetBy{models.ResetByLink, models.ResetByOTP} {
		t.Run(string(by), func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				c := wristband(w)
				w.Person("ada")
				w.Person("dan", harness.InDirectory)
				w.Person("eve", harness.Unverified)
				disabled := w.Person("bob")
				now := w.Clock.Now()
				if _, err := w.Store.Write(t.Context()).SetDisabled(disabled.ID, &now); err != nil {
					t.Fatal(err)
				}
				must(w, wbAsk(w, c, "warm@example.test"), http.StatusOK)
				var statements []string
				var mu sync.Mutex
				w.BreakStore(func(s string) bool {
					mu.Lock()
					defer mu.Unlock()
					statements = append(statements, s)
					return false
				})
				for round := range 5 { // three mails an hour, then none
					var first string
					for _, name := range []string{"nobody", "ada", "bob", "dan", "eve"} {
						statements = nil
						a := must(w, wbAsk(w, c, name+"@example.test"), http.StatusOK)
						code := a.Field(t, "requestCode")
						if (code != "") != (by == models.ResetByOTP) {
							t.Fatalf("request code %q", code)
						}
						if code != "" {
							a.Body = strings.ReplaceAll(a.Body, code, strings.Repeat("x", len(code)))
						}
						is := harness.Comparable(a) + strings.Join(statements, "\n")
						if first == "" {
							first = is
						}
						if is != first {
							t.Errorf("round %d, %s:\n%s\nwant like nobody:\n%s", round, name, is, first)
						}
					}
				}
				w.BreakStore(nil)
				if n := len(w.Mails()); n != 3 {
					t.Errorf("%d mails, want three to ada", n)
				}
			}, harness.WithSettings(func(s *models.Settings) { s.ResetBy = by }))
		})
	}
}

func TestWristbandSendPasswordResetEmail(t *testing.T) {
	t.Parallel()
	send := func(userID string) func(*harness.World) harness.Call {
		return func(w *harness.World) harness.Call {
			return wristband(w).reset("send-password-reset-email", j{"userId": userID})
		}
	}
	to := func(change ...func(*accounts.CreateUserInput)) func(*harness.World) harness.Call {
		return func(w *harness.World) harness.Call {
			return wristband(w).reset("send-password-reset-email", j{"userId": w.Person("ada", change...).ID})
		}
	}
	nothing := func(w *harness.World, _ harness.Answer) {
		if len(w.Mails()) != 0 {
			w.T.Error("a mail was sent")
		}
	}
	harness.Run(t, []harness.Case{
		{
			Name: "the mail holds a link", Status: http.StatusOK, Has: []string{`{"requestCode":null}`}, Given: to(),
			Then: func(w *harness.World, _ harness.Answer) {
				if !wbKeyOfLink.MatchString(w.LastMail("ada@example.test").Text) {
					w.T.Error("no link")
				}
			},
		},
		{
			Name: "the mail holds an OTP where the tenant mails OTPs", Status: http.StatusOK, Given: to(), Never: []string{"null"},
			With: []harness.Option{harness.WithSettings(wbMailOTPs)},
			Then: func(w *harness.World, _ harness.Answer) {
				if !wbOTPOfMail.MatchString(w.LastMail("ada@example.test").Text) {
					w.T.Error("no OTP")
				}
			},
		},
		{
			Name: "nobody is not found", Status: http.StatusNotFound, Has: []string{`"code":"user_not_found"`},
			Given: send("0192f3a4-5b6c-7d8e-9f01-23456789abcd"),
		},
		{
			Name: "a user of another application is answered like nobody", Status: http.StatusNotFound, Then: nothing,
			Given: func(w *harness.World) harness.Call {
				return wbForeign(w).reset("send-password-reset-email", j{"userId": w.Person("ada").ID})
			},
		},
		{
			Name: "a user of another tenant is answered like nobody", Status: http.StatusNotFound, Then: nothing,
			Given: func(w *harness.World) harness.Call {
				c := wbCaller{w, w.TenantKey(w.Sibling("Beta"), wbPermissions()...)}
				return c.reset("send-password-reset-email", j{"userId": w.Person("ada").ID})
			},
		},
		{
			Name: "a caller that excludes the tenant is answered like nobody", Status: http.StatusNotFound, Then: nothing,
			Given: func(w *harness.World) harness.Call {
				c := wbCaller{w, w.KeyWith(keys.CreateAPIKeyInput{
					Boundary: models.BoundaryTenantExclusion, ApplicationID: w.Tenant.ApplicationID,
					TenantIDs: []string{w.Tenant.ID}, Permissions: wbPermissions(),
				})}
				return c.reset("send-password-reset-email", j{"userId": w.Person("ada").ID})
			},
		},
		{
			Name: "a disabled user gets no mail", Status: http.StatusBadRequest, Has: []string{`"code":"user_inactive"`}, Then: nothing,
			Given: func(w *harness.World) harness.Call {
				p, now := w.Person("ada"), w.Clock.Now()
				if _, err := w.Store.Write(w.T.Context()).SetDisabled(p.ID, &now); err != nil {
					w.T.Fatal(err)
				}
				return wristband(w).reset("send-password-reset-email", j{"userId": p.ID})
			},
		},
		{
			Name: "a user without a verified address gets no mail", Status: http.StatusBadRequest, Given: to(harness.Unverified),
			Has: []string{`"code":"no_verified_email"`}, Then: nothing,
		},
		{
			Name: "a directory user gets no mail", Status: http.StatusBadRequest, Given: to(harness.InDirectory),
			Has: []string{`"code":"directory_user"`}, Then: nothing,
		},
		{
			Name: "an empty id is blank", Status: http.StatusBadRequest, Given: send(""),
			Has: []string{`"violations":{"userId":[{"code":"not_blank"}]}`},
		},
		{
			Name: "a long id is too long", Status: http.StatusBadRequest, Given: send(strings.Repeat("a", 65)),
			Has: []string{`"userId":[{"code":"too_long","constraintAttributes":{"maxLength":"64"}}]`},
		},
	})
}

func TestWristbandCreatePasswordResetLink(t *testing.T) {
	t.Parallel()
	harness.Run(t, []harness.Case{
		{
			Name: "the link is returned and not mailed", Status: http.StatusOK,
			Given: func(w *harness.World) harness.Call {
				c := wristband(w).reset("create-password-reset-link", j{"userId": w.Person("ada").ID})
				c.Host = "evil.test"
				c.Header = map[string]string{"X-Forwarded-Host": "evil.test", "Forwarded": "host=evil.test"}
				return c
			},
			Never: []string{"evil"},
			Then: func(w *harness.World, a harness.Answer) {
				link, code := a.Field(w.T, "passwordResetLink"), a.Field(w.T, "passwordResetCode")
				if link != harness.PublicURL+"/reset?key="+code || a.Header.Get("Cache-Control") != "no-store" {
					w.T.Errorf("link %s", link)
				}
				if want := w.Clock.Now().Add(time.Hour).Format(time.RFC3339Nano); a.Field(w.T, "expiresAt") != want {
					w.T.Errorf("expires at %s, want %s", a.Field(w.T, "expiresAt"), want)
				}
				if len(w.Mails()) != 0 {
					w.T.Error("a mail was sent")
				}
			},
		},
		{
			Name: "a user of another application is answered like nobody", Status: http.StatusNotFound, Has: []string{`"code":"user_not_found"`},
			Given: func(w *harness.World) harness.Call {
				return wbForeign(w).reset("create-password-reset-link", j{"userId": w.Person("ada").ID})
			},
			Like: func(w *harness.World) harness.Call {
				return wristband(w).reset("create-password-reset-link", j{"userId": "nobody"})
			},
		},
		{
			Name: "a directory user has no link", Status: http.StatusBadRequest, Has: []string{`"code":"directory_user"`},
			Given: func(w *harness.World) harness.Call {
				return wristband(w).reset("create-password-reset-link", j{"userId": w.Person("ada", harness.InDirectory).ID})
			},
		},
		{
			Name: "a missing id is blank", Status: http.StatusBadRequest, Has: []string{`"violations":{"userId":[{"code":"not_blank"}]}`},
			Given: func(w *harness.World) harness.Call { return wristband(w).reset("create-password-reset-link", j{}) },
		},
		{
			Name: "an open invitation is accepted first", Status: http.StatusBadRequest, Has: []string{`"code":"invitation_open"`},
			Given: func(w *harness.World) harness.Call {
				p := w.Person("ada", harness.NoPassword)
				wbInvite(w, p)
				return wristband(w).reset("create-password-reset-link", j{"userId": p.ID})
			},
		},
	})
}

func TestWristbandIntrospectEmailAuthCode(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p := wristband(w), w.Person("ada")
		code := c.mailCode(p)
		w.Check("looking tells whose code it is, as often as one looks", func(t *testing.T) {
			for range 5 {
				a := must(w, c.reset("introspect-email-auth-code", code), http.StatusOK)
				for field, want := range seed.InOrder(map[string]string{
					"userId": p.ID, "tenantId": w.Tenant.ID, "applicationId": w.Tenant.ApplicationID, "email": p.Email,
					"expiresAt": w.Clock.Now().Add(time.Hour).Format(time.RFC3339Nano),
				}) {
					if got := a.Field(t, field); got != want {
						t.Errorf("%s is %q, want %q", field, got, want)
					}
				}
			}
		})
		var unknown harness.Answer
		w.Step("an unknown code is refused", func(t *testing.T) {
			unknown = must(w, c.reset("introspect-email-auth-code", j{"emailAuthCode": "nothing"}), http.StatusBadRequest)
			c.refusal("unknown", unknown, code)
		})
		w.Check("a foreign caller's is refused alike", func(t *testing.T) {
			same(t, "foreign", unknown, w.Do(wbForeign(w).reset("introspect-email-auth-code", code)))
		})
		w.Check("the code of a created link is refused alike, and ends nothing", func(t *testing.T) {
			same(t, "created link", unknown, w.Do(c.reset("introspect-email-auth-code", j{
				"emailAuthCode": c.linkCode(w.Person("bob"))["passwordResetCode"],
			})))
			must(w, c.reset("introspect-email-auth-code", code), http.StatusOK)
		})
		w.Check("it is known to the last moment of its life", func(t *testing.T) {
			w.Clock.Advance(wbSoon(time.Hour))
			must(w, c.reset("introspect-email-auth-code", code), http.StatusOK)
			w.Clock.Advance(time.Microsecond)
			same(t, "expired", unknown, w.Do(c.reset("introspect-email-auth-code", code)))
		})
		w.Check("without a code the refusal names the member", func(t *testing.T) {
			missing := must(w, c.reset("introspect-email-auth-code", j{}), http.StatusBadRequest)
			if !strings.Contains(missing.Body, `"emailAuthCode":[{"code":"not_blank"}]`) {
				t.Error(missing.Body)
			}
		})
	})
}

// wbInvite opens an invitation, as an administrator of another surface would.
func wbInvite(w *harness.World, p *harness.Person) {
	w.T.Helper()
	_, err := w.Core.Tickets.IssueTicket(wbOperator(), tickets.IssueTicketInput{
		UserID: p.ID, Purpose: models.PurposeInvite, Medium: models.MediumReturned, Form: models.ProofUserCode,
	})
	if err != nil {
		w.T.Fatal(err)
	}
}
