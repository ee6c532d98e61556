package wristband

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
)

// IntrospectPasswordResetEmailAuthCode looks at a mailed code and consumes nothing.
func (h *handlers) IntrospectPasswordResetEmailAuthCode(ctx context.Context, r wristbandapi.IntrospectPasswordResetEmailAuthCodeRequestObject) (wristbandapi.IntrospectPasswordResetEmailAuthCodeResponseObject, error) {
	w := byEmailAuthCode(text(r.Body.EmailAuthCode))
	out, err := h.Core.Tickets.InspectTicket(ctx, w.proof)
	if err != nil {
		return nil, w.locate(err)
	}
	email, err := h.Core.Tickets.SentTo(ctx, out)
	if err != nil {
		return nil, err
	}
	return wristbandapi.IntrospectPasswordResetEmailAuthCode200JSONResponse{
		UserID: out.PublicUserID, TenantID: out.TenantID, ApplicationID: out.ApplicationID,
		Email: email, ExpiresAt: out.ExpiresAt,
	}, nil
}
