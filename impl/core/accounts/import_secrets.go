package accounts

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"slices"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Refusals of an authenticator app. A user whose app cannot come along stays out: without
// it he would come in by less than he was asked for before.
var (
	ErrSealUnknown = core.ErrUser.Because(errors.New(
		"accounts: the authenticator app was sealed for another user id, or with a secret that is not in the secret file"))
	errAppShape = core.ErrUser.Because(errors.New(
		"accounts: an authenticator app needs mfa, a step that is not negative and at most 10 recovery codes, each with a UUID and 32 bytes"))
)

// FormerPassword is a password that the history rule may hold against a new one.
type FormerPassword struct {
	Hash  secret.Text
	Key   string // the pepper that Hash was made with; empty: none
	SetAt time.Time
}

// ImportApp is a confirmed authenticator app, as an installation with the same secret
// file stored it.
type ImportApp struct {
	Key         string // names that secret file
	Sealed      []byte
	LastStep    int64 // it and those before are used up
	Mailed      bool  // the user had mailed codes before, and has them again after
	ConfirmedAt time.Time
	Codes       []ImportCode // recovery codes that were not used
}

// ImportCode is what is stored of a recovery code.
type ImportCode struct {
	ID  string
	MAC []byte
}

// readyHash refuses a hash that could not be checked, or would cost too much.
func (uc *UseCases) readyHash(hash secret.Text, key string) (models.PasswordHash, error) {
	if _, err := passhash.Inspect(hash.Reveal()); err != nil {
		return models.PasswordHash{}, core.HashNotAccepted(err)
	}
	if _, err := uc.keyring.Pepper(key, secret.Password{}); err != nil {
		return models.PasswordHash{}, ErrPepperUnknown
	}
	return models.PasswordHash{Encoded: hash.Reveal(), KeyID: key}, nil
}

func (uc *UseCases) readyCredential(u *imported, in ImportUser, now time.Time) (*models.Credential, error) {
	out := &models.Credential{UserID: u.user.ID, Version: 1, MustChange: in.MustChange}
	if in.Hash.Empty() {
		return out, nil
	}
	var err error
	if out.Hash, err = uc.readyHash(in.Hash, in.HashKey); err != nil {
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

// readyFormer are the rows of the history, the newest first. Of those of one moment
// the later in the list is the newer.
func (uc *UseCases) readyFormer(u *models.User, given []FormerPassword) ([]models.PasswordHistory, error) {
	if len(given) > models.MaxHistory {
		return nil, core.ErrUser.Because(errors.New("accounts: the history holds at most 255 passwords"))
	}
	rows := make([]models.PasswordHistory, 0, len(given))
	for _, f := range given {
		hash, err := uc.readyHash(f.Hash, f.Key)
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

// insertFormer writes what the policy remembers of the history, and the current
// password if the history ends before it.
func insertFormer(tx *store.Tx, u *imported) error {
	rules := u.tenant.Settings.Password
	for i := range u.former[:rules.Remembers(u.former, tx.Now)] {
		if err := tx.InsertFormer(&u.former[i]); err != nil {
			return err
		}
	}
	if rules.HistoryRows() == 0 || u.remembersCurrent() {
		return nil
	}
	return tx.KeepPassword(u.user.ID, u.credential.Hash, rules)
}

func (u *imported) remembersCurrent() bool {
	changed := u.credential.ChangedAt
	return len(u.former) > 0 && (changed == nil || !u.former[0].CreatedAt.Before(*changed))
}

// readyApp takes an app over if a secret of this installation opens it. What its
// recovery codes were digested with cannot be seen; they are never older than the
// seal, so knowing it and the newest secret of the other installation is enough.
func (uc *UseCases) readyApp(u *models.User, in *ImportApp) (*models.TOTPFactor, []models.RecoveryCode, error) {
	if in == nil {
		return nil, nil, nil
	}
	if !u.MFA || in.LastStep < 0 || len(in.Codes) > core.RecoveryCodes {
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
		twice := slices.ContainsFunc(codes, func(r models.RecoveryCode) bool { return r.ID == code.ID })
		if len(code.ID) != 36 || len(code.MAC) != sha256.Size || twice {
			return nil, nil, errAppShape
		}
		codes = append(codes, models.RecoveryCode{ID: code.ID, UserID: u.ID, MAC: bytes.Clone(code.MAC)})
	}
	return app, codes, nil
}
