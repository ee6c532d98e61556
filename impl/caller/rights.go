package caller

import (
	"slices"

	"github.com/rekeyhq/rekey/models"
)

// Rights are what somebody may do, and how far: those of a caller, of an API key, of
// a user, or what is to be granted to one.
type Rights struct {
	Boundary      models.Boundary
	ApplicationID string
	TenantID      string
	TenantIDs     []string
	UserID        string // of the key of a user: what it permits, it permits him to do to himself
	Permissions   []string
}

// OfKey are the rights of an API key.
func OfKey(k *models.APIKey) Rights {
	return Rights{
		Boundary: k.Boundary, ApplicationID: k.ApplicationID, TenantID: k.TenantID,
		TenantIDs: k.TenantIDs, UserID: k.UserID, Permissions: k.Permissions,
	}
}

// OfUser are the rights of a user. Most users have none beyond themselves.
func OfUser(u *models.User) Rights {
	return Rights{Boundary: u.Boundary, ApplicationID: u.ApplicationID, TenantID: u.TenantID, Permissions: u.Permissions}
}

// Rights are the caller's own.
func (c Caller) Rights() Rights {
	return Rights{
		Boundary: c.Boundary, ApplicationID: c.ApplicationID, TenantID: c.TenantID,
		TenantIDs: c.TenantIDs, Permissions: c.Permissions,
	}
}

// Holds tells whether the caller holds at least these rights: each permission, and a
// boundary that the caller's own contains. Who holds less may neither grant them nor
// touch who has them (CVE-2025-23391). The operator at his own machine holds all, and a
// user in a session all that he may do to himself, which no right of his limits.
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

// Covers tells whether all that these rights reach is within the caller's reach,
// whatever they permit there.
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

// onlyTenants tells whether the rights end at named tenants, all of them within.
func (c Rights) onlyTenants(within func(string) bool) bool {
	switch c.Boundary {
	case models.BoundaryTenant:
		return c.TenantID != "" && within(c.TenantID)
	case models.BoundaryTenantInclusion:
		return len(c.TenantIDs) > 0 && !slices.ContainsFunc(c.TenantIDs, func(id string) bool { return !within(id) })
	}
	return false
}
