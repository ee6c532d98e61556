package accounts

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ErrPepperUnknown refuses a hash that needs the secret of another installation.
var ErrPepperUnknown = core.HashNotAccepted(passhash.ErrHashPepper)

// Refusals of an authenticator app. A user whose app cannot be imported is not imported:
// without the app, a login would need less proof than before.
var (
	ErrSealUnknown = core.ErrUser.Because(errors.New(
		"accounts: the authenticator app was sealed for another user id, or with a secret that is not in the secret file"))
	errAppShape = core.ErrUser.Because(errors.New(
		"accounts: an authenticator app needs mfa, a step of -1 or more and at most 10 recovery codes, each with a UUID and 32 bytes"))
)

// FormerPassword is a password of the history, which the policy may forbid to use again.
type FormerPassword struct {
	Hash  secret.Text
	Key   string // the pepper that Hash was made with; empty: none
	SetAt time.Time
}

// ImportApp is a confirmed authenticator app, as an installation with the same secret
// file stored it.
type ImportApp struct {
	Key         string // the id of the pepper in that secret file
	Sealed      []byte
	LastStep    int64 // this time step and all earlier ones are used; -1: none is
	Mailed      bool  // the user had mailed codes before the app, and gets them back when it is removed
	ConfirmedAt time.Time
	Codes       []ImportCode // unused recovery codes
}

// ImportCode is a recovery code as it is stored.
type ImportCode struct {
	ID  string
	MAC []byte
}

// acceptHash refuses a hash that cannot be verified, or whose verification costs too much.
func (uc *UseCases) acceptHash(hash secret.Text, key string) (models.PasswordHash, error) {
	if _, err := passhash.Inspect(hash.Reveal()); err != nil {
		return models.PasswordHash{}, core.HashNotAccepted(err)
	}
	if _, err := uc.keyring.Pepper(key, secret.Password{}); err != nil {
		return models.PasswordHash{}, ErrPepperUnknown
	}
	return models.PasswordHash{Encoded: hash.Reveal(), KeyID: key}, nil
}

func (uc *UseCases) prepareCredential(u *preparedUser, in ImportUser, now time.Time) (*models.Credential, error) {
	out := &models.Credential{UserID: u.user.ID, Version: 1, MustChange: in.MustChange}
	if in.Hash.Empty() {
		return out, nil
	}
	var err error
	if out.Hash, err = uc.acceptHash(in.Hash, in.HashKey); err != nil {
		return nil, err
	}
	out.Temporary, out.UsedAt = in.Temporary, in.UsedAt
	out.ChangedAt, out.ExpiresAt, out.WarnAt = &now, in.ExpiresAt, in.WarnAt
	if in.ChangedAt != nil {
		out.ChangedAt = in.ChangedAt
	}
	out.LifetimeDays = u.tenant.Settings.Password.LifetimeDays
	if in.WarnAt == nil {
		out.WarnAt = core.NextWarning(u.tenant.Settings.Password.WarnDays, u.user.ID, out.Expiry(), now)
	}
	return out, nil
}

// prepareFormer returns the rows of the history, the newest first. If two passwords have the
// same time, the one that comes later in the input is newer.
func (uc *UseCases) prepareFormer(u *models.User, given []FormerPassword) ([]models.PasswordHistory, error) {
	if len(given) > models.MaxHistory {
		return nil, core.ErrUser.Because(errors.New("accounts: the history holds at most 255 passwords"))
	}
	rows := make([]models.PasswordHistory, 0, len(given))
	for _, f := range given {
		hash, err := uc.acceptHash(f.Hash, f.Key)
		if err != nil {
			return nil, err
		}
		rows = append(rows, models.PasswordHistory{ID: secret.NewID(), UserID: u.ID, Hash: hash, CreatedAt: f.SetAt})
	}
	slices.SortFunc(rows, func(a, b models.PasswordHistory) int {
		return cmp.Or(b.CreatedAt.Compare(a.CreatedAt), cmp.Compare(b.ID, a.ID))
	})
	return rows, nil
}

// insertFormer inserts the part of the history that the policy requires, and the current
// password if the history does not include it.
func insertFormer(tx *store.Tx, u *preparedUser) error {
	rules := u.tenant.Settings.Password
	for i := range u.former[:rules.Remembers(u.former, tx.Now)] {
		if err := tx.InsertFormer(&u.former[i]); err != nil {
			return err
		}
	}
	if rules.HistoryRows() == 0 || u.formerIncludesCurrent() {
		return nil
	}
	return tx.KeepPassword(u.user.ID, u.credential.Hash, rules)
}

// formerIncludesCurrent reports whether the newest password of the history is the current one.
func (u *preparedUser) formerIncludesCurrent() bool {
	changed := u.credential.ChangedAt
	return len(u.former) > 0 && (changed == nil || !u.former[0].CreatedAt.Before(*changed))
}

// prepareApp accepts an app if a secret of this installation opens the seal. The secret that
// the recovery codes were digested with cannot be recognised. The codes are never older than
// the seal, so it is enough to have the secret of the seal and the newest secret of the other
// installation.
func (uc *UseCases) prepareApp(u *models.User, in *ImportApp) (*models.TOTPFactor, []models.RecoveryCode, error) {
	if in == nil {
		return nil, nil, nil
	}
	if !u.MFA || in.LastStep < -1 || len(in.Codes) > core.RecoveryCodes {
		return nil, nil, errAppShape
	}
	if _, err := uc.keyring.Pepper(in.Key, secret.Password{}); err != nil || in.Key == "" {
		return nil, nil, ErrSealUnknown
	}
	if _, err := uc.keyring.Unseal(in.Sealed, core.TOTPSealedFor(u.ID)); err != nil {
		return nil, nil, ErrSealUnknown
	}
	app := &models.TOTPFactor{
		UserID: u.ID, Sealed: bytes.Clone(in.Sealed), Mailed: in.Mailed, LastStep: in.LastStep,
		CreatedAt: in.ConfirmedAt, ConfirmedAt: &in.ConfirmedAt,
	}
	var codes []models.RecoveryCode
	for _, code := range in.Codes {
		duplicate := slices.ContainsFunc(codes, func(r models.RecoveryCode) bool { return r.ID == code.ID })
		if len(code.ID) != 36 || len(code.MAC) != sha256.Size || duplicate {
			return nil, nil, errAppShape
		}
		codes = append(codes, models.RecoveryCode{ID: code.ID, UserID: u.ID, MAC: bytes.Clone(code.MAC)})
	}
	return app, codes, nil
}

// minAppSecret and maxAppSecret bound the secret of an app that a user has already, in bytes: other
// services made shorter ones than the 20 bytes of today.
const (
	minAppSecret = 10
	maxAppSecret = 64
)

// sealApp makes the confirmed app of a new user from its secret, in base32. The user has a second factor
// from then on. nil: there is no secret.
func (uc *UseCases) sealApp(u *models.User, given secret.Text) (*models.TOTPFactor, error) {
	if given.Empty() {
		return nil, nil
	}
	text := strings.ToUpper(strings.TrimRight(strings.ReplaceAll(given.Reveal(), " ", ""), "="))
	raw, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(text)
	if err != nil || len(raw) < minAppSecret || len(raw) > maxAppSecret {
		return nil, core.ErrUser.With(core.NewViolation("/totpSecret", "format",
			"The secret of an authenticator app is 10 to 64 bytes in base32."))
	}
	u.MFA = true
	app := &models.TOTPFactor{UserID: u.ID, LastStep: -1}
	app.Sealed, err = uc.keyring.Seal([]byte(text), core.TOTPSealedFor(u.ID))
	return app, err
}

// insertApp inserts the app of a new user.
func insertApp(ctx context.Context, tx *store.Tx, t *models.Tenant, app *models.TOTPFactor) error {
	if app == nil {
		return nil
	}
	app.CreatedAt, app.ConfirmedAt = tx.Now, &tx.Now
	if err := tx.InsertTOTP(app); err != nil {
		return err
	}
	return tx.AppendEvent(core.NewEvent(ctx, models.ActionMFAConfirmed, t, app.UserID))
}
