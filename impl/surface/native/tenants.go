package native

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tenants"
	"github.com/rekeyhq/rekey/impl/hostname"
)

func tenant(t *tenants.Tenant) rekeyapi.Tenant {
	hosts := t.Hosts
	if hosts == nil {
		hosts = []string{}
	}
	return rekeyapi.Tenant{
		ID: t.ID, Number: t.Number, ApplicationID: t.ApplicationID, Name: t.Name, Hosts: hosts, PendingHosts: pendingHosts(t), Default: t.Default,
		Version: t.Version, CreatedAt: t.CreatedAt, UpdatedAt: t.UpdatedAt,
	}
}

// pendingHosts lists the pending hosts, each with the DNS record that proves it, if a record can.
func pendingHosts(t *tenants.Tenant) []rekeyapi.PendingHost {
	out := make([]rekeyapi.PendingHost, len(t.Pending))
	for i, p := range t.Pending {
		out[i].Host = p.Host
		if p.Token != "" {
			name, value := hostname.RecordName(p.Host), p.Token
			out[i].RecordName, out[i].RecordValue = &name, &value
		}
	}
	return out
}

// ListTenants lists the tenants in the caller's scope.
func (h *handlers) ListTenants(ctx context.Context, r rekeyapi.ListTenantsRequestObject) (rekeyapi.ListTenantsResponseObject, error) {
	applicationID := orZero(r.Params.ApplicationID)
	l := h.list(ctx, "tenants", applicationID)
	p, err := l.page(r.Params.Limit, r.Params.Cursor)
	if err != nil {
		return nil, err
	}
	rows, more, err := h.Core.Tenants.ListTenants(ctx, applicationID, p)
	if err != nil {
		return nil, err
	}
	out := rekeyapi.ListTenants200JSONResponse{Items: make([]rekeyapi.Tenant, len(rows))}
	for i := range rows {
		out.Items[i] = tenant(&rows[i])
		p.After = rows[i].ID
	}
	out.NextCursor, err = l.next(more, p.After)
	return out, err
}

// CreateTenant creates a tenant in an application.
func (h *handlers) CreateTenant(ctx context.Context, r rekeyapi.CreateTenantRequestObject) (rekeyapi.CreateTenantResponseObject, error) {
	in := tenants.CreateTenantInput{
		ApplicationID: r.Body.ApplicationID, Name: r.Body.Name, Number: orZero(r.Body.Number), Hosts: orZero(r.Body.Hosts), Settings: core.DefaultSettings(),
	}
	t, err := h.Core.Tenants.CreateTenant(ctx, in)
	if err != nil {
		return nil, err
	}
	return rekeyapi.CreateTenant201JSONResponse{
		Body: tenant(t), Headers: rekeyapi.CreateTenant201ResponseHeaders{ETag: etag(t.Version)},
	}, nil
}

// GetTenant reads one tenant.
func (h *handlers) GetTenant(ctx context.Context, r rekeyapi.GetTenantRequestObject) (rekeyapi.GetTenantResponseObject, error) {
	t, err := h.Core.Tenants.FindTenant(ctx, r.TenantID)
	if err != nil {
		return nil, err
	}
	return rekeyapi.GetTenant200JSONResponse{
		Body: tenant(t), Headers: rekeyapi.GetTenant200ResponseHeaders{ETag: etag(t.Version)},
	}, nil
}

// UpdateTenant changes a tenant.
func (h *handlers) UpdateTenant(ctx context.Context, r rekeyapi.UpdateTenantRequestObject) (rekeyapi.UpdateTenantResponseObject, error) {
	v, err := version(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	t, err := h.Core.Tenants.UpdateTenant(ctx, tenants.UpdateTenantInput{
		ID: r.TenantID, Version: v, Name: orZero(r.Body.Name), Hosts: r.Body.Hosts,
	})
	if err != nil {
		return nil, err
	}
	return rekeyapi.UpdateTenant200JSONResponse{
		Body: tenant(t), Headers: rekeyapi.UpdateTenant200ResponseHeaders{ETag: etag(t.Version)},
	}, nil
}

// VerifyTenantHost looks for the record of a pending host.
func (h *handlers) VerifyTenantHost(ctx context.Context, r rekeyapi.VerifyTenantHostRequestObject) (rekeyapi.VerifyTenantHostResponseObject, error) {
	t, err := h.Core.Tenants.VerifyTenantHost(ctx, r.TenantID, r.Host)
	if err != nil {
		return nil, err
	}
	return rekeyapi.VerifyTenantHost200JSONResponse{
		Body: tenant(t), Headers: rekeyapi.VerifyTenantHost200ResponseHeaders{ETag: etag(t.Version)},
	}, nil
}

// DeleteTenant deletes a tenant that has no users.
func (h *handlers) DeleteTenant(ctx context.Context, r rekeyapi.DeleteTenantRequestObject) (rekeyapi.DeleteTenantResponseObject, error) {
	v, err := version(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	if err := h.Core.Tenants.DeleteTenant(ctx, r.TenantID, v); err != nil {
		return nil, err
	}
	return rekeyapi.DeleteTenant204Response{}, nil
}
