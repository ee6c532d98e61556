package native

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
)

// InspectTicket reports whether a proof would be accepted. It verifies a short code,
// and only marks a link as opened.
func (h *handlers) InspectTicket(ctx context.Context, r rekeyapi.InspectTicketRequestObject) (rekeyapi.InspectTicketResponseObject, error) {
	p, err := proof(r.Body.Ticket, r.Body.RequestCode, r.Body.Code)
	if err != nil {
		return nil, err
	}
	look := h.Core.Tickets.InspectTicket
	if p.Form == core.ProofOTP {
		look = h.Core.Tickets.VerifyTicket
	}
	t, err := look(ctx, p)
	if err != nil {
		return nil, err
	}
	length, err := h.Core.Tickets.MinLength(ctx, t)
	if err != nil {
		return nil, err
	}
	factor, err := h.Core.Tickets.NeedsFactor(ctx, t)
	if err != nil {
		return nil, err
	}
	return rekeyapi.InspectTicket200JSONResponse{
		UserID: identity(t.UserID), TenantID: t.TenantID, Username: t.Username, Purpose: rekeyapi.TicketPurpose(t.Purpose),
		MinPasswordLength: int32(length), SecondFactorRequired: factor, ExpiresAt: t.ExpiresAt,
	}, nil
}

// RedeemTicket sets a password with a proof.
func (h *handlers) RedeemTicket(ctx context.Context, r rekeyapi.RedeemTicketRequestObject) (rekeyapi.RedeemTicketResponseObject, error) {
	p, err := proof(r.Body.Ticket, r.Body.RequestCode, r.Body.Code)
	if err != nil {
		return nil, err
	}
	pw, err := surface.Password(r.Body.NewPassword)
	if err != nil {
		return nil, err
	}
	done, err := h.Core.Tickets.RedeemTicket(ctx, tickets.RedeemTicketInput{
		Proof: p, Password: pw, Factor: secret.NewText(orZero(r.Body.FactorCode)), Revoke: core.Revocation(orZero(r.Body.Revoke)),
	})
	if err != nil {
		return nil, withPointer("/newPassword", err)
	}
	return rekeyapi.RedeemTicket200JSONResponse{
		UserID: identity(done.UserID), EndedSessions: int32(done.EndedLogins), RevokedRefreshTokens: int32(done.EndedRefresh),
	}, nil
}

// VerifyAddress verifies the address of a ticket.
func (h *handlers) VerifyAddress(ctx context.Context, r rekeyapi.VerifyAddressRequestObject) (rekeyapi.VerifyAddressResponseObject, error) {
	p, err := proof(r.Body.Ticket, r.Body.RequestCode, r.Body.Code)
	if err != nil {
		return nil, err
	}
	done, err := h.Core.Tickets.VerifyAddress(ctx, tickets.VerifyAddressInput{Proof: p})
	if err != nil {
		return nil, err
	}
	return rekeyapi.VerifyAddress200JSONResponse{
		UserID: identity(done.Change.UserID), Kind: rekeyapi.VerifiedAddressKind(done.Kind), Address: done.Address,
	}, nil
}

// RequestReset requests a ticket for a caller who has proved nothing.
func (h *handlers) RequestReset(ctx context.Context, r rekeyapi.RequestResetRequestObject) (rekeyapi.RequestResetResponseObject, error) {
	if (r.Body.Username == nil) == (r.Body.Email == nil) {
		return nil, fault.ErrMalformed.With(fault.Violation{
			Pointer: "", Code: "one_required", Message: "Exactly one of username and email is required.",
		})
	}
	out, err := h.Core.Tickets.RequestReset(ctx, tickets.RequestResetInput{
		TenantID: orZero(r.Body.TenantID), Username: orZero(r.Body.Username), Email: orZero(r.Body.Email),
		LinkForm: core.ProofTicket, AllowOTP: true,
	})
	if err != nil {
		return nil, err
	}
	return rekeyapi.RequestReset202JSONResponse{RequestCode: revealed(out.RequestCode)}, nil
}
