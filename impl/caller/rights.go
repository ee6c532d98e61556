package caller

import (
	"slices"

	"github.com/rekeyhq/rekey/models"
)

// Rights are permissions and the scope in which they apply: those of a caller, of an API
// key or of a user, or those that are about to be granted.
type Rights struct {
	Boundary      models.Boundary
	ApplicationID string
	TenantID      string
	TenantIDs     []string
	UserID        string // of the API key of a user, whose permissions apply to his own account only
	Permissions   []string
}

// OfKey returns the rights of an API key.
func OfKey(k *models.APIKey) Rights {
	return Rights{
		Boundary: k.Boundary, ApplicationID: k.ApplicationID, TenantID: k.TenantID,
		TenantIDs: k.TenantIDs, UserID: k.UserID, Permissions: k.Permissions,
	}
}

// OfUser returns the rights of a user. Most users have none over others.
func OfUser(u *models.User) Rights {
	return Rights{Boundary: u.Boundary, ApplicationID: u.ApplicationID, TenantID: u.TenantID, Permissions: u.Permissions}
}

// Rights returns the caller's own rights.
func (c Caller) Rights() Rights {
	return Rights{
		Boundary: c.Boundary, ApplicationID: c.ApplicationID, TenantID: c.TenantID,
		TenantIDs: c.TenantIDs, Permissions: c.Permissions,
	}
}

// Holds tells whether the caller holds at least these rights: each permission, and a scope
// that contains theirs. A caller with fewer rights may neither grant them nor change a key or
// user that has them (CVE-2025-23391). The operator on the machine itself holds every right.
// A user in a session holds every right over his own account, whatever his permissions are.
func (c Caller) Holds(r Rights) bool {
	if c.Kind == System || r.UserID != "" && c.Present(r.UserID) {
		return true
	}
	for _, p := range r.Permissions {
		if !c.May(p) {
			return false
		}
	}
	return c.Covers(r)
}

// Covers tells whether the caller's scope contains the scope of these rights, whatever the
// permissions are.
func (c Caller) Covers(r Rights) bool {
	switch {
	case c.Kind == System:
		return true
	case r.UserID != "":
		return c.InScope(r.ApplicationID, r.TenantID, r.UserID)
	}
	return c.Rights().covers(r)
}

func (c Rights) covers(r Rights) bool {
	switch {
	case c.Boundary == models.BoundaryPlatform, r.Boundary == models.BoundarySelf:
		return true
	case c.ApplicationID == "" || c.ApplicationID != r.ApplicationID:
		return false
	}
	switch c.Boundary {
	case models.BoundaryApplication:
		return r.Boundary != models.BoundaryPlatform
	case models.BoundaryTenant:
		return c.TenantID != "" && r.onlyTenants(func(id string) bool { return id == c.TenantID })
	case models.BoundaryTenantInclusion:
		return r.onlyTenants(func(id string) bool { return slices.Contains(c.TenantIDs, id) })
	case models.BoundaryTenantExclusion:
		if r.Boundary == models.BoundaryTenantExclusion {
			return !slices.ContainsFunc(c.TenantIDs, func(id string) bool { return !slices.Contains(r.TenantIDs, id) })
		}
		return r.onlyTenants(func(id string) bool { return !slices.Contains(c.TenantIDs, id) })
	}
	return false
}

// onlyTenants tells whether the scope is a list of tenants, each of which is admitted.
func (c Rights) onlyTenants(admitted func(string) bool) bool {
	switch c.Boundary {
	case models.BoundaryTenant:
		return c.TenantID != "" && admitted(c.TenantID)
	case models.BoundaryTenantInclusion:
		return len(c.TenantIDs) > 0 && !slices.ContainsFunc(c.TenantIDs, func(id string) bool { return !admitted(id) })
	}
	return false
}
