package accounts

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// FindImportTenant finds the tenant of an import line: by id, else by name, and the default
// tenant if both are empty. A name that several tenants have finds none.
// Only the operator's command may call it.
func (uc *UseCases) FindImportTenant(ctx context.Context, id, name string) (tenantID string, err error) {
	if err := core.RequireOperator(ctx); err != nil {
		return "", err
	}
	rd := uc.store.Read(ctx)
	var t *models.Tenant
	if id == "" && name == "" {
		t, err = rd.FindDefaultTenant()
	} else {
		t, err = rd.FindTenant(id)
	}
	if err == nil {
		return t.ID, nil
	}
	if !errors.Is(err, store.ErrNotFound) {
		return "", err
	}
	found, err := rd.TenantsNamed(name)
	if err != nil {
		return "", err
	}
	if len(found) != 1 {
		return "", core.ErrTenantNotFound
	}
	return found[0].ID, nil
}
