package contract_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// brokenRules is what an answer names: the codes with their bounds, in order.
type brokenRules []struct {
	Code   string
	Params map[string]string
}

// TestRekeyACheckSaysWhatASetterDoes: random policies and passwords over the wire, each
// password checked and then set. the tests of impl/core try a hundred thousand.
func TestRekeyACheckSaysWhatASetterDoes(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, people := asOwner(w), []*harness.Person{w.Person("adalovely"), w.Person("grace", harness.WithMFA)}
		d := seed.For(t)
		oneIn := func(chances, most int) int {
			if d.IntN(chances) > 0 {
				return 0
			}
			return 1 + d.IntN(most)
		}
		accepted := 0
		for range 15 {
			n.must(200, http.MethodPut, applicationPolicy(w.Tenant.ApplicationID), j{"rules": j{"password": j{
				"minLength": 1 + d.IntN(12), "minLengthMfa": oneIn(2, 8), "maxLength": 14 + d.IntN(20), "maxRepeated": oneIn(3, 3),
				"minLower": oneIn(4, 2), "minDigit": oneIn(4, 2), "minStrength": oneIn(4, 3),
			}}})
			n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"rules": j{"password": j{
				"history": oneIn(2, 4), "historyDays": oneIn(3, 30), "minUpper": oneIn(4, 2), "blocklist": d.IntN(2) == 0,
				"contextWords": d.IntN(2) == 0, "extraWords": []string{"Zeppelin"}[:d.IntN(2)],
			}}})
			for range 12 {
				p := people[d.IntN(len(people))]
				password := candidate(d)
				var verdict struct {
					Acceptable bool
					Violations brokenRules
				}
				n.must(200, http.MethodPost, checks, j{"userId": p.ID, "password": password}).JSON(t, &verdict)
				set := n.call(http.MethodPut, "/v1/users/"+p.ID+"/password", j{"password": password})
				if set.Status == http.StatusOK {
					accepted++
				}
				if verdict.Acceptable != (set.Status == http.StatusOK) || verdict.Acceptable != (len(verdict.Violations) == 0) {
					t.Errorf("%q: the check says %+v, the setter %d %s", password, verdict, set.Status, set.Body)
				}
				var problem struct {
					Code       string
					Violations brokenRules
				}
				set.JSON(t, &problem)
				if !verdict.Acceptable && (problem.Code != "password_policy" || !reflect.DeepEqual(problem.Violations, verdict.Violations)) {
					t.Errorf("%q: the check names %+v, the setter %s", password, verdict.Violations, set.Body)
				}
			}
			w.Clock.Advance(time.Duration(d.IntN(20*24)) * time.Hour)
		}
		if accepted < 10 || accepted > 150 {
			t.Errorf("%d of 180 are accepted", accepted)
		}
	})
}

// candidate is a password as people take them, or letters.
func candidate(d *rand.Rand) string {
	words := []string{"password", "monkey", "adalovely", "acme", "Zeppelin", "violet", "nine copper kettles", "zp4 Kessel"}
	if d.IntN(2) == 0 {
		return words[d.IntN(len(words))] + strings.Repeat(fmt.Sprint(d.IntN(10)), d.IntN(4))
	}
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFG0123456789 -!"
	var out strings.Builder
	for range 1 + d.IntN(18) {
		out.WriteByte(letters[d.IntN(len(letters))])
	}
	return out.String()
}

// Earlier passwords count by number and by age, whichever holds longer.
func TestRekeyHistoryByAge(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, p := asOwner(w), w.Person("ada")
		password := func(i int) string { return fmt.Sprintf("%d violet otters paddle at noon", i) }
		set := func(i, status int) {
			t.Helper()
			a := n.must(status, http.MethodPut, "/v1/users/"+p.ID+"/password", j{"password": password(i)})
			if status == 422 && !strings.Contains(a.Body, `"code":"in_history"`) {
				t.Errorf("%s", a.Body)
			}
		}
		const day = 24 * time.Hour
		n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"rules": j{"password": j{"historyDays": 30}}})
		set(1, 200)
		w.Clock.Advance(100 * day)
		set(1, 422) // in use for a hundred days, and today
		set(2, 200)
		w.Clock.Advance(29 * day)
		set(1, 422) // was in use 29 days ago
		set(3, 200)
		w.Clock.Advance(2 * day)
		set(1, 200) // 31 days ago
		set(2, 422)
		// By number as well: the last two, however old they are.
		n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"rules": j{"password": j{"historyDays": 1, "history": 2}}})
		w.Clock.Advance(200 * day)
		set(3, 422)
		a := n.must(200, http.MethodPost, checks, j{"userId": p.ID, "password": password(3)})
		if !strings.Contains(a.Body, `"params":{"days":"1","history":"2"},"rule":"password.history"`) {
			t.Errorf("%s", a.Body)
		}
		set(4, 200)
		set(3, 200) // kept by number before, now the third
		w.Settings(func(s *models.Settings) { *s = models.DefaultSettings() })
		set(5, 200)
		if rows, err := w.Store.Read(t.Context()).RecentPasswords(p.ID, 100); err != nil || len(rows) != 0 {
			t.Errorf("%d rows are kept that no rule needs, %v", len(rows), err)
		}
	})
}
