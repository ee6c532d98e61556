package store

import (
	"github.com/rekeyhq/rekey/models"
)

// FindTOTP reads a user's authenticator app, confirmed or not.
func (rd *Reader) FindTOTP(userID string) (*models.TOTPFactor, error) {
	return take[models.TOTPFactor](rd, "user_id = ?", userID)
}

// PutTOTP writes an unconfirmed app and replaces an earlier unconfirmed one. A confirmed app
// stays, and the error is ErrDuplicate.
func (tx *Tx) PutTOTP(f *models.TOTPFactor) error {
	err := tx.db.Where("user_id = ? AND confirmed_at IS NULL", f.UserID).Delete(&models.TOTPFactor{}).Error
	if err != nil {
		return translate(err)
	}
	return insert(tx, f)
}

// InsertTOTP writes the app of a new user.
func (tx *Tx) InsertTOTP(f *models.TOTPFactor) error { return insert(tx, f) }

// ConfirmTOTP confirms the app whose first code was compared with this sealed secret. It returns
// false if the app was replaced, or another request confirmed it.
func (tx *Tx) ConfirmTOTP(f *models.TOTPFactor, step int64) (bool, error) {
	return one(tx.db.Model(&models.TOTPFactor{}).
		Where("user_id = ? AND sealed = ? AND confirmed_at IS NULL", f.UserID, f.Sealed).
		Updates(map[string]any{"confirmed_at": tx.Now, "last_step": step, "mailed": f.Mailed}))
}

// UseTOTPStep uses up a time step of a confirmed app and all earlier ones: exactly one caller
// gets true (RFC 6238 section 5.2).
func (tx *Tx) UseTOTPStep(f *models.TOTPFactor, step int64) (bool, error) {
	return one(tx.db.Model(&models.TOTPFactor{}).
		Where("user_id = ? AND sealed = ? AND confirmed_at IS NOT NULL AND last_step < ?", f.UserID, f.Sealed, step).
		Updates(map[string]any{"last_step": step}))
}

// DeleteTOTP deletes a user's authenticator app.
func (tx *Tx) DeleteTOTP(userID string) (bool, error) {
	return one(tx.db.Where("user_id = ?", userID).Delete(&models.TOTPFactor{}))
}

// ReplaceRecoveryCodes deletes a user's recovery codes, also used ones, and writes new ones.
func (tx *Tx) ReplaceRecoveryCodes(userID string, rows ...models.RecoveryCode) error {
	if err := tx.db.Where("user_id = ?", userID).Delete(&models.RecoveryCode{}).Error; err != nil {
		return translate(err)
	}
	for i := range rows {
		if err := insert(tx, &rows[i]); err != nil {
			return err
		}
	}
	return nil
}

// RecoveryCodesOf lists the unused codes of a user.
func (rd *Reader) RecoveryCodesOf(userID string) ([]models.RecoveryCode, error) {
	return list[models.RecoveryCode](rd, "id", 100, "user_id = ? AND used_at IS NULL", userID)
}

// UseRecoveryCode uses up a recovery code: exactly one caller gets true.
func (tx *Tx) UseRecoveryCode(id string) (bool, error) {
	return one(tx.db.Model(&models.RecoveryCode{}).Where("id = ? AND used_at IS NULL", id).
		Updates(map[string]any{"used_at": tx.Now}))
}

// SetMFA sets whether a user has a second factor.
func (tx *Tx) SetMFA(userID string, on bool) (bool, error) {
	return one(tx.db.Model(&models.User{}).Where("id = ?", userID).Updates(map[string]any{"mfa": on}))
}

// MarkSecondFactor records that a code of the user's app was verified in a live session.
func (tx *Tx) MarkSecondFactor(sessionID string) (bool, error) {
	return one(tx.db.Model(&models.Session{}).Where("id = ? AND ended_at IS NULL", sessionID).
		Updates(map[string]any{"second_at": tx.Now, "second_by": models.FactorTOTP, "updated_at": tx.Now}))
}
