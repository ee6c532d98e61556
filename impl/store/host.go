package store

import (
	"errors"

	"github.com/rekeyhq/rekey/models"
)

// FindHost reads a host that belongs to a tenant.
func (rd *Reader) FindHost(host string) (*models.TenantHost, error) {
	return take[models.TenantHost](rd, "host = ?", host)
}

// HostsOf lists the hosts of the tenants, by name.
func (rd *Reader) HostsOf(tenantIDs ...string) ([]models.TenantHost, error) {
	var rows []models.TenantHost
	err := rd.db.Where("tenant_id IN ?", append([]string{""}, tenantIDs...)).Order("host").Find(&rows).Error
	return rows, translate(err)
}

// HostClaimsOf lists the hosts that the tenants claim, by name.
func (rd *Reader) HostClaimsOf(tenantIDs ...string) ([]models.HostClaim, error) {
	var rows []models.HostClaim
	err := rd.db.Where("tenant_id IN ?", append([]string{""}, tenantIDs...)).Order("host").Find(&rows).Error
	return rows, translate(err)
}

// FindHostClaim reads a tenant's claim to a host.
func (rd *Reader) FindHostClaim(tenantID, host string) (*models.HostClaim, error) {
	return take[models.HostClaim](rd, "tenant_id = ? AND host = ?", tenantID, host)
}

// InsertHost gives a host to a tenant. The error is ErrDuplicate if a tenant has it already.
func (tx *Tx) InsertHost(h *models.TenantHost) error { return insert(tx, h) }

// InsertHostClaim writes a claim.
func (tx *Tx) InsertHostClaim(c *models.HostClaim) error { return insert(tx, c) }

// DeleteHost removes a host from a tenant.
func (tx *Tx) DeleteHost(tenantID, host string) error {
	_, err := all(tx.db.Where("tenant_id = ? AND host = ?", tenantID, host).Delete(&models.TenantHost{}))
	return err
}

// DeleteHostOn removes a host that a tenant has on this basis. It returns false if the tenant
// has it on another basis, or no longer has it.
func (tx *Tx) DeleteHostOn(tenantID, host string, basis models.HostBasis) (bool, error) {
	return one(tx.db.Where("tenant_id = ? AND host = ? AND basis = ?", tenantID, host, basis).Delete(&models.TenantHost{}))
}

// DeleteHostClaim deletes a claim. It returns false if the claim no longer exists.
func (tx *Tx) DeleteHostClaim(id string) (bool, error) {
	return one(tx.db.Where("id = ?", id).Delete(&models.HostClaim{}))
}

// deleteHosts deletes all hosts and claims of a tenant.
func (tx *Tx) deleteHosts(tenantID string) error {
	_, hosts := all(tx.db.Where("tenant_id = ?", tenantID).Delete(&models.TenantHost{}))
	_, claims := all(tx.db.Where("tenant_id = ?", tenantID).Delete(&models.HostClaim{}))
	return errors.Join(hosts, claims)
}
