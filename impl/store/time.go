package store

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/impl/clock"
)

// Time is what the database server takes for the current time. A large difference to this
// machine's clock shows that one of them is wrong.
func (s *Store) Time(ctx context.Context) (time.Time, error) {
	if s.theirs != nil {
		return s.theirs.Now(), nil
	}
	return s.ask(s.read.WithContext(ctx))
}

// Ahead is how much later this machine's clock is than the database's; less than zero, if
// it is behind. Half of the way there and back is taken for the way there.
func (s *Store) Ahead(ctx context.Context) (time.Duration, error) {
	before := s.clock.Now()
	theirs, err := s.Time(ctx)
	if err != nil {
		return 0, err
	}
	return before.Add(s.clock.Now().Sub(before) / 2).Sub(theirs), nil
}

// LeaseTime is the time by which leases are given and are over: the database's, which is
// the same to all servers, while their own clocks may be minutes apart. Who measured a
// lease of another by his own clock would take over what is being worked on, or wait for
// what is long over.
func (rd *Reader) LeaseTime() (time.Time, error) {
	switch {
	case rd.store.theirs != nil:
		return rd.store.theirs.Now(), nil
	case rd.store.dialect.name() == "sqlite": // all who have the file have this machine's clock
		return rd.store.clock.Now(), nil
	}
	return rd.store.leaseTime(rd.db.Session(&gorm.Session{NewDB: true}))
}

// Past gives a handle as Write does, whose time is the earlier one of this machine's and the
// database's: what is over by it is over for both. What is deleted does not come back
// when a wrong clock is set right.
func (s *Store) Past(ctx context.Context) (*Tx, error) {
	tx := s.Write(ctx)
	theirs, err := tx.LeaseTime()
	if err != nil {
		return nil, err
	}
	if theirs.Before(tx.Now) {
		tx.Now = theirs
	}
	return tx, nil
}

// looked is what the database's clock said when it was looked at.
type looked struct {
	at    time.Time
	since clock.Stopwatch
}

const (
	lookHolds  = 10 * time.Second       // how long time is counted on from a look
	lookWithin = 200 * time.Millisecond // of a slower one the middle says too little
)

// leaseTime counts on from the last look at the database's clock, by the monotonic one of
// this machine: no statement in each login, and nothing moves when this machine's clock is set.
func (s *Store) leaseTime(db *gorm.DB) (time.Time, error) {
	if l := s.looked.Load(); l != nil && l.since.Elapsed() < lookHolds {
		return exact(l.at.Add(l.since.Elapsed())), nil
	}
	watch := clock.Start()
	at, err := s.ask(db)
	if took := watch.Elapsed(); err == nil && took < lookWithin {
		s.looked.Store(&looked{at: at.Add(-took / 2), since: watch}) // half of the way was there
	}
	return at, err
}

func (s *Store) ask(db *gorm.DB) (time.Time, error) {
	query := "SELECT strftime('%Y-%m-%d %H:%M:%f', 'now')"
	if s.dialect.name() == "mysql" {
		query = "SELECT CAST(UTC_TIMESTAMP(6) AS CHAR)"
	}
	var text string
	if err := db.Raw(query).Scan(&text).Error; err != nil {
		return time.Time{}, translate(err)
	}
	at, err := time.Parse("2006-01-02 15:04:05.999999", text)
	if err != nil {
		return time.Time{}, fmt.Errorf("store: the database's time: %w", err)
	}
	return at, nil
}
