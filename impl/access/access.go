// Package access authenticates callers and signs what this service vouches for.
//
// A credential is what a caller sends: an API key, an access token (a JWT of ours) or the token of a
// session. Authenticate turns it into a caller.Caller with the rights that it has now; a Signer makes
// access tokens; Attest signs statements for the audit trail, and ReadAttested verifies them. A signing key is an RSA key in the
// database, sealed with the secret file; one signs, and the others verify until they are retired.
//
//	access.go       API keys and sessions
//	assertion.go    assertions of programs, signed with their private keys (RFC 7523)
//	token.go        access tokens (RFC 9068)
//	signing_key.go  the keys, and the public list of them (JWKS)
//	attest.go       signed statements, and their verification
//
// The server calls Authenticate once for each request; the core gets Attest and ReadAttested as functions.
// Nothing else imports golang-jwt, so that one package decides which signatures are believed.
//
// It promises: every refusal is the same fault, whatever the reason; rights come from the database at
// each call, so that a revoked key or an ended session stops at once on every server; a token of a
// retired signing key is refused within keysLife. What must not be done here: checking permissions
// (the contract does it), caching a caller, or choosing an algorithm by the header of a token.
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
	keys   *keys      // guarded by mu; nil: the next use reads them
	making sync.Mutex // held while this server makes the first key
}

// New checks that no dependency is missing.
func New(d Deps) (*Access, error) {
	if d.Store == nil || d.Keyring == nil || d.Clock == nil || d.Issuer == "" {
		return nil, errors.New("access: Store, Keyring, Clock and Issuer are required")
	}
	return &Access{Deps: d}, nil
}

const (
	sessionPrefix = "rs_"
	maxCredential = 4096 // bytes; a longer one is refused unread
)

// Authenticate reads a bearer credential: an API key, an access token, or the token of a session. A
// refusal is always the same, whatever the reason.
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

// AuthenticateKey admits the holder of an API key's id and secret. For a while after a rotation it
// admits the previous secret too. An unknown id costs the same comparisons.
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
	previous := subtle.ConstantTimeCompare(shown, k.Previous) == 1 && k.Overlaps(now)
	if !match && !previous || !k.Usable(now) {
		return caller.Caller{}, fault.ErrUnauthenticated
	}
	used := k.Digest
	if !match {
		used = k.Previous
	}
	return a.admit(ctx, k, secretID(used))
}

// lastUsedEvery is how often a key's last use is written: a write at each request would cost too much.
const lastUsedEvery = time.Hour

func (a *Access) admit(ctx context.Context, k *models.APIKey, secretID string) (caller.Caller, error) {
	who := caller.Caller{
		Kind: caller.APIKey, ID: k.ID, Boundary: k.Boundary, ApplicationID: k.ApplicationID,
		TenantID: k.TenantID, TenantIDs: k.TenantIDs, Permissions: k.Permissions, Secret: secretID, Budget: k.Budget(),
	}
	if k.Boundary == models.BoundarySelf || k.UserID != "" {
		if err := a.checkOwner(ctx, k); err != nil {
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

// checkOwner refuses the key of a user who could not log in: the user is deleted, disabled or locked,
// or must change the password first.
func (a *Access) checkOwner(ctx context.Context, k *models.APIKey) error {
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

// ParseClientID reads the id of an API key in either spelling: a UUID, or the 26 characters that the
// key contains.
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

// bySession admits the user of a live session with the rights that the user has now. The session must
// have proved the password, and the second factor if the user has one.
func (a *Access) bySession(ctx context.Context, row *models.Session) (caller.Caller, error) {
	u, err := a.Store.Read(ctx).FindUser(row.UserID)
	if errors.Is(err, store.ErrNotFound) {
		return caller.Caller{}, fault.ErrUnauthenticated
	}
	if err != nil {
		return caller.Caller{}, err
	}
	if !row.Live(a.Clock.Now()) || !u.Active() || row.PasswordAt == nil || u.MFA && row.SecondFactorAt == nil {
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
