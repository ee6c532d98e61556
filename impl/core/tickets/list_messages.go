package tickets

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
)

// ListMessagesInput filters a list of messages; an empty field does not filter.
type ListMessagesInput struct {
	UserID   string
	TicketID string
	State    MessageState
	Page     core.Page
}

// ListMessages returns a page of the messages to users in the caller's scope, and whether more
// follow.
func (uc *UseCases) ListMessages(ctx context.Context, in ListMessagesInput) ([]Message, bool, error) {
	f := store.MessageFilter{UserID: in.UserID, TicketID: in.TicketID, State: in.State}
	rows, more, err := uc.store.Read(ctx).ListMessages(core.CallerScope(ctx), f, in.Page.Stored())
	return core.ResultsOf(rows, newMessage), more, err
}
