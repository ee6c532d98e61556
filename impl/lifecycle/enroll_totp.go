package lifecycle

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/totp"
	"github.com/rekeyhq/rekey/models"
)

// EnrollTOTP asks for a new authenticator app of a user.
type EnrollTOTP struct {
	UserID string
	Freshly
}

// EnrolledTOTP is the secret that the app takes over, shown once.
type EnrolledTOTP struct {
	Secret    secret.Text // base32
	URI       secret.Text // otpauth://
	ExpiresAt time.Time   // until when a first code confirms it
}

// enrollLife is how long an app may wait for its first code.
const enrollLife = time.Hour

// EnrollTOTP draws a secret for an authenticator app. The app is no factor until a first
// code confirms it: who mistypes must not lock himself out.
func (c *Core) EnrollTOTP(ctx context.Context, in EnrollTOTP) (*EnrolledTOTP, error) {
	s, err := c.subject(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	if _, err := c.proveAgain(ctx, s, nil, in.Freshly, models.ActionMFAEnroll); err != nil {
		return nil, err
	}
	key, err := totp.NewKey(c.product, s.user.Username)
	if err != nil {
		return nil, err
	}
	row := &models.TOTPFactor{UserID: s.user.ID, LastStep: -1}
	if row.Sealed, err = c.keyring.Seal([]byte(key.Secret.Reveal()), sealedFor(s.user.ID)); err != nil {
		return nil, err
	}
	out := &EnrolledTOTP{Secret: key.Secret, URI: key.URI}
	err = c.commit(ctx, func(tx *store.Tx) error {
		row.CreatedAt, out.ExpiresAt = tx.Now, tx.Now.Add(enrollLife)
		if err := tx.PutTOTP(row); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionMFAEnrolled, s.tenant, s.user.ID))
	})
	if errors.Is(err, store.ErrDuplicate) {
		return nil, ErrFactorExists
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}
