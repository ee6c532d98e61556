package logins

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
)

// PageSessions lists the live sessions that the caller reaches, in the order of their
// ids, or those of one user, and tells whether there are more behind them.
func (uc *UseCases) PageSessions(ctx context.Context, userID string, p core.Page) ([]Session, bool, error) {
	rows, more, err := uc.store.Read(ctx).SessionPage(core.CallerScope(ctx), userID, p.Stored())
	return core.ResultsOf(rows, sessionOf), more, err
}
