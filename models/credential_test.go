package models_test

import (
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
)

func TestRemembers(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	aged := func(days ...int) []models.PasswordHistory {
		var rows []models.PasswordHistory
		for _, d := range days {
			rows = append(rows, models.PasswordHistory{CreatedAt: now.AddDate(0, 0, -d)})
		}
		return rows
	}
	for _, c := range []struct {
		name        string
		count, days int
		rows        []models.PasswordHistory
		want        int
	}{
		{"no rule", 0, 0, aged(0, 1, 2), 0},
		{"by number", 2, 0, aged(0, 1, 2), 2},
		{"fewer than the number", 5, 0, aged(0, 1, 2), 3},
		{"the current one, however old", 0, 30, aged(400), 1},
		{"in use until 29 days ago", 0, 30, aged(29, 400), 2},
		{"in use until just 30 days ago", 0, 30, aged(30, 400), 1},
		{"in use until 31 days ago", 0, 30, aged(31, 400), 1},
		{"whichever is more: the number", 3, 1, aged(100, 200, 300, 400), 3},
		{"whichever is more: the days", 1, 365, aged(100, 200, 300, 400, 500), 4},
		{"nothing to remember", 3, 30, nil, 0},
	} {
		p := models.PasswordPolicy{History: c.count, HistoryDays: c.days}
		if got := p.Remembers(c.rows, now); got != c.want {
			t.Errorf("%s: %d rows, want %d", c.name, got, c.want)
		}
	}
	for _, p := range []models.PasswordPolicy{{History: 9999}, {HistoryDays: 1}, {History: 3, HistoryDays: 36500}} {
		if p.HistoryRows() != models.MaxHistory {
			t.Errorf("%+v asks for %d rows", p, p.HistoryRows())
		}
	}
	off := models.PasswordPolicy{MinLength: 9, History: 3, HistoryDays: 4}.WithoutHistory()
	if off.HistoryRows() != 0 || off.MinLength != 9 {
		t.Errorf("%+v", off)
	}
}
