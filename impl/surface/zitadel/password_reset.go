package zitadel

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/surface"
)

// PasswordReset makes a code and mails it, sends it by SMS, or returns it.
func (h *handlers) PasswordReset(ctx context.Context, r zitadelapi.PasswordResetRequestObject) (zitadelapi.PasswordResetResponseObject, error) {
	if err := requireSelf(ctx, r.UserID); err != nil {
		return nil, err
	}
	order := tickets.IssueTicketInput{
		UserID: r.UserID, Purpose: core.PurposeReset, Form: core.ProofUserCode,
		Medium: core.MediumLink, Channel: core.ChannelEmail,
	}
	send, sent := optional(r.Body.SendLink)
	_, returned := optional(r.Body.ReturnCode)
	switch {
	case sent && returned:
		return nil, exclusive("/sendLink", "/returnCode") // D8
	case returned:
		if err := requireAdministrator(ctx); err != nil {
			return nil, err
		}
		order.Medium, order.Channel = core.MediumReturned, ""
	case sent:
		order.Template = orZero(send.URLTemplate)
		if orZero(send.NotificationType) == zitadelapi.NotificationTypeNOTIFICATIONTYPESMS {
			order.Channel = core.ChannelSMS
		}
	}
	issued, err := h.issue(ctx, order)
	if err != nil {
		return nil, err
	}
	return zitadelapi.PasswordReset200JSONResponse{
		Details: changed(issued.Change), VerificationCode: unlessZero(issued.Secret.Reveal()),
	}, nil
}

// issue checks the template before the user, and reports which address is missing.
func (h *handlers) issue(ctx context.Context, order tickets.IssueTicketInput) (*core.IssuedTicket, error) {
	if err := checkTemplate(order.Template, ticketFields); err != nil {
		return nil, err
	}
	order.Template = surface.LinkTemplate(order.Template)
	issued, err := h.Core.Tickets.IssueTicket(ctx, order)
	if errors.Is(err, core.ErrNoAddress) && order.Channel == core.ChannelSMS {
		return nil, &refusal{fault.From(err), phoneMissing}
	}
	return issued, err
}
