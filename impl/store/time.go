package store

import (
	"context"
	"fmt"
	"time"
)

// Time is what the database server takes for the current time. Nothing is decided by
// it; a large difference to this machine's clock shows that one of them is wrong.
func (s *Store) Time(ctx context.Context) (time.Time, error) {
	query := "SELECT strftime('%Y-%m-%d %H:%M:%f', 'now')"
	if s.dialect.name() == "mysql" {
		query = "SELECT CAST(UTC_TIMESTAMP(6) AS CHAR)"
	}
	var text string
	if err := s.read.WithContext(ctx).Raw(query).Scan(&text).Error; err != nil {
		return time.Time{}, err
	}
	at, err := time.Parse("2006-01-02 15:04:05.999999", text)
	if err != nil {
		return time.Time{}, fmt.Errorf("store: the database's time: %w", err)
	}
	return at, nil
}
