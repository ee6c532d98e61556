package restore

import "context"

// DropMessages marks a batch of queued messages as failed: each may have been sent after the backup.
func (uc *UseCases) DropMessages(ctx context.Context) (dropped int, more bool, err error) {
	if err := authorize(ctx); err != nil {
		return 0, false, err
	}
	dropped, err = uc.store.Write(ctx).DropQueuedMessages("not sent: the database was restored from a backup", rowsAtATime)
	return dropped, dropped == rowsAtATime, err
}
