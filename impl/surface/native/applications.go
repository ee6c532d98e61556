package native

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/core/tenants"
)

func application(a *tenants.Application) rekeyapi.Application {
	return rekeyapi.Application{ID: a.ID, Name: a.Name, Version: a.Version, CreatedAt: a.CreatedAt, UpdatedAt: a.UpdatedAt}
}

// ListApplications lists the applications in the caller's scope.
func (h *handlers) ListApplications(ctx context.Context, r rekeyapi.ListApplicationsRequestObject) (rekeyapi.ListApplicationsResponseObject, error) {
	l := h.list(ctx, "applications")
	p, err := l.page(r.Params.Limit, r.Params.Cursor)
	if err != nil {
		return nil, err
	}
	rows, more, err := h.Core.Tenants.ListApplications(ctx, p)
	if err != nil {
		return nil, err
	}
	out := rekeyapi.ListApplications200JSONResponse{Items: make([]rekeyapi.Application, len(rows))}
	for i := range rows {
		out.Items[i] = application(&rows[i])
		p.After = rows[i].ID
	}
	out.NextCursor, err = l.next(more, p.After)
	return out, err
}

// CreateApplication creates an application without tenants.
func (h *handlers) CreateApplication(ctx context.Context, r rekeyapi.CreateApplicationRequestObject) (rekeyapi.CreateApplicationResponseObject, error) {
	a, err := h.Core.Tenants.CreateApplication(ctx, r.Body.Name)
	if err != nil {
		return nil, err
	}
	return rekeyapi.CreateApplication201JSONResponse{
		Body: application(a), Headers: rekeyapi.CreateApplication201ResponseHeaders{ETag: etag(a.Version)},
	}, nil
}

// GetApplication reads one application.
func (h *handlers) GetApplication(ctx context.Context, r rekeyapi.GetApplicationRequestObject) (rekeyapi.GetApplicationResponseObject, error) {
	a, err := h.Core.Tenants.FindApplication(ctx, r.ApplicationID)
	if err != nil {
		return nil, err
	}
	return rekeyapi.GetApplication200JSONResponse{
		Body: application(a), Headers: rekeyapi.GetApplication200ResponseHeaders{ETag: etag(a.Version)},
	}, nil
}

// UpdateApplication changes an application.
func (h *handlers) UpdateApplication(ctx context.Context, r rekeyapi.UpdateApplicationRequestObject) (rekeyapi.UpdateApplicationResponseObject, error) {
	v, err := version(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	a, err := h.Core.Tenants.UpdateApplication(ctx, r.ApplicationID, v, orZero(r.Body.Name))
	if err != nil {
		return nil, err
	}
	return rekeyapi.UpdateApplication200JSONResponse{
		Body: application(a), Headers: rekeyapi.UpdateApplication200ResponseHeaders{ETag: etag(a.Version)},
	}, nil
}

// DeleteApplication deletes an application that has no tenants.
func (h *handlers) DeleteApplication(ctx context.Context, r rekeyapi.DeleteApplicationRequestObject) (rekeyapi.DeleteApplicationResponseObject, error) {
	v, err := version(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	if err := h.Core.Tenants.DeleteApplication(ctx, r.ApplicationID, v); err != nil {
		return nil, err
	}
	return rekeyapi.DeleteApplication204Response{}, nil
}
