package native

import (
	"context"
	"strconv"
	"time"

	"github.com/google/uuid"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/core/keys"
)

// signingKey is a key with its public half, unless the secret file cannot open it.
func (h *handlers) signingKey(ctx context.Context, k *keys.SigningKey) (rekeyapi.SigningKey, error) {
	id, err := uuid.Parse(k.ID)
	if err != nil {
		return rekeyapi.SigningKey{}, err
	}
	out := rekeyapi.SigningKey{
		ID: id, State: rekeyapi.SigningKeyState(k.State), CreatedAt: k.CreatedAt, SignsFrom: k.SignsFrom, RetiredAt: k.RetiredAt,
	}
	public, there, err := h.Access.PublicKey(ctx, k.ID)
	if there {
		out.Jwk = &rekeyapi.SigningJwk{
			Kty: "RSA", Use: "sig", Alg: "RS256", Kid: public.KeyID, N: public.Modulus, E: public.Exponent,
		}
	}
	return out, err
}

// ListSigningKeys lists all keys, retired ones too.
func (h *handlers) ListSigningKeys(ctx context.Context, r rekeyapi.ListSigningKeysRequestObject) (rekeyapi.ListSigningKeysResponseObject, error) {
	l := h.list(ctx, "signing-keys")
	p, err := l.page(r.Params.Limit, r.Params.Cursor)
	if err != nil {
		return nil, err
	}
	found, more, err := h.Core.Keys.ListSigningKeys(ctx, p)
	if err != nil {
		return nil, err
	}
	out := rekeyapi.ListSigningKeys200JSONResponse{Items: make([]rekeyapi.SigningKey, len(found))}
	for i := range found {
		if out.Items[i], err = h.signingKey(ctx, &found[i]); err != nil {
			return nil, err
		}
		p.After = strconv.FormatInt(found[i].Sequence, 10)
	}
	out.NextCursor, err = l.next(more, p.After)
	return out, err
}

// RotateSigningKey makes the next key.
func (h *handlers) RotateSigningKey(ctx context.Context, r rekeyapi.RotateSigningKeyRequestObject) (rekeyapi.RotateSigningKeyResponseObject, error) {
	lead := keys.SigningLead
	if r.Body.SignsAfterSeconds != nil {
		lead = time.Duration(*r.Body.SignsAfterSeconds) * time.Second
	}
	k, err := h.Core.Keys.RotateSigningKey(ctx, keys.RotateSigningKeyInput{Lead: lead})
	if err != nil {
		return nil, err
	}
	body, err := h.signingKey(ctx, k)
	return rekeyapi.RotateSigningKey201JSONResponse(body), err
}

// RetireSigningKey ends a key.
func (h *handlers) RetireSigningKey(ctx context.Context, r rekeyapi.RetireSigningKeyRequestObject) (rekeyapi.RetireSigningKeyResponseObject, error) {
	k, err := h.Core.Keys.RetireSigningKey(ctx, r.SigningKeyID.String())
	if err != nil {
		return nil, err
	}
	body, err := h.signingKey(ctx, k)
	return rekeyapi.RetireSigningKey200JSONResponse(body), err
}
