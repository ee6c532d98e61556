package stores_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/impl/transfer"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// timedLines are lines with one time each, and what of the refusal is wanted; empty: the
// line is taken.
func timedLines(now time.Time) map[string]string {
	const (
		past = "lies in the future"
		far  = "36,500 days ahead"
		old  = "before the year 1000"
	)
	lines := map[string]string{}
	line := func(want string, at time.Time, field string, more ...string) {
		text := `"` + field + `":"` + at.Format(time.RFC3339) + `"`
		lines[strings.Join(append(more, text), ",")+strings.Repeat("}]", strings.Count(strings.Join(more, ""), `[{`))] = want
	}
	const temporary, expires = `"temporary":true`, `"passwordExpiresAt":"2030-01-01T00:00:00Z"`
	const history = `"history":[{"hash":"` + ofPassword + `"`
	calendar := func(year int) time.Time { return time.Date(year, 6, 1, 0, 0, 0, 0, time.UTC) }
	for _, f := range [][]string{{"passwordChangedAt"}, {"temporaryUsedAt", temporary}, {"setAt", history}} {
		line(past, calendar(9999), f[0], f[1:]...)
		line(past, now.Add(25*time.Hour), f[0], f[1:]...)
		line("", now.Add(23*time.Hour), f[0], f[1:]...)
	}
	for _, f := range [][]string{{"passwordExpiresAt"}, {"passwordWarnAt", expires}} {
		line(far, calendar(9999), f[0], f[1:]...)
		line(far, now.AddDate(0, 0, 36502), f[0], f[1:]...)
		line("", now.AddDate(0, 0, 36500), f[0], f[1:]...)
		line("", now.Add(-time.Hour), f[0], f[1:]...)
	}
	for _, f := range [][]string{{"passwordChangedAt"}, {"temporaryUsedAt", temporary}, {"setAt", history}, {"passwordExpiresAt"}, {"passwordWarnAt", expires}} {
		line(old, calendar(0), f[0], f[1:]...)
		line(old, time.Time{}, f[0], f[1:]...) // what some systems write for no time
		line("", calendar(1601), f[0], f[1:]...)
	}
	return lines
}

// TestAnImportRefusesTimesThatCannotBe line by line, whatever the lifetime is, and leaves
// the other lines alone. No refusal tells what the field held.
func TestAnImportRefusesTimesThatCannotBe(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for name, dry := range seed.InOrder(map[string]bool{"tried": true, "written": false}) {
			w.Check(name, func(t *testing.T) {
				var file strings.Builder
				var want []string
				for fields, why := range seed.InOrder(timedLines(w.Clock.Now())) {
					user := `{"username":"` + name + string(rune('a'+len(want)/26)) + string(rune('a'+len(want)%26)) + `","hash":"` + ofPassword + `",` + fields + `}`
					if !json.Valid([]byte(user)) {
						t.Fatal(user)
					}
					file.WriteString(user + "\n")
					want = append(want, why)
				}
				got := make([]string, len(want))
				done, err := transfer.Import{
					Accounts: w.Core.Accounts, From: strings.NewReader(file.String()), DryRun: dry, MaxErrors: 100,
					Refuse: func(line int, why error) { got[line-1] = why.Error() },
				}.Run(setup.AsOperator(t.Context(), "import"))
				must(t, err)
				taken := 0
				for i, line := range strings.Split(strings.TrimSpace(file.String()), "\n") {
					if (got[i] == "") != (want[i] == "") || !strings.Contains(got[i], want[i]) || strings.Contains(got[i], "9999") {
						t.Errorf("%s\nwas refused with %q, want %q", line, got[i], want[i])
					}
					if want[i] == "" {
						taken++
					}
				}
				if done.Users != taken {
					t.Errorf("%d of %d were taken", done.Users, taken)
				}
			})
		}
		w.Deliver()
		exported(t, w, true)
	}, harness.WithSettings(func(s *models.Settings) { s.Password.LifetimeDays, s.Password.History = 365, 5 }))
}

// TestAnExpiryBeyondTheCalendarIsNone: what a database holds from before, or from another
// hand, expires never, and keeps nobody from his warning.
func TestAnExpiryBeyondTheCalendarIsNone(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		far, ada := w.Person("far"), w.Person("ada")
		w.Spoil("UPDATE credentials SET changed_at = '9999-06-01 00:00:00' WHERE user_id = ?", far.ID)
		expiring(t, w, ada, 15*day)
		must(t, setsPolicy(t, w.Core, passwords.PolicyOf{TenantID: w.Tenant.ID}, `{"password":{"lifetimeDays":365}}`)())
		w.Clock.Advance(day + spread)
		w.Deliver()
		wantWarnings(t, w, ada, "in 14 days")
		c, err := w.Store.Read(t.Context()).FindCredential(far.ID)
		must(t, err)
		if c.WarnAt != nil || c.Expiry() != nil || c.Expired(w.Clock.Now()) {
			t.Errorf("expires at %v, and is warned at %v", c.Expiry(), c.WarnAt)
		}
		exported(t, w, true)
		if err := w.Core.Passwords.NotifyExpiry(asOwner(t.Context()), far.ID); !errors.Is(err, core.ErrNoExpiry) {
			t.Errorf("a notice: %v", err)
		}
	})
}
