package tickets

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
)

// ListMessages lists the messages to users whom the caller reaches, and tells whether
// there are more behind them.
func (uc *UseCases) ListMessages(ctx context.Context, in ListMessagesInput) ([]Message, bool, error) {
	f := store.MessageFilter{UserID: in.UserID, TicketID: in.TicketID, State: in.State}
	rows, more, err := uc.store.Read(ctx).ListMessages(core.CallerScope(ctx), f, in.Page.Stored())
	return core.ResultsOf(rows, messageOf), more, err
}
