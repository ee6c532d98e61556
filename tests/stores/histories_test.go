package stores_test

import (
	"fmt"
	"testing"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/cluster/model"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestHistoriesAreLinear lets five clients of two servers log in, reset, redeem, guess, refresh,
// change, disable and more on one account at the same time. For each history there is an order of
// its operations that a small model of an account explains.
func TestHistoriesAreLinear(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		twin := w.Twin()
		key := w.Key("*").Key.Reveal()
		done := map[model.Outcome]int{}
		rounds := seed.Rounds(t, 40)
		if seed.RaceDetector { // a race of the code shows itself in few of them
			rounds = min(rounds, 4)
		}
		for n := range rounds {
			p := w.Person(fmt.Sprint("ada", n))
			h := model.Play(t, model.Game{
				Name: fmt.Sprint("history ", n), Servers: []string{w.URL, twin.URL}, Client: w.Client, Key: key, UserID: p.ID, Username: p.Username, Password: p.Password,
				Clients: 5, Operations: 10,
			})
			for outcome, n := range h.Outcomes() {
				done[outcome] += n
			}
			if model.Check(t, h); t.Failed() {
				t.Fatalf("history %d", n)
			}
		}
		t.Logf("%v", done)
		if 2*done[model.Done] < done[model.Refused] {
			t.Errorf("most operations were refused, so that little was checked: %v", done)
		}
	}, harness.WithSettings(func(s *models.Settings) { s.Sessions.LoginFailures = 100 }))
}
