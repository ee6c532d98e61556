package access

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/golang-jwt/jwt/v5"

	"github.com/rekeyhq/rekey/impl/store"
)

var errStatementType = errors.New("access: not a statement of this type")

// statement makes a payload fit golang-jwt, which writes and reads claims as JSON: the RawMessage is
// written as it was given, and keeps what was read. The Claims are nil, since nothing asks a statement
// for its registered claims.
type statement struct {
	jwt.Claims
	json.RawMessage
}

// Attest signs a payload as a compact JWS (RFC 7515), which clients can verify with the published
// keys. The header typ holds the kind of the statement. A kind must differ from tokenType: otherwise
// a statement would pass as an access token.
func (a *Access) Attest(ctx context.Context, kind string, payload []byte) (string, error) {
	key, err := a.currentKey(ctx)
	if err != nil {
		return "", err
	}
	t := jwt.NewWithClaims(jwt.SigningMethodRS256, statement{RawMessage: payload})
	t.Header["kid"], t.Header["typ"] = key.id, kind
	return t.SignedString(key.private)
}

// ReadAttested verifies a signed statement and returns its payload. It returns nil and no error if the
// statement has another kind, or if none of our keys signed it. A retired key is accepted: a statement
// says what was true when it was signed.
func (a *Access) ReadAttested(ctx context.Context, kind, signed string) ([]byte, error) {
	var s statement
	var broken error // the database or the key failed, so that the statement cannot be judged
	parser := jwt.NewParser(
		jwt.WithValidMethods([]string{jwt.SigningMethodRS256.Alg()}), jwt.WithStrictDecoding(), jwt.WithoutClaimsValidation(),
	)
	_, err := parser.ParseWithClaims(signed, &s, func(t *jwt.Token) (any, error) {
		if t.Header["typ"] != kind {
			return nil, errStatementType
		}
		id, _ := t.Header["kid"].(string)
		row, err := a.Store.Read(ctx).FindSigningKey(id)
		if err != nil {
			if !errors.Is(err, store.ErrNotFound) {
				broken = err
			}
			return nil, err
		}
		a.mu.RLock()
		cached := a.keys
		a.mu.RUnlock()
		key := a.reopen(cached, *row) // a retired key is not added to the cache: its tokens stay refused
		broken = key.broken
		return key.public, key.broken
	})
	switch {
	case broken != nil:
		return nil, broken
	case err != nil: // the statement is not ours
		return nil, nil
	}
	return s.RawMessage, nil
}
