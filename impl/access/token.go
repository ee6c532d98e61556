package access

import (
	"context"
	"encoding/base64"
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// tokenType separates access tokens from every other JWT (RFC 9068 section 2.1).
const tokenType = "at+jwt"

type claims struct {
	jwt.RegisteredClaims
	ClientID      string `json:"client_id,omitempty"`
	SessionID     string `json:"sid,omitempty"`
	ApplicationID string `json:"app_id,omitempty"`
	TenantID      string `json:"tnt_id,omitempty"`
	Number        int32  `json:"user_number,omitempty"`
	Secret        string `json:"secret_id,omitempty"` // names the secret of the API key that it was fetched with
}

// Token is an access token with its lifetime.
type Token struct {
	Text      secret.Text
	IssuedAt  time.Time
	ExpiresAt time.Time
}

// clientTokenLife is short: a client can fetch a new token with its key at any time.
const clientTokenLife = 15 * time.Minute

// clockLeeway is how far apart the clocks of two servers may be for one to accept a token of the
// other (RFC 7519 sections 4.1.4 to 4.1.6 and RFC 9068 section 4: a small leeway, no more than a few
// minutes). It does not prolong a session or a key: their rows are read at each call.
const clockLeeway = 60 * time.Second

// Signer signs access tokens. A use case takes it before it spends a refresh token: if the signing
// key failed after that, the user would be logged out.
type Signer struct {
	access *Access
	key    *signingKey
}

// Signer reads the current signing key.
func (a *Access) Signer(ctx context.Context) (*Signer, error) {
	key, err := a.currentKey(ctx)
	if err != nil {
		return nil, err
	}
	return &Signer{access: a, key: key}, nil
}

// IssueForKey issues an access token to an API client. It refuses the key of a user: the token would
// be the user's, without a session that ends.
func (a *Access) IssueForKey(ctx context.Context, who caller.Caller) (*Token, error) {
	if who.Kind != caller.APIKey {
		return nil, fault.ErrUnauthenticated
	}
	s, err := a.Signer(ctx)
	if err != nil {
		return nil, err
	}
	return s.sign(claims{
		RegisteredClaims: jwt.RegisteredClaims{Subject: who.ID},
		ClientID:         who.ID, ApplicationID: who.ApplicationID, TenantID: who.TenantID,
		Secret: who.Secret,
	}, clientTokenLife)
}

// Holder is the user of a session, as an access token names the user.
type Holder struct {
	SessionID     string
	UserID        string
	ApplicationID string
	TenantID      string
	Number        int32
}

// IssueForSession issues an access token to the user of a session.
func (s *Signer) IssueForSession(h Holder, life time.Duration) (*Token, error) {
	return s.sign(claims{
		RegisteredClaims: jwt.RegisteredClaims{Subject: h.UserID},
		SessionID:        h.SessionID, ApplicationID: h.ApplicationID, TenantID: h.TenantID, Number: h.Number,
	}, min(life, clientTokenLife))
}

func (s *Signer) sign(c claims, life time.Duration) (*Token, error) {
	now := s.access.Clock.Now().Truncate(time.Second)
	c.Issuer, c.Audience, c.ID = s.access.Issuer, jwt.ClaimStrings{s.access.Issuer}, secret.NewID()
	c.IssuedAt, c.NotBefore, c.ExpiresAt = jwt.NewNumericDate(now), jwt.NewNumericDate(now), jwt.NewNumericDate(now.Add(life))
	t := jwt.NewWithClaims(jwt.SigningMethodRS256, c)
	t.Header["kid"], t.Header["typ"] = s.key.id, tokenType
	text, err := t.SignedString(s.key.private)
	if err != nil {
		return nil, err
	}
	return &Token{Text: secret.NewText(text), IssuedAt: now, ExpiresAt: now.Add(life)}, nil
}

var errTokenType = errors.New("access: not an access token")

// byAccessToken admits the holder of an access token. It accepts one algorithm, finds the key by kid
// among ours alone, and requires all registered claims (RFC 8725 sections 3.1, 3.8 to 3.11). The
// session or API key that the token names is then read from the store.
func (a *Access) byAccessToken(ctx context.Context, text string) (caller.Caller, error) {
	var c claims
	parser := jwt.NewParser(
		jwt.WithValidMethods([]string{jwt.SigningMethodRS256.Alg()}), jwt.WithExpirationRequired(),
		jwt.WithIssuedAt(), jwt.WithNotBeforeRequired(), jwt.WithIssuer(a.Issuer), jwt.WithAudience(a.Issuer),
		jwt.WithTimeFunc(a.Clock.Now), jwt.WithLeeway(clockLeeway), jwt.WithStrictDecoding(),
	)
	var broken error // the database or the key, not the token
	_, err := parser.ParseWithClaims(text, &c, func(t *jwt.Token) (any, error) {
		kid, _ := t.Header["kid"].(string)
		if t.Header["typ"] != tokenType {
			return nil, errTokenType
		}
		key, err := a.keyByID(ctx, kid)
		if err != nil && !errors.Is(err, errNoKey) {
			broken = err
		}
		if err != nil {
			return nil, err
		}
		return key.public, nil
	})
	switch {
	case broken != nil:
		return caller.Caller{}, broken
	case err != nil || len(c.Audience) != 1 || c.Subject == "":
		return caller.Caller{}, fault.ErrUnauthenticated
	case c.SessionID != "":
		return a.bySessionClaims(ctx, c)
	}
	return a.byKeyClaims(ctx, c)
}

func (a *Access) bySessionClaims(ctx context.Context, c claims) (caller.Caller, error) {
	row, err := a.Store.Read(ctx).FindSession(c.SessionID)
	if errors.Is(err, store.ErrNotFound) || err == nil && row.UserID != c.Subject {
		return caller.Caller{}, fault.ErrUnauthenticated
	}
	if err != nil {
		return caller.Caller{}, err
	}
	return a.bySession(ctx, row)
}

func (a *Access) byKeyClaims(ctx context.Context, c claims) (caller.Caller, error) {
	if c.ClientID != c.Subject {
		return caller.Caller{}, fault.ErrUnauthenticated
	}
	k, err := a.Store.Read(ctx).FindAPIKey(c.ClientID)
	if errors.Is(err, store.ErrNotFound) || err == nil && (!k.Usable(a.Clock.Now()) || a.secretRetired(k, c)) {
		return caller.Caller{}, fault.ErrUnauthenticated
	}
	if err != nil {
		return caller.Caller{}, err
	}
	return a.admit(ctx, k, c.Secret)
}

// secretRetired tells whether the secret that a token was fetched with is no longer valid: a leaked
// secret must not live on in tokens. The token names its secret because its time is not enough: it is
// in whole seconds, and the clocks of servers differ. A token that names none is of an earlier
// version and counts as fetched before the rotation.
func (a *Access) secretRetired(k *models.APIKey, c claims) bool {
	if c.Secret == secretID(k.Digest) || c.Secret == "" && k.RotatedAt == nil {
		return false
	}
	previous := c.Secret == "" || c.Secret == secretID(k.Previous)
	return !previous || !k.Overlaps(a.Clock.Now())
}

// secretID names a secret by a part of the digest of its digest. It tells the reader of a token nothing
// by which a row could be found.
func secretID(digest []byte) string {
	if len(digest) == 0 {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(secret.Sum("secret-of-token", string(digest)).Bytes()[:12])
}
