package lifecycle

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// recoveryCodes is how many a user is given.
const recoveryCodes = 10

// ConfirmTOTP makes an enrolled app the user's second factor by its first code, and
// answers his recovery codes, for the only time.
func (c *Core) ConfirmTOTP(ctx context.Context, userID string, code secret.Text) ([]secret.Text, error) {
	s, err := c.subject(ctx, userID)
	if err != nil {
		return nil, err
	}
	app, err := c.store.Read(ctx).FindTOTP(userID)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return nil, ErrNoEnrollment
	case err != nil:
		return nil, err
	case app.ConfirmedAt != nil:
		return nil, ErrFactorExists
	case !c.clock.Now().Before(app.CreatedAt.Add(enrollLife)):
		return nil, ErrNoEnrollment
	}
	found, err := c.checkFactor(ctx, s, app, code, models.ActionMFAConfirm)
	if err != nil {
		return nil, err
	}
	app.Mailed = s.user.MFA
	codes, rows := c.newRecoveryCodes(s)
	err = c.commit(ctx, func(tx *store.Tx) error {
		mine, err := tx.ConfirmTOTP(app, found.step)
		if err != nil {
			return err
		}
		if !mine {
			return ErrFactorCode // replaced, or confirmed by the same code
		}
		if _, err := tx.SetMFA(s.user.ID, true); err != nil {
			return err
		}
		if err := replaceRecoveryCodes(tx, s, rows); err != nil {
			return err
		}
		if err := c.factorChanged(ctx, tx, s); err != nil {
			return err
		}
		if own := ownSession(ctx, s); own != "" { // whose user just showed the code
			if _, err := tx.MarkSecond(own); err != nil {
				return err
			}
		}
		if err := tx.ClearTries(s.user.ID, endWithFactor...); err != nil {
			return err
		}
		if err := c.tellOfFactor(tx, s, factorOn); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionMFAConfirmed, s.tenant, s.user.ID))
	})
	if err != nil {
		return nil, err
	}
	c.wake()
	return codes, nil
}

// newRecoveryCodes draws codes, with what is stored of them.
func (c *Core) newRecoveryCodes(s *subject) ([]secret.Text, []models.RecoveryCode) {
	var codes []secret.Text
	var rows []models.RecoveryCode
	for range recoveryCodes {
		code, id := secret.NewRecoveryCode(), secret.NewID()
		codes = append(codes, code)
		rows = append(rows, models.RecoveryCode{
			ID: id, UserID: s.user.ID, MAC: c.keyring.MAC("recovery-code", id, secret.PlainCode(code).Reveal()).Bytes(),
		})
	}
	return codes, rows
}

func replaceRecoveryCodes(tx *store.Tx, s *subject, rows []models.RecoveryCode) error {
	for i := range rows {
		rows[i].CreatedAt = tx.Now
	}
	return tx.ReplaceRecoveryCodes(s.user.ID, rows...)
}
