package native

import (
	"context"
	"encoding/hex"
	"strconv"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/core/audit"
)

func event(e *audit.Event) rekeyapi.Event {
	return rekeyapi.Event{
		ID: e.ID, At: e.At, ApplicationID: e.ApplicationID, TenantID: e.TenantID, UserID: e.UserID,
		ActorKind: rekeyapi.ActorKind(e.ActorKind), ActorID: e.ActorID, Action: rekeyapi.EventAction(e.Action),
		Outcome: rekeyapi.EventOutcome(e.Outcome), Surface: e.Surface,
		RequestID: e.RequestID, Source: e.Source, TicketID: e.TicketID, Detail: e.Detail, Sequence: e.Sequence,
		PreviousHash: hex.EncodeToString(e.PreviousHash), Hash: hex.EncodeToString(e.Hash),
	}
}

// ListEvents lists what happened.
func (h *handlers) ListEvents(ctx context.Context, r rekeyapi.ListEventsRequestObject) (rekeyapi.ListEventsResponseObject, error) {
	q := r.Params
	in := audit.ListEventsInput{
		TenantID: orZero(q.TenantID), Action: orZero(q.Action), Outcome: orZero(q.Outcome), From: q.From, To: q.To,
		Oldest: orZero(q.Order) == rekeyapi.SortOrderAsc,
	}
	if q.UserID != nil {
		in.UserID = q.UserID.String()
	}
	if q.TicketID != nil {
		in.TicketID = q.TicketID.String()
	}
	l := h.list(ctx, "events", in.TenantID, in.UserID, in.TicketID, in.Action, in.Outcome, moment(in.From), moment(in.To), strconv.FormatBool(in.Oldest))
	asked, err := l.page(q.Limit, q.Cursor)
	if err != nil {
		return nil, err
	}
	in.Limit = asked.Limit
	if in.After, err = eventPlace(asked.After); err != nil {
		return nil, err
	}
	rows, more, err := h.Core.Audit.ListEvents(ctx, in)
	if err != nil {
		return nil, err
	}
	out := rekeyapi.ListEvents200JSONResponse{Items: make([]rekeyapi.Event, len(rows))}
	last := ""
	for i := range rows {
		out.Items[i] = event(&rows[i])
		last = strconv.FormatInt(rows[i].At.UnixMicro(), 10) + " " + rows[i].ID
	}
	out.NextCursor, err = l.next(more, last)
	return out, err
}

// moment writes a time of a filter, for the name of the list.
func moment(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

// eventPlace reads the place that a cursor holds.
func eventPlace(text string) (*audit.EventPlace, error) {
	if text == "" {
		return nil, nil
	}
	micros, id, _ := strings.Cut(text, " ")
	at, err := strconv.ParseInt(micros, 10, 64)
	return &audit.EventPlace{At: time.UnixMicro(at).UTC(), ID: id}, err
}

// GetEvent reads one event.
func (h *handlers) GetEvent(ctx context.Context, r rekeyapi.GetEventRequestObject) (rekeyapi.GetEventResponseObject, error) {
	e, err := h.Core.Audit.FindEvent(ctx, r.EventID.String())
	if err != nil {
		return nil, err
	}
	return rekeyapi.GetEvent200JSONResponse(event(e)), nil
}
