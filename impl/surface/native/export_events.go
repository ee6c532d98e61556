package native

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/core/audit"
)

// exportWithin is what reading some events, and sending them, may take: an export as a
// whole may take longer than other answers, but may not stand still.
const exportWithin = 30 * time.Second

// exported is an export under way. The first events were read before the answer began,
// so that what fails at once is still answered with a problem.
type exported struct {
	ctx    context.Context
	export *audit.EventExport
	first  []audit.Event
}

// ExportEvents streams events, one a line.
func (h *handlers) ExportEvents(ctx context.Context, r rekeyapi.ExportEventsRequestObject) (rekeyapi.ExportEventsResponseObject, error) {
	in := audit.ExportEventsInput{TenantID: orZero(r.Params.TenantID), From: r.Params.From, To: r.Params.To}
	if r.Params.After != nil {
		in.AfterID = r.Params.After.String()
	}
	x, err := h.Core.Audit.ExportEvents(ctx, in)
	if err != nil {
		return nil, err
	}
	first, err := x.Next(ctx)
	if err != nil {
		return nil, err
	}
	return &exported{ctx: context.WithoutCancel(ctx), export: x, first: first}, nil
}

// VisitExportEventsResponse sends the lines. When it fails after the first of them, the
// connection is cut: half an export must not look whole.
func (x *exported) VisitExportEventsResponse(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "application/x-ndjson")
	w.WriteHeader(http.StatusOK)
	line := json.NewEncoder(w)
	line.SetEscapeHTML(false)
	control := http.NewResponseController(w)
	for events := x.first; len(events) > 0; {
		if err := control.SetWriteDeadline(time.Now().Add(exportWithin)); err != nil {
			return err
		}
		for i := range events {
			if err := line.Encode(event(&events[i])); err != nil {
				return err
			}
		}
		if err := control.Flush(); err != nil {
			return err
		}
		var err error
		if events, err = x.next(); err != nil {
			return err
		}
	}
	return nil
}

func (x *exported) next() ([]audit.Event, error) {
	ctx, cancel := context.WithTimeout(x.ctx, exportWithin)
	defer cancel()
	return x.export.Next(ctx)
}
