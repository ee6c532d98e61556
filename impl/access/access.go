// Package access says who is calling: it reads API keys, access tokens and session
// tokens, and issues tokens. It loads the rights of a credential anew at each call,
// so that a revoked key or an ended session stops at once, on every node.
package access

import (
	"context"
	"crypto/subtle"
	"errors"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Deps are what access needs; all are required.
type Deps struct {
	Store   *store.Store
	Keyring *secret.Keyring
	Clock   clock.Clock
	Issuer  string // the public URL: issuer and audience of tokens
}

// Access authenticates callers.
type Access struct {
	Deps
	mu     sync.RWMutex
	keys   *keys // guarded by mu; nil: to be read
	making sync.Mutex
}

// New checks that nothing is missing.
func New(d Deps) (*Access, error) {
	if d.Store == nil || d.Keyring == nil || d.Clock == nil || d.Issuer == "" {
		return nil, errors.New("access: Store, Keyring, Clock and Issuer are required")
	}
	return &Access{Deps: d}, nil
}

const (
	sessionPrefix = "rs_"
	maxCredential = 4096 // longer ones are refused unread
)

// Authenticate reads a bearer credential: an API key, an access token, or the token
// of a session. Whatever is wrong with it, the answer is the same.
func (a *Access) Authenticate(ctx context.Context, credential secret.Text) (caller.Caller, error) {
	text := credential.Reveal()
	switch {
	case text == "" || len(text) > maxCredential:
		return caller.Caller{}, fault.ErrUnauthenticated
	case strings.HasPrefix(text, secret.APIKeyPrefix):
		id, part, ok := secret.ParseAPIKey(credential)
		if !ok {
			return caller.Caller{}, fault.ErrUnauthenticated
		}
		return a.AuthenticateKey(ctx, id.String(), part)
	case strings.HasPrefix(text, sessionPrefix):
		return a.bySessionToken(ctx, credential)
	}
	return a.byAccessToken(ctx, text)
}

// AuthenticateKey admits the holder of an API key's id and secret, for a while also of
// the secret before the last rotation. An unknown id costs the same comparisons.
func (a *Access) AuthenticateKey(ctx context.Context, id string, secretPart secret.Text) (caller.Caller, error) {
	k, err := a.Store.Read(ctx).FindAPIKey(id)
	if errors.Is(err, store.ErrNotFound) {
		k, err = &models.APIKey{Digest: make([]byte, 32), RevokedAt: &time.Time{}}, nil
	}
	if err != nil {
		return caller.Caller{}, err
	}
	now, shown := a.Clock.Now(), secret.APIKeyDigest(id, secretPart).Bytes()
	match := subtle.ConstantTimeCompare(shown, k.Digest) == 1
	former := subtle.ConstantTimeCompare(shown, k.Previous) == 1 && k.Overlaps(now)
	if !match && !former || !k.Usable(now) {
		return caller.Caller{}, fault.ErrUnauthenticated
	}
	shownOf := k.Digest
	if !match {
		shownOf = k.Previous
	}
	return a.admit(ctx, k, secretID(shownOf))
}

// lastUsedEvery keeps the note of a key's use from costing a write at each request.
const lastUsedEvery = time.Hour

func (a *Access) admit(ctx context.Context, k *models.APIKey, secretID string) (caller.Caller, error) {
	who := caller.Caller{
		Kind: caller.APIKey, ID: k.ID, Boundary: k.Boundary, ApplicationID: k.ApplicationID,
		TenantID: k.TenantID, TenantIDs: k.TenantIDs, Permissions: k.Permissions, Secret: secretID, Budget: k.Budget(),
	}
	if k.Boundary == models.BoundarySelf || k.UserID != "" {
		if err := a.ownerIsIn(ctx, k); err != nil {
			return caller.Caller{}, err
		}
		who.Kind, who.ID, who.Boundary, who.KeyID = caller.User, k.UserID, models.BoundarySelf, k.ID
	}
	now := a.Clock.Now()
	if k.LastUsedAt == nil || now.Sub(*k.LastUsedAt) > lastUsedEvery {
		if err := a.Store.Write(ctx).TouchAPIKey(k.ID, lastUsedEvery); err != nil {
			return caller.Caller{}, err
		}
	}
	return who, nil
}

// ownerIsIn refuses the key of a user who is not let in himself: he is gone, disabled,
// locked, or may do nothing before he changed his password.
func (a *Access) ownerIsIn(ctx context.Context, k *models.APIKey) error {
	rd := a.Store.Read(ctx)
	u, err := rd.FindUser(k.UserID)
	var credential *models.Credential
	if err == nil {
		credential, err = rd.FindCredential(k.UserID)
	}
	switch {
	case errors.Is(err, store.ErrNotFound):
		return fault.ErrUnauthenticated
	case err != nil:
		return err
	case !u.Active() || credential.ChangeRequired(a.Clock.Now()):
		return fault.ErrUnauthenticated
	}
	return nil
}

// ParseClientID reads the id of an API key in either of its spellings: the UUID, or
// the 26 characters that the key itself carries.
func ParseClientID(s string) (string, bool) {
	if id, ok := secret.ParseShortID(s); ok {
		return id.String(), true
	}
	if len(s) != 36 {
		return "", false
	}
	id, err := uuid.Parse(s)
	return id.String(), err == nil
}

func (a *Access) bySessionToken(ctx context.Context, token secret.Text) (caller.Caller, error) {
	row, err := a.Store.Read(ctx).FindSessionByToken(secret.Sum("session", token.Reveal()))
	if errors.Is(err, store.ErrNotFound) {
		return caller.Caller{}, fault.ErrUnauthenticated
	}
	if err != nil {
		return caller.Caller{}, err
	}
	return a.bySession(ctx, row)
}

// bySession admits the user of a live session that proved the password, and the
// second factor if he has one, with the rights that he has now.
func (a *Access) bySession(ctx context.Context, row *models.Session) (caller.Caller, error) {
	u, err := a.Store.Read(ctx).FindUser(row.UserID)
	if errors.Is(err, store.ErrNotFound) {
		return caller.Caller{}, fault.ErrUnauthenticated
	}
	if err != nil {
		return caller.Caller{}, err
	}
	if !row.Live(a.Clock.Now()) || !u.Active() || row.PasswordAt == nil || u.MFA && row.SecondAt == nil {
		return caller.Caller{}, fault.ErrUnauthenticated
	}
	if row.Use(a.Clock.Now()) {
		if err := a.Store.Write(ctx).UseSession(row.ID, row.ExpiresAt); err != nil {
			return caller.Caller{}, err
		}
	}
	return caller.Caller{
		Kind: caller.User, ID: u.ID, Boundary: u.Boundary, ApplicationID: u.ApplicationID,
		TenantID: u.TenantID, Permissions: u.Permissions, SessionID: row.ID,
	}, nil
}
