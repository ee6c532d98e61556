package boomi

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tickets"
)

// ForgotUsername mails the user name to the stored address, and gives the same answer for
// every address.
func (h *handlers) ForgotUsername(ctx context.Context, r boomiapi.ForgotUsernameRequestObject) (boomiapi.ForgotUsernameResponseObject, error) {
	email := text(r.Body.EmailAddress)
	if email == "" {
		return nil, missing("/emailAddress", "The e-mail address is missing.")
	}
	in := tickets.RequestResetInput{Email: email, LinkForm: core.ProofKey, SendUsername: true}
	if _, err := h.Core.Tickets.RequestReset(ctx, in); err != nil {
		return nil, err
	}
	return boomiapi.ForgotUsername200Response{}, nil
}
