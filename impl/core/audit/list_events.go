package audit

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Event is one line of the audit trail, which says what was done to whom by whom. The hashes bind
// it to the one before, so that a reader can check the chain himself.
type Event struct {
	ID            string
	At            time.Time // UTC
	ApplicationID string
	TenantID      string // empty: of the platform's chain
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

// The words of an event are the same where it is stored and where it is read.
type (
	Action    = models.Action
	ActorKind = models.ActorKind
	Outcome   = models.Outcome
)

func eventOf(row *models.Event) Event {
	return Event{
		ID: row.ID, At: row.At.UTC(), ApplicationID: row.ApplicationID, TenantID: row.TenantID, UserID: row.UserID,
		ActorKind: row.ActorKind, ActorID: row.ActorID, Action: row.Action, Outcome: row.Outcome,
		Surface: row.Surface, RequestID: row.RequestID, Source: row.Source, TicketID: row.TicketID, Detail: row.Detail,
		Sequence: row.Sequence, PreviousHash: row.PreviousHash, Hash: row.Hash,
	}
}

// ListEventsInput narrows a list of events, the newest first; empty members do not narrow it.
type ListEventsInput struct {
	TenantID string
	UserID   string
	TicketID string
	Action   string
	Outcome  string
	From     *time.Time  // from this time on
	To       *time.Time  // before this time
	After    *EventPlace // nil: from the start
	Oldest   bool        // the oldest first
	Limit    int
}

// EventPlace is an event's place among all events.
type EventPlace struct {
	At time.Time
	ID string
}

// ListEvents lists the events that the caller reaches, and tells whether there are more.
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

// Checkpoint is a signed statement that a chain of events had this end at this time.
type Checkpoint struct {
	ID        string
	TenantID  string // empty: of the platform's chain
	Sequence  int64  // of the last event
	Head      []byte // its hash
	CreatedAt time.Time
	Signature string // a compact JWS, which says all of this itself
}

func checkpointOf(row *models.Checkpoint) Checkpoint {
	return Checkpoint{
		ID: row.ID, TenantID: row.TenantID, Sequence: row.Sequence, Head: row.Head, CreatedAt: row.CreatedAt.UTC(), Signature: row.Signature,
	}
}
