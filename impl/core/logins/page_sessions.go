package logins

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
)

// PageSessions reads a page of the live sessions in the caller's scope, in the order of their ids,
// and reports whether there are more. A userID limits it to the sessions of that user.
func (uc *UseCases) PageSessions(ctx context.Context, userID string, p core.Page) ([]Session, bool, error) {
	rows, more, err := uc.store.Read(ctx).SessionPage(core.CallerScope(ctx), userID, p.Stored())
	return core.ResultsOf(rows, sessionOf), more, err
}
