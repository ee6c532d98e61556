package store

import (
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/rekeyhq/rekey/models"
)

// TenantsWithPolicy lists the tenants of an application that have rules of their own, after the
// given one.
func (rd *Reader) TenantsWithPolicy(applicationID, after string, limit int) ([]models.Tenant, error) {
	return rd.tenants("id", limit,
		"application_id = ? AND policy <> ? AND id > ?", applicationID, "", after)
}

// SaveTenantPolicy replaces the rules of a tenant at the version that the caller read, or at any
// version. It returns false if another request was faster.
func (tx *Tx) SaveTenantPolicy(tenantID string, version int64, p models.LevelPolicy) (bool, error) {
	return tx.savePolicy(tx.db.Model(&models.Tenant{}).Where("id = ?", tenantID), version, p)
}

// SaveApplicationPolicy is SaveTenantPolicy for an application.
func (tx *Tx) SaveApplicationPolicy(applicationID string, version int64, p models.LevelPolicy) (bool, error) {
	return tx.savePolicy(tx.db.Model(&models.Application{}).Where("id = ?", applicationID), version, p)
}

func (tx *Tx) savePolicy(q *gorm.DB, version int64, p models.LevelPolicy) (bool, error) {
	if version != AnyVersion {
		q = q.Where("policy_version = ?", version)
	}
	return one(q.Updates(map[string]any{
		"policy": p.Policy, "policy_preset": p.PolicyPreset,
		"policy_version": gorm.Expr("policy_version + 1"), "updated_at": tx.Now,
	}))
}

// PasswordCounts is the effect of a changed lifetime on the existing passwords. It does not count
// passwords with which nobody can log in: those of users who are disabled, locked or in a
// directory, and used temporary ones.
type PasswordCounts struct {
	Expire    int64 // valid now, and expired with the new lifetime
	WorkAgain int64 // expired now, and valid with the new lifetime
	ToChange  int64 // must be changed at the next login with the new lifetime, for any reason
}

// CountPasswordsOfTenant counts for a lifetime that changes from before to after days; 0 means no
// expiry.
func (rd *Reader) CountPasswordsOfTenant(tenantID string, before, after int) (PasswordCounts, error) {
	return rd.countPasswords(before, after, rd.db.Where("users.tenant_id = ?", tenantID))
}

// CountPasswordsOfApplication counts the same for the tenants that inherit their lifetime from an
// application.
func (rd *Reader) CountPasswordsOfApplication(applicationID string, before, after int) (PasswordCounts, error) {
	inherit := rd.db.Model(&models.Tenant{}).Select("id").Where(
		"application_id = ? AND JSON_EXTRACT(NULLIF(policy, ''), '$.password.lifetimeDays') IS NULL", applicationID)
	return rd.countPasswords(before, after, rd.db.Where("users.tenant_id IN (?)", inherit))
}

// countPasswords reads the users of the tenants by an index, and their credentials by key.
func (rd *Reader) countPasswords(before, after int, whose *gorm.DB) (counts PasswordCounts, err error) {
	was, is := rd.expired(before), rd.expired(after)
	marked := clause.Expr{SQL: "(c.must_change = ? OR c.temporary = ?)", Vars: []any{true, true}}
	err = whose.Model(&models.User{}).Joins("JOIN credentials c ON c.user_id = users.id").
		Select("COALESCE(SUM(NOT ? AND NOT ? AND ?), 0) AS expire, COALESCE(SUM(NOT ? AND ? AND NOT ?), 0) AS work_again, "+
			"COALESCE(SUM(? OR ?), 0) AS to_change", marked, was, is, marked, was, is, marked, is).
		Where("users.disabled_at IS NULL AND users.locked_at IS NULL AND users.directory = ?", false).
		Where("c.hash_encoded <> ? AND NOT (c.temporary = ? AND c.used_at IS NOT NULL)", "", true).
		Take(&counts).Error
	return counts, translate(err)
}

// expired is models.Credential.Expired as an SQL condition on a credential c.
func (rd *Reader) expired(days int) clause.Expr {
	if days == 0 {
		return clause.Expr{SQL: "COALESCE(c.expires_at <= ?, ?)", Vars: []any{rd.Now, false}}
	}
	return clause.Expr{SQL: "COALESCE(c.expires_at <= ?, c.changed_at <= ?, ?)", Vars: []any{rd.Now, rd.Now.AddDate(0, 0, -days), false}}
}
