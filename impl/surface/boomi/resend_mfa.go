package boomi

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/secret"
)

// ResendMfa mails the code of a pending login again, to the stored address alone.
func (h *handlers) ResendMfa(ctx context.Context, r boomiapi.ResendMfaRequestObject) (boomiapi.ResendMfaResponseObject, error) {
	if err := h.Core.Logins.ResendChallenge(ctx, secret.NewText(r.Body.Sid), text(r.Body.Email)); err != nil {
		return nil, err
	}
	return boomiapi.ResendMfa200Response{}, nil
}
