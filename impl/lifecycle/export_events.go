package lifecycle

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/models"
)

// ExportEvents says which events to export.
type ExportEvents struct {
	TenantID string     // empty: every chain that the caller reaches
	AfterID  string     // the last event that is there already
	From     *time.Time // from this time on
	To       *time.Time // before this time
}

// EventExport goes over events, chain by chain.
type EventExport struct {
	core    *Core
	in      ExportEvents
	place   *AuditPlace // behind what was given; nil: at the end
	through int64       // the last one of this chain
	within  bool        // through is known
}

// ExportEvents begins an export. Each chain is exported as far as it goes when its turn
// comes.
func (c *Core) ExportEvents(ctx context.Context, in ExportEvents) (*EventExport, error) {
	place, err := c.firstChain(ctx, in.TenantID)
	if err != nil {
		return nil, err
	}
	if in.AfterID != "" {
		e, err := c.FindEvent(ctx, in.AfterID)
		if err != nil {
			return nil, err
		}
		if in.TenantID != "" && e.TenantID != in.TenantID {
			return nil, ErrEventNotFound
		}
		place = &AuditPlace{TenantID: e.TenantID, Sequence: e.Sequence}
	}
	return &EventExport{core: c, in: in, place: place}, nil
}

// Next gives the next events; none at the end.
func (x *EventExport) Next(ctx context.Context) ([]Event, error) {
	for x.place != nil {
		events, err := x.batch(ctx)
		if err != nil || len(events) > 0 {
			return resultsOf(events, eventOf), err
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
