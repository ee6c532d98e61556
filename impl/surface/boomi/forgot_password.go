package boomi

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/fault"
)

// ForgotPassword mails a reset link, and gives the same answer for every name and address.
func (h *handlers) ForgotPassword(ctx context.Context, r boomiapi.ForgotPasswordRequestObject) (boomiapi.ForgotPasswordResponseObject, error) {
	in := tickets.RequestResetInput{Username: text(r.Body.Username), LinkForm: core.ProofKey}
	if in.Username == "" {
		in.Email = text(r.Body.EmailAddress)
	}
	if in.Username == "" && in.Email == "" {
		return nil, missing("/username", "Give a user name or an e-mail address.")
	}
	if _, err := h.Core.Tickets.RequestReset(ctx, in); err != nil {
		return nil, err
	}
	return boomiapi.ForgotPassword200Response{}, nil
}

// missing is a field that the schema leaves optional and the operation needs.
func missing(pointer, message string) error {
	return fault.ErrMalformed.With(fault.Violation{Pointer: pointer, Code: "required", Message: message})
}
