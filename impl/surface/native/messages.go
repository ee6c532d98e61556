package native

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// message is where a message is; nobody reads here what it says and to which address.
func message(m *models.Message) rekeyapi.Message {
	out := rekeyapi.Message{
		ID: identity(m.ID), ApplicationID: m.ApplicationID, TenantID: m.TenantID, UserID: identity(m.UserID),
		Channel: rekeyapi.Channel(m.Channel), Template: m.Template, State: rekeyapi.MessageState(m.State), Attempts: int32(m.Attempts),
		CreatedAt: m.CreatedAt, SentAt: m.SentAt, FailedAt: m.FailedAt,
	}
	if m.TicketID != "" {
		out.TicketID = some(identity(m.TicketID))
	}
	if m.LastAnswer != "" {
		out.LastAnswer = &m.LastAnswer
	}
	switch {
	case m.State == models.MessageQueued:
		out.NextAttemptAt = &m.NextAttemptAt
	case m.State == models.MessageFailed && len(m.Sealed) > 0:
		out.ResendableUntil = m.ContentUntil
	}
	return out
}

// ListMessages lists the messages to users whom the caller reaches.
func (h *handlers) ListMessages(ctx context.Context, r rekeyapi.ListMessagesRequestObject) (rekeyapi.ListMessagesResponseObject, error) {
	f := store.MessageFilter{State: models.MessageState(given(r.Params.State))}
	if r.Params.UserID != nil {
		f.UserID = r.Params.UserID.String()
	}
	if r.Params.TicketID != nil {
		f.TicketID = r.Params.TicketID.String()
	}
	l := h.list(ctx, "messages", f.UserID, f.TicketID, f.State)
	p, err := l.page(r.Params.Limit, r.Params.Cursor)
	if err != nil {
		return nil, err
	}
	rows, more, err := h.Core.ListMessages(ctx, f, p)
	if err != nil {
		return nil, err
	}
	out := rekeyapi.ListMessages200JSONResponse{Items: make([]rekeyapi.Message, len(rows))}
	for i := range rows {
		out.Items[i] = message(&rows[i])
		p.After = rows[i].ID
	}
	out.NextCursor, err = l.next(more, p.After)
	return out, err
}

// GetMessage reads where one message is.
func (h *handlers) GetMessage(ctx context.Context, r rekeyapi.GetMessageRequestObject) (rekeyapi.GetMessageResponseObject, error) {
	m, err := h.Core.FindMessage(ctx, r.MessageID.String())
	if err != nil {
		return nil, err
	}
	return rekeyapi.GetMessage200JSONResponse(message(m)), nil
}

// ResendMessage sends a message again.
func (h *handlers) ResendMessage(ctx context.Context, r rekeyapi.ResendMessageRequestObject) (rekeyapi.ResendMessageResponseObject, error) {
	m, err := h.Core.ResendMessage(ctx, r.MessageID.String())
	if err != nil {
		return nil, err
	}
	return rekeyapi.ResendMessage200JSONResponse(message(m)), nil
}
