package tenants

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
)

// ListTenants lists the tenants in the scope of the caller, of one application if it is named, and
// returns whether there are more.
func (uc *UseCases) ListTenants(ctx context.Context, applicationID string, p core.Page) ([]Tenant, bool, error) {
	rd := uc.store.Read(ctx)
	rows, more, err := rd.ListTenants(core.CallerScope(ctx), applicationID, p.Stored())
	if err != nil {
		return nil, false, err
	}
	out, err := uc.withHosts(rd, rows...)
	return out, more, err
}
