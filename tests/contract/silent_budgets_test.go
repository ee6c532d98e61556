package contract_test

import (
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
)

// refusals are what the metric counts for a budget.
func refusals(t *testing.T, w *harness.World, budget string) int {
	t.Helper()
	metrics := harness.DoWith(t, http.DefaultClient, w.URL, harness.Call{Method: http.MethodGet, Path: "/metrics"}).Body
	found := regexp.MustCompile(`(?m)^rekey_budget_refusals_total\{budget="` + budget + `"\} (\d+)$`).FindStringSubmatch(metrics)
	if found == nil {
		t.Fatalf("there is no metric of %s", budget)
	}
	n, err := strconv.Atoi(found[1])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// spentEvents are the events that tell of a spent budget, as "detail user".
func (n native) spentEvents() []string {
	n.T.Helper()
	var list struct {
		Items []struct{ Detail, UserID, Outcome, Action string }
	}
	n.get("/v1/events?action=budget.spent&limit=200").JSON(n.T, &list)
	var all []string
	for _, e := range list.Items {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s", e.Outcome, e.Detail, e.UserID)))
	}
	slices.Sort(all)
	return all
}

// TestASilentBudgetIsSeenByTheOperator: the asker is told nothing, and a flood of requests becomes no
// flood of events.
func TestASilentBudgetIsSeenByTheOperator(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, ada := asOwner(w), w.Person("ada")
		tells := func(t *testing.T, want ...string) {
			t.Helper()
			w.Deliver()
			if got := n.spentEvents(); !slices.Equal(got, want) {
				t.Errorf("events %q, want %q", got, want)
			}
		}
		ask := func(times int, body j) (first harness.Answer) {
			for i := range times {
				a := must(w, post("/v1/reset-requests", body), http.StatusAccepted)
				if i == 0 {
					first = a
				}
				same(t, "one more", first, a)
				w.Deliver()
			}
			return first
		}
		w.Step("of requests for one name", func(t *testing.T) {
			ask(10, j{"username": "ada"})
			tells(t, "refused reset_requests "+ada.ID)
			if got := refusals(t, w, "reset_requests"); got != 7 {
				t.Errorf("counted %d", got)
			}
		})
		w.Step("of requests for nobody", func(t *testing.T) {
			ask(10, j{"username": "nobody"})
			tells(t, "refused reset_requests", "refused reset_requests "+ada.ID)
		})
		w.Step("of mails to a user who is asked for by all of his names", func(t *testing.T) {
			events := func() int {
				return strings.Count(n.get("/v1/events?action=reset.request&limit=200").Body, `"reset.request"`)
			}
			before := events()
			ask(3, j{"email": ada.Email})
			tells(t, "refused reset_requests", "refused reset_requests "+ada.ID, "refused user_mails "+ada.ID)
			if got := refusals(t, w, "user_mails"); got != 3 || events() != before {
				t.Errorf("counted %d, %d more events", got, events()-before)
			}
		})
		w.Step("of what a user asks for himself", func(t *testing.T) {
			bob := w.Person("bob")
			self := native{w, w.LogIn(bob).AccessToken}
			for range 5 {
				self.must(200, http.MethodPost, "/v2/users/"+bob.ID+"/password_reset", j{"sendLink": j{}})
			}
			want := []string{
				"refused reset_requests", "refused reset_requests " + ada.ID, "refused user_mails " + ada.ID, "refused user_mails " + bob.ID,
			}
			slices.Sort(want)
			tells(t, want...)
			if got := refusals(t, w, "user_mails"); got != 5 {
				t.Errorf("counted %d", got)
			}
		})
		w.Step("again in the next hour", func(t *testing.T) {
			before := len(n.spentEvents())
			w.Clock.Advance(time.Hour)
			ask(6, j{"username": "ada"})
			if got := len(n.spentEvents()) - before; got != 1 {
				t.Errorf("%d more events", got)
			}
		})
	})
}

// TestASilentBudgetOfCodesIsSeenByTheOperator: an attacker who knows a password must not flood a mailbox.
func TestASilentBudgetOfCodesIsSeenByTheOperator(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, ada := asOwner(w), w.Person("ada", harness.WithMFA)
		w.Check("of codes mailed again", func(t *testing.T) {
			sid := must(w, login("ada", ada.Password), http.StatusConflict).Field(t, "sid")
			for range 6 {
				must(w, post("/api/Users/resendMfa", j{"sid": sid}), http.StatusOK)
			}
			if got := refusals(t, w, "login_code_resends"); got != 3 || !slices.Equal(n.spentEvents(), []string{"refused login_code_resends " + ada.ID}) {
				t.Errorf("counted %d, events %q", got, n.spentEvents())
			}
		})
		w.Check("of logins that mail one", func(t *testing.T) {
			w.Clock.Advance(time.Hour)
			for range 10 {
				must(w, login("ada", ada.Password), http.StatusConflict)
			}
			for range 2 {
				must(w, login("ada", ada.Password), http.StatusUnauthorized)
			}
			told := n.get("/v1/events?action=login.challenge&outcome=refused").Body
			if got := refusals(t, w, "login_codes"); got != 2 || strings.Count(told, `"login_codes"`) != 2 {
				t.Errorf("counted %d, events %s", got, told)
			}
		})
	})
}

// TestAskingInVainCostsTheSameForAnybody: what is told to the operator tells nothing to the asker.
func TestAskingInVainCostsTheSameForAnybody(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Person("ada")
		for i := range 6 {
			cost := func(name string) []string {
				return statements(w, func() { must(w, post("/v1/reset-requests", j{"username": name}), http.StatusAccepted) })
			}
			if known, unknown := cost("ada"), cost("nobody"); !slices.Equal(known, unknown) {
				t.Errorf("the request %d: %q for somebody, %q for nobody", i, known, unknown)
			}
		}
	})
}
