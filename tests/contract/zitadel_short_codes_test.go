package contract_test

import (
	"bytes"
	"context"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

var (
	zitShort = regexp.MustCompile(`^[A-HJ-NP-Z2-9]{6}$`)
	zitLong  = regexp.MustCompile(`^[A-Za-z0-9]{20}$`)
)

func zitShortCodes(s *models.Settings) {
	s.Tickets.ShortUserCodes, s.LinkTemplates = true, []string{zitApp}
}

// resetCode orders a code for a reset into the answer.
func (z zit) resetCode(p *harness.Person) string {
	z.T.Helper()
	return z.expect(z.user(p, "password_reset", j{"returnCode": j{}}), 200).Field(z.T, "verificationCode")
}

// otherShortCode is a short code that is not the given one.
func otherShortCode(code string) string {
	if code == "AAAAAA" {
		return "BBBBBB"
	}
	return "AAAAAA"
}

func TestZitadelShortCodes(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		w.Step("a code has 20 characters unless the tenant chooses", func(t *testing.T) {
			if code := z.resetCode(p); !zitLong.MatchString(code) {
				t.Errorf("the code is %q", code)
			}
		})
		w.Settings(zitShortCodes)
		w.Step("then 6, for one change", func(t *testing.T) {
			code := z.resetCode(p)
			if !zitShort.MatchString(code) {
				t.Fatalf("the code is %q", code)
			}
			row, err := w.Store.Read(context.Background()).NewestTicket(p.ID, models.ProofUserCode, models.PurposeReset)
			if err != nil {
				t.Fatal(err)
			}
			if plain := secret.Sum("ticket", "user_code", "reset", p.ID, code); bytes.Equal(row.Lookup, plain.Bytes()) || len(row.CodeMAC) == 0 {
				t.Error("who reads the database can guess the code")
			}
			z.expect(z.user(p, "password", zitSet("verificationCode", code)), 200)
			z.expect(z.user(p, "password", zitSet("verificationCode", code)), 400, zitFault(9, "COMMAND-2M9fs")...)
		})
		w.Step("a refused password leaves it", func(t *testing.T) {
			code := z.resetCode(p)
			z.expect(z.user(p, "password", j{"newPassword": j{"password": "short"}, "verificationCode": code}), 400)
			z.expect(z.user(p, "password", zitSet("verificationCode", code)), 200)
		})
		w.Step("it lives as long as a mailed code", func(t *testing.T) {
			code := z.resetCode(p)
			w.Clock.Advance(10 * time.Minute)
			z.expect(z.user(p, "password", zitSet("verificationCode", code)), 400, zitFault(9, "CODE-QvUQ4P")...)
		})
		w.Step("a link of the caller has it, the hosted page a long key", func(t *testing.T) {
			z.expect(z.user(p, "password_reset", j{"sendLink": j{"urlTemplate": zitTemplate}}), 200)
			if text := w.LastMail(p.Email).Text; !regexp.MustCompile(`code=[A-HJ-NP-Z2-9]{6}&`).MatchString(text) {
				t.Errorf("the mail: %s", text)
			}
			w.Clock.Advance(time.Hour)
			z.expect(z.user(p, "password_reset", j{"sendLink": j{}}), 200)
			if text := w.LastMail(p.Email).Text; !regexp.MustCompile(`key=[A-Za-z0-9]{20}&`).MatchString(text) {
				t.Errorf("the mail: %s", text)
			}
		})
		w.Step("an invitation, too", func(t *testing.T) {
			goofy := w.Person("goofy", harness.NoPassword)
			code := z.expect(z.user(goofy, "invite_code", j{"returnCode": j{}}), 200).Field(t, "inviteCode")
			if !zitShort.MatchString(code) {
				t.Errorf("the code is %q", code)
			}
			z.expect(z.user(goofy, "password", zitSet("verificationCode", code)), 400)
			z.expect(z.user(goofy, "invite_code/verify", j{"verificationCode": code}), 200)
		})
		w.Step("and a verification", func(t *testing.T) {
			dewey := w.Person("dewey", harness.Unverified)
			code := z.expect(z.user(dewey, "email", j{"email": "dewey@acme.example", "returnCode": j{}}), 200).Field(t, "verificationCode")
			if !zitShort.MatchString(code) {
				t.Errorf("the code is %q", code)
			}
			z.expect(z.user(dewey, "email/verify", j{"verificationCode": otherShortCode(code)}), 400, zitFault(3, "COMMAND-eis9R")...)
			z.expect(z.user(dewey, "email/verify", j{"verificationCode": code}), 200)
		})
		w.Check("another user's code is none", func(t *testing.T) {
			z.expect(z.user(w.Person("daisy"), "password", zitSet("verificationCode", z.resetCode(p))), 400, zitFault(9, "COMMAND-2M9fs")...)
		})
	})
}

// TestZitadelAShortCodeIsGuessedInVain: the tries are exact under concurrency. One budget of the account
// counts the guesses at all of its codes; when it is spent, the next code is long, so that the user can
// still reset the password.
func TestZitadelAShortCodeIsGuessedInVain(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Settings(func(s *models.Settings) { zitShortCodes(s); s.Tickets.AccountTries = 12 })
		z, p := zitadel(w), w.Person("minnie")
		// guess tries a wrong code at once n times, and counts the answers.
		guess := func(c func(code string) harness.Call, code string, n int) map[string]int {
			var mu sync.Mutex
			var all sync.WaitGroup
			counts := map[string]int{}
			for range n {
				all.Go(func() {
					a := harness.DoWith(t, http.DefaultClient, w.URL, c(otherShortCode(code)))
					mu.Lock()
					defer mu.Unlock()
					for _, id := range []string{"CODE-woT0xc", "COMMAND-2M9fs", "COMMAND-Wgn4q"} {
						if strings.Contains(a.Body, id) {
							counts[id]++
						}
					}
				})
			}
			all.Wait()
			return counts
		}
		reset := func(code string) harness.Call { return z.user(p, "password", zitSet("verificationCode", code)) }
		w.Step("five tries at one code", func(t *testing.T) {
			code := z.resetCode(p)
			if got := guess(reset, code, 12); got["CODE-woT0xc"] != 5 || got["COMMAND-2M9fs"] != 7 {
				t.Errorf("answers: %v", got)
			}
			z.expect(reset(code), 400, zitFault(9, "COMMAND-2M9fs")...)
		})
		w.Step("the budget is that of a session's codes as well", func(t *testing.T) {
			s := z.logIn(p)
			code, _ := z.order(&s, zitReturned)
			for range 5 {
				z.expect(s.check(z, "otpEmail", otherCode(code)), 400, zitFault(3, "CODE-woT0xc")...)
			}
			if got := guess(reset, z.resetCode(p), 9); got["CODE-woT0xc"] != 2 || got["COMMAND-2M9fs"] != 7 {
				t.Errorf("answers: %v", got)
			}
		})
		w.Step("then codes are long, and nobody is locked out", func(t *testing.T) {
			code := z.resetCode(p)
			if !zitLong.MatchString(code) {
				t.Fatalf("the code is %q", code)
			}
			if !z.admits(z.logIn(p).token) {
				t.Error("guesses at codes block the password")
			}
			z.expect(reset(code), 200)
		})
		w.Check("a proven reset gives short ones again", func(t *testing.T) {
			if code := z.resetCode(p); !zitShort.MatchString(code) {
				t.Errorf("the code is %q", code)
			}
		})
	})
}

func TestZitadelAShortCodeIsAcceptedOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Settings(zitShortCodes)
		z, p := zitadel(w), w.Person("minnie")
		code := z.resetCode(p)
		accepted := make(chan int, 4)
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				accepted <- harness.DoWith(t, http.DefaultClient, w.URL, z.user(p, "password", zitSet("verificationCode", code))).Status
			})
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
