package factors

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/totp"
	"github.com/rekeyhq/rekey/models"
)

// EnrollTOTPInput names the user of a new authenticator app.
type EnrollTOTPInput struct {
	UserID string
	Reauthentication
}

// EnrolledTOTP is the secret for the app. It cannot be read again.
type EnrolledTOTP struct {
	Secret    secret.Text // base32
	URI       secret.Text // otpauth://
	ExpiresAt time.Time   // of the enrollment; a first code confirms it before
}

// enrollmentLife is how long an app may wait for its first code.
const enrollmentLife = time.Hour

// EnrollTOTP generates a secret for an authenticator app. The app becomes the second factor when
// [UseCases.ConfirmTOTP] verified a first code: a user who copied the secret wrongly must not be
// locked out.
func (uc *UseCases) EnrollTOTP(ctx context.Context, in EnrollTOTPInput) (*EnrolledTOTP, error) {
	s, err := uc.kernel.AuthorizeUser(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	if _, err := uc.reauthenticate(ctx, s, nil, in.Reauthentication, models.ActionMFAEnroll); err != nil {
		return nil, err
	}
	key, err := totp.NewKey(uc.product, s.User.Username)
	if err != nil {
		return nil, err
	}
	row := &models.TOTPFactor{UserID: s.User.ID, LastStep: -1}
	if row.Sealed, err = uc.keyring.Seal([]byte(key.Secret.Reveal()), core.TOTPSealedFor(s.User.ID)); err != nil {
		return nil, err
	}
	out := &EnrolledTOTP{Secret: key.Secret, URI: key.URI}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		row.CreatedAt, out.ExpiresAt = tx.Now, tx.Now.Add(enrollmentLife)
		if err := tx.PutTOTP(row); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionMFAEnrolled, s.Tenant, s.User.ID))
	})
	if errors.Is(err, store.ErrDuplicate) {
		return nil, core.ErrFactorExists
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}
