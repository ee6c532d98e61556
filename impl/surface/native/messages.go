package native

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/core/tickets"
)

// message is the state of a message, without its content and its address.
func message(m *tickets.Message) rekeyapi.Message {
	out := rekeyapi.Message{
		ID: identity(m.ID), ApplicationID: m.ApplicationID, TenantID: m.TenantID, UserID: identity(m.UserID),
		Channel: rekeyapi.Channel(m.Channel), Template: rekeyapi.MessageTemplate(m.Template), State: rekeyapi.MessageState(m.State), Attempts: int32(m.Attempts),
		CreatedAt: m.CreatedAt, NextAttemptAt: m.NextAttemptAt, SentAt: m.SentAt, FailedAt: m.FailedAt,
		ResendableUntil: m.ResendableUntil,
	}
	if m.TicketID != "" {
		out.TicketID = some(identity(m.TicketID))
	}
	if m.LastAnswer != "" {
		out.LastAnswer = &m.LastAnswer
	}
	return out
}

// ListMessages lists the messages to users in the caller's scope.
func (h *handlers) ListMessages(ctx context.Context, r rekeyapi.ListMessagesRequestObject) (rekeyapi.ListMessagesResponseObject, error) {
	in := tickets.ListMessagesInput{State: tickets.MessageState(orZero(r.Params.State))}
	if r.Params.UserID != nil {
		in.UserID = r.Params.UserID.String()
	}
	if r.Params.TicketID != nil {
		in.TicketID = r.Params.TicketID.String()
	}
	l := h.list(ctx, "messages", in.UserID, in.TicketID, in.State)
	var err error
	if in.Page, err = l.page(r.Params.Limit, r.Params.Cursor); err != nil {
		return nil, err
	}
	rows, more, err := h.Core.Tickets.ListMessages(ctx, in)
	if err != nil {
		return nil, err
	}
	out := rekeyapi.ListMessages200JSONResponse{Items: make([]rekeyapi.Message, len(rows))}
	last := ""
	for i := range rows {
		out.Items[i] = message(&rows[i])
		last = rows[i].ID
	}
	out.NextCursor, err = l.next(more, last)
	return out, err
}

// GetMessage reads the state of one message.
func (h *handlers) GetMessage(ctx context.Context, r rekeyapi.GetMessageRequestObject) (rekeyapi.GetMessageResponseObject, error) {
	m, err := h.Core.Tickets.FindMessage(ctx, r.MessageID.String())
	if err != nil {
		return nil, err
	}
	return rekeyapi.GetMessage200JSONResponse(message(m)), nil
}

// ResendMessage sends a message again.
func (h *handlers) ResendMessage(ctx context.Context, r rekeyapi.ResendMessageRequestObject) (rekeyapi.ResendMessageResponseObject, error) {
	m, err := h.Core.Tickets.ResendMessage(ctx, r.MessageID.String())
	if err != nil {
		return nil, err
	}
	return rekeyapi.ResendMessage200JSONResponse(message(m)), nil
}
