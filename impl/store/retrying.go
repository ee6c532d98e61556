package store

import (
	"context"
	"database/sql"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/impl/fault"
)

// retrying wraps the connections for single statements and reads. A statement that lost a race
// has changed nothing, like a transaction that was rolled back, so it is repeated in the same way.
// Two single statements can deadlock, such as the one that opens a budget and the one that ends
// it; on a cluster a read can lose a race as well.
type retrying struct {
	gorm.ConnPool
	hosts int
}

// ExecContext repeats a statement that lost a race.
func (r retrying) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	return repeated(ctx, 1, func() (sql.Result, error) { return r.ConnPool.ExecContext(ctx, query, args...) })
}

// QueryContext repeats a read that lost a race, and one whose host failed if there is another one.
func (r retrying) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return repeated(ctx, r.hosts, func() (*sql.Rows, error) { return r.ConnPool.QueryContext(ctx, query, args...) })
}

// repeated repeats what lost a race, and tries what lost its connection on that many hosts.
func repeated[T any](ctx context.Context, hosts int, run func() (T, error)) (result T, err error) {
	for n := 1; ; n++ {
		result, err = run()
		switch {
		case !retryable(err) && (n >= hosts || !severed(err)):
			return result, err
		case n >= maxAttempts:
			return result, fault.ErrUnavailable.Because(err)
		}
		if err := Pause(ctx, n); err != nil {
			return result, fault.ErrUnavailable.Because(err)
		}
	}
}

// GetDBConn returns the wrapped connections to gorm.
func (r retrying) GetDBConn() (*sql.DB, error) {
	return r.ConnPool.(gorm.GetDBConnector).GetDBConn()
}
