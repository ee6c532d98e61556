package zitadel

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/secret"
)

func invitation(userID string) tickets.IssueTicketInput {
	return tickets.IssueTicketInput{
		UserID: userID, Purpose: core.PurposeInvite, Form: core.ProofUserCode,
		Medium: core.MediumLink, Channel: core.ChannelEmail,
	}
}

// CreateInviteCode invites a user who has no password yet.
func (h *handlers) CreateInviteCode(ctx context.Context, r zitadelapi.CreateInviteCodeRequestObject) (zitadelapi.CreateInviteCodeResponseObject, error) {
	order := invitation(r.UserID)
	send, sent := optional(r.Body.SendCode)
	_, returned := optional(r.Body.ReturnCode)
	switch {
	case sent && returned:
		return nil, exclusive("/sendCode", "/returnCode") // D8
	case returned:
		order.Medium, order.Channel = core.MediumReturned, ""
	case sent:
		order.Template, order.Sender = orZero(send.URLTemplate), orZero(send.ApplicationName)
	}
	issued, err := refuseSpent(h.issue(ctx, order))
	if err != nil {
		return nil, err
	}
	return zitadelapi.CreateInviteCode200JSONResponse{
		Details: changed(issued.Change), InviteCode: unlessZero(issued.Secret.Reveal()),
	}, nil
}

// ResendInviteCode mails a new code with the template of the former one.
func (h *handlers) ResendInviteCode(ctx context.Context, r zitadelapi.ResendInviteCodeRequestObject) (zitadelapi.ResendInviteCodeResponseObject, error) {
	issued, err := refuseSpent(h.Core.Tickets.RenewTicket(ctx, invitation(r.UserID)))
	if err != nil {
		return nil, err
	}
	return zitadelapi.ResendInviteCode200JSONResponse{Details: changed(issued.Change)}, nil
}

// VerifyInviteCode consumes an invite code.
func (h *handlers) VerifyInviteCode(ctx context.Context, r zitadelapi.VerifyInviteCodeRequestObject) (zitadelapi.VerifyInviteCodeResponseObject, error) {
	if err := requireSelf(ctx, r.UserID); err != nil {
		return nil, err
	}
	out, err := h.Core.Tickets.AcceptInvite(ctx, core.Proof{
		Form: core.ProofUserCode, Purpose: core.PurposeInvite, UserID: r.UserID,
		Secret: secret.NewText(orZero(r.Body.VerificationCode)),
	})
	if err != nil {
		return nil, err
	}
	return zitadelapi.VerifyInviteCode200JSONResponse{Details: changed(*out)}, nil
}
