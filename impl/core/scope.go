package core

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ActingTenant is the one an unaddressed request acts in: the caller's own, else the one
// that the request's host selects, else the default.
func (k *Kernel) ActingTenant(ctx context.Context) (*models.Tenant, error) {
	who, rd := caller.From(ctx), k.store.Read(ctx)
	var t *models.Tenant
	var err error
	switch {
	case who.TenantID != "":
		t, err = rd.FindTenant(who.TenantID)
	case who.ApplicationID != "":
		t, err = rd.FindTenantOf(who.ApplicationID)
	default:
		t, err = k.tenantOfHost(rd, who.Host)
	}
	if errors.Is(err, store.ErrNotFound) {
		return nil, ErrTenantNotFound
	}
	return t, err
}

// ResolveTenant is a tenant that the caller reaches; without an id it is his own.
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
	who := caller.From(ctx)
	if who.Kind == caller.Anonymous { // he may name the one in which he acts anyway
		selected, err := k.ActingTenant(ctx)
		if err == nil && selected.ID != t.ID {
			err = ErrTenantNotFound
		}
		return t, err
	}
	if !who.InScope(t.ApplicationID, t.ID, who.ID) || who.OnlyHimself() && who.TenantID != t.ID {
		return nil, ErrTenantNotFound
	}
	return t, nil
}

func (k *Kernel) AuthorizeTenant(ctx context.Context, id string) (*models.Tenant, error) {
	t, err := k.store.Read(ctx).FindTenant(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).InScope(t.ApplicationID, t.ID, "") {
		return nil, ErrTenantNotFound
	}
	return t, err
}

// tenantOfHost is the tenant that the host selects, else the default one.
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

// HostSelectsTenant tells whether requests to the host act in its tenant. The installation's own
// may have been stored, or proven, before it was that.
func (k *Kernel) HostSelectsTenant(h *models.TenantHost) bool {
	return h.Host != k.publicHost || h.Basis == models.HostPlatform
}

func (k *Kernel) AuthorizeApplication(ctx context.Context, id string) (*models.Application, error) {
	who := caller.From(ctx)
	if who.Boundary != models.BoundaryPlatform && (who.Boundary != models.BoundaryApplication || who.ApplicationID != id) {
		return nil, ErrApplicationNotFound
	}
	a, err := k.store.Read(ctx).FindApplication(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, ErrApplicationNotFound
	}
	return a, err
}

// CallerScope is how far the caller's rights go, for lists. It says the same as
// caller.InScope says of one object.
func CallerScope(ctx context.Context) store.Scope {
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
