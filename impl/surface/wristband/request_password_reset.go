package wristband

import (
	"context"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/impl/secret"
)

// RequestPasswordReset queues a reset mail to the user with the address.
func (h *handlers) RequestPasswordReset(ctx context.Context, r wristbandapi.RequestPasswordResetRequestObject) (wristbandapi.RequestPasswordResetResponseObject, error) {
	who := caller.From(ctx)
	if who.Boundary == caller.BoundaryPlatform { // acts as the application that it names
		who.Boundary, who.ApplicationID = caller.BoundaryApplication, r.Body.ApplicationID
		ctx = caller.Into(ctx, who)
	}
	if who.ApplicationID != r.Body.ApplicationID {
		return nil, fault.ErrForbidden
	}
	if identifier.CheckMail(r.Body.Email) != nil {
		return nil, fault.ErrMalformed.With(broken("email", "invalid_email", "", ""))
	}
	in := tickets.RequestResetInput{Email: r.Body.Email, LinkForm: core.ProofMailCode, AllowOTP: true}
	if r.Body.TenantID != nil {
		in.TenantID = *r.Body.TenantID
	}
	out, err := h.Core.Tickets.RequestReset(ctx, in)
	if err != nil {
		return nil, err
	}
	return wristbandapi.RequestPasswordReset200JSONResponse{RequestCode: orNull(out.RequestCode)}, nil
}

// orNull is null for a link, a request code for an OTP.
func orNull(code secret.Text) nullable.Nullable[string] {
	if code.Empty() {
		return nullable.NewNullNullable[string]()
	}
	return nullable.NewNullableWithValue(code.Reveal())
}
