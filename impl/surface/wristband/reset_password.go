package wristband

import (
	"context"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/core/tickets"
)

// ResetPassword redeems a proof for a new password.
func (h *handlers) ResetPassword(ctx context.Context, r wristbandapi.ResetPasswordRequestObject) (wristbandapi.ResetPasswordResponseObject, error) {
	w, err := choose(r.Body)
	if err != nil {
		return nil, err
	}
	pw, err := password("newPassword", r.Body.NewPassword)
	if err != nil {
		return nil, err
	}
	quiet := r.Body.SuppressPasswordUpdatedEmail
	_, err = h.Core.Tickets.RedeemTicket(ctx, tickets.RedeemTicketInput{
		Proof: w.proof, Password: pw, Quiet: quiet != nil && *quiet,
	})
	if err != nil {
		return nil, w.at(err)
	}
	// A reset logs nobody in (OWASP Forgot Password): the two nulls never become values.
	return wristbandapi.ResetPassword200JSONResponse{
		Result:      "PASSWORD_RESET_SUCCESSFUL",
		RedirectURL: nullable.NewNullNullable[string](), AuthSessionCode: nullable.NewNullNullable[string](),
	}, nil
}
