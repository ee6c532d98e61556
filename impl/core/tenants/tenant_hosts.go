package tenants

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/hostname"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// PendingHost is a host that a tenant asked for, and that does not select the tenant yet.
type PendingHost struct {
	Host  string
	Token string // the value of the DNS record; empty: only the platform can set this host
}

// isReserved reports whether only the platform may give the host to a tenant. This holds for the host of
// the service, which requests without a tenant use, and for names that cannot have a DNS record.
func (uc *UseCases) isReserved(host string) bool {
	return host == uc.publicHost || !hostname.Provable(host)
}

// withHosts adds the hosts and the pending hosts to tenants.
func (uc *UseCases) withHosts(rd *store.Reader, tenants ...models.Tenant) ([]Tenant, error) {
	ids := make([]string, len(tenants))
	for i := range tenants {
		ids[i] = tenants[i].ID
	}
	rows, err := rd.HostsOf(ids...)
	if err != nil {
		return nil, err
	}
	claims, err := rd.HostClaimsOf(ids...)
	if err != nil {
		return nil, err
	}
	out := make([]Tenant, len(tenants))
	for i, t := range tenants {
		out[i] = tenantOf(&t)
		for _, h := range rows {
			switch {
			case h.TenantID != t.ID:
			case uc.kernel.HostSelectsTenant(&h):
				out[i].Hosts = append(out[i].Hosts, h.Host)
			default:
				out[i].Pending = append(out[i].Pending, PendingHost{Host: h.Host})
			}
		}
		for _, h := range claims {
			if h.TenantID != t.ID {
				continue
			}
			p := PendingHost{Host: h.Host, Token: h.Token}
			if uc.isReserved(h.Host) {
				p.Token = ""
			}
			out[i].Pending = append(out[i].Pending, p)
		}
	}
	return out, nil
}

// hostChange has the hosts and claims of a tenant before a change.
type hostChange struct {
	rows   map[string]models.TenantHost
	claims map[string]models.HostClaim
}

func beginHostChange(rd *store.Reader, tenantID string) (*hostChange, error) {
	rows, err := rd.HostsOf(tenantID)
	if err != nil {
		return nil, err
	}
	claims, err := rd.HostClaimsOf(tenantID)
	if err != nil {
		return nil, err
	}
	h := &hostChange{rows: map[string]models.TenantHost{}, claims: map[string]models.HostClaim{}}
	for _, row := range rows {
		h.rows[row.Host] = row
	}
	for _, claim := range claims {
		h.claims[claim.Host] = claim
	}
	return h, nil
}

// setHosts replaces the hosts of a tenant, whose row the transaction has locked. A host that the platform
// sets is active at once. A host that another caller adds is pending until it is proven. A host that the
// tenant has already does not change.
func (uc *UseCases) setHosts(ctx context.Context, tx *store.Tx, t *models.Tenant, hosts []string) error {
	change, err := beginHostChange(tx.Reader, t.ID)
	if err != nil {
		return err
	}
	platform := caller.From(ctx).Boundary == models.BoundaryPlatform
	wanted := map[string]bool{}
	for i, host := range hosts {
		host = hostname.Canonical(host)
		row, has := change.rows[host]
		_, claimed := change.claims[host]
		switch {
		case wanted[host]:
		case platform && row.Basis != models.HostPlatform:
			err = uc.assignHost(ctx, tx, t, change, host)
		case has || claimed:
		case uc.isReserved(host):
			return core.ErrHostReserved.With(fault.Violation{
				Pointer: fmt.Sprintf("/hosts/%d", i), Code: "host_reserved", Message: "Only a key of the platform may set this host.",
			})
		default:
			err = claimHost(ctx, tx, t, host)
		}
		if err != nil {
			return err
		}
		wanted[host] = true
	}
	return change.removeOthers(ctx, tx, t, wanted)
}

// assignHost gives the host to the tenant, since the platform says so. If another tenant has the host and
// it does not select that tenant, it is removed there.
func (uc *UseCases) assignHost(ctx context.Context, tx *store.Tx, t *models.Tenant, change *hostChange, host string) error {
	row, err := tx.FindHost(host)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	if err == nil && row.TenantID != t.ID && !uc.kernel.HostSelectsTenant(row) {
		if err := removeUnselected(ctx, tx, row); err != nil {
			return err
		}
	}
	return change.assign(ctx, tx, t, models.TenantHost{Host: host, TenantID: t.ID, Basis: models.HostPlatform})
}

// removeUnselected removes a host from a tenant that it does not select. If the tenant removed it in the
// meantime, or was deleted, nothing is done. If the platform gave the host to that tenant in the
// meantime, the host stays, and the insert that follows finds it taken.
func removeUnselected(ctx context.Context, tx *store.Tx, row *models.TenantHost) error {
	// First, as in every change of a tenant's hosts: the version grows.
	exists, err := tx.RenameTenant(row.TenantID, store.AnyVersion, "")
	if err != nil || !exists {
		return err
	}
	deleted, err := tx.DeleteHostOn(row.TenantID, row.Host, row.Basis)
	if err != nil || !deleted {
		return err
	}
	former, err := tx.FindTenant(row.TenantID)
	if err != nil {
		return err
	}
	return tx.AppendEvent(hostEvent(ctx, models.ActionTenantHostRemove, former, row.Host))
}

// assign gives the host to the tenant. If the tenant has it already, the basis changes.
func (h *hostChange) assign(ctx context.Context, tx *store.Tx, t *models.Tenant, row models.TenantHost) error {
	if _, has := h.rows[row.Host]; has {
		if err := tx.DeleteHost(t.ID, row.Host); err != nil {
			return err
		}
	}
	if claim, claimed := h.claims[row.Host]; claimed {
		if _, err := tx.DeleteHostClaim(claim.ID); err != nil {
			return err
		}
	}
	if err := tenantFault(tx.InsertHost(&row)); err != nil {
		return err
	}
	return tx.AppendEvent(hostEvent(ctx, models.ActionTenantHostSet, t, row.Host))
}

// removeOthers removes the hosts and claims that are not wanted.
func (h *hostChange) removeOthers(ctx context.Context, tx *store.Tx, t *models.Tenant, wanted map[string]bool) error {
	var removed []string
	for host := range h.rows {
		if !wanted[host] {
			removed = append(removed, host)
		}
	}
	for host := range h.claims {
		if !wanted[host] {
			removed = append(removed, host)
		}
	}
	slices.Sort(removed)
	for _, host := range removed {
		if err := tx.DeleteHost(t.ID, host); err != nil {
			return err
		}
		if claim, claimed := h.claims[host]; claimed {
			if _, err := tx.DeleteHostClaim(claim.ID); err != nil {
				return err
			}
		}
		if err := tx.AppendEvent(hostEvent(ctx, models.ActionTenantHostRemove, t, host)); err != nil {
			return err
		}
	}
	return nil
}

// claimHost records that the tenant asks for a host. The token is random and belongs to this claim: a DNS
// record for another claim, or for another tenant, does not prove it.
func claimHost(ctx context.Context, tx *store.Tx, t *models.Tenant, host string) error {
	switch _, err := tx.FindHost(host); {
	case err == nil:
		return core.ErrHostTaken
	case !errors.Is(err, store.ErrNotFound):
		return err
	}
	claim := &models.HostClaim{ID: secret.NewID(), TenantID: t.ID, Host: host, Token: rand.Text(), CreatedAt: tx.Now}
	if err := tx.InsertHostClaim(claim); err != nil {
		return err
	}
	return tx.AppendEvent(hostEvent(ctx, models.ActionTenantHostClaim, t, host))
}

func hostEvent(ctx context.Context, action models.Action, t *models.Tenant, host string) *models.Event {
	e := core.NewEvent(ctx, action, t, "")
	e.Detail = host
	return e
}
