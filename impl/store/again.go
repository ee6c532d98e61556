package store

import (
	"context"
	"database/sql"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/impl/fault"
)

// again is the connections for statements that commit by themselves. One that lost a race
// left nothing behind, as a transaction that did: it is repeated like that. Two of them
// can lock each other out, such as the one that opens a budget and the one that ends it.
type again struct {
	gorm.ConnPool
	dialect dialect
}

// ExecContext repeats a statement that lost a race.
func (a again) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	for n := 1; ; n++ {
		result, err := a.ConnPool.ExecContext(ctx, query, args...)
		switch {
		case err == nil || !a.dialect.retryable(err):
			return result, err
		case n >= maxAttempts:
			return nil, fault.ErrUnavailable.Because(err)
		}
		if err := pause(ctx, n); err != nil {
			return nil, fault.ErrUnavailable.Because(err)
		}
	}
}

// GetDBConn is how gorm finds the connections below.
func (a again) GetDBConn() (*sql.DB, error) {
	return a.ConnPool.(gorm.GetDBConnector).GetDBConn()
}
