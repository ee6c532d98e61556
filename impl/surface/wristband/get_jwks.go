package wristband

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
)

// GetJwks lists the keys that verify access tokens.
func (h *handlers) GetJwks(ctx context.Context, _ wristbandapi.GetJwksRequestObject) (wristbandapi.GetJwksResponseObject, error) {
	keys, err := h.Access.PublicKeys(ctx)
	if err != nil {
		return nil, err
	}
	set := wristbandapi.JSONWebKeySet{Keys: make([]wristbandapi.JSONWebKey, 0, len(keys))}
	for _, k := range keys {
		set.Keys = append(set.Keys, wristbandapi.JSONWebKey{
			Kty: "RSA", Use: "sig", Alg: "RS256", Kid: k.KeyID, N: k.Modulus, E: k.Exponent,
		})
	}
	return wristbandapi.GetJwks200JSONResponse{
		Body: set, Headers: wristbandapi.GetJwks200ResponseHeaders{CacheControl: "public, max-age=300"},
	}, nil
}
