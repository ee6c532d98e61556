package tenants

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
)

// ListApplications lists the applications that the caller reaches, and tells whether
// there are more behind them.
func (uc *UseCases) ListApplications(ctx context.Context, p core.Page) ([]Application, bool, error) {
	rows, more, err := uc.store.Read(ctx).ListApplications(core.CallerScope(ctx), p.Stored())
	return core.ResultsOf(rows, applicationOf), more, err
}
