package tenants

import (
	"context"
	"errors"
	"slices"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/hostname"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// VerifyTenantHost reads the DNS record that proves the tenant's claim of a host, and gives the host to the
// tenant if the record is there. If several tenants prove one host, the first one gets it. If the tenant
// has the host already, nothing changes.
func (uc *UseCases) VerifyTenantHost(ctx context.Context, tenantID, host string) (*Tenant, error) {
	t, err := uc.kernel.AuthorizeTenant(ctx, tenantID)
	if err != nil {
		return nil, err
	}
	claim, err := uc.openClaim(ctx, t, hostname.Canonical(host))
	if err != nil {
		return nil, err
	}
	if claim == nil {
		return uc.FindTenant(ctx, t.ID)
	}
	if err := uc.checkHostRecord(ctx, claim); err != nil {
		return nil, err
	}
	out, err := uc.activateHost(ctx, claim)
	if !errors.Is(err, core.ErrHostNotFound) {
		return out, err
	}
	reopened, err := uc.openClaim(ctx, t, claim.Host)
	if err != nil {
		return nil, err
	}
	if reopened != nil {
		return nil, core.ErrHostNotFound // this claim has ended, and a new one waits for its own record
	}
	return uc.FindTenant(ctx, t.ID) // a concurrent request proved it
}

// openClaim reads the tenant's claim of a host that no tenant has. It returns nil if this tenant has it.
func (uc *UseCases) openClaim(ctx context.Context, t *models.Tenant, host string) (*models.HostClaim, error) {
	rd := uc.store.Read(ctx)
	claim, err := rd.FindHostClaim(t.ID, host) // before the host: if the claim ended because it was proven, the host is found
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	missing := err != nil
	row, err := rd.FindHost(host)
	switch {
	case err != nil && !errors.Is(err, store.ErrNotFound):
		return nil, err
	case err == nil && row.TenantID == t.ID && !uc.kernel.HostSelectsTenant(row):
		return nil, core.ErrHostReserved
	case err == nil && row.TenantID == t.ID:
		return nil, nil
	case missing:
		return nil, core.ErrHostNotFound
	case err == nil && uc.kernel.HostSelectsTenant(row):
		return nil, core.ErrHostTaken
	}
	return claim, nil
}

// checkHostRecord asks the DNS whether the claim is proven.
func (uc *UseCases) checkHostRecord(ctx context.Context, claim *models.HostClaim) error {
	if uc.isReserved(claim.Host) {
		return core.ErrHostReserved
	}
	texts, err := uc.hostRecords(ctx, claim.TenantID, claim.Host)
	if err != nil {
		return core.ErrDNSUnavailable.Because(err)
	}
	if !slices.Contains(texts, claim.Token) {
		return core.ErrHostUnproven
	}
	return nil
}

func (uc *UseCases) activateHost(ctx context.Context, claim *models.HostClaim) (*Tenant, error) {
	var out *Tenant
	err := uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		// First, since a concurrent request may delete the tenant or change its hosts.
		found, err := tx.RenameTenant(claim.TenantID, store.AnyVersion, "")
		if err != nil {
			return err
		}
		if !found {
			return core.ErrTenantNotFound
		}
		if found, err = tx.DeleteHostClaim(claim.ID); err != nil {
			return err
		}
		if !found {
			return core.ErrHostNotFound
		}
		row := &models.TenantHost{Host: claim.Host, TenantID: claim.TenantID, Basis: models.HostProven}
		if err := tenantFault(tx.InsertHost(row)); err != nil {
			return err
		}
		if out, err = uc.readTenant(tx.Reader, claim.TenantID); err != nil {
			return err
		}
		return tx.AppendEvent(hostEvent(ctx, models.ActionTenantHostVerify, &models.Tenant{ID: out.ID, ApplicationID: out.ApplicationID}, claim.Host))
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
