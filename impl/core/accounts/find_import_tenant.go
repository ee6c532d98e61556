package accounts

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// FindImportTenant finds the tenant that a line of an import names: by id, else by name,
// without both the default one. Of several tenants of a name none is meant.
func (uc *UseCases) FindImportTenant(ctx context.Context, id, name string) (tenantID string, err error) {
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

// HasUsername tells an import whether a tenant has a user of that name.
func (uc *UseCases) HasUsername(ctx context.Context, tenantID, username string) (bool, error) {
	_, err := uc.store.Read(ctx).FindUserByUsername(tenantID, core.UsernameKeys(username)...)
	if errors.Is(err, store.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}
