package audit

import (
	"context"
	"time"
)

// FindOldestUnsigned returns the oldest time of a last checkpoint after which there are events, for the
// operator's metrics; nil if a checkpoint covers every event.
func (uc *UseCases) FindOldestUnsigned(ctx context.Context) (*time.Time, error) {
	return uc.store.Read(ctx).OldestUnsigned()
}
