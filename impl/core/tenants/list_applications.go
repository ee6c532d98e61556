package tenants

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
)

// ListApplications lists the applications in the scope of the caller, and returns whether there are more.
func (uc *UseCases) ListApplications(ctx context.Context, p core.Page) ([]Application, bool, error) {
	rows, more, err := uc.store.Read(ctx).ListApplications(core.CallerScope(ctx), p.Stored())
	return core.ResultsOf(rows, applicationOf), more, err
}
