package access

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/golang-jwt/jwt/v5"

	"github.com/rekeyhq/rekey/impl/store"
)

// statement is a payload as it was given, byte for byte: golang-jwt signs and reads JSON. None of
// the registered claims is asked for.
type statement struct {
	jwt.Claims
	json.RawMessage
}

// Attest signs a statement of a type as a compact JWS (RFC 7515) that the published keys verify. The
// type is none that a token has.
func (a *Access) Attest(ctx context.Context, kind string, payload []byte) (string, error) {
	key, err := a.currentKey(ctx)
	if err != nil {
		return "", err
	}
	t := jwt.NewWithClaims(jwt.SigningMethodRS256, statement{RawMessage: payload})
	t.Header["kid"], t.Header["typ"] = key.id, kind
	return t.SignedString(key.private)
}

var errStatementType = errors.New("access: not a statement of this type")

// Attested returns the payload of a statement of a type, or nothing if this service did not sign it.
// A retired key counts: a checkpoint is about the past.
func (a *Access) Attested(ctx context.Context, kind, signed string) ([]byte, error) {
	var s statement
	var broken error // the database or the key, not the statement
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
		known := a.keys
		a.mu.RUnlock()
		key := a.reopen(known, *row) // the cache does not get it: tokens of a retired key stay refused
		broken = key.broken
		return key.public, key.broken
	})
	if broken != nil || err != nil {
		return nil, broken
	}
	return s.RawMessage, nil
}
