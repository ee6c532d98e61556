package store

import (
	"context"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// Statements are what run would send to the database.
func (s *Store) Statements(ctx context.Context, run func(*Tx)) []string {
	seen := &statements{Interface: logger.Discard}
	run(&Tx{Reader: s.reader(s.tx.Session(&gorm.Session{DryRun: true, Logger: seen, Context: ctx}))})
	return seen.all
}

type statements struct {
	logger.Interface
	all []string
}

func (s *statements) Trace(_ context.Context, _ time.Time, told func() (string, int64), _ error) {
	statement, _ := told()
	s.all = append(s.all, statement)
}
