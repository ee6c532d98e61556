package store

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/rekeyhq/rekey/models"
)

// ErrNoRoom means that the database refused a row recently because it is full.
var ErrNoRoom = errors.New("the database has no room for new rows; free some on its disk")

// noRoomFor is how long a refused row makes the database count as full.
const noRoomFor = 10 * time.Second

// Ready returns why the database cannot serve now: it does not answer, its schema is not
// for this version, or it accepts no writes (read-only, full).
func (s *Store) Ready(ctx context.Context) error {
	if err := s.CheckSchema(ctx); err != nil {
		return err
	}
	if err := s.Write(ctx).markReady(); err != nil {
		return err
	}
	if refused := s.refusedRow.Load(); refused != nil && s.clock.Now().Sub(*refused) < noRoomFor {
		return ErrNoRoom
	}
	return nil
}

// watchRoom records when a row was refused because the database is full. On MariaDB with a full
// disk, a row that fits into existing pages of its table is still accepted, such as that of
// markReady.
func (s *Store) watchRoom(db *gorm.DB) error {
	note := func(tx *gorm.DB) {
		if full(tx.Error) {
			now := s.clock.Now()
			s.refusedRow.Store(&now)
		}
	}
	return errors.Join(
		db.Callback().Create().After("gorm:create").Register("store:room", note),
		db.Callback().Update().After("gorm:update").Register("store:room", note),
	)
}

func (tx *Tx) markReady() error {
	row := models.Readiness{ID: 1, CheckedAt: exact(tx.Now)}
	return translate(tx.db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error)
}
