package wristband

import (
	"context"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/core/tickets"
)

// ResetPassword redeems a proof for a new password.
func (h *handlers) ResetPassword(ctx context.Context, r wristbandapi.ResetPasswordRequestObject) (wristbandapi.ResetPasswordResponseObject, error) {
	kind, err := chooseProof(r.Body)
	if err != nil {
		return nil, err
	}
	pw, err := password("newPassword", r.Body.NewPassword)
	if err != nil {
		return nil, err
	}
	quiet, _ := r.Body.SuppressPasswordUpdatedEmail.Get() // null and absent are false
	_, err = h.Core.Tickets.RedeemTicket(ctx, tickets.RedeemTicketInput{
		Proof: kind.proof, Password: pw, Quiet: quiet,
	})
	if err != nil {
		return nil, kind.locate(err)
	}
	// A reset does not log the user in (OWASP Forgot Password): the two members are always null.
	return wristbandapi.ResetPassword200JSONResponse{
		Result:      "PASSWORD_RESET_SUCCESSFUL",
		RedirectURL: nullable.NewNullNullable[string](), AuthSessionCode: nullable.NewNullNullable[string](),
	}, nil
}
