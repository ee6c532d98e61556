package audit

import (
	"context"
	"time"
)

// PastTime returns the earlier of this machine's time and the database's time. An event that is old
// by this time is old by both clocks, so that a fast clock does not archive recent events.
func (uc *UseCases) PastTime(ctx context.Context) (time.Time, error) {
	past, err := uc.store.Past(ctx)
	if err != nil {
		return time.Time{}, err
	}
	return past.Now, nil
}
