package store

import (
	"context"
	"database/sql"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/impl/fault"
)

// again is the connections for statements that commit by themselves, and for reads. One
// that lost a race left nothing behind, as a transaction that did: it is repeated like
// that. Two of them can lock each other out, such as the one that opens a budget and the
// one that ends it; on a cluster a read can lose one too.
type again struct{ gorm.ConnPool }

// ExecContext repeats a statement that lost a race.
func (a again) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	return repeated(ctx, func() (sql.Result, error) { return a.ConnPool.ExecContext(ctx, query, args...) })
}

// QueryContext repeats a read that lost a race.
func (a again) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return repeated(ctx, func() (*sql.Rows, error) { return a.ConnPool.QueryContext(ctx, query, args...) })
}

func repeated[T any](ctx context.Context, run func() (T, error)) (result T, err error) {
	for n := 1; ; n++ {
		result, err = run()
		switch {
		case !retryable(err):
			return result, err
		case n >= maxAttempts:
			return result, fault.ErrUnavailable.Because(err)
		}
		if err := pause(ctx, n); err != nil {
			return result, fault.ErrUnavailable.Because(err)
		}
	}
}

// GetDBConn is how gorm finds the connections below.
func (a again) GetDBConn() (*sql.DB, error) {
	return a.ConnPool.(gorm.GetDBConnector).GetDBConn()
}
