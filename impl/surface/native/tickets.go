package native

import (
	"context"
	"errors"
	"strconv"
	"time"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/surface"
)

// mediumAndDelivery describes how a ticket is delivered to its user, whichever surface issued it.
func mediumAndDelivery(t *core.Ticket) (rekeyapi.TicketMedium, rekeyapi.TicketDelivery) {
	medium, deliver := rekeyapi.TicketMedium("link"), rekeyapi.TicketDelivery("send")
	if t.Form == core.ProofOTP {
		medium = "otp"
	}
	if t.Medium == core.MediumReturned {
		deliver = "return"
	}
	return medium, deliver
}

func ticket(t *core.Ticket) rekeyapi.Ticket {
	out := rekeyapi.Ticket{
		ID: identity(t.ID), ApplicationID: t.ApplicationID, TenantID: t.TenantID, UserID: identity(t.UserID),
		Purpose: rekeyapi.TicketPurpose(t.Purpose), State: rekeyapi.TicketState(t.State), FailedTries: int32(t.FailedTries),
		CreatedAt: t.CreatedAt, ExpiresAt: t.ExpiresAt, QueuedAt: t.QueuedAt, DeliveredAt: t.DeliveredAt, FailedAt: t.FailedAt,
		OpenedAt: t.OpenedAt, VerifiedAt: t.VerifiedAt, ConsumedAt: t.ConsumedAt, EndedAt: t.EndedAt,
	}
	out.Medium, out.Deliver = mediumAndDelivery(t)
	if t.EndedBecause != "" {
		out.EndedBecause = some(rekeyapi.TicketEnd(t.EndedBecause))
	}
	return out
}

// ListTickets lists the tickets in the caller's scope.
func (h *handlers) ListTickets(ctx context.Context, r rekeyapi.ListTicketsRequestObject) (rekeyapi.ListTicketsResponseObject, error) {
	in := tickets.ListTicketsInput{
		TenantID: orZero(r.Params.TenantID), State: core.TicketState(orZero(r.Params.State)), Purpose: core.Purpose(orZero(r.Params.Purpose)),
	}
	if r.Params.UserID != nil {
		in.UserID = r.Params.UserID.String()
	}
	l := h.list(ctx, "tickets", in.TenantID, in.UserID, in.State, in.Purpose)
	var err error
	if in.Page, err = l.page(r.Params.Limit, r.Params.Cursor); err != nil {
		return nil, err
	}
	rows, more, err := h.Core.Tickets.ListTickets(ctx, in)
	if err != nil {
		return nil, err
	}
	out := rekeyapi.ListTickets200JSONResponse{Items: make([]rekeyapi.Ticket, len(rows))}
	last := ""
	for i := range rows {
		out.Items[i] = ticket(&rows[i])
		last = rows[i].ID
	}
	out.NextCursor, err = l.next(more, last)
	return out, err
}

// order reads the ticket that is requested; members that contradict each other are refused.
func order(in *rekeyapi.TicketCreation) (tickets.IssueTicketInput, error) {
	o := tickets.IssueTicketInput{
		UserID: in.UserID.String(), Purpose: core.PurposeReset, Medium: core.MediumLink, Form: core.ProofTicket,
		Channel: core.ChannelEmail, Template: surface.LinkTemplate(orZero(in.LinkTemplate)), Lifetime: time.Duration(orZero(in.LifetimeSeconds)) * time.Second,
		Unlock: orZero(in.Unlock),
	}
	if in.Purpose != nil {
		o.Purpose = core.Purpose(*in.Purpose)
	}
	var wrong []fault.Violation
	if o.Purpose == core.PurposeVerify {
		o.Address, o.Kind = orZero(in.Address), verifiedKind(in)
	} else if in.Address != nil {
		wrong = append(wrong, fault.Violation{Pointer: "/address", Code: "not_allowed", Message: "Only a ticket with purpose verify is for an address."})
	}
	if orZero(in.Form) == "key" {
		o.Form = core.ProofKey
		if o.Purpose == core.PurposeVerify {
			wrong = append(wrong, fault.Violation{Pointer: "/form", Code: "not_allowed", Message: "A key sets a password. It does not verify an address."})
		}
	}
	if in.Medium == "otp" {
		o.Medium, o.Form = core.MediumOTP, core.ProofOTP
		if in.Form != nil {
			wrong = append(wrong, fault.Violation{Pointer: "/form", Code: "not_allowed", Message: "A short code has no link."})
		}
		if in.LinkTemplate != nil {
			wrong = append(wrong, fault.Violation{Pointer: "/linkTemplate", Code: "not_allowed", Message: "A short code has no link."})
		}
	}
	if orZero(in.Deliver) == "return" {
		o.Medium = core.MediumReturned
		if in.Channel != nil {
			wrong = append(wrong, fault.Violation{Pointer: "/channel", Code: "not_allowed", Message: "A ticket that is returned is not sent, so it has no channel."})
		}
	}
	if in.Channel != nil {
		o.Channel = core.Channel(*in.Channel)
	}
	if len(wrong) > 0 {
		return o, fault.ErrMalformed.With(wrong...)
	}
	return o, nil
}

// verifiedKind is the kind of address that a ticket verifies; empty: that of the named address.
func verifiedKind(in *rekeyapi.TicketCreation) core.AddressKind {
	switch {
	case in.Channel != nil && *in.Channel == rekeyapi.Channel(core.ChannelSMS):
		return accounts.AddressPhone
	case in.Channel != nil || in.Address == nil:
		return core.AddressEmail
	}
	return ""
}

// CreateTicket issues a ticket. To receive the link or code needs a permission of its
// own: it is as good as the account.
func (h *handlers) CreateTicket(ctx context.Context, r rekeyapi.CreateTicketRequestObject) (rekeyapi.CreateTicketResponseObject, error) {
	in, err := order(r.Body)
	if err != nil {
		return nil, err
	}
	if in.Medium == core.MediumReturned && !caller.From(ctx).May(caller.ReturnTickets) {
		return nil, caller.Lacks(caller.ReturnTickets)
	}
	issued, err := h.Core.Tickets.IssueTicket(ctx, in)
	if tooLong := (*core.LifetimeTooLong)(nil); errors.As(err, &tooLong) {
		most := strconv.Itoa(int(tooLong.Longest / time.Second))
		return nil, fault.From(err).With(fault.Violation{
			Pointer: "/lifetimeSeconds", Code: "too_large", Message: "The value is too large.", Params: fault.Params{fault.Max: most},
		})
	}
	if err != nil {
		return nil, err
	}
	t := issued.Ticket
	if t == nil { // a budget of mails is spent
		return nil, core.ErrMailBudget
	}
	out := rekeyapi.CreateTicket201JSONResponse{
		ID: identity(t.ID), ApplicationID: t.ApplicationID, TenantID: t.TenantID, UserID: identity(t.UserID),
		Purpose: rekeyapi.TicketPurpose(t.Purpose), State: rekeyapi.TicketState(t.State),
		CreatedAt: t.CreatedAt, ExpiresAt: t.ExpiresAt, QueuedAt: t.QueuedAt, Link: revealed(issued.Link),
	}
	out.Medium, out.Deliver = mediumAndDelivery(t)
	switch {
	case t.Form == core.ProofOTP:
		out.Proof = &rekeyapi.IssuedProof{RequestCode: revealed(issued.Secret), Code: revealed(issued.Code)}
	case t.Form == core.ProofKey && !issued.Secret.Empty():
		out.Proof = &rekeyapi.IssuedProof{Key: some(identity(issued.Secret.Reveal()))}
	case !issued.Secret.Empty():
		out.Proof = &rekeyapi.IssuedProof{Ticket: revealed(issued.Secret)}
	}
	return out, nil
}

// GetTicket reads one ticket.
func (h *handlers) GetTicket(ctx context.Context, r rekeyapi.GetTicketRequestObject) (rekeyapi.GetTicketResponseObject, error) {
	t, err := h.Core.Tickets.FindTicket(ctx, r.TicketID.String())
	if err != nil {
		return nil, err
	}
	return rekeyapi.GetTicket200JSONResponse(ticket(t)), nil
}

// CancelTicket revokes a ticket.
func (h *handlers) CancelTicket(ctx context.Context, r rekeyapi.CancelTicketRequestObject) (rekeyapi.CancelTicketResponseObject, error) {
	if err := h.Core.Tickets.CancelTicket(ctx, r.TicketID.String()); err != nil {
		return nil, err
	}
	return rekeyapi.CancelTicket204Response{}, nil
}
