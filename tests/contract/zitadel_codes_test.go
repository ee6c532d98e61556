package contract_test

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

var (
	zitReturned    = j{"otpEmail": j{"returnCode": j{}}}
	zitReturnedSMS = j{"otpSms": j{"returnCode": true}}
)

// zitUser names the user of a session by id.
func zitUser(p *harness.Person) j { return j{"user": j{"userId": p.ID}} }

// order orders codes for a session, and returns those that are in the answer.
func (z zit) order(s *zitSession, challenges j) (mail, sms string) {
	z.T.Helper()
	return z.codesIn(s, z.expect(z.patch(s.path(), j{"challenges": challenges}), 200))
}

// codesIn reads a session's new token and codes from an answer.
func (z zit) codesIn(s *zitSession, a harness.Answer) (mail, sms string) {
	z.T.Helper()
	var out struct {
		SessionID, SessionToken string
		Challenges              struct{ OtpEmail, OtpSms string }
	}
	if err := json.Unmarshal([]byte(a.Body), &out); err != nil {
		z.T.Fatal(err)
	}
	s.token = out.SessionToken
	if out.SessionID != "" {
		s.id = out.SessionID
	}
	return out.Challenges.OtpEmail, out.Challenges.OtpSms
}

func (s zitSession) check(z zit, factor, code string) harness.Call {
	return z.patch(s.path(), j{"checks": j{factor: j{"code": code}}})
}

// factorsOf are the names of the factors that a session has checked.
func (z zit) factorsOf(s zitSession) []string {
	z.T.Helper()
	var out struct {
		Session struct{ Factors map[string]any }
	}
	if err := json.Unmarshal([]byte(z.expect(z.get(s.path()), 200).Body), &out); err != nil {
		z.T.Fatal(err)
	}
	var names []string
	for name := range seed.InOrder(out.Session.Factors) {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func (z zit) sees(s zitSession, want ...string) {
	z.T.Helper()
	if got := z.factorsOf(s); !slices.Equal(got, want) {
		z.T.Errorf("factors %q, want %q", got, want)
	}
}

func TestZitadelAMailedCodeIsTheSecondFactor(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie", harness.WithMFA, harness.WithPhone("+41791234567"))
		s := z.logIn(p)
		if z.admits(s.token) {
			t.Error("a password alone acts for a user with a second factor")
		}
		w.Step("the code comes by mail, and is in no answer", func(t *testing.T) {
			if mail, sms := z.order(&s, j{"otpEmail": j{"sendCode": j{}}}); mail+sms != "" {
				t.Errorf("the answer has %q%q", mail, sms)
			}
			code := sixDigits.FindString(w.LastMail(p.Email).Text)
			a := z.expect(s.check(z, "otpEmail", code), 200)
			z.codesIn(&s, a)
			z.sees(s, "otpEmail", "password", "user")
			if !z.admits(s.token) {
				t.Error("the session does not act for its user")
			}
			z.expect(s.check(z, "otpEmail", code), 400, zitFault(9, "COMMAND-zF3g3")...)
		})
		w.Step("by SMS, too", func(t *testing.T) {
			other := z.logIn(p)
			z.order(&other, j{"otpSms": j{}})
			code := sixDigits.FindString(w.LastMail("+41791234567").Text)
			z.codesIn(&other, z.expect(other.check(z, "otpSms", code), 200))
			z.sees(other, "otpSms", "password", "user")
			if !z.admits(other.token) {
				t.Error("the session does not act for its user")
			}
		})
		w.Check("the list of sessions shows both", func(t *testing.T) {
			z.expect(z.post("/v2/sessions/search", j{"queries": []any{j{"userIdQuery": j{"id": p.ID}}}}), 200, `"otpEmail":{"verifiedAt"`, `"otpSms":{"verifiedAt"`)
		})
		w.Check("the trail has each step, and no code", func(t *testing.T) {
			told := asOwner(w).get("/v1/events?action=session.challenge").Body
			if strings.Count(told, `"session.challenge"`) != 2 || !strings.Contains(told, `"detail":"email"`) || !strings.Contains(told, `"detail":"sms"`) {
				t.Errorf("the trail: %s", told)
			}
		})
	})
}

func TestZitadelAReturnedCode(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie", harness.WithPhone("+41791234567"))
		var s zitSession
		mail, sms := z.codesIn(&s, z.expect(z.post("/v2/sessions", j{"checks": zitUser(p), "challenges": j{"otpEmail": j{"returnCode": j{}}, "otpSms": j{"returnCode": true}}}), 201))
		if !sixDigits.MatchString(mail) || !sixDigits.MatchString(sms) {
			t.Fatalf("returned %q and %q", mail, sms)
		}
		if len(w.Mails()) != 0 {
			t.Error("a returned code was mailed")
		}
		w.Check("a code fits its own factor alone", func(t *testing.T) {
			if mail != sms {
				z.expect(s.check(z, "otpSms", mail), 400, zitFault(3, "CODE-woT0xc")...)
			}
		})
		w.Check("and its own session alone", func(t *testing.T) {
			other := z.logIn(p)
			z.expect(other.check(z, "otpEmail", mail), 400, zitFault(9, "COMMAND-zF3g3")...)
			z.expect(other.check(z, "otpSms", sms), 400, zitFault(9, "COMMAND-SF3tv")...)
		})
		w.Step("both in one call, with the next challenge", func(t *testing.T) {
			a := z.expect(z.patch(s.path(), j{"checks": j{"otpEmail": j{"code": mail}, "otpSms": j{"code": sms}}, "challenges": zitReturned}), 200)
			mail, _ = z.codesIn(&s, a)
			z.sees(s, "otpEmail", "otpSms", "user")
		})
		w.Step("a new challenge ends the former code", func(t *testing.T) {
			former := mail
			mail, _ = z.order(&s, zitReturned)
			if former != mail {
				z.expect(s.check(z, "otpEmail", former), 400, zitFault(3, "CODE-woT0xc")...)
			}
		})
		w.Step("a login by password and code elsewhere leaves it", func(t *testing.T) {
			w.LogIn(p)
			z.codesIn(&s, z.expect(s.check(z, "otpEmail", mail), 200))
		})
		w.Step("it expires", func(t *testing.T) {
			mail, _ = z.order(&s, zitReturned)
			w.Clock.Advance(10 * time.Minute)
			z.expect(s.check(z, "otpEmail", mail), 400, zitFault(9, "CODE-QvUQ4P")...)
		})
		w.Step("it ends with its session", func(t *testing.T) {
			mail, _ = z.order(&s, zitReturned)
			z.expect(z.delete(s.path()), 200)
			z.expect(s.check(z, "otpEmail", mail), 400, zitFault(9, "COMMAND-Hewfq")...)
			row, err := w.Store.Read(context.Background()).NewestSessionChallenge(p.ID, s.id, models.ChannelEmail)
			if err != nil || row.ConsumedAt == nil {
				t.Errorf("the code is left: %+v, %v", row, err)
			}
		})
	})
}

func TestZitadelWhoGetsACode(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		pending := w.Person("daisy", harness.Unverified, harness.WithPhone("+41791234567"))
		strong := w.Person("scrooge", func(in *accounts.CreateUserInput) {
			in.Boundary, in.Permissions = models.BoundaryTenant, []string{"user.write", "events:read"}
		})
		create := func(checks, challenges j) harness.Call {
			return z.post("/v2/sessions", j{"checks": checks, "challenges": challenges})
		}
		locked := w.Person("donald")
		z.expect(z.user(locked, "lock", `{}`), 200)
		z.expects(
			zitCall{"an address that is not verified", create(zitUser(pending), j{"otpEmail": j{}}), 400, zitFault(9, "COMMAND-JKLJ3")},
			zitCall{"not even into the answer", create(zitUser(pending), zitReturned), 400, zitFault(9, "COMMAND-JKLJ3")},
			zitCall{"no number", create(zitUser(p), j{"otpSms": j{}}), 400, zitFault(9, "COMMAND-BJ2g3")},
			zitCall{"nobody by mail", create(j{}, j{"otpEmail": j{}}), 400, zitFault(9, "COMMAND-JK3gp")},
			zitCall{"nobody by SMS", create(j{}, zitReturnedSMS), 400, zitFault(9, "COMMAND-JKL3g")},
			zitCall{"a code of nobody", create(j{"otpEmail": j{"code": "123456"}}, j{}), 400, zitFault(9, "COMMAND-ejo2w")},
			zitCall{"an SMS code of nobody", create(j{"otpSms": j{"code": "123456"}}, j{}), 400, zitFault(9, "COMMAND-VDrh3")},
			zitCall{"a locked user, like an unknown one", create(zitUser(locked), j{"otpEmail": j{}}), 404, zitFault(5, "QUERY-Dfbg2")},
			zitCall{"an unknown user", create(j{"user": j{"userId": "nobody"}}, j{"otpEmail": j{}}), 404, zitFault(5, "QUERY-Dfbg2")},
			zitCall{"a wrong password", create(j{"user": j{"userId": p.ID}, "password": j{"password": "wrong"}}, j{"otpEmail": j{}}), 400, []string{"COMMAND-3M0fs"}},
			zitCall{"both ways at once", create(zitUser(p), j{"otpEmail": j{"sendCode": j{}, "returnCode": j{}}}), 400, zitMalformed("invalid CreateSessionRequest: /challenges/otpEmail/sendCode and /challenges/otpEmail/returnCode exclude each other")},
			zitCall{"the code of a user with more rights, returned", create(zitUser(strong), zitReturned), 403, nil},
			zitCall{"mailed, it is his own", create(zitUser(strong), j{"otpEmail": j{}}), 201, nil},
		)
		w.Check("nothing else was mailed", func(t *testing.T) {
			for _, m := range w.Mails() {
				if m.To != strong.Email {
					t.Errorf("a mail to %s", m.To)
				}
			}
		})
	})
}

func TestZitadelCodesAreNoFactorBesideAnApp(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		a := withApp(w, p)
		s := z.logIn(p)
		code, _ := z.order(&s, zitReturned)
		z.codesIn(&s, z.expect(s.check(z, "otpEmail", code), 200))
		z.sees(s, "otpEmail", "password", "user")
		if z.admits(s.token) {
			t.Error("a code by mail replaced the app")
		}
		code, _ = z.order(&s, zitReturned)
		z.codesIn(&s, z.expect(z.patch(s.path(), j{"checks": j{"otpEmail": j{"code": code}, "totp": j{"code": a.codeOf(1)}}}), 200))
		z.sees(s, "otpEmail", "password", "totp", "user")
		if !z.admits(s.token) {
			t.Error("the app's code is not the second factor")
		}
	})
}

// TestZitadelASessionsCodeIsGuessedInVain: the tries at a code are exact under concurrency, and the
// budget of the account is one for all sessions. It blocks no login by password.
func TestZitadelASessionsCodeIsGuessedInVain(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Settings(func(s *models.Settings) { s.Tickets.AccountTries = 12 })
		z, p := zitadel(w), w.Person("minnie")
		s := z.logIn(p)
		code, _ := z.order(&s, zitReturned)
		wrong := otherCode(code)
		w.Step("concurrently", func(t *testing.T) {
			var mu sync.Mutex
			counts := map[string]int{}
			var all sync.WaitGroup
			for range 12 {
				all.Go(func() {
					a := harness.DoWith(t, http.DefaultClient, w.URL, s.check(z, "otpEmail", wrong))
					mu.Lock()
					defer mu.Unlock()
					for _, id := range []string{"CODE-woT0xc", "COMMAND-zF3g3"} {
						if strings.Contains(a.Body, id) {
							counts[id]++
						}
					}
				})
			}
			all.Wait()
			if counts["CODE-woT0xc"] != 5 || counts["COMMAND-zF3g3"] != 7 {
				t.Errorf("answers: %v", counts)
			}
			z.expect(s.check(z, "otpEmail", code), 400, zitFault(9, "COMMAND-zF3g3")...)
		})
		w.Step("and with new codes, until the budget is spent", func(t *testing.T) {
			for range 2 {
				other := z.logIn(p)
				code, _ := z.order(&other, zitReturned)
				for range 5 {
					z.Do(other.check(z, "otpEmail", otherCode(code)))
				}
			}
			z.expect(z.patch(s.path(), j{"challenges": zitReturned}), 400, zitFault(9, "REKEY-CodesExhausted")...)
		})
		w.Check("a password logs in as before", func(t *testing.T) {
			if !z.admits(z.logIn(p).token) {
				t.Error("the codes block the password")
			}
		})
	})
}

func TestZitadelARightCodeIsAcceptedOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie", harness.WithMFA)
		s := z.logIn(p)
		code, _ := z.order(&s, zitReturned)
		accepted := make(chan int, 4)
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() { accepted <- harness.DoWith(t, http.DefaultClient, w.URL, s.check(z, "otpEmail", code)).Status })
		}
		all.Wait()
		close(accepted)
		right := 0
		for status := range accepted {
			if status == http.StatusOK {
				right++
			}
		}
		if right != 1 {
			t.Errorf("accepted %d times", right)
		}
	})
}

func TestZitadelTheMailsOfCodesAreLimited(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie", harness.WithMFA)
		s := z.logIn(p)
		for range 10 {
			z.order(&s, j{"otpEmail": j{}})
		}
		z.expect(z.patch(s.path(), j{"challenges": j{"otpEmail": j{}}}), 400, zitFault(9, "REKEY-MailBudgetSpent")...)
		if got := len(w.Mails()); got != 10 {
			t.Errorf("%d mails", got)
		}
		z.order(&s, zitReturned)
		w.Clock.Advance(time.Hour)
		z.order(&s, j{"otpEmail": j{}})
	})
}

// TestZitadelACodeEndsWithWhatItStandsOn: a change of the password, of the address or of the factor.
func TestZitadelACodeEndsWithWhatItStandsOn(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, n := zitadel(w), asOwner(w)
		for name, change := range seed.InOrder(map[string]func(*harness.Person){
			"of the address": func(p *harness.Person) {
				n.must(200, http.MethodPatch, "/v1/users/"+p.ID, j{"emails": []any{j{"address": "new-" + p.Email, "verified": true, "primary": true}}})
			},
			"of the factor": func(p *harness.Person) {
				n.must(200, http.MethodPatch, "/v1/users/"+p.ID, j{"secondFactor": true})
			},
		}) {
			w.Check(name, func(t *testing.T) {
				p := w.Person("p" + strings.ReplaceAll(name, " ", ""))
				s := z.logIn(p)
				code, _ := z.order(&s, zitReturned)
				change(p)
				if a := z.Do(s.check(z, "otpEmail", code)); a.Status != 400 {
					t.Errorf("the code is accepted: %d %s", a.Status, a.Body)
				}
			})
		}
	})
}

// TestZitadelTheMailOfACodeHasTheCallersLink: by the rules of every link template.
func TestZitadelTheMailOfACodeHasTheCallersLink(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		s := z.logIn(p)
		mailed := func(template string) harness.Call {
			return z.patch(s.path(), j{"challenges": j{"otpEmail": j{"sendCode": j{"urlTemplate": template}}}})
		}
		const good = zitApp + "/otp?code={{.Code}}&userId={{.UserID}}&sessionId={{.SessionID}}"
		z.expects(
			zitCall{"half a placeholder", mailed(zitApp + "/{{.Code"), 400, zitFault(3, "DOMAIN-oGh5e")},
			zitCall{"a placeholder of another template", mailed(zitApp + "/{{.OrgID}}"), 400, zitFault(3, "DOMAIN-ieYa7")},
			zitCall{"the notation of the core", mailed(zitApp + "/{sessionId}"), 400, zitFault(3, "DOMAIN-oGh5e")},
			zitCall{"another host", mailed("https://evil.example.net/{{.Code}}"), 400, zitFault(3, "REKEY-UrlTemplateNotAllowed")},
		)
		z.codesIn(&s, z.expect(mailed(good), 200))
		text := w.LastMail(p.Email).Text
		code := sixDigits.FindString(text)
		if want := zitApp + "/otp?code=" + code + "&userId=" + p.ID + "&sessionId=" + s.id; !strings.Contains(text, want) {
			t.Errorf("%s is not in the mail:\n%s", want, text)
		}
		z.expect(s.check(z, "otpEmail", code), 200)
	}, harness.WithSettings(zitAllowing))
}
