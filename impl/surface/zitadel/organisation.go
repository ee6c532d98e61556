package zitadel

import (
	"context"
	"errors"
	"net/http"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
)

// organisationHeader names the organisation that a request is about, as the vendor's
// clients do.
const organisationHeader = "X-Zitadel-Orgid"

// narrow limits a caller to the organisation that the request names. One that is not in the caller's scope is
// answered like one that does not exist. An anonymous caller has no scope to choose from.
func (h *handlers) narrow(ctx context.Context, r *http.Request) (context.Context, error) {
	named := r.Header.Values(organisationHeader)
	who := caller.From(ctx)
	if len(named) == 0 || len(named) == 1 && named[0] == "" || who.Kind == caller.Anonymous {
		return ctx, nil
	}
	if len(named) > 1 || who.Kind == caller.User && who.TenantID != named[0] {
		return ctx, fault.ErrForbidden
	}
	who.Named = named[0]
	if who.Kind == caller.User && (who.OnlyHimself() || who.Boundary == "") {
		return caller.Into(ctx, who), nil
	}
	t, err := h.Core.Tenants.ResolveTenant(ctx, named[0])
	if errors.Is(err, core.ErrTenantNotFound) {
		return ctx, fault.ErrForbidden.Because(err)
	}
	if err != nil {
		return ctx, err
	}
	who.Boundary, who.ApplicationID, who.TenantID, who.TenantIDs = caller.BoundaryTenant, t.ApplicationID, t.ID, nil
	return caller.Into(ctx, who), nil
}
