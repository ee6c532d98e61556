package store

import (
	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// ruledCredential is a credential together with the policy of the user's tenant.
type ruledCredential struct {
	models.Credential `gorm:"embedded"`
	ApplicationPolicy models.Overlay
	TenantPolicy      models.Overlay
}

// ruledColumns are its columns, so that one statement reads credential and lifetime.
const ruledColumns = "user_id, hash_encoded, hash_key_id, version, must_change, temporary, used_at, changed_at, expires_at, warn_at, session_at, " +
	"(SELECT t.policy FROM users u JOIN tenants t ON t.id = u.tenant_id WHERE u.id = credentials.user_id) AS tenant_policy, " +
	"(SELECT a.policy FROM users u JOIN applications a ON a.id = u.application_id WHERE u.id = credentials.user_id) AS application_policy"

// FindCredential reads the user's credential; every user has one.
func (rd *Reader) FindCredential(userID string) (*models.Credential, error) {
	if endsInBlank([]any{userID}) {
		return nil, ErrNotFound
	}
	row := &ruledCredential{}
	if err := rd.db.Model(&models.Credential{}).Select(ruledColumns).Where("user_id = ?", userID).Take(row).Error; err != nil {
		return nil, translate(err)
	}
	rules, err := models.Resolve(row.ApplicationPolicy, row.TenantPolicy)
	row.LifetimeDays = rules.Password.LifetimeDays
	return &row.Credential, err
}

// ReplaceCredential replaces the version that the caller read. It returns false if another
// request was faster.
func (tx *Tx) ReplaceCredential(version int64, next *models.Credential) (bool, error) {
	return one(tx.db.Model(&models.Credential{}).
		Where("user_id = ? AND version = ?", next.UserID, version).
		Updates(map[string]any{
			"hash_encoded": next.Hash.Encoded, "hash_key_id": next.Hash.KeyID,
			"version": gorm.Expr("version + 1"), "must_change": next.MustChange,
			"temporary": next.Temporary, "used_at": nil, "changed_at": next.ChangedAt,
			"expires_at": next.ExpiresAt, "warn_at": next.WarnAt,
		}))
}

// RehashCredential renews the hash of the same password; the version stays.
func (tx *Tx) RehashCredential(userID string, version int64, h models.PasswordHash) (bool, error) {
	return one(tx.db.Model(&models.Credential{}).Where("user_id = ? AND version = ?", userID, version).
		Updates(map[string]any{"hash_encoded": h.Encoded, "hash_key_id": h.KeyID}))
}

// LockVersion records that a session is opened with a version of the credential. It returns
// false if the version is no longer current. A concurrent change of the credential and this
// transaction wait for each other, so the change sees every session that it must end.
func (tx *Tx) LockVersion(userID string, version int64) (bool, error) {
	return one(tx.db.Model(&models.Credential{}).Where("user_id = ? AND version = ?", userID, version).
		Updates(map[string]any{"session_at": tx.Now}))
}

// LockUserRow locks the row of a user's credential until the transaction ends. It returns false if
// there is none, which means that the user does not exist. AdvanceVersion and every change of the
// credential or the addresses wait for it.
func (tx *Tx) LockUserRow(userID string) (bool, error) {
	return one(tx.db.Model(&models.Credential{}).Where("user_id = ?", userID).
		Updates(map[string]any{"session_at": tx.Now}))
}

// AdvanceVersion moves the credential to a new version without changing the password, so that a
// login that is being processed with the old version is refused.
func (tx *Tx) AdvanceVersion(userID string) (bool, error) {
	return one(tx.db.Model(&models.Credential{}).Where("user_id = ?", userID).
		Updates(map[string]any{"version": gorm.Expr("version + 1")}))
}

// UseTemporary spends the single login of a temporary password.
func (tx *Tx) UseTemporary(userID string, version int64) (bool, error) {
	return one(tx.db.Model(&models.Credential{}).
		Where("user_id = ? AND version = ? AND temporary = ? AND used_at IS NULL", userID, version, true).
		Updates(map[string]any{"used_at": tx.Now}))
}

// RecentPasswords lists the newest n history rows of a user.
func (rd *Reader) RecentPasswords(userID string, n int) ([]models.PasswordHistory, error) {
	if n <= 0 {
		return nil, nil
	}
	return list[models.PasswordHistory](rd, "created_at DESC, id DESC", n, "user_id = ?", userID)
}

// RememberedPasswords lists the history rows with which a policy compares a new password, the
// newest first.
func (rd *Reader) RememberedPasswords(userID string, p models.PasswordPolicy) ([]models.PasswordHistory, error) {
	rows, err := rd.RecentPasswords(userID, p.HistoryRows())
	return rows[:p.Remembers(rows, rd.Now)], err
}

// KeepPassword adds a history row and deletes those that the policy no longer requires.
func (tx *Tx) KeepPassword(userID string, h models.PasswordHash, p models.PasswordPolicy) error {
	if p.HistoryRows() > 0 && h.Present() {
		row := &models.PasswordHistory{ID: secret.NewID(), UserID: userID, Hash: h, CreatedAt: tx.Now}
		if err := insert(tx, row); err != nil {
			return err
		}
	}
	kept, err := tx.RememberedPasswords(userID, p)
	if err != nil {
		return err
	}
	ids := []string{""} // never an empty list: it would widen the condition
	for _, row := range kept {
		ids = append(ids, row.ID)
	}
	return translate(tx.db.Where("user_id = ? AND id NOT IN ?", userID, ids).Delete(&models.PasswordHistory{}).Error)
}

// InsertFormer adds a history row for a new user.
func (tx *Tx) InsertFormer(row *models.PasswordHistory) error { return insert(tx, row) }

// ClearHistory deletes a user's earlier passwords.
func (tx *Tx) ClearHistory(userID string) error {
	return translate(tx.db.Where("user_id = ?", userID).Delete(&models.PasswordHistory{}).Error)
}
