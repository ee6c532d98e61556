package store

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/impl/clock"
)

// Time returns the current time of the database server. A large difference to this machine's
// clock shows that one of them is wrong.
func (s *Store) Time(ctx context.Context) (time.Time, error) {
	if s.theirs != nil {
		return s.theirs.Now(), nil
	}
	return s.ask(s.read.WithContext(ctx))
}

// Ahead returns how much this machine's clock is ahead of the database's; it is negative if the
// clock is behind. Half of the round trip is taken for the way to the server.
func (s *Store) Ahead(ctx context.Context) (time.Duration, error) {
	before := s.clock.Now()
	theirs, err := s.Time(ctx)
	if err != nil {
		return 0, err
	}
	return before.Add(s.clock.Now().Sub(before) / 2).Sub(theirs), nil
}

// LeaseTime returns the time by which leases begin and end: the database's, which is the same for
// all servers, while their own clocks may differ by minutes. A server that measured another's
// lease by its own clock would take over work in progress, or wait for a lease that has ended.
func (rd *Reader) LeaseTime() (time.Time, error) {
	switch {
	case rd.store.theirs != nil:
		return rd.store.theirs.Now(), nil
	case rd.store.dialect.name() == "sqlite": // every process that has the file open has this machine's clock
		return rd.store.clock.Now(), nil
	}
	return rd.store.leaseTime(rd.db.Session(&gorm.Session{NewDB: true}))
}

// Past returns a handle like Write, whose time is the earlier of this machine's and the
// database's. A row that has ended by it has ended by both clocks: deleted rows do not come back
// when a wrong clock is corrected.
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

// looked is a reading of the database's clock.
type looked struct {
	at    time.Time
	since clock.Stopwatch
}

const (
	lookHolds  = 10 * time.Second       // how long a reading is used
	lookWithin = 200 * time.Millisecond // a slower reading is too inaccurate
)

// leaseTime adds the time of this machine's monotonic clock to the last reading of the database's
// clock. So a login needs no statement for it, and a change of this machine's clock has no effect.
func (s *Store) leaseTime(db *gorm.DB) (time.Time, error) {
	if l := s.looked.Load(); l != nil && l.since.Elapsed() < lookHolds {
		return exact(l.at.Add(l.since.Elapsed())), nil
	}
	watch := clock.Start()
	at, err := s.ask(db)
	if took := watch.Elapsed(); err == nil && took < lookWithin {
		s.looked.Store(&looked{at: at.Add(-took / 2), since: watch}) // half of the round trip
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
