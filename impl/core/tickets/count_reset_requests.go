package tickets

import "context"

// CountResetRequests counts the requests for a reset that wait to be processed, for the operator's metrics.
func (uc *UseCases) CountResetRequests(ctx context.Context) (int64, error) {
	return uc.store.Read(ctx).CountResetRequests()
}
