package access

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"strings"

	"github.com/golang-jwt/jwt/v5"

	"github.com/rekeyhq/rekey/impl/store"
)

type jwsHeader struct {
	Algorithm string `json:"alg"`
	KeyID     string `json:"kid"`
	Type      string `json:"typ"`
}

// Attest signs a statement of a type, which is none of a token's, as a compact JWS that the
// published keys verify.
func (a *Access) Attest(ctx context.Context, kind string, statement []byte) (string, error) {
	key, err := a.currentKey(ctx)
	if err != nil {
		return "", err
	}
	header, err := json.Marshal(jwsHeader{jwt.SigningMethodRS256.Alg(), key.id, kind})
	if err != nil {
		return "", err
	}
	text := base64.RawURLEncoding.EncodeToString(header) + "." + base64.RawURLEncoding.EncodeToString(statement)
	signature, err := jwt.SigningMethodRS256.Sign(text, key.private)
	if err != nil {
		return "", err
	}
	return text + "." + base64.RawURLEncoding.EncodeToString(signature), nil
}

// Attested gives back what was signed as a statement of that type, or nothing if it was not
// signed by us. Keys that are retired count: a checkpoint is about what was.
func (a *Access) Attested(ctx context.Context, kind, signed string) ([]byte, error) {
	parts := strings.Split(signed, ".")
	if len(parts) != 3 {
		return nil, nil
	}
	var header jwsHeader
	var raw [3][]byte
	strict := base64.RawURLEncoding.Strict()
	for i, part := range parts {
		var err error
		if raw[i], err = strict.DecodeString(part); err != nil {
			return nil, nil
		}
	}
	if err := json.Unmarshal(raw[0], &header); err != nil || header.Algorithm != jwt.SigningMethodRS256.Alg() || header.Type != kind {
		return nil, nil
	}
	row, err := a.Store.Read(ctx).FindSigningKey(header.KeyID)
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	a.mu.RLock()
	known := a.keys
	a.mu.RUnlock()
	key := a.reopen(known, *row) // and not kept: a retired key must not come back into those that admit tokens
	if key.broken != nil {
		return nil, key.broken
	}
	if jwt.SigningMethodRS256.Verify(parts[0]+"."+parts[1], raw[2], key.public) != nil {
		return nil, nil
	}
	return raw[1], nil
}
