package transfer

import (
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/lifecycle"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// former is an earlier password, of the history.
type former struct {
	Hash    string     `json:"hash"`
	HashKey string     `json:"hashKey,omitempty"`
	SetAt   *time.Time `json:"setAt"`
}

func (l *line) former() []lifecycle.FormerPassword {
	var out []lifecycle.FormerPassword
	for _, f := range l.History {
		out = append(out, lifecycle.FormerPassword{Hash: secret.NewText(f.Hash), Key: f.HashKey, SetAt: *micros(f.SetAt)})
	}
	return out
}

// history lists the oldest password first.
func history(rd *store.Reader, userID string) ([]former, error) {
	rows, err := rd.RecentPasswords(userID, models.MaxHistory)
	out := make([]former, len(rows))
	for i, row := range rows {
		out[len(rows)-1-i] = former{Hash: row.Hash.Encoded, HashKey: row.Hash.KeyID, SetAt: &row.CreatedAt}
	}
	return out, err
}

// app is a confirmed authenticator app. An export without hashes contains only that there is
// one, so that an import does not create its user without a second factor.
type app struct {
	Key           string     `json:"key,omitempty"` // names the secret file
	Sealed        []byte     `json:"sealed,omitempty"`
	LastStep      *int64     `json:"lastStep,omitempty"`
	Mailed        bool       `json:"mailed,omitempty"`
	ConfirmedAt   *time.Time `json:"confirmedAt"`
	RecoveryCodes []code     `json:"recoveryCodes,omitempty"`
}

type code struct {
	ID  string `json:"id"`
	MAC []byte `json:"mac"`
}

func (a *app) check(l *line) error {
	switch {
	case len(a.Sealed) == 0:
		return errors.New("the user has an authenticator app whose secret is not in the line; exports with --hashes bring it along")
	case l.ID == "" || !l.MFA || a.Key == "" || len(a.Key) > 16 || a.LastStep == nil || a.ConfirmedAt == nil:
		return errors.New("totp needs key, sealed, lastStep and confirmedAt, and the user's id and mfa")
	}
	return nil
}

// input converts the app to the input of the core.
func (a *app) input() *lifecycle.ImportApp {
	if a == nil {
		return nil
	}
	out := &lifecycle.ImportApp{
		Key: a.Key, Sealed: a.Sealed, LastStep: *a.LastStep, Mailed: a.Mailed, ConfirmedAt: *micros(a.ConfirmedAt),
	}
	for _, c := range a.RecoveryCodes {
		out.Codes = append(out.Codes, lifecycle.ImportCode{ID: c.ID, MAC: c.MAC})
	}
	return out
}

// app reads a user's app. An app that was never confirmed by a code is not a factor; its user
// enrols it again.
func (e Export) app(rd *store.Reader, userID string) (*app, error) {
	f, err := rd.FindTOTP(userID)
	if errors.Is(err, store.ErrNotFound) || err == nil && f.ConfirmedAt == nil {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if !e.Hashes {
		return &app{ConfirmedAt: f.ConfirmedAt}, nil
	}
	out := &app{
		Key: e.Keyring.PepperID(), Sealed: f.Sealed, LastStep: &f.LastStep, Mailed: f.Mailed, ConfirmedAt: f.ConfirmedAt,
	}
	rows, err := rd.RecoveryCodesOf(userID)
	for _, row := range rows {
		out.RecoveryCodes = append(out.RecoveryCodes, code{ID: row.ID, MAC: row.MAC})
	}
	return out, err
}
