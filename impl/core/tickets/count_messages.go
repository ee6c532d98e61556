package tickets

import "context"

// CountMessages counts the messages of all tenants in a state, for the operator's metrics.
func (uc *UseCases) CountMessages(ctx context.Context, state MessageState) (int64, error) {
	return uc.store.Read(ctx).CountMessages(state)
}
