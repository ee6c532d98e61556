package lifecycle

import (
	"context"
)

// PageSessions lists the live sessions that the caller reaches, in the order of their
// ids, or those of one user, and tells whether there are more behind them.
func (c *Core) PageSessions(ctx context.Context, userID string, p Page) ([]Session, bool, error) {
	rows, more, err := c.store.Read(ctx).SessionPage(reach(ctx), userID, p.stored())
	return resultsOf(rows, sessionOf), more, err
}
