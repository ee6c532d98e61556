package lifecycle

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// reach is how far the caller's rights go, for lists. It says the same as
// caller.InScope says of one object.
func reach(ctx context.Context) store.Scope {
	who := caller.From(ctx)
	if who.ApplicationID == "" && who.Boundary != models.BoundaryPlatform {
		return store.Scope{}
	}
	switch who.Boundary {
	case models.BoundaryPlatform:
		return store.Scope{Everything: true}
	case models.BoundaryApplication:
		return store.Scope{ApplicationID: who.ApplicationID}
	case models.BoundaryTenant:
		return store.Scope{ApplicationID: who.ApplicationID, TenantIDs: []string{who.TenantID}}
	case models.BoundaryTenantInclusion:
		return store.Scope{ApplicationID: who.ApplicationID, TenantIDs: append([]string{}, who.TenantIDs...)}
	case models.BoundaryTenantExclusion:
		return store.Scope{ApplicationID: who.ApplicationID, ExceptTenants: who.TenantIDs}
	case models.BoundarySelf:
		if who.Kind == caller.User {
			return store.Scope{UserID: who.ID}
		}
	}
	return store.Scope{}
}
