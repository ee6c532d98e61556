package core

import (
	"cmp"
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ActingTenant is the tenant of a request that names none: the caller's own tenant, else the tenant
// that the host of the request selects, else the default tenant.
func (k *Kernel) ActingTenant(ctx context.Context) (*models.Tenant, error) {
	c, rd := caller.From(ctx), k.store.Read(ctx)
	var t *models.Tenant
	var err error
	switch {
	case c.TenantID != "":
		t, err = rd.FindTenant(c.TenantID)
	case c.ApplicationID != "":
		t, err = rd.FindTenantOf(c.ApplicationID)
	default:
		t, err = k.tenantOfHost(rd, c.Host)
	}
	if errors.Is(err, store.ErrNotFound) {
		return nil, ErrTenantNotFound
	}
	return t, err
}

// ResolveTenant is the tenant with the id, if it is in the caller's scope. Without an id it is the
// acting tenant.
func (k *Kernel) ResolveTenant(ctx context.Context, tenantID string) (*models.Tenant, error) {
	if tenantID == "" {
		return k.ActingTenant(ctx)
	}
	t, err := k.store.Read(ctx).FindTenant(tenantID)
	if errors.Is(err, store.ErrNotFound) {
		return nil, ErrTenantNotFound
	}
	if err != nil {
		return nil, err
	}
	c := caller.From(ctx)
	if c.Kind == caller.Anonymous { // an anonymous caller may only name the acting tenant
		selected, err := k.ActingTenant(ctx)
		if err != nil {
			return nil, err
		}
		if selected.ID != t.ID {
			return nil, ErrTenantNotFound
		}
		return t, nil
	}
	if !c.InScope(t.ApplicationID, t.ID, c.ID) || c.OnlyHimself() && c.TenantID != t.ID {
		return nil, ErrTenantNotFound
	}
	return t, nil
}

// AuthorizeTenant reads a tenant in the caller's scope. Any other tenant is answered like one that does
// not exist.
func (k *Kernel) AuthorizeTenant(ctx context.Context, id string) (*models.Tenant, error) {
	t, err := k.store.Read(ctx).FindTenant(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).InScope(t.ApplicationID, t.ID, "") {
		return nil, ErrTenantNotFound
	}
	return t, err
}

// tenantOfHost is the tenant that the host selects, else the default tenant.
func (k *Kernel) tenantOfHost(rd *store.Reader, host string) (*models.Tenant, error) {
	h, err := rd.FindHost(host)
	switch {
	case err == nil && k.HostSelectsTenant(h):
		return rd.FindTenant(h.TenantID)
	case err == nil || errors.Is(err, store.ErrNotFound):
		return rd.FindDefaultTenant()
	}
	return nil, err
}

// HostSelectsTenant reports whether requests to the host act in the tenant of the host. The public
// host of the service may have been stored for a tenant before it became the public host: then it
// selects no tenant.
func (k *Kernel) HostSelectsTenant(h *models.TenantHost) bool {
	return h.Host != k.publicHost || h.Basis == models.HostPlatform
}

// AuthorizeApplication reads an application in the caller's scope. Any other application is answered
// like one that does not exist.
func (k *Kernel) AuthorizeApplication(ctx context.Context, id string) (*models.Application, error) {
	c := caller.From(ctx)
	if c.Boundary != models.BoundaryPlatform && (c.Boundary != models.BoundaryApplication || c.ApplicationID != id) {
		return nil, ErrApplicationNotFound
	}
	a, err := k.store.Read(ctx).FindApplication(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, ErrApplicationNotFound
	}
	return a, err
}

// CallerScope is the scope of the caller for lists. It includes exactly the objects for which
// caller.InScope is true.
func CallerScope(ctx context.Context) store.Scope {
	c := caller.From(ctx)
	if c.ApplicationID == "" && c.Boundary != models.BoundaryPlatform {
		return store.Scope{}
	}
	switch c.Boundary {
	case models.BoundaryPlatform:
		return store.Scope{Everything: true}
	case models.BoundaryApplication:
		return store.Scope{ApplicationID: c.ApplicationID}
	case models.BoundaryTenant:
		return store.Scope{ApplicationID: c.ApplicationID, TenantIDs: []string{c.TenantID}}
	case models.BoundaryTenantInclusion:
		return store.Scope{ApplicationID: c.ApplicationID, TenantIDs: append([]string{}, c.TenantIDs...)}
	case models.BoundaryTenantExclusion:
		return store.Scope{ApplicationID: c.ApplicationID, ExceptTenants: c.TenantIDs}
	case models.BoundarySelf:
		if c.Kind == caller.User {
			return store.Scope{UserID: c.ID}
		}
	}
	return store.Scope{}
}

// ResolveUserIDs returns the native ids of the users in the caller's scope who have these ids as the
// native or as the external ones. An id that nobody in the scope has is returned as it is, after the
// same statement: the use case refuses it like any unknown id. If an id names several users, none of
// them is chosen.
func (k *Kernel) ResolveUserIDs(ctx context.Context, given []string) ([]string, error) {
	native, external := []string{""}, []string{""}
	for _, id := range given {
		if ValidExternalID(id) {
			spelling, _ := nativeForm(id)
			native, external = append(native, spelling), append(external, id)
		}
	}
	// If there are more users than ids, some id names several.
	found, err := k.store.Read(ctx).ListUserIDs(CallerScope(ctx), native, external, len(given)+1)
	if err != nil {
		return nil, err
	}
	if len(found) > len(given) {
		return nil, ErrUserAmbiguous
	}
	out := make([]string, len(given))
	for i, id := range given {
		if out[i], err = resolveUserID(found, id); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func resolveUserID(found []store.IDPair, id string) (string, error) {
	native, _ := nativeForm(id)
	resolved := ""
	for _, u := range found {
		if u.ID != native && (u.ExternalID == nil || *u.ExternalID != id) {
			continue
		}
		if resolved != "" {
			return "", ErrUserAmbiguous
		}
		resolved = u.ID
	}
	return cmp.Or(resolved, id), nil
}
