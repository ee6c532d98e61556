package audit

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/models"
)

// ExportEventsInput says which events to export.
type ExportEventsInput struct {
	TenantID string     // empty: every chain that the caller reaches
	AfterID  string     // the last event that is there already
	From     *time.Time // from this time on
	To       *time.Time // before this time
}

// EventExport goes over events, chain by chain.
type EventExport struct {
	core    *UseCases
	in      ExportEventsInput
	place   *AuditPlace // behind what was given; nil: at the end
	through int64       // the last one of this chain
	within  bool        // through is known
}

// ExportEvents begins an export. Each chain is exported as far as it goes when its turn
// comes.
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
		place = &AuditPlace{TenantID: e.TenantID, Sequence: e.Sequence}
	}
	return &EventExport{core: uc, in: in, place: place}, nil
}

// Next gives the next events; none at the end.
func (x *EventExport) Next(ctx context.Context) ([]Event, error) {
	for x.place != nil {
		events, err := x.batch(ctx)
		if err != nil || len(events) > 0 {
			return core.ResultsOf(events, eventOf), err
		}
		if x.place, err = x.core.chainBehind(ctx, x.in.TenantID, x.place.TenantID); err != nil {
			return nil, err
		}
		x.within = false
	}
	return nil, nil
}

func (x *EventExport) batch(ctx context.Context) ([]models.Event, error) {
	rd := x.core.store.Read(ctx)
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
	for len(events) > 0 && events[len(events)-1].Sequence > x.through { // of a chain with gaps
		events = events[:len(events)-1]
	}
	if len(events) > 0 {
		x.place.Sequence = events[len(events)-1].Sequence
	}
	return events, nil
}
