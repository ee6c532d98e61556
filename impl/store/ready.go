package store

import (
	"context"
	"errors"

	"gorm.io/gorm/clause"

	"github.com/rekeyhq/rekey/models"
)

// ErrSchema means that tables and columns are those of another version.
var ErrSchema = errors.New("the database schema is not this version's; run: rekey migrate up")

// CheckSchema tells whether the schema is the one that this binary was made for.
func (s *Store) CheckSchema(ctx context.Context) error {
	have, need, err := s.Versions(ctx)
	if err == nil && have != need {
		err = ErrSchema
	}
	return err
}

// Ready tells why the database cannot serve now: it does not answer, its schema is another
// version's, or it takes no writes (read-only, full).
func (s *Store) Ready(ctx context.Context) error {
	if err := s.CheckSchema(ctx); err != nil {
		return err
	}
	return s.Write(ctx).markReady()
}

func (tx *Tx) markReady() error {
	row := models.Readiness{ID: 1, CheckedAt: exact(tx.Now)}
	return translate(tx.db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error)
}
