package attacks_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// asksOf are the ways to have a link or code mailed, and those that name the address.
func (s *stage) asksOf() (asks map[string]func(p *harness.Person) harness.Call, byAddress []string) {
	byOwner := func(path string, body func(p *harness.Person) j) func(p *harness.Person) harness.Call {
		return func(p *harness.Person) harness.Call { return s.byOwner(post(path, body(p))) }
	}
	return map[string]func(p *harness.Person) harness.Call{
		"a native ticket": byOwner("/v1/tickets", func(p *harness.Person) j { return j{"userId": p.ID, "medium": "link", "deliver": "send"} }),
		"a native request by name": func(p *harness.Person) harness.Call {
			return post("/v1/reset-requests", j{"username": p.Username})
		},
		"a native request by address": func(p *harness.Person) harness.Call {
			return post("/v1/reset-requests", j{"email": p.Email})
		},
		"forgotPassword": s.forgot,
		"forgotPassword by address": func(p *harness.Person) harness.Call {
			return post("/api/ForgotUser/forgotPassword", j{"emailAddress": p.Email})
		},
		"forgotUsername": func(p *harness.Person) harness.Call {
			return post("/api/ForgotUser/forgotUsername", j{"emailAddress": p.Email})
		},
		"request-password-reset":    s.request,
		"send-password-reset-email": byOwner(resets+"send-password-reset-email", func(p *harness.Person) j { return j{"userId": p.ID} }),
		"password_reset": func(p *harness.Person) harness.Call {
			return s.user(p, "/password_reset", j{"sendLink": j{"urlTemplate": template}})
		},
	}, []string{"a native request by address", "forgotPassword by address", "forgotUsername", "request-password-reset"}
}

// TestTheHolderOfAFormerAddressGetsNothing: somebody lost a mailbox and has his address
// changed, while the thief who has the mailbox keeps asking. Each way to ask is played in
// the middle of the change, which a second server makes.
func TestTheHolderOfAFormerAddressGetsNothing(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		twin := s.Twin()
		asks, byAddress := s.asksOf()
		for way, ask := range seed.InOrder(asks) {
			s.Check(way, func(t *testing.T) {
				p := s.person()
				call, now := ask(p), "new-"+p.Email
				change := s.byOwner(harness.Call{Method: http.MethodPatch, Path: "/v1/users/" + p.ID, Body: j{
					"emails": []j{{"address": now, "verified": true}},
				}})
				status := 0
				_, err := twin.InOrder(func() error {
					status = twin.Do(change).Status
					return nil
				}, func() error {
					s.Do(call)
					_, err := s.Core.Tickets.ProcessResetRequests(context.Background())
					return err
				}, "insert events")
				if err != nil || status != http.StatusOK {
					t.Fatalf("changed: %d, worked off: %v", status, err)
				}
				got := map[string]int{}
				for _, m := range s.Mails() {
					if !strings.Contains(m.Subject, "addresses") {
						got[m.To]++
					}
				}
				if got[p.Email] > 0 {
					t.Errorf("the former address got %d mails that it must not get", got[p.Email])
				}
				if want := !strings.Contains(strings.Join(byAddress, ";")+";", way+";"); want != (got[now] == 1) {
					t.Errorf("the new address got %d mails", got[now])
				}
			})
		}
	})
}
