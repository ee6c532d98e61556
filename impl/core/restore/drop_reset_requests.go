package restore

import "context"

// DropResetRequests deletes a batch of reset requests that were not processed: each may have been
// answered by a mail after the backup.
func (uc *UseCases) DropResetRequests(ctx context.Context) (dropped int, more bool, err error) {
	if err := authorize(ctx); err != nil {
		return 0, false, err
	}
	dropped, err = uc.store.Write(ctx).DropResetRequests(rowsAtATime)
	return dropped, dropped == rowsAtATime, err
}
