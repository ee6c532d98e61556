package lifecycle

import (
	"context"
	"errors"
	"slices"

	"github.com/rekeyhq/rekey/impl/hostname"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// VerifyTenantHost looks for the record that the tenant's claim of a host asks for, and
// makes the host the tenant's if it is there. Of several tenants that prove one host, the
// first has it. Of a host that the tenant has already nothing changes.
func (c *Core) VerifyTenantHost(ctx context.Context, tenantID, host string) (*Tenant, error) {
	t, err := c.reachedTenant(ctx, tenantID)
	if err != nil {
		return nil, err
	}
	claim, err := c.openClaim(ctx, t, hostname.Canonical(host))
	if err != nil {
		return nil, err
	}
	if claim == nil {
		return c.FindTenant(ctx, t.ID)
	}
	if err := c.checkHostRecord(ctx, claim); err != nil {
		return nil, err
	}
	out, err := c.activateHost(ctx, claim)
	if !errors.Is(err, ErrHostNotFound) {
		return out, err
	}
	anew, err := c.openClaim(ctx, t, claim.Host)
	if err != nil {
		return nil, err
	}
	if anew != nil {
		return nil, ErrHostNotFound // this claim is over, and another one waits for its own record
	}
	return c.FindTenant(ctx, t.ID) // another call proved it in this moment
}

// openClaim is the tenant's claim of a host that nobody has; nothing if the tenant has it.
func (c *Core) openClaim(ctx context.Context, t *models.Tenant, host string) (*models.HostClaim, error) {
	rd := c.store.Read(ctx)
	claim, err := rd.FindHostClaim(t.ID, host) // first: where it is over since it was proven, the host is found
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	missing := err != nil
	row, err := rd.FindHost(host)
	switch {
	case err != nil && !errors.Is(err, store.ErrNotFound):
		return nil, err
	case err == nil && row.TenantID == t.ID && !c.selects(row):
		return nil, ErrHostReserved
	case err == nil && row.TenantID == t.ID:
		return nil, nil
	case missing:
		return nil, ErrHostNotFound
	case err == nil && c.selects(row):
		return nil, ErrHostTaken
	}
	return claim, nil
}

// checkHostRecord asks the DNS whether the claim is right.
func (c *Core) checkHostRecord(ctx context.Context, claim *models.HostClaim) error {
	if c.reserved(claim.Host) {
		return ErrHostReserved
	}
	texts, err := c.hostRecords(ctx, claim.TenantID, claim.Host)
	if err != nil {
		return ErrDNSUnavailable.Because(err)
	}
	if !slices.Contains(texts, claim.Token) {
		return ErrHostUnproven
	}
	return nil
}

func (c *Core) activateHost(ctx context.Context, claim *models.HostClaim) (*Tenant, error) {
	var out *Tenant
	err := c.commit(ctx, func(tx *store.Tx) error {
		// First: the tenant may be deleted, or its hosts be changed, in this moment.
		mine, err := tx.RenameTenant(claim.TenantID, store.AnyVersion, "")
		if err != nil {
			return err
		}
		if !mine {
			return ErrTenantNotFound
		}
		if mine, err = tx.DeleteHostClaim(claim.ID); err != nil {
			return err
		}
		if !mine {
			return ErrHostNotFound
		}
		row := &models.TenantHost{Host: claim.Host, TenantID: claim.TenantID, Basis: models.HostProven}
		if err := hostTaken(tx.InsertHost(row)); err != nil {
			return err
		}
		if out, err = c.readHosted(tx.Reader, claim.TenantID); err != nil {
			return err
		}
		return tx.AppendEvent(hostEvent(ctx, models.ActionTenantHostVerify, &models.Tenant{ID: out.ID, ApplicationID: out.ApplicationID}, claim.Host))
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
