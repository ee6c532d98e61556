package audit

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/models"
)

// ExportEventsInput selects the events to export.
type ExportEventsInput struct {
	TenantID string     // empty: every chain in the caller's scope
	AfterID  string     // the last event of an earlier export; empty: from the start
	From     *time.Time // from this time on
	To       *time.Time // before this time
}

// EventExport is a running export, which reads the events chain by chain.
type EventExport struct {
	audit   *UseCases
	in      ExportEventsInput
	place   *ChainPlace // of the last exported event; nil: the export is complete
	through int64       // sequence of the last event to export from this chain
	within  bool        // through is known
}

// ExportEvents starts an export. The export of a chain ends at the event that is the last one when
// the export reaches the chain.
func (uc *UseCases) ExportEvents(ctx context.Context, in ExportEventsInput) (*EventExport, error) {
	place, err := uc.firstChain(ctx, in.TenantID)
	if err != nil {
		return nil, err
	}
	if in.AfterID != "" {
		e, err := uc.FindEvent(ctx, in.AfterID)
		if err != nil {
			return nil, err
		}
		if in.TenantID != "" && e.TenantID != in.TenantID {
			return nil, core.ErrEventNotFound
		}
		place = &ChainPlace{TenantID: e.TenantID, Sequence: e.Sequence}
	}
	return &EventExport{audit: uc, in: in, place: place}, nil
}

// Next returns the next events; at the end, it returns none.
func (x *EventExport) Next(ctx context.Context) ([]Event, error) {
	for x.place != nil {
		events, err := x.readBatch(ctx)
		if err != nil || len(events) > 0 {
			return core.ResultsOf(events, eventOf), err
		}
		if x.place, err = x.audit.nextChain(ctx, x.in.TenantID, x.place.TenantID); err != nil {
			return nil, err
		}
		x.within = false
	}
	return nil, nil
}

func (x *EventExport) readBatch(ctx context.Context) ([]models.Event, error) {
	rd := x.audit.store.Read(ctx)
	if !x.within {
		first, last, err := rd.Span(x.place.TenantID, x.in.From, x.in.To)
		if err != nil {
			return nil, err
		}
		x.within, x.through, x.place.Sequence = true, last, max(x.place.Sequence, first-1)
	}
	if x.place.Sequence >= x.through {
		return nil, nil
	}
	events, err := rd.EventsAfter(x.place.TenantID, x.place.Sequence, int(min(eventsAtATime, x.through-x.place.Sequence)))
	if err != nil || len(events) == 0 {
		return nil, err
	}
	for len(events) > 0 && events[len(events)-1].Sequence > x.through { // the chain has gaps
		events = events[:len(events)-1]
	}
	if len(events) > 0 {
		x.place.Sequence = events[len(events)-1].Sequence
	}
	return events, nil
}
