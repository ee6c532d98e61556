package stores_test

import (
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestTheLastKeyStays, though it ended long ago: by it rekey init --if-needed, which a
// container may run at each start, sees that it must not make a key that may do everything
// and print it. Two servers sweep at once.
func TestTheLastKeyStays(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		db, now, rows := openRaw(t, w.DBURL), w.Clock.Now(), &ended{}
		for n := range 3 {
			rows.add(now, n, &now)
		}
		rows.plant(t, db)
		w.Clock.Advance(keep)
		servers := []*harness.World{w, w.Twin(func(c *config.Config) { must(t, c.KeepAPIKeys.UnmarshalText([]byte("1h"))) })}
		left := func() (n int64) {
			for _, err := range together(2, func(i int) error { return servers[i].Settle(t.Context()) }) {
				must(t, err)
			}
			must(t, db.Model(&models.APIKey{}).Count(&n).Error)
			return n
		}
		if n := left(); n != 1 {
			t.Errorf("%d keys are left, want the last", n)
		}
		if found, err := w.Store.Read(t.Context()).HasAPIKey(); !found || err != nil {
			t.Errorf("the database looks as if it had never been set up: %v", err)
		}
		more := &ended{}
		more.add(w.Clock.Now(), 0, nil)
		must(t, db.Create(&more.keys).Error)
		w.Clock.Advance(time.Hour)
		if n := left(); n != 1 {
			t.Errorf("%d keys are left beside one that lives, want it alone", n)
		}
	})
}
