package audit

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Event is one line of the audit trail: the action, its actor and the user concerned. The hashes
// bind the event to its predecessor, so that a reader can check the chain.
type Event struct {
	ID            string
	At            time.Time // UTC
	ApplicationID string
	TenantID      string // empty: the platform's chain
	UserID        string
	ActorKind     ActorKind
	ActorID       string
	Action        Action
	Outcome       Outcome
	Surface       string
	RequestID     string
	Source        string // client address
	TicketID      string
	Detail        string
	Sequence      int64 // within the chain, from 1, without gaps
	PreviousHash  []byte
	Hash          []byte
}

// The enumerations of an event are the same in the database and here.
type (
	Action    = models.Action
	ActorKind = models.ActorKind
	Outcome   = models.Outcome
)

// ListEventsInput filters a list of events, the newest first. An empty field does not filter.
type ListEventsInput struct {
	TenantID string
	UserID   string
	TicketID string
	Action   string
	Outcome  string
	From     *time.Time  // from this time on
	To       *time.Time  // before this time
	After    *EventPlace // nil: from the start
	Oldest   bool        // true: the oldest first
	Limit    int
}

// EventPlace is the position of an event among all events.
type EventPlace struct {
	At time.Time
	ID string
}

// ListEvents lists the events in the caller's scope, and returns whether more events follow.
func (uc *UseCases) ListEvents(ctx context.Context, in ListEventsInput) ([]Event, bool, error) {
	f := store.EventFilter{
		TenantID: in.TenantID, UserID: in.UserID, TicketID: in.TicketID, Action: in.Action, Outcome: in.Outcome, From: in.From, To: in.To,
	}
	p := store.EventPage{Oldest: in.Oldest, Limit: in.Limit}
	if in.After != nil {
		p.After = &store.EventTime{At: in.After.At, ID: in.After.ID}
	}
	rows, more, err := uc.store.Read(ctx).ListEvents(core.CallerScope(ctx), f, p)
	return core.ResultsOf(rows, eventOf), more, err
}

func eventOf(row *models.Event) Event {
	return Event{
		ID: row.ID, At: row.At.UTC(), ApplicationID: row.ApplicationID, TenantID: row.TenantID, UserID: row.UserID,
		ActorKind: row.ActorKind, ActorID: row.ActorID, Action: row.Action, Outcome: row.Outcome,
		Surface: row.Surface, RequestID: row.RequestID, Source: row.Source, TicketID: row.TicketID, Detail: row.Detail,
		Sequence: row.Sequence, PreviousHash: row.PreviousHash, Hash: row.Hash,
	}
}
