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

// PendingHost is one that a tenant asked for, and that does not select it.
type PendingHost struct {
	Host  string
	Token string // what the record has to say; empty: no record helps, the platform sets it
}

// reserved tells whether only the platform gives the host to a tenant: the installation's
// own, which everybody uses who names no tenant, and what no record can speak for.
func (uc *UseCases) reserved(host string) bool {
	return host == uc.publicHost || !hostname.Provable(host)
}

// withHosts adds to tenants the hosts that they have and ask for.
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
			if uc.reserved(h.Host) {
				p.Token = ""
			}
			out[i].Pending = append(out[i].Pending, p)
		}
	}
	return out, nil
}

// holdings are the hosts of a tenant, before they are changed.
type holdings struct {
	rows   map[string]models.TenantHost
	claims map[string]models.HostClaim
}

func readHoldings(rd *store.Reader, tenantID string) (*holdings, error) {
	rows, err := rd.HostsOf(tenantID)
	if err != nil {
		return nil, err
	}
	claims, err := rd.HostClaimsOf(tenantID)
	if err != nil {
		return nil, err
	}
	h := &holdings{rows: map[string]models.TenantHost{}, claims: map[string]models.HostClaim{}}
	for _, row := range rows {
		h.rows[row.Host] = row
	}
	for _, claim := range claims {
		h.claims[claim.Host] = claim
	}
	return h, nil
}

// setHosts makes these the hosts of a tenant whose row this transaction holds. What the
// platform sets is active at once; what somebody else adds waits for its proof, and what
// the tenant has stays as it is.
func (uc *UseCases) setHosts(ctx context.Context, tx *store.Tx, t *models.Tenant, hosts []string) error {
	held, err := readHoldings(tx.Reader, t.ID)
	if err != nil {
		return err
	}
	platform := caller.From(ctx).Boundary == models.BoundaryPlatform
	wanted := map[string]bool{}
	for i, host := range hosts {
		host = hostname.Canonical(host)
		row, has := held.rows[host]
		_, claimed := held.claims[host]
		switch {
		case wanted[host]:
		case platform && row.Basis != models.HostPlatform:
			err = uc.assign(ctx, tx, t, held, host)
		case has || claimed:
		case uc.reserved(host):
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
	return held.drop(ctx, tx, t, wanted)
}

// assign gives the host to the tenant by the platform's word. Another tenant's that does
// not select it is in nobody's way.
func (uc *UseCases) assign(ctx context.Context, tx *store.Tx, t *models.Tenant, held *holdings, host string) error {
	row, err := tx.FindHost(host)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	if err == nil && row.TenantID != t.ID && !uc.kernel.HostSelectsTenant(row) {
		if err := takeFrom(ctx, tx, row); err != nil {
			return err
		}
	}
	return held.give(ctx, tx, t, models.TenantHost{Host: host, TenantID: t.ID, Basis: models.HostPlatform})
}

// takeFrom takes from its tenant a host that does not select it. If the tenant gave it up
// in the meantime, or was deleted, nothing is left to take; if the platform gave it to the
// tenant in the meantime, it stays, and is found taken.
func takeFrom(ctx context.Context, tx *store.Tx, row *models.TenantHost) error {
	// First, as whoever changes the tenant's hosts does: its version tells of the change.
	there, err := tx.RenameTenant(row.TenantID, store.AnyVersion, "")
	if err != nil || !there {
		return err
	}
	mine, err := tx.DeleteHostOn(row.TenantID, row.Host, row.Basis)
	if err != nil || !mine {
		return err
	}
	former, err := tx.FindTenant(row.TenantID)
	if err != nil {
		return err
	}
	return tx.AppendEvent(hostEvent(ctx, models.ActionTenantHostRemove, former, row.Host))
}

// give makes the host the tenant's, on a new basis if it was that before.
func (h *holdings) give(ctx context.Context, tx *store.Tx, t *models.Tenant, row models.TenantHost) error {
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
	if err := hostTaken(tx.InsertHost(&row)); err != nil {
		return err
	}
	return tx.AppendEvent(hostEvent(ctx, models.ActionTenantHostSet, t, row.Host))
}

// drop takes from the tenant what is not wanted any more.
func (h *holdings) drop(ctx context.Context, tx *store.Tx, t *models.Tenant, wanted map[string]bool) error {
	var gone []string
	for host := range h.rows {
		if !wanted[host] {
			gone = append(gone, host)
		}
	}
	for host := range h.claims {
		if !wanted[host] {
			gone = append(gone, host)
		}
	}
	slices.Sort(gone)
	for _, host := range gone {
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

// claimHost notes that the tenant asks for a host. The token is drawn for this claim: a
// record that was published for another one, or for another tenant, does not prove it.
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
