package store

import "github.com/rekeyhq/rekey/models"

// ClaimID claims an id for a user of a tenant, by its digest. The error is ErrDuplicate if it was
// claimed before. Of two transactions that claim the same id, on any server of a cluster, one fails:
// both write the same key.
func (tx *Tx) ClaimID(tenantID string, digest []byte) error {
	return insert(tx, &models.ClaimedID{Digest: digest, TenantID: tenantID, CreatedAt: tx.Now})
}

// FindClaimedID reads a claimed id by its digest.
func (rd *Reader) FindClaimedID(digest []byte) (*models.ClaimedID, error) {
	return take[models.ClaimedID](rd, "digest = ?", digest)
}

// deleteClaimedIDs ends the claims of a tenant.
func (tx *Tx) deleteClaimedIDs(tenantID string) error {
	_, err := all(tx.db.Where("tenant_id = ?", tenantID).Delete(&models.ClaimedID{}))
	return err
}

// IDPair has the two ids of a user. ExternalID is nil if there is none.
type IDPair struct {
	ID         string
	ExternalID *string
}

// ListUserIDs lists the ids of users in scope who have one of the native ids or one of the external
// ids: at most limit users.
func (rd *Reader) ListUserIDs(s Scope, native, external []string, limit int) ([]IDPair, error) {
	var found []IDPair
	err := s.within(rd.db.Model(&models.User{}), "application_id", "tenant_id", "id").Select("id, external_id").
		Where("id IN ? OR external_id IN ?", native, external).Order("id").Limit(limit).Find(&found).Error
	return found, translate(err)
}
