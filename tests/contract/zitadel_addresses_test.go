package contract_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

var (
	zitVerifyLink = regexp.MustCompile(harness.PublicURL + `/verify\?key=([A-Za-z0-9]{20})&user=[0-9a-f-]{36}\s`)
	zitTypedCode  = regexp.MustCompile(`\n +([A-Za-z0-9]{20})\n`)
)

// zitAddress is one kind of address on the surface.
type zitAddress struct {
	path, value, same, changed, invalid, resend, name string
	who                                               []func(*accounts.CreateUserInput)
}

func zitAddresses() []zitAddress {
	return []zitAddress{
		{"email", "new@example.test", "minnie@example.test", "COMMAND-Uch5e", "EMAIL-599BI", "EMAIL-5w5ilin4yt", "Email", nil},
		{"phone", "+4915199999", "+4915100000", "COMMAND-Uch5e", "PHONE-so0wa", "PHONE-5xrra88eq8", "Phone", []func(*accounts.CreateUserInput){harness.WithPhone("+4915100000")}},
	}
}

// TestZitadelAnAddressIsSetAndVerified: the way of the vendor's clients, with a code that is returned.
func TestZitadelAnAddressIsSetAndVerified(t *testing.T) {
	t.Parallel()
	for _, a := range zitAddresses() {
		t.Run(a.path, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				z, p, other := zitadel(w), w.Person("minnie", a.who...), w.Person("donald")
				value := j{a.path: a.value, "returnCode": j{}}
				set := z.expect(z.user(p, a.path, value), 200, `"sequence":"3"`, `"resourceOwner":"`+w.Tenant.ID)
				code := set.Field(t, "verificationCode")
				wrong := z.expect(z.user(p, a.path+"/verify", j{"verificationCode": "wrong"}), 400, zitFault(3, "COMMAND-eis9R")...)
				w.Check("another user's code is refused alike", func(t *testing.T) {
					same(t, "another user's", wrong, z.Do(z.user(other, a.path+"/verify", j{"verificationCode": code})))
				})
				w.Check("the code is not for the other kind", func(t *testing.T) {
					for _, b := range zitAddresses() {
						if b.path != a.path {
							same(t, "the other kind", wrong, z.Do(z.user(p, b.path+"/verify", j{"verificationCode": code})))
						}
					}
				})
				w.Check("the code sets no password and accepts no invitation", func(t *testing.T) {
					z.expect(z.user(p, "password", zitSet("verificationCode", code)), 400, "COMMAND-2M9fs")
					z.expect(z.user(p, "invite_code/verify", j{"verificationCode": code}), 400, "COMMAND-Wgn4q")
				})
				w.Check("out of reach the right and a wrong code are refused alike", func(t *testing.T) {
					foreign := zitForeign(w)
					same(t, "the right and a wrong code, out of reach",
						foreign.expect(foreign.user(p, a.path+"/verify", j{"verificationCode": code}), 404),
						foreign.expect(foreign.user(p, a.path+"/verify", j{"verificationCode": "x"}), 404, zitFault(5, "COMMAND-ieJ2e")...))
				})
				z.expects(
					zitCall{"the same again is no change", z.user(p, a.path, value), 400, zitFault(9, a.changed)},
					zitCall{"what is no address", z.user(p, a.path, j{a.path: "nobody"}), 400, zitFault(3, a.invalid)},
					zitCall{"two ways", z.user(p, a.path, j{a.path: a.value, "returnCode": j{}, "isVerified": true}), 400, zitMalformed("invalid Set" + a.name + "Request: /returnCode and /isVerified exclude each other")},
					zitCall{"nobody's", z.post("/v2/users/nobody/"+a.path, value), 404, zitFault(5, "COMMAND-ieJ2e")},
					zitCall{"a new code for nobody", z.post("/v2/users/nobody/"+a.path+"/resend", j{}), 404, zitFault(5, "COMMAND-ieJ2e")},
				)
				w.Step("a new code replaces the code", func(t *testing.T) {
					again := z.expect(z.user(p, a.path+"/resend", j{"returnCode": j{}}), 200, `"sequence":"4"`).Field(t, "verificationCode")
					same(t, "replaced", wrong, z.Do(z.user(p, a.path+"/verify", j{"verificationCode": code})))
					code = again
				})
				w.Step("in the last moment of its life the code is right, once", func(t *testing.T) {
					w.Clock.Advance(time.Duration(w.Tenant.Settings.Tickets.LinkMinutes)*time.Minute - time.Microsecond)
					z.expect(z.user(p, a.path+"/verify", j{"verificationCode": code}), 200, `"sequence":"5"`)
					same(t, "used", wrong, z.Do(z.user(p, a.path+"/verify", j{"verificationCode": code})))
				})
				z.expects(zitCall{"a new code when it is verified", z.user(p, a.path+"/resend", j{}), 400, zitFault(9, a.resend)})
				w.Check("it is his only one of the kind, and verified", func(t *testing.T) {
					all, err := w.Store.Read(t.Context()).AddressesOf(p.ID)
					if err != nil {
						t.Fatal(err)
					}
					n := 0
					for _, row := range all {
						if string(row.Kind) != a.path {
							continue
						}
						n++
						if row.Value != a.value || !row.Verified() || !row.IsPrimary {
							t.Errorf("%+v", row)
						}
					}
					if n != 1 {
						t.Errorf("%d of the kind", n)
					}
				})
			})
		})
	}
}

// TestZitadelAnExpiredCodeVerifiesNothing: the vendor has one answer for wrong and expired codes here.
func TestZitadelAnExpiredCodeVerifiesNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie", harness.Unverified)
		code := z.expect(z.user(p, "email/resend", j{"returnCode": j{}}), 200).Field(t, "verificationCode")
		w.Clock.Advance(time.Duration(w.Tenant.Settings.Tickets.LinkMinutes) * time.Minute)
		z.expect(z.user(p, "email/verify", j{"verificationCode": code}), 400, zitFault(3, "COMMAND-eis9R")...)
	})
}

// TestZitadelWhatIsMailedToANewAddress: link and code are both in the mail, and the link leads to the
// hosted page or by the caller's template.
func TestZitadelWhatIsMailedToANewAddress(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		w.Step("by default", func(t *testing.T) {
			a := z.expect(z.user(p, "email", j{"email": "new@example.test"}), 200)
			m := w.LastMail("new@example.test")
			if strings.Contains(a.Body, "verificationCode") || !zitVerifyLink.MatchString(m.Text) ||
				zitVerifyLink.FindStringSubmatch(m.Text)[1] != zitTypedCode.FindStringSubmatch(m.Text)[1] {
				t.Errorf("%s\n%s", a.Body, m.Text)
			}
			if told := w.LastMail(p.Email); strings.Contains(told.Text, "new@example.test") || !strings.Contains(told.Subject, "address") {
				t.Errorf("the former address is told %s", told.Text)
			}
		})
		w.Step("by the caller's template", func(t *testing.T) {
			z.expect(z.user(p, "email/resend", j{"send_code": j{"url_template": zitTemplate}}), 200)
			link := regexp.MustCompile(regexp.QuoteMeta(zitApp+"/password/change?userID="+p.ID+"&code=") + `([A-Za-z0-9]{20})` + regexp.QuoteMeta("&orgID="+w.Tenant.ID+"\n"))
			found := link.FindStringSubmatch(w.LastMail("new@example.test").Text)
			if found == nil {
				t.Fatal(w.LastMail("new@example.test").Text)
			}
			z.expect(z.user(p, "email/verify", j{"verificationCode": found[1]}), 200)
		})
		z.expects(
			zitCall{"a template elsewhere", z.user(p, "email", j{"email": "x@example.test", "sendCode": j{"urlTemplate": "https://evil.test/{{.Code}}"}}), 400, zitFault(3, "REKEY-UrlTemplateNotAllowed")},
			zitCall{"a template with another field", z.user(p, "email", j{"email": "x@example.test", "sendCode": j{"urlTemplate": zitApp + "/{{.Password}}"}}), 400, zitFault(3, "DOMAIN-ieYa7")},
		)
		w.Check("known or not, without a mail", func(t *testing.T) {
			n := len(w.Mails())
			z.expect(z.user(p, "email", j{"email": "unknown@example.test", "isVerified": false}), 200)
			z.expect(z.user(p, "email", j{"email": "known@example.test", "isVerified": true}), 200)
			for _, m := range w.Mails()[n:] {
				if m.To == "unknown@example.test" || strings.Contains(m.Text, "/verify") {
					t.Errorf("mailed to %s: %s", m.To, m.Text)
				}
			}
		})
	}, harness.WithSettings(zitAllowing))
}

// TestZitadelAUserProvesHisOwnAddress: a user who acts for himself gets a code by mail and shows it, and gets
// it in no other way. He sets no address.
func TestZitadelAUserProvesHisOwnAddress(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, other := w.Person("minnie", harness.Unverified), w.Person("donald", harness.Unverified)
		z := zitadel(w).as(w.LogIn(p).AccessToken)
		z.expects(
			zitCall{"a returned code", z.user(p, "email/resend", j{"returnCode": j{}}), 403, zitFault(7, "AUTH-5mWD2")},
			zitCall{"a code for another user", z.user(other, "email/resend", j{}), 403, zitFault(7, "AUTH-5mWD2")},
			zitCall{"a code of another user", z.user(other, "email/verify", j{"verificationCode": "x"}), 403, zitFault(7, "AUTH-5mWD2")},
			zitCall{"another address", z.user(p, "email", j{"email": "new@example.test"}), 403, zitFault(7, "AUTH-5mWD2")},
			zitCall{"another number", z.user(p, "phone", j{"phone": "+4915199999"}), 403, zitFault(7, "AUTH-5mWD2")},
		)
		z.expect(z.user(p, "email/resend", j{}), 200)
		code := zitTypedCode.FindStringSubmatch(w.LastMail(p.Email).Text)[1]
		z.expect(z.user(p, "email/verify", j{"verificationCode": code}), 200)
	})
}

// TestZitadelANewAddressGetsNoFlood: what is too much for a mailbox is refused, and changes nothing.
func TestZitadelANewAddressGetsNoFlood(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie", harness.Unverified)
		for range w.Tenant.Settings.Tickets.MailsPerHour {
			z.expect(z.user(p, "email/resend", j{}), 200)
		}
		z.expect(z.user(p, "email/resend", j{}), 400, zitFault(9, "REKEY-MailBudgetSpent")...)
		z.expect(z.user(p, "email", j{"email": "new@example.test"}), 400, zitFault(9, "REKEY-MailBudgetSpent")...)
		code := zitTypedCode.FindStringSubmatch(w.LastMail(p.Email).Text)[1]
		z.expect(z.user(p, "email/verify", j{"verificationCode": code}), http.StatusOK)
		if n := len(w.Mails()); n != w.Tenant.Settings.Tickets.MailsPerHour {
			t.Errorf("%d mails", n)
		}
	})
}

// TestZitadelANumberGetsItsCode: the short message has the code, and no link.
func TestZitadelANumberGetsItsCode(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		z.expect(z.user(p, "phone", j{"phone": "+49 151 99999", "sendCode": j{}}), 200)
		m := w.LastMail("+4915199999")
		if m.Channel != models.ChannelSMS || strings.Contains(m.Text, "http") {
			t.Fatalf("%s: %s", m.Channel, m.Text)
		}
		code := regexp.MustCompile(`\b[A-Za-z0-9]{20}\b`).FindString(m.Text)
		z.expect(z.user(p, "phone/verify", j{"verificationCode": code}), 200)
	})
}
