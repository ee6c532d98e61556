package transfer

import (
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/secret"
)

// former is an earlier password, of the history.
type former struct {
	Hash    string     `json:"hash"`
	HashKey string     `json:"hashKey,omitempty"`
	SetAt   *time.Time `json:"setAt"`
}

func (l *line) former() []accounts.FormerPassword {
	var out []accounts.FormerPassword
	for _, f := range l.History {
		out = append(out, accounts.FormerPassword{Hash: secret.NewText(f.Hash), Key: f.HashKey, SetAt: *micros(f.SetAt)})
	}
	return out
}

// historyOf keeps the order: the oldest password comes first.
func historyOf(all []accounts.FormerPassword) []former {
	var out []former
	for _, f := range all {
		out = append(out, former{Hash: f.Hash.Reveal(), HashKey: f.Key, SetAt: &f.SetAt})
	}
	return out
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
func (a *app) input() *accounts.ImportApp {
	if a == nil {
		return nil
	}
	out := &accounts.ImportApp{
		Key: a.Key, Sealed: a.Sealed, LastStep: *a.LastStep, Mailed: a.Mailed, ConfirmedAt: *micros(a.ConfirmedAt),
	}
	for _, c := range a.RecoveryCodes {
		out.Codes = append(out.Codes, accounts.ImportCode{ID: c.ID, MAC: c.MAC})
	}
	return out
}

// appOf converts the app of an export. An export without hashes tells only that there is one.
func appOf(a *accounts.ImportApp) *app {
	if a == nil {
		return nil
	}
	out := &app{ConfirmedAt: &a.ConfirmedAt}
	if len(a.Sealed) == 0 {
		return out
	}
	out.Key, out.Sealed, out.LastStep, out.Mailed = a.Key, a.Sealed, &a.LastStep, a.Mailed
	for _, c := range a.Codes {
		out.RecoveryCodes = append(out.RecoveryCodes, code{ID: c.ID, MAC: c.MAC})
	}
	return out
}
