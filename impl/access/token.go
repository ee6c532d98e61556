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

// tokenType keeps access tokens apart from every other JWT (RFC 9068 section 2.1).
const tokenType = "at+jwt"

type claims struct {
	jwt.RegisteredClaims
	ClientID      string `json:"client_id,omitempty"`
	SessionID     string `json:"sid,omitempty"`
	ApplicationID string `json:"app_id,omitempty"`
	TenantID      string `json:"tnt_id,omitempty"`
	Number        int32  `json:"user_number,omitempty"`
	Secret        string `json:"secret_id,omitempty"` // names the secret that it was fetched with
}

// Token is an access token and its life.
type Token struct {
	Text      secret.Text
	IssuedAt  time.Time
	ExpiresAt time.Time
}

// clientTokenLife: an API client's token is short, since its rights are its key's.
const clientTokenLife = 15 * time.Minute

// clockLeeway is how far the clocks of two servers may be apart, so that the one admits
// what the other issued (RFC 7519 sections 4.1.4 to 4.1.6, RFC 9068 section 4: a small
// leeway, no more than a few minutes). What ends sooner, by a row, ends at once.
const clockLeeway = 60 * time.Second

// Signer signs access tokens. Who spends something for a token takes the signer first:
// behind a used refresh token nothing may fail any more, or its holder is logged out.
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

// IssueForKey gives an access token to an API client. The key of a user is none: its
// token would be one of his, without a session that ends.
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

// IssueForSession gives an access token to the user of a session.
func (s *Signer) IssueForSession(in *models.Session, u *models.User, life time.Duration) (*Token, error) {
	return s.sign(claims{
		RegisteredClaims: jwt.RegisteredClaims{Subject: u.ID},
		SessionID:        in.ID, ApplicationID: u.ApplicationID, TenantID: u.TenantID, Number: u.Number,
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

// byAccessToken admits an access token: one algorithm, a key of ours named by kid
// alone, all registered claims required (RFC 8725 sections 3.1, 3.8 to 3.11). What
// the token names is then read from the store.
func (a *Access) byAccessToken(ctx context.Context, text string) (caller.Caller, error) {
	var c claims
	parser := jwt.NewParser(
		jwt.WithValidMethods([]string{jwt.SigningMethodRS256.Alg()}), jwt.WithExpirationRequired(),
		jwt.WithIssuedAt(), jwt.WithNotBeforeRequired(), jwt.WithIssuer(a.Issuer), jwt.WithAudience(a.Issuer),
		jwt.WithTimeFunc(a.Clock.Now), jwt.WithLeeway(clockLeeway), jwt.WithStrictDecoding(),
	)
	var broken error
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
	if errors.Is(err, store.ErrNotFound) || err == nil && (!k.Usable(a.Clock.Now()) || a.outlived(k, c)) {
		return caller.Caller{}, fault.ErrUnauthenticated
	}
	if err != nil {
		return caller.Caller{}, err
	}
	return a.admit(ctx, k, c.Secret)
}

// outlived tells whether the secret that a token was fetched with is no longer good: a
// leaked secret must not live on in tokens. The token names its secret, since the time
// says too little: tokens tell it in whole seconds, and servers tell different ones. One
// that names none is of a former version, and counts as fetched before the rotation.
func (a *Access) outlived(k *models.APIKey, c claims) bool {
	if c.Secret == secretID(k.Digest) || c.Secret == "" && k.RotatedAt == nil {
		return false
	}
	former := c.Secret == "" || c.Secret == secretID(k.Previous)
	return !former || !k.Overlaps(a.Clock.Now())
}

// secretID names a secret by a part of a digest of its digest: the reader of a token
// learns nothing by which the secret could be looked up.
func secretID(digest []byte) string {
	if len(digest) == 0 {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(secret.Sum("secret-of-token", string(digest)).Bytes()[:12])
}
